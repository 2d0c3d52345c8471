// newsgraph view: writes the page and opens it with the browser that BROWSER names.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { makePage, workFolder } from "./browser.mjs";
import { small } from "./graphs.mjs";

const folder = workFolder();
const browser = path.join(folder, "browser");
writeFileSync(browser, `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder}/called"\n`);
chmodSync(browser, 0o755);
makePage(folder, "news", small);

function view(BROWSER, ...options) {
  const temporary = path.join(folder, "a b");
  mkdirSync(temporary, { recursive: true });
  writeFileSync(path.join(folder, "called"), "");
  return spawnSync(process.env.NEWSGRAPH, ["view", path.join(folder, "news.json"), ...options],
    { encoding: "utf8", env: { ...process.env, BROWSER, TMPDIR: temporary } });
}

const called = () => readFileSync(path.join(folder, "called"), "utf8").trim().split("\n");

test("the page is written, printed and opened", () => {
  const { status, stdout } = view(`${browser} --new %s`);
  const page = stdout.trim();
  assert.equal(status, 0);
  assert.match(page, /a b\/newsgraph-\w{6}\/news\.html$/);
  assert.match(readFileSync(page, "utf8"), /^<!DOCTYPE html>/);
  assert.deepEqual(called(), ["--new", page]);
});

test("a browser that is not there gives its turn to the next", () => {
  const { status, stdout } = view(`/nowhere/browser:${browser}`);
  assert.equal(status, 0);
  assert.deepEqual(called(), [stdout.trim()]);
});

test("--no-browser opens nothing, and filters hold", () => {
  const { status, stdout } = view(browser, "--no-browser", "--relation", "owns");
  assert.equal(status, 0);
  assert.deepEqual(called(), [""]);
  assert.doesNotMatch(readFileSync(stdout.trim(), "utf8"), /slammed/);
});
