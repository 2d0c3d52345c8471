// Articles are hostile: nothing of theirs runs, loads or opens.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { launch, makePage, open, workFolder } from "./browser.mjs";
import { edge, graph, node, statement } from "./graphs.mjs";

const ATTACKS = [
  "</script><script>alert(1)</script>",
  "<!--<script>alert(2)",
  "<img src=x onerror=alert(3)>",
  '"><svg onload=alert(4)>',
  "</title></style></textarea><iframe src='javascript:alert(5)'></iframe>",
  "${alert(6)} {{7*7}} `alert(8)`",
  "\u2028alert(9)\u2029//",
  "<link rel=stylesheet href=https://attacker.example/x.css><img src=https://attacker.example/x.png>",
  "<meta http-equiv=refresh content='0;url=https://attacker.example/'>",
  "]]><!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
];
const ADDRESSES = [
  "javascript:alert(10)", "JaVaScRiPt:alert(11)", " javascript:alert(12)", "java\nscript:alert(13)", "data:text/html,<script>alert(14)</script>",
  "vbscript:alert(15)", "file:///etc/passwd", "blob:https://attacker.example/1", "//attacker.example/x", "http:alert(16)\"onclick=alert(17)",
];

// Every attack as every text that an article or a file may bring.
function hostileGraph() {
  const nodes = ATTACKS.flatMap((attack, i) => [
    node(`a${i}`, attack, attack, i * 10, 0, { aliases: [attack + " alias"], [`note ${attack}`]: attack }),
    node(`b${i}`, `${attack} object`, "place", i * 10, 50)]);
  const edges = ATTACKS.map((attack, i) => edge(`a${i}`, attack, `b${i}`, [
    statement(`${attack} bans ${attack} object`, { subject: attack, object: `${attack} object`, trigger: "bans", id: attack, document: attack, title: attack,
      date: i % 2 ? attack : "2024-01-0" + (i + 1), url: ADDRESSES[i], scope: attack, speaker: attack, rule: attack })],
    { status: attack, scope: attack, [`note ${attack}`]: attack }));
  return graph(nodes, edges);
}

let browser;
let file;
before(async () => {
  file = makePage(workFolder(), "hostile", hostileGraph());
  browser = await launch();
});
after(() => browser?.close());

async function visitEverything(page) {
  await page.locator(".query").fill("alert");
  await page.waitForSelector(".hits li");
  await page.keyboard.press("Escape");
  for (let i = 0; i < ATTACKS.length; ++i) {
    await page.locator(".details .row").nth(10 + i).click();
    await page.locator(".statement").first().waitFor();
    await page.locator(".details .end").first().click();
    await page.locator(".details .connection").first().waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
  }
}

test("nothing runs, loads or opens, and the text is shown as it is", async () => {
  const { page, context, events } = await open(browser, file);
  await visitEverything(page);
  await page.waitForTimeout(300);
  assert.deepEqual(events, { requests: [], dialogs: [], errors: [], popups: [] });
  assert.equal(await page.evaluate(() => document.querySelectorAll("iframe, img, object, embed, link[rel=stylesheet], base").length), 0);
  assert.equal(await page.evaluate(() => document.scripts.length), 3);
  const names = await page.locator(".details .name").allTextContents();
  assert.ok(names.includes(ATTACKS[0]), names.join("\n"));
  assert.equal(page.url().startsWith("file:"), true);
  await context.close();
});

test("addresses that are no web addresses are no links", async () => {
  const { page, context, events } = await open(browser, file);
  const links = new Set();
  for (let i = 0; i < ATTACKS.length; ++i) {
    await page.locator(".details .row").nth(10 + i).click();
    await page.locator(".statement").first().waitFor();
    for (const each of await page.locator(".details a").all()) links.add(await each.evaluate((a) => a.protocol));
    const headline = page.locator(".statement .headline").first();
    if ((await headline.evaluate((element) => element.tagName)) === "SPAN") await headline.click();
    await page.keyboard.press("Escape");
  }
  for (const protocol of links) assert.ok(["http:", "https:"].includes(protocol), protocol);
  assert.deepEqual(events, { requests: [], dialogs: [], errors: [], popups: [] });
  await context.close();
});

test("the policy of the page forbids what the page does not do", async () => {
  const { page, context } = await open(browser, file);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  assert.match(policy, /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; img-src data: blob:; base-uri 'none'; form-action 'none'$/);
  const ran = await page.evaluate(() => {
    const violations = [];
    document.addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.body.append(script);
    const image = document.createElement("img");
    image.src = "https://attacker.example/x.png";
    document.body.append(image);
    document.body.insertAdjacentHTML("beforeend", "<b id=bold onclick='window.ran = true'>x</b>");
    document.getElementById("bold").click();
    return new Promise((resolve) => setTimeout(() => resolve({ ran: window.ran === true, violations: violations.sort() }), 200));
  });
  assert.equal(ran.ran, false);
  assert.deepEqual(ran.violations, ["img-src", "script-src-attr", "script-src-elem"]);
  await context.close();
});

test("the data cannot leave their element", () => {
  const text = readFileSync(file, "utf8");
  const data = text.slice(text.indexOf('id="data">') + 10);
  const json = data.slice(0, data.indexOf("</script>"));
  assert.doesNotMatch(json, /[<>&\u2028\u2029]/);
  assert.equal(JSON.parse(json).nodes.length, 2 * ATTACKS.length);
});
