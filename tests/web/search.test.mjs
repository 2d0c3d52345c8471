// The search box, and the keys.
import assert from "node:assert/strict";
import { test } from "node:test";

import { open } from "./browser.mjs";
import { browser, file } from "./small_page.mjs";

const title = (page) => page.locator(".details h2").innerText();

async function find(page, text) {
  await page.locator(".query").fill(text);
  await page.locator(".hits li").first().waitFor();
  await page.waitForTimeout(150);
  return page.locator(".hits li").allInnerTexts();
}

test("names, aliases and sentences are found, whatever their case and accents", async () => {
  const { page, context } = await open(browser, file);
  assert.match((await find(page, "appc"))[0], /AppCo/);
  assert.match((await find(page, "etatl"))[0], /Stateland[^]*Étatland/);
  assert.match((await find(page, "slammed"))[0], /Ann Smith[^]*denounces[^]*Stateland/);
  assert.deepEqual(await find(page, "nowhere to be found"), ["Nothing found"]);
  await context.close();
});

test("what is found is chosen with keys, and with the mouse", async () => {
  const { page, context } = await open(browser, file);
  await page.keyboard.press("/");
  assert.ok(await page.locator(".query").evaluate((input) => input === document.activeElement));
  await page.keyboard.type("smith");
  await page.waitForSelector(".hits li.node-hit");
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.locator('.hits [aria-selected="true"]').getAttribute("id"), "hit-1");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  assert.equal(await title(page), "Ann Smith");
  assert.ok(await page.locator(".hits").isHidden());
  await find(page, "banned appco from");
  await page.locator(".hits li.statement-hit").first().click();
  assert.match(await title(page), /Stateland\s+bans\s+AppCo/);
  await context.close();
});

test("a hit that the filters hide is shown", async () => {
  const { page, context } = await open(browser, file);
  await page.locator(".legend").getByRole("checkbox", { name: /person/ }).uncheck();
  await find(page, "ann");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator(".counts").innerText(), "3 nodes · 3 edges");
  assert.equal(await title(page), "Ann Smith");
  await context.close();
});

test("keys: back, neighbourhood, help, theme, zoom", async () => {
  const { page, context, events } = await open(browser, file, { colorScheme: "light" });
  await find(page, "ann");
  await page.keyboard.press("Enter");
  await page.locator(".canvas").focus();
  await page.keyboard.press("n");
  assert.match(await page.locator(".note.focus").innerText(), /Around Ann Smith/);
  await page.keyboard.press("Escape");
  assert.equal(await title(page), "Where to begin");
  await page.keyboard.press("Escape");
  assert.ok(await page.locator(".note.focus").isHidden());
  await page.keyboard.press("?");
  assert.match(await page.locator("dialog").innerText(), /How to read this page/);
  await page.keyboard.press("Escape");
  assert.ok(await page.locator("dialog").isHidden());
  await page.keyboard.press("t");
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  for (const key of ["+", "-", "0", "ArrowLeft"]) await page.keyboard.press(key);
  assert.deepEqual(events.errors, []);
  await context.close();
});

test("everything that can be clicked has a name and is reached with Tab", async () => {
  const { page, context } = await open(browser, file);
  const nameless = await page.locator("button, a, input, summary").evaluateAll((all) => all
    .filter((each) => !(each.textContent.trim() || each.getAttribute("aria-label") || each.labels?.length))
    .map((each) => each.outerHTML));
  assert.deepEqual(nameless, []);
  const reached = new Set();
  for (let i = 0; i < 60; ++i) {
    await page.keyboard.press("Tab");
    reached.add(await page.evaluate(() => document.activeElement.className || document.activeElement.tagName));
  }
  for (const what of ["query", "canvas", "row", "only"]) assert.ok([...reached].some((each) => each.includes(what)), what);
  await context.close();
});

test("the licences of what is bundled are in the page", async () => {
  const { page, context } = await open(browser, file);
  const text = await page.locator("dialog pre").textContent();
  for (const name of ["sigma", "graphology"]) assert.match(text, new RegExp(`^${name} \\d`, "m"));
  assert.ok(text.split("Permission is hereby granted").length >= 3);
  await context.close();
});
