// The largest graph that a page holds: what moving it costs the page's own program. What the drawing itself takes is the
// graphics card's affair, which is not here: WebGL draws nothing in this test. Times are of the processor, so that a busy
// machine changes little.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, makePage, open, workFolder } from "./browser.mjs";
import { largest, places } from "./graphs.mjs";

const FRAME = 16; // milliseconds, for sixty frames a second; it takes 2 to 5
const CHANGE = 1000; // a filter, for all nodes and edges anew; takes 130

const folder = workFolder();
let browser;
let file;
before(async () => {
  browser = await launch();
  file = makePage(folder, "large", largest());
}, { timeout: 300_000 });
after(() => browser.close());

// Runs in the page: no drawing, and a count of frames in which the page did something.
function watch() {
  for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext]) {
    for (const name of ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced"]) {
      if (name in prototype) prototype[name] = () => {};
    }
  }
  window.frames_ = 0;
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => request((time) => { ++window.frames_; callback(time); });
}

// Milliseconds of script while `act` runs, and frames.
async function cost(page, session, act) {
  const read = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return { script: 1000 * metrics.find(({ name }) => name === "ScriptDuration").value, frames: await page.evaluate(() => window.frames_) };
  };
  const start = await read();
  await act();
  const end = await read();
  return { script: end.script - start.script, frames: end.frames - start.frames };
}

test("moving and filtering 10,000 nodes and 50,000 edges stays fluid", { timeout: 600_000 }, async () => {
  const { page, context, events } = await open(browser, file, {}, (each) => each.addInitScript(watch));
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  assert.match(await page.locator(".toolbar").innerText(), /10,000 nodes/);
  const { middle } = await places(page);
  await page.mouse.move(middle.x, middle.y);

  const zoom = await cost(page, session, async () => {
    for (let i = 0; i < 12; ++i) {
      await page.mouse.wheel(0, i < 6 ? -120 : 120);
      await page.waitForTimeout(60);
    }
  });
  const drag = await cost(page, session, async () => {
    await page.mouse.down();
    for (let i = 0; i < 30; ++i) await page.mouse.move(middle.x + 5 * i, middle.y + 3 * i);
    await page.mouse.up();
  });
  const filter = await cost(page, session, async () => {
    await page.locator(".legend input").first().click();
    await page.locator(".toolbar", { hasText: "of 50,000 edges" }).waitFor();
    await page.waitForTimeout(300);
  });
  console.log(`script a frame: zooming ${(zoom.script / zoom.frames).toFixed(1)} ms, dragging ${(drag.script / drag.frames).toFixed(1)} ms;` +
    ` a filter: ${filter.script.toFixed(0)} ms`);
  for (const { script, frames } of [zoom, drag]) {
    assert.ok(frames > 5, `${frames} frames`);
    assert.ok(script / frames < FRAME, `${script / frames} ms a frame`);
  }
  assert.ok(filter.script < CHANGE, `${filter.script} ms`);
  assert.deepEqual(events.errors, []);
  await context.close();
});
