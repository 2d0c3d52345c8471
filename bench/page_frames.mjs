// How fluid a full page is: 10,000 nodes and 50,000 edges in Chromium without a window. WebGL runs on the
// processor there (SwiftShader), which is many times slower than any graphics card.
// usage: NEWSGRAPH=… NEWSGRAPH_WEB_FOLDER=build/release/web NEWSGRAPH_CHROMIUM=/usr/bin/chromium node bench/page_frames.mjs [NODES EDGES]
import { statSync } from "node:fs";

import { launch, makePage, open, workFolder } from "../tests/web/browser.mjs";
import { edge, graph, node, statement } from "../tests/web/graphs.mjs";

const [nodeCount = 10_000, edgeCount = 50_000] = process.argv.slice(2).map(Number);

// Preferential attachment with a fixed sequence of numbers, as in news: few are in most stories.
function newsLike() {
  let seed = 1;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const pick = () => Math.floor(nodeCount * random() ** 2.2);
  const relations = ["owns", "bans", "denounces"];
  const statuses = ["asserted", "asserted", "asserted", "planned", "ended"];
  const types = ["organization", "place", "person", "product"];
  const pad = (number) => String(number).padStart(5, "0");
  const nodes = Array.from({ length: nodeCount }, (_, i) => {
    const { x, y, ...rest } = node(pad(i), `Actor number ${i}`, types[i % 4]);
    return rest;
  });
  const edges = Array.from({ length: edgeCount }, (_, i) => {
    const [source, target] = [i < nodeCount ? i : pick(), pick()];
    const relation = relations[i % 3];
    const date = `20${10 + (i % 15)}-0${1 + (i % 9)}-1${i % 10}`;
    return edge(pad(source), relation, pad(target === source ? (target + 1) % nodeCount : target),
      [statement(`Actor number ${source} ${relation} actor number ${target}, as story ${i} has it.`,
        { subject: `Actor number ${source}`, object: `actor number ${target}`, trigger: relation, document: `d${i}`, title: `Story ${i}`, date })],
      { status: statuses[i % 5], key: `e_${i.toString(16).padStart(16, "0")}` });
  });
  return graph(nodes, edges);
}

const frames = (page, milliseconds) => page.evaluate((length) => new Promise((resolve) => {
  const times = [];
  const begin = performance.now();
  let last = begin;
  const step = (now) => {
    times.push(now - last);
    last = now;
    if (now - begin < length) requestAnimationFrame(step);
    else resolve(times.slice(1).sort((a, b) => a - b));
  };
  requestAnimationFrame(step);
}), milliseconds);

const quantile = (times, part) => times[Math.min(times.length - 1, Math.floor(part * times.length))] ?? NaN;
const report = (what, times) =>
  console.log(`${what.padEnd(28)} median ${quantile(times, 0.5).toFixed(0)} ms, 95% ${quantile(times, 0.95).toFixed(0)} ms, ${times.length} frames`);

async function timed(what, page, action) {
  const begin = Date.now();
  await action();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  console.log(`${what.padEnd(28)} ${Date.now() - begin} ms`);
}

const folder = workFolder();
const begin = Date.now();
const file = makePage(folder, "large", newsLike());
console.log(`${"written".padEnd(28)} ${Date.now() - begin} ms, ${(statSync(file).size / 1e6).toFixed(1)} MB`);

const browser = await launch();
const opened = Date.now();
const { page, events } = await open(browser, file, { viewport: { width: 1280, height: 800 } });
console.log(`${"opened".padEnd(28)} ${Date.now() - opened} ms`);
const box = await page.locator(".canvas").boundingBox();
const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];

report("at rest", await frames(page, 1500));
await page.mouse.move(x, y);
const dragging = frames(page, 4000);
await page.mouse.down();
for (let i = 0; i < 60; ++i) await page.mouse.move(x + 3 * i, y + 2 * i);
await page.mouse.up();
report("dragging", await dragging);
const zooming = frames(page, 4000);
for (let i = 0; i < 8; ++i) await page.mouse.wheel(0, -240);
report("zooming", await zooming);
await timed("a relation switched off", page, () => page.locator(".legend input").first().uncheck());
await timed("a node chosen", page, () => page.locator(".details .row").first().click());
await timed("a name searched", page, () => page.locator(".query").fill("actor number 77"));
if (events.errors.length > 0) console.log(events.errors.join("\n"));
await browser.close();
