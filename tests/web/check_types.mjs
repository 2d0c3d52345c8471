// Checks the types of web/src with the compiler and packages of the build folder.
// usage: node check_types.mjs FOLDER
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const folder = path.resolve(process.argv[2]);
const web = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../web");
const modules = path.join(folder, "node_modules");
const config = path.join(folder, "tsconfig.json");
writeFileSync(config, JSON.stringify({
  extends: path.join(web, "tsconfig.json"),
  compilerOptions: { paths: { "*": [`${modules}/*`] } },
  include: [path.join(web, "src")],
}));
const { status } = spawnSync(process.execPath, [path.join(modules, "typescript/bin/tsc"), "-p", config], { stdio: "inherit" });
process.exit(status ?? 1);
