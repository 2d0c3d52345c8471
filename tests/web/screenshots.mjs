// Takes pictures of the page. Started by scripts/screenshots.
// usage: node screenshots.mjs ARTICLES FOLDER
import { mkdirSync } from "node:fs";
import path from "node:path";

import { launch, newsgraph, open, workFolder } from "./browser.mjs";

const [articles, folder] = process.argv.slice(2);

const search = async (page, text) => {
  await page.locator(".query").fill(text);
  await page.waitForSelector(".hits li.node-hit");
  await page.keyboard.press("Enter");
};

// What is done before the picture is taken.
const PICTURES = [
  { name: "page", width: 1440, height: 860, colorScheme: "light", prepare: async () => {} },
  { name: "page-node", width: 1440, height: 860, colorScheme: "light", prepare: (page) => search(page, "TikTok") },
  { name: "page-edge-dark", width: 1440, height: 860, colorScheme: "dark",
    prepare: (page) => page.locator(".details .row", { hasText: /United States.*bans.*TikTok/ }).first().click() },
  { name: "page-list", width: 1440, height: 860, colorScheme: "light",
    prepare: async (page) => { for (const key of ["l", "ArrowDown", "ArrowDown", "a", "a", "r", "ArrowDown"]) await page.keyboard.press(key); } },
  { name: "page-narrow", width: 420, height: 800, colorScheme: "light", prepare: (page) => search(page, "TikTok") },
];

mkdirSync(folder, { recursive: true });
const file = path.join(workFolder(), "news.html");
newsgraph("export", articles, "-o", file, "--quiet");
const browser = await launch();
for (const { name, width, height, colorScheme, prepare } of PICTURES) {
  const { page, context } = await open(browser, file, { viewport: { width, height }, colorScheme, reducedMotion: "reduce" });
  await prepare(page);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(1500); // until the camera rests
  const target = path.join(folder, `${name}.png`);
  await page.screenshot({ path: target });
  console.log(target);
  await context.close();
}
await browser.close();
