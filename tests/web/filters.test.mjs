// The legend that filters, confidence, time.
import assert from "node:assert/strict";
import { test } from "node:test";

import { open } from "./browser.mjs";
import { browser, file } from "./small_page.mjs";

const counts = (page) => page.locator(".counts").innerText();
const box = (page, name) => page.locator(".legend").getByRole("checkbox", { name });

async function setRange(slider, value) {
  await slider.evaluate((input, to) => {
    input.value = String(to);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }, value);
}

test("relations, statuses and types are switched off and on", async () => {
  const { page, context, events } = await open(browser, file);
  assert.equal(await counts(page), "3 nodes · 3 edges");
  await box(page, /bans/).uncheck();
  assert.equal(await counts(page), "3 nodes · 2 of 3 edges");
  await box(page, /planned/).uncheck();
  assert.equal(await counts(page), "2 of 3 nodes · 1 of 3 edges");
  await box(page, /person/).uncheck();
  assert.equal(await counts(page), "0 of 3 nodes · 0 of 3 edges");
  await page.getByText("Nothing to show").waitFor();
  await page.locator(".filters").getByRole("button", { name: "Show everything" }).click();
  assert.equal(await counts(page), "3 nodes · 3 edges");
  assert.ok(await box(page, /bans/).isChecked());
  assert.deepEqual(events.errors, []);
  await context.close();
});

test("one relation alone, and all again", async () => {
  const { page, context } = await open(browser, file);
  const only = page.getByRole("button", { name: "Only owns" });
  await only.focus();
  await page.keyboard.press("Enter");
  assert.equal(await counts(page), "2 of 3 nodes · 1 of 3 edges");
  await page.keyboard.press("Enter");
  assert.equal(await counts(page), "3 nodes · 3 edges");
  await context.close();
});

test("confidence is asked of statements", async () => {
  const { page, context } = await open(browser, file);
  await setRange(page.getByLabel("Least confidence"), 85);
  assert.equal(await counts(page), "2 of 3 nodes · 1 of 3 edges");
  await page.locator(".details").getByRole("button", { name: /bans/ }).click();
  assert.equal(await page.locator(".statement").count(), 1);
  await page.getByText("1 statement outside of the chosen time or confidence.").waitFor();
  await context.close();
});

test("the time slider narrows from both sides", async () => {
  const { page, context } = await open(browser, file);
  const from = page.getByLabel("Shown from");
  const until = page.getByLabel("Shown until");
  assert.equal(await from.getAttribute("aria-valuetext"), "2023-03");
  assert.equal(await until.getAttribute("aria-valuetext"), "2025-01");
  assert.equal(await page.locator(".bars span").count(), 23);
  await setRange(from, 17);  // 2024-08
  assert.equal(await counts(page), "3 nodes · 2 of 3 edges");
  await page.getByLabel("without a date").uncheck();
  assert.equal(await counts(page), "2 of 3 nodes · 1 of 3 edges");
  await setRange(from, 0);
  await setRange(until, 16);  // 2024-07, inclusive
  await page.locator(".details").getByRole("button", { name: /bans/ }).click();
  assert.equal(await page.locator(".statement").count(), 2);
  await setRange(until, 15);
  assert.equal(await page.locator(".statement").count(), 1);
  await setRange(from, 22);  // cannot pass the other handle
  assert.equal(await from.inputValue(), "15");
  assert.equal(await page.locator(".period").innerText(), "2024-06");
  await context.close();
});

test("the time slider goes by keyboard", async () => {
  const { page, context } = await open(browser, file);
  await page.getByLabel("Shown from").focus();
  await page.keyboard.press("ArrowRight");
  assert.match(await page.locator(".period").innerText(), /^2023-04 to/);
  await page.keyboard.press("End");
  assert.equal(await page.locator(".period").innerText(), "2025-01");
  await context.close();
});
