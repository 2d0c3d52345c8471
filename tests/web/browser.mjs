// The page in a real browser: Chromium without a window, WebGL by software.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

// Set by tests/web/CMakeLists.txt and scripts/screenshots.
const { NEWSGRAPH, NEWSGRAPH_WEB_FOLDER, NEWSGRAPH_CHROMIUM } = process.env;
const { chromium } = createRequire(path.join(NEWSGRAPH_WEB_FOLDER, "package.json"))("playwright-core");

const FLAGS = [
  "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
];

export const launch = () => chromium.launch({ executablePath: NEWSGRAPH_CHROMIUM, headless: true, args: FLAGS });

// A folder for one test file, which goes at the end.
export function workFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), "newsgraph-page-test-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function newsgraph(...words) {
  return execFileSync(NEWSGRAPH, words, { encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "pipe"] });
}

// Writes `input` (JSON of any kind that newsgraph reads) as a page; returns its path.
export function makePage(folder, name, input, ...options) {
  const file = path.join(folder, `${name}.json`);
  const page = path.join(folder, `${name}.html`);
  writeFileSync(file, typeof input === "string" ? input : JSON.stringify(input));
  newsgraph("export", file, "-o", page, "--quiet", ...options);
  return page;
}

// Opens the page and records what it must not do: ask for anything, complain, open a dialog. `before` gets the page
// before it is loaded.
export async function open(browser, file, options = {}, before = async () => {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true, ...options });
  context.setDefaultTimeout(120_000);  // a busy machine draws slowly
  const page = await context.newPage();
  const events = { requests: [], dialogs: [], errors: [], popups: [] };
  const address = pathToFileURL(file).href;
  page.on("request", (request) => { if (request.url() !== address && !/^(data|blob):/.test(request.url())) events.requests.push(request.url()); });
  page.on("dialog", (dialog) => { events.dialogs.push(dialog.message()); void dialog.dismiss(); });
  page.on("pageerror", (error) => events.errors.push(String(error)));
  page.on("console", (message) => { if (message.type() === "error") events.errors.push(message.text()); });
  context.on("page", (other) => { if (other !== page) events.popups.push(other.url()); });
  await before(page);
  await page.goto(address);
  await page.waitForSelector(".toolbar");
  await page.waitForTimeout(250);
  return { page, context, events };
}
