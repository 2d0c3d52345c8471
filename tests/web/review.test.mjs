// The list of statements, and what is decided in it.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";

import { launch, makePage, newsgraph, open, workFolder } from "./browser.mjs";
import { edge, graph, node, small, statement } from "./graphs.mjs";

const folder = workFolder();
let browser;
let file;
before(async () => {
  file = makePage(folder, "small", small);
  browser = await launch();
});
after(() => browser?.close());

const subjects = (page) => page.locator(".list-row .subject").allInnerTexts();

async function save(page, start) {
  const [download] = await Promise.all([page.waitForEvent("download"), start()]);
  const target = path.join(folder, `${Date.now()}-${download.suggestedFilename()}`);
  await download.saveAs(target);
  return { name: download.suggestedFilename(), text: readFileSync(target, "utf8"), target };
}

test("the list shows what the drawing shows, sorted as one wants", async () => {
  const { page, context, events } = await open(browser, file);
  await page.keyboard.press("l");
  assert.equal(await page.locator(".list-row").count(), 4);
  const header = (name) => page.locator(".list-head button", { hasText: new RegExp(`^${name}$`) });
  await header("Who").click();
  const ascending = await subjects(page);
  assert.deepEqual(ascending, [...ascending].sort());
  await header("Who").click();
  assert.deepEqual(await subjects(page), [...ascending].reverse());
  await header("Sure").click();
  const sure = (await page.locator(".list-row .confidence").allInnerTexts()).map(parseFloat);
  assert.deepEqual(sure, [...sure].sort((a, b) => a - b));
  await header("Date").click();
  const dates = await page.locator(".list-row .date").allInnerTexts();
  assert.deepEqual(dates, [...dates].sort().reverse());
  await page.locator(".legend").getByRole("checkbox", { name: /bans/ }).uncheck();
  assert.equal(await page.locator(".list-row").count(), 2);
  await page.getByLabel("Least confidence").fill("75");
  assert.match(await page.locator(".list-summary").innerText(), /^1 statement/);
  assert.deepEqual(events, { requests: [], dialogs: [], errors: [], popups: [] });
  await context.close();
});

test("keys go through the list, decide and take back; the file says it", async () => {
  const { page, context, events } = await open(browser, file);
  await page.keyboard.press("l");
  await page.keyboard.press("ArrowDown");
  await page.locator(".statement.current").waitFor();
  await page.keyboard.press("a"); // goes on to the next
  await page.keyboard.press("r");
  await page.keyboard.press("j");
  await page.keyboard.press("r"); // the last one: there it stays
  await page.keyboard.press("u");
  assert.deepEqual(await page.locator(".list-row .verdict").allInnerTexts(), ["accept", "reject", "undecided", "undecided"]);
  await page.keyboard.press("r");
  await page.locator(".statement.current").waitFor();
  await page.keyboard.press("m");
  await page.keyboard.type("not what it says");
  await page.keyboard.press("Enter");
  assert.match(await page.locator(".list-summary").innerText(), /1 accepted, 2 rejected/);
  const { name, text, target } = await save(page, () => page.locator(".list").getByRole("button", { name: "Save decisions" }).click());
  assert.equal(name, "decisions.jsonl");
  const lines = text.trim().split("\n").map((line) => JSON.parse(line));
  assert.equal(lines.length, 3);
  assert.deepEqual(lines.map((line) => line.decision).sort(), ["accept", "reject", "reject"]);
  for (const line of lines) {
    assert.ok(line.sentence && line.subject && line.relation && line.object, JSON.stringify(line));
    assert.deepEqual(Object.keys(line).filter((key) => !["decision", "claim", "sentence", "subject", "relation", "object", "note"].includes(key)), []);
  }
  assert.equal(lines.filter((line) => line.note === "not what it says").length, 1);
  // newsgraph takes the file as it is.
  const claims = path.join(folder, "claims.jsonl");
  const claim = ({ claim: id = "c-1", sentence, subject, relation, object }) =>
    ({ id, subject: { name: subject, text: subject }, relation, object: { name: object, text: object }, evidence: { text: sentence } });
  writeFileSync(claims, lines.map((line) => JSON.stringify(claim(line)) + "\n").join(""));
  assert.equal(newsgraph("review", claims, "--decisions", target, "--list", "--quiet"), "");
  assert.deepEqual(events.errors, []);
  await context.close();
});

// The address says that the list is open, so that it is open again: a key would close it.
async function reloadWithList(page) {
  for (let i = 0; i < 600 && !page.url().includes("list=open"); ++i) await page.waitForTimeout(100);
  assert.match(page.url(), /list=open/);
  await page.reload();
  await page.waitForSelector(".toolbar");
}

test("decisions are there again when the page is opened again", async () => {
  const { page, context } = await open(browser, makePage(folder, "again", small));
  await page.keyboard.press("l");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("r");
  const decided = page.locator(".list-summary", { hasText: "0 accepted, 1 rejected" });
  await decided.waitFor(); // a busy machine needs a while
  await reloadWithList(page);
  await decided.waitFor();
  await context.close();
});

test("what the browser kept is no danger, whoever put it there", async () => {
  const { page, context, events } = await open(browser, makePage(folder, "again", small));
  await page.keyboard.press("l");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("r");
  await page.locator(".list-summary", { hasText: "0 accepted, 1 rejected" }).waitFor();
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) localStorage.setItem(key, '[[0,"<img src=x onerror=alert(1)>","x"],[1,"accept",7],["__proto__","reject",""],null,3,[999,"reject",""]]');
  });
  await reloadWithList(page);
  await page.locator(".list-summary", { hasText: "0 accepted, 0 rejected" }).waitFor();
  assert.deepEqual(events, { requests: [], dialogs: [], errors: [], popups: [] });
  await context.close();
});

test("a statement is decided beside its sentence", async () => {
  const { page, context } = await open(browser, makePage(folder, "beside", small));
  await page.locator(".details").getByRole("button", { name: /Stateland.*bans.*AppCo/ }).click();
  const card = page.locator(".statement").first();
  await card.getByRole("button", { name: "Reject" }).click();
  assert.equal(await card.getByRole("button", { name: "Reject" }).getAttribute("aria-pressed"), "true");
  assert.match(await card.getAttribute("class"), /rejected/);
  await card.getByRole("button", { name: "Reject" }).click();
  assert.equal(await card.getByRole("button", { name: "Reject" }).getAttribute("aria-pressed"), "false");
  await context.close();
});

test("the table is CSV that no spreadsheet takes for formulas", async () => {
  const nasty = graph([node("a", '=HYPERLINK("x")', "place", 0, 0), node("b", 'B, "the" other', "place", 9, 0)],
    [edge("a", "bans", "b", [statement("@A banned\nB.", { subject: "A", document: "d", title: "+1" })])]);
  const { page, context } = await open(browser, makePage(folder, "nasty", nasty));
  await page.keyboard.press("l");
  const { name, text } = await save(page, () => page.locator(".list").getByRole("button", { name: "CSV" }).click());
  assert.equal(name, "statements.csv");
  const [header, row, end] = text.split("\r\n");
  assert.match(header, /^source,relation,target,status,/);
  assert.equal(end, "");
  assert.match(row, /^"'=HYPERLINK\(""x""\)",bans,"B, ""the"" other",asserted,/);
  assert.match(row, /"'@A banned B\."/);
  assert.match(row, /"'\+1"/);
  await context.close();
});

test("a list of thousands makes only the rows in sight", async () => {
  const nodes = Array.from({ length: 40 }, (_, i) => node(String(i), `Company ${i}`, "organization", i, i * i % 7));
  const edges = Array.from({ length: 30 }, (_, i) => edge(String(i), "owns", String(i + 1),
    Array.from({ length: 100 }, (_, j) => statement(`Company ${i} owns it, says ${j}.`, { document: `d${i}-${j}`, confidence: 0.5 + j / 300 }))));
  const { page, context } = await open(browser, makePage(folder, "thousands", graph(nodes, edges)));
  await page.keyboard.press("l");
  assert.match(await page.locator(".list-summary").innerText(), /^3,000 statements/);
  assert.ok((await page.locator(".list-row").count()) < 60);
  await page.keyboard.press("End");
  await page.locator('.list-row[aria-rowindex="3000"].active').waitFor();
  await page.locator(".statement.current", { hasText: "Company 9 owns it" }).waitFor();
  await context.close();
});
