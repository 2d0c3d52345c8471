// Bundles the page into one HTML file without its data.
// usage: node build.mjs FOLDER PAGE   (FOLDER holds node_modules, PAGE is written)
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const [folder, target] = process.argv.slice(2).map((name) => path.resolve(name));
const modules = path.join(folder, "node_modules");
const esbuild = createRequire(path.join(folder, "package.json"))("esbuild");

async function bundle(entry, options) {
  const result = await esbuild.build({
    entryPoints: [path.join(here, "src", entry)],
    absWorkingDir: here,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    charset: "ascii",
    legalComments: "none", // all licences follow in full
    nodePaths: [modules],
    logLevel: "warning",
    ...options,
  });
  return { text: result.outputFiles[0].text.trim(), inputs: Object.keys(result.metafile.inputs) };
}

// Name, version and licence of every package that something was taken from.
function licences(inputs) {
  const names = new Set();
  for (const input of inputs) {
    const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) names.add(found[1]);
  }
  return [...names].sort().map(licence).join("\n\n");
}

function licence(name) {
  const root = path.join(modules, name);
  const { version, license } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const file = readdirSync(root).sort().find((each) => /^licen[cs]e/i.test(each));
  const text = file ? readFileSync(path.join(root, file), "utf8").trim() : `Licence: ${license}`;
  return `${name} ${version} (${license})\n\n${text}`;
}

const hashOf = (text) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;

function checked(name, text, forbidden) {
  if (forbidden.test(text)) throw new Error(`${name} holds ${forbidden}, which HTML would take for markup`);
  return text;
}

const script = await bundle("main.ts", { format: "iife", target: ["es2020"] });
const style = await bundle("style.css", {});
const parts = {
  script: checked("the script", script.text, /<\/script|<!--/i),
  style: checked("the style", style.text, /<\/style|<!--/i),
  licences: checked("the licences", licences(script.inputs), /<\/script|<!--/i),
  script_hash: hashOf(script.text),
  style_hash: hashOf(style.text),
};
const template = readFileSync(path.join(here, "src", "page.html"), "utf8");
writeFileSync(target, template.replace(/@([a-z_]+)@/g, (_, name) => parts[name]));
