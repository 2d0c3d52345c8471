// What is saved: the picture, and GraphML that newsgraph and networkx read.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";

import { launch, makePage, newsgraph, open, workFolder } from "./browser.mjs";
import { edge, graph, node, small, statement } from "./graphs.mjs";

const folder = workFolder();
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

async function save(page, item) {
  await page.getByText("Save", { exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: item }).click()]);
  const target = path.join(folder, `${Date.now()}-${download.suggestedFilename()}`);
  await download.saveAs(target);
  return target;
}

const asJson = (file) => JSON.parse(newsgraph("export", file, "-o", "-", "--to", "json", "--quiet"));

test("the picture is a PNG of the drawing", async () => {
  const { page, context, events } = await open(browser, makePage(folder, "small", small), { deviceScaleFactor: 2 });
  const box = await page.locator(".canvas").boundingBox();
  const bytes = readFileSync(await save(page, /Picture/));
  assert.equal(bytes.subarray(1, 4).toString(), "PNG");
  assert.equal(bytes.readUInt32BE(16), Math.floor(box.width) * 2);
  assert.equal(bytes.readUInt32BE(20), Math.floor(box.height) * 2);
  const colors = await page.evaluate(async (base64) => {
    const data = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([data], { type: "image/png" }));
    const context2d = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context2d.drawImage(bitmap, 0, 0);
    const pixels = new Uint32Array(context2d.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
    return new Set(pixels).size;
  }, bytes.toString("base64"));
  assert.ok(colors > 50, `${colors} colours`);
  assert.deepEqual(events.errors, []);
  await context.close();
});

test("everything saved as GraphML is the graph that was put in", async () => {
  const file = makePage(folder, "all", small);
  const { page, context } = await open(browser, file);
  const saved = asJson(await save(page, /GraphML/));
  assert.deepEqual(saved, asJson(path.join(folder, "all.json")));
  await context.close();
});

test("a page is read back as the graph that was put in, also as the browser saves it", async () => {
  const attributes = graph([node("a", "A & <B>", "place", 1, 2, { "note & more": "x < y", score: 0.5, label2: 7 }), node("b", "字节跳动 🙂", "odd type", 9, 9, { aliases: ["ByteDance"] })],
    [edge("a", "owns", "b", [statement("A & <B> owns </script> all.", { subject: "A", document: "d", title: "<t>", url: "https://news.example/" })], { status: "denied", note: true })]);
  for (const [name, input] of [["back", small], ["back-attributes", attributes]]) {
    const file = makePage(folder, name, input);
    assert.deepEqual(asJson(file), asJson(path.join(folder, `${name}.json`)));
    assert.match(newsgraph("stats", file, "--quiet"), /odd type|person/);
  }
  const file = makePage(folder, "back", small);
  const { page, context } = await open(browser, file);
  const saved = path.join(folder, "saved.html");
  writeFileSync(saved, "<!DOCTYPE html>\n" + await page.evaluate(() => document.documentElement.outerHTML));
  assert.deepEqual(asJson(saved), asJson(path.join(folder, "back.json")));
  await context.close();
});

test("only what is shown is saved", async () => {
  const { page, context } = await open(browser, makePage(folder, "some", small));
  await page.locator(".legend").getByRole("checkbox", { name: /denounces/ }).uncheck();
  await page.getByLabel("Least confidence").fill("85");
  const saved = asJson(await save(page, /GraphML/));
  assert.deepEqual(saved.nodes.map((each) => each.name).sort(), ["AppCo", "Stateland"]);
  assert.deepEqual(saved.edges.map((each) => [each.relation, each.weight, each.statements.length, each.last_date]), [["bans", 1, 1, "2023-03-16"]]);
  await context.close();
});

test("networkx reads it, whatever the names are", async (t) => {
  const nasty = graph([node("a", "A & <B> \"C\" ]]> \u0001", "place", 0, 0, { "note & more": "x < y", score: 0.5 }), node("b", "字节跳动 🙂", "odd type", 9, 9)],
    [edge("a", "owns", "b", [statement("A & <B> owns \u2028 all.", { subject: "A", document: "d", title: "<t>" })])]);
  const { page, context } = await open(browser, makePage(folder, "nasty", nasty));
  const saved = await save(page, /GraphML/);
  await context.close();
  const program = "import sys\ntry:\n import networkx\nexcept ImportError:\n sys.exit(77)\n" +
    "g = networkx.read_graphml(sys.argv[1])\nprint(g.number_of_nodes(), g.number_of_edges(), g.nodes['n_b']['name'], g.nodes['n_a']['score'])";
  try {
    const out = execFileSync("python3", ["-c", program, saved], { encoding: "utf8", env: { ...process.env, PYTHONIOENCODING: "utf-8" } });
    assert.equal(out.trim(), "2 1 字节跳动 🙂 0.5");
  } catch (error) {
    if (error.status === 77) return t.skip("python3 has no networkx");
    throw error;
  }
});
