// The side panel: what a click on a node or an edge shows.
import assert from "node:assert/strict";
import { test } from "node:test";

import { makePage, open, workFolder } from "./browser.mjs";
import { edge, graph, node, places, statement } from "./graphs.mjs";
import { browser, file } from "./small_page.mjs";

const details = (page) => page.locator(".details");

test("an edge that is clicked in the drawing shows its statements", async () => {
  const pair = graph([node("a", "Left", "place", 0, 0), node("b", "Right", "place", 100, 0)],
    [edge("a", "bans", "b", [statement("Left banned Right.", { subject: "Left", object: "Right", trigger: "banned", document: "d" })])]);
  const { page, context } = await open(browser, makePage(workFolder(), "pair", pair));
  const { middle, reach } = await places(page);
  await page.mouse.click(middle.x, middle.y);
  await details(page).getByText("Left banned Right.").waitFor();
  assert.equal(await details(page).locator("h2 .relation").innerText(), "bans");
  await page.mouse.click(middle.x + reach, middle.y);
  await details(page).locator("h2", { hasText: /^Right$/ }).waitFor();
  assert.match(await details(page).innerText(), /What is done to it/i);
  await page.mouse.click(middle.x, middle.y - 200);
  await details(page).getByText("Where to begin").waitFor();
  await context.close();
});

test("a statement is shown with date, document, link and marks", async () => {
  const { page, context, events } = await open(browser, file);
  await details(page).getByRole("button", { name: /Stateland.*bans.*AppCo/ }).click();
  const first = details(page).locator(".statement").first();
  assert.equal(await first.locator("time").innerText(), "2023-03-16");
  const link = first.locator("a");
  assert.equal(await link.getAttribute("href"), "https://news.example/a?b=1&c=2");
  assert.equal(await link.getAttribute("rel"), "noopener noreferrer");
  assert.match(await link.innerText(), /State bans the app/);
  assert.equal(await first.locator("blockquote").textContent(), "Yesterday 🙂 Stateland banned AppCo from phones.");
  const marks = await first.locator("mark").evaluateAll((all) => all.map((each) => [each.className, each.textContent]));
  assert.deepEqual(marks, [["subject", "Stateland"], ["trigger", "banned"], ["object", "AppCo"]]);
  assert.match(await first.locator("footer").innerText(), /95%.*from phones.*verb:ban/s);
  assert.match(await details(page).locator(".statement").nth(1).locator("footer").innerText(), /said by a minister/);
  assert.match(await details(page).locator(".facts").innerText(), /2 statements.*2023-03-16 to 2024-07-01/);
  assert.deepEqual(events, { requests: [], dialogs: [], errors: [], popups: [] });
  await context.close();
});

test("a node shows its name, aliases, edges and their sentences", async () => {
  const { page, context } = await open(browser, file);
  await details(page).getByRole("button", { name: "Stateland 2" }).click();
  const text = await details(page).innerText();
  assert.match(text, /also: The State, Étatland/);
  assert.match(text, /Stateland has banned AppCo\./);
  assert.match(text, /Ann Smith slammed Stateland\./);
  await details(page).locator(".other", { hasText: "AppCo" }).click();
  assert.equal(await details(page).locator("h2").innerText(), "AppCo");
  await context.close();
});

test("a double click on a node shows its neighbourhood only", async () => {
  const chain = graph([node("a", "A", "place", 0, 0), node("b", "B", "place", 100, 0), node("c", "C", "place", 50, 30), node("d", "D", "place", 50, -30)],
    [edge("a", "owns", "c", [statement("A owns C.")]), edge("c", "owns", "b", [statement("C owns B.")]), edge("b", "owns", "d", [statement("B owns D.")])]);
  const { page, context } = await open(browser, makePage(workFolder(), "chain", chain));
  const { middle, reach } = await places(page);
  await page.mouse.dblclick(middle.x - reach, middle.y);
  await page.locator(".note.focus", { hasText: "Around A" }).waitFor();
  assert.equal(await page.locator(".counts").innerText(), "2 of 4 nodes · 1 of 3 edges");
  await page.getByRole("button", { name: "2 steps" }).click();
  assert.equal(await page.locator(".counts").innerText(), "3 of 4 nodes · 2 of 3 edges");
  await page.locator(".note.focus").getByRole("button", { name: "Show everything" }).click();
  assert.equal(await page.locator(".counts").innerText(), "4 nodes · 3 edges");
  await context.close();
});

test("parallel edges and loops can be told apart", async () => {
  const many = graph([node("a", "A", "place", 0, 0), node("b", "B", "place", 100, 0)],
    [edge("a", "owns", "b", [statement("straight")]), edge("a", "bans", "b", [statement("left")]), edge("b", "owns", "a", [statement("back")]),
     edge("a", "denounces", "a", [statement("itself")])]);
  const { page, context } = await open(browser, makePage(workFolder(), "many", many));
  const { middle, reach } = await places(page);
  const found = new Set();
  for (let offset = -0.35; offset <= 0.35; offset += 0.025) {
    await page.mouse.click(middle.x, middle.y + offset * reach);
    await page.waitForTimeout(350);  // two clicks in less time are a double click
    const sentence = details(page).locator("blockquote");
    if ((await sentence.count()) === 1) found.add(await sentence.innerText());
  }
  assert.deepEqual([...found].sort(), ["back", "left", "straight"]);
  await context.close();
});
