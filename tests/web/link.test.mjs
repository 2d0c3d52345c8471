// The address after "#": a link opens the page at the same place, and a hostile one does nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { open } from "./browser.mjs";
import { browser, file } from "./small_page.mjs";

const counts = (page) => page.locator(".counts").innerText();
// The page's policy allows no eval, which page.waitForFunction() needs.
async function waitForHash(page, test) {
  for (let i = 0; i < 400 && !test(new URL(page.url()).hash); ++i) await page.waitForTimeout(50);
  return new URL(page.url()).hash;
}
const settled = (page) => page.waitForTimeout(400);

async function at(hash) {
  const opened = await open(browser, file);
  await opened.page.goto("about:blank");
  await opened.page.goto(pathToFileURL(file).href + hash);
  await opened.page.waitForSelector(".toolbar");
  await settled(opened.page);
  return opened;
}

test("what is chosen and filtered is in the address, and comes back from it", async () => {
  const { page, context } = await open(browser, file);
  await page.locator(".legend").getByRole("checkbox", { name: /denounces/ }).uncheck();
  await page.getByLabel("Least confidence").fill("60");
  await page.getByLabel("From this date").fill("2023-02");
  await page.getByLabel("From this date").press("Enter");
  await page.locator(".details").getByRole("button", { name: /Stateland.*bans.*AppCo/ }).click();
  await page.keyboard.press("l");
  const hash = await waitForHash(page, (text) => text.includes("list=open"));
  for (const part of ["edge=e_", "hide-relation=denounces", "confidence=0.6", "since=2023-02", "list=open"]) assert.ok(hash.includes(part), hash);
  const [before, title] = [await counts(page), await page.locator(".details h2").innerText()];
  await context.close();
  const again = await at(hash);
  assert.equal(await counts(again.page), before);
  assert.equal(await again.page.locator(".details h2").innerText(), title);
  assert.equal(await again.page.getByLabel("From this date").inputValue(), "2023-02");
  assert.ok(await again.page.locator(".list").isVisible());
  await again.context.close();
});

test("neighbourhood and search come back; everything is shown again at once", async () => {
  const { page, context } = await at("#around=n_person&hops=1&search=slammed&node=n_person");
  assert.equal(await counts(page), "3 nodes · 2 of 3 edges");
  assert.match(await page.locator(".note.focus").innerText(), /Around Ann Smith/);
  assert.equal(await page.locator(".query").inputValue(), "slammed");
  await page.locator(".filters").getByRole("button", { name: "Show everything" }).click();
  assert.equal(await counts(page), "3 nodes · 3 edges");
  assert.equal(await page.locator(".query").inputValue(), "");
  assert.equal(await waitForHash(page, (text) => text === "#node=n_person"), "#node=n_person");
  // Another address in the same page.
  await page.evaluate(() => { location.hash = "#node=n_app&hide-type=person"; });
  await page.locator(".details h2", { hasText: "AppCo" }).waitFor();
  assert.equal(await counts(page), "2 of 3 nodes · 1 of 3 edges");
  await context.close();
});

const HOSTILE = [
  "#node=<img src=x onerror=alert(1)>&search=<script>alert(2)</script>&around=__proto__&group=constructor&open=toString",
  "#node=javascript:alert(3)&edge=%00%ff%fe&confidence=1e999&hops=-1&since=2024-99-99&until=%E2%80%AE",
  "#confidence=NaN&confidence=0.9&since=<b>&until=9999999999&hide-relation=__proto__&hide-type=hasOwnProperty",
  "#" + "node=n_app&".repeat(20_000),
  "#search=" + encodeURIComponent("\u202E\u0000\u2028<svg onload=alert(4)>".repeat(50)),
  "#%", "#&&&===", "#node", "#list=open&list=closed&group=state&group=type",
];

test("hostile addresses are harmless", async () => {
  for (const hash of HOSTILE) {
    const { page, context, events } = await at(hash);
    await page.keyboard.press("l");
    await settled(page);
    assert.match(await counts(page), /nodes · /);
    assert.deepEqual(events, { requests: [], dialogs: [], errors: [], popups: [] }, hash.slice(0, 100));
    assert.equal(await page.evaluate(() => document.querySelectorAll("img, iframe, script:not([id]):not(:last-of-type)").length), 0);
    assert.ok(page.url().startsWith("file:"));
    await context.close();
  }
});

test("dates are typed: a year, a month or a day", async () => {
  const { page, context } = await open(browser, file);
  const [since, until] = [page.getByLabel("From this date"), page.getByLabel("Until this date")];
  await until.fill("2024-06-30");
  await until.press("Enter");
  assert.equal(await page.getByLabel("Shown until").inputValue(), "15");
  await page.locator(".details").getByRole("button", { name: /Stateland.*bans.*AppCo/ }).click();
  assert.equal(await page.locator(".statement").count(), 1);
  await until.fill("2024");
  await until.press("Enter");
  assert.equal(await page.locator(".statement").count(), 2);
  await since.fill("2024-13");
  await since.press("Enter");
  assert.equal(await since.getAttribute("aria-invalid"), "true");
  assert.equal(await page.locator(".statement").count(), 2);
  await since.fill("");
  await since.press("Enter");
  assert.equal(await since.getAttribute("aria-invalid"), "false");
  await context.close();
});
