// What is drawn: every node that is shown stands in the window, whatever was filtered, grouped or chosen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, makePage, open as openAny, workFolder } from "./browser.mjs";
import { edge, graph, node, statement } from "./graphs.mjs";

const folder = workFolder();
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

// Nothing moves: what is asked for is there at once.
const open = (browser, file, options = {}) => openAny(browser, file, { reducedMotion: "reduce", ...options });

const pad = (i) => String(i).padStart(2, "0");

// No places, so that the page lays it out: one component of twenty nodes, and fifty pairs.
function scattered() {
  const nodes = [];
  const edges = [];
  const add = (id, type = "organization") => nodes.push({ id: `n_${id}`, name: `Company ${id}`, entity_type: type });
  for (let i = 0; i < 20; ++i) {
    add(`hub${pad(i)}`);
    if (i > 0) edges.push(edge(`hub${pad(i)}`, "owns", `hub${pad(i >> 2)}`, [statement(`Hub ${i} owns it.`, { date: `2024-0${1 + (i % 9)}-01` })]));
  }
  for (let i = 0; i < 50; ++i) {
    add(`a${pad(i)}`, "place");
    add(`b${pad(i)}`);
    edges.push(edge(`a${pad(i)}`, "bans", `b${pad(i)}`, [statement(`A ${i} bans B ${i}.`)]));
  }
  return graph(nodes, edges);
}

const positions = (page) => page.evaluate(() => window.newsgraph.positions());

// Waits until nothing moves, then returns where the nodes are, all of them inside of the canvas.
async function inside(page, expected) {
  let last = "";
  for (let i = 0; i < 60; ++i) {
    await page.waitForTimeout(120);
    const now = JSON.stringify(await positions(page));
    if (now === last) break;
    last = now;
  }
  const { width, height } = await page.locator(".canvas").boundingBox();
  const places = JSON.parse(last);
  assert.equal(places.length, expected);
  for (const { name, x, y } of places) assert.ok(x > 0 && x < width && y > 0 && y < height, `${name} at ${x}, ${y} of ${width} x ${height}`);
  return { places, width, height };
}

// Whether anything but the ground is painted near the place.
async function isPainted(page, { x, y }) {
  const box = await page.locator(".canvas").boundingBox();
  const clip = { x: box.x + x - 3, y: box.y + y - 3, width: 6, height: 6 };
  const png = (await page.screenshot({ clip })).toString("base64");
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context.drawImage(bitmap, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return [...pixels].some((value, i) => i % 4 < 3 && value < 225);
  }, png);
}

async function choose(page, name) {
  await page.locator(".query").fill(name);
  await page.locator(".hits li.node-hit").first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".canvas").focus();
}

test("fifty pairs are packed in rows beside the large component", async () => {
  const { page, context, events } = await open(browser, makePage(folder, "scattered", scattered()), { colorScheme: "light" });
  const { places, width, height } = await inside(page, 120);
  const extent = (axis) => Math.max(...places.map((p) => p[axis])) - Math.min(...places.map((p) => p[axis]));
  assert.ok(extent("x") > 0.6 * width || extent("y") > 0.6 * height, "the drawing fills the window");
  const at = new Map(places.map((place) => [place.name, place]));
  const rows = new Set();
  for (let i = 0; i < 50; ++i) {
    const [a, b] = [at.get(`Company a${pad(i)}`), at.get(`Company b${pad(i)}`)];
    assert.ok(Math.abs(a.y - b.y) < 2, "a pair lies flat");
    rows.add(Math.round(a.y));
  }
  assert.ok(rows.size < 30, `${rows.size} rows`);
  assert.deepEqual(events.errors, []);
  await context.close();
});

test("the neighbourhood is seen, by key, by button and by double click", async () => {
  const { page, context } = await open(browser, makePage(folder, "scattered", scattered()), { colorScheme: "light" });
  await choose(page, "Company hub00");
  await page.keyboard.press("n");
  const { places } = await inside(page, 4);
  for (const place of places) assert.ok(await isPainted(page, place), place.name);
  await page.locator(".note.focus").getByRole("button", { name: "2 steps" }).click();
  await inside(page, 16);
  await page.locator(".note.focus").getByRole("button", { name: "Show everything" }).click();
  const everything = await inside(page, 120);
  await page.locator(".details").getByRole("button", { name: "Neighbourhood" }).click();
  await inside(page, 4);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await inside(page, 120);
  const hub = everything.places.find(({ name }) => name === "Company hub01");
  const box = await page.locator(".canvas").boundingBox();
  await page.mouse.dblclick(box.x + hub.x, box.y + hub.y);
  await page.locator(".note.focus", { hasText: "Around Company hub01" }).waitFor();
  await inside(page, 6);
  await context.close();
});

test("a filter lays out what is left, so that it fills the window", async () => {
  const { page, context } = await open(browser, makePage(folder, "scattered", scattered()));
  await page.locator(".legend").getByRole("checkbox", { name: /bans/ }).uncheck();
  const { places, width, height } = await inside(page, 20);
  const extent = (axis) => Math.max(...places.map((p) => p[axis])) - Math.min(...places.map((p) => p[axis]));
  assert.ok(extent("x") > 0.5 * width || extent("y") > 0.5 * height);
  await context.close();
});

test("what is hidden leaves no dot", async () => {
  const pair = graph([node("a", "Left", "place", -100, 0), node("b", "Right", "place", 100, 0), node("c", "Person", "person", -100, 100),
                      node("d", "Other", "person", 100, 100)],
    [edge("a", "bans", "b", [statement("Left banned Right.")]), edge("c", "denounces", "d", [statement("Person slammed Other.")])]);
  const { page, context } = await open(browser, makePage(folder, "pair", pair), { colorScheme: "light" });
  await page.locator(".legend").getByRole("checkbox", { name: /denounces/ }).uncheck();
  const { places } = await inside(page, 2);
  const box = await page.locator(".canvas").boundingBox();
  await page.mouse.move(0, 0);
  // Everything but the two nodes, their names and the line between them is bare ground.
  const marks = [];
  for (let x = 6; x < box.width - 80; x += 6)
    for (const y of [box.height * 0.25, box.height * 0.75]) marks.push({ x, y });
  const png = (await page.screenshot({ clip: box })).toString("base64");
  const dirty = await page.evaluate(async ({ data, keep }) => {
    const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    canvas.drawImage(bitmap, 0, 0);
    const { data: pixels, width } = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
    const found = [];
    for (let i = 0; i < pixels.length; i += 4) {
      const [x, y] = [(i / 4) % width, Math.floor(i / 4 / width)];
      const near = Math.abs(y - keep[0].y) < 40 || x > width - 80;
      if (!near && pixels[i] + pixels[i + 1] + pixels[i + 2] < 720) found.push([x, y]);
    }
    return found.slice(0, 5);
  }, { data: png, keep: places });
  assert.deepEqual(dirty, []);
  await context.close();
});

test("Find in the graph shows the node with its neighbours", async () => {
  const { page, context } = await open(browser, makePage(folder, "scattered", scattered()));
  await choose(page, "Company hub00");
  await page.locator(".details").getByRole("button", { name: "Find in the graph" }).click();
  await page.waitForTimeout(700);
  const { width, height } = await page.locator(".canvas").boundingBox();
  const near = (await positions(page)).filter(({ name }) => ["Company hub00", "Company hub01", "Company hub02", "Company hub03"].includes(name));
  assert.equal(near.length, 4);
  for (const { name, x, y } of near) assert.ok(x > 0 && x < width && y > 0 && y < height, name);
  const extent = (axis) => Math.max(...near.map((p) => p[axis])) - Math.min(...near.map((p) => p[axis]));
  assert.ok(extent("x") > 0.35 * width || extent("y") > 0.35 * height, "they fill the window");
  await context.close();
});

test("places of a file are kept", async () => {
  const square = graph([node("a", "A", "place", 0, 0), node("b", "B", "place", 100, 0), node("c", "C", "place", 100, 100), node("d", "D", "place", 0, 100)],
    [edge("a", "owns", "b", [statement("A owns B.")]), edge("c", "owns", "d", [statement("C owns D.")])]);
  const { page, context } = await open(browser, makePage(folder, "square", square));
  const { places } = await inside(page, 4);
  const at = Object.fromEntries(places.map((place) => [place.name, place]));
  const side = at.B.x - at.A.x;
  assert.ok(side > 100);
  assert.ok(Math.abs(at.A.y - at.D.y - side) < 1 && Math.abs(at.B.x - at.C.x) < 1, JSON.stringify(at));
  await context.close();
});

test("nodes are grouped, and a group is opened and closed", async () => {
  const { page, context, events } = await open(browser, makePage(folder, "scattered", scattered()));
  await page.getByLabel("Group by").selectOption("type");
  await inside(page, 2);
  assert.match(await page.locator(".counts").innerText(), /^2 nodes · 1 edge$/);
  await page.locator(".details .row", { hasText: "place" }).first().click();
  assert.match(await page.locator(".details").innerText(), /50 members/);
  await page.locator(".details").getByRole("button", { name: "Open the group" }).click();
  await inside(page, 51);
  await page.getByRole("button", { name: "Close all groups" }).click();
  await inside(page, 2);
  // The statements behind an edge between groups are all there.
  await page.locator(".details .connection summary .badge").first().click();
  await page.locator(".details").getByText("A 0 bans B 0.").waitFor();
  await page.getByLabel("Group by").selectOption("");
  await inside(page, 120);
  assert.deepEqual(events.errors, []);
  await context.close();
});
