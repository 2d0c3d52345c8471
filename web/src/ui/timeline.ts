// The time slider: when things were said, and from when to when they are shown.
import type { Store } from "../state";
import { count, h } from "./dom";
import { type Bin, timeBins } from "./time_bins";

function bars(bins: Bin[]): { element: HTMLElement; mark(from: number, to: number): void } {
  const most = bins.reduce((max, bin) => Math.max(max, bin.count), 1);
  const list = bins.map((bin) => {
    const bar = h("span", { title: `${bin.date}: ${count(bin.count, "statement")}` });
    bar.style.setProperty("--height", bin.count === 0 ? "0" : String(0.12 + 0.88 * Math.sqrt(bin.count / most)));
    return bar;
  });
  const mark = (from: number, to: number) => list.forEach((bar, i) => bar.classList.toggle("out", i < from || i > to));
  return { element: h("div", { class: "bars", "aria-hidden": "true" }, ...list), mark };
}

// Two handles on one track; null where the graph has no two dates.
export function timeline(store: Store): HTMLElement | null {
  const bins = timeBins(store.model.dates);
  if (bins.length === 0) return null;
  const last = bins.length - 1;
  const date = (place: number) => bins[place]?.date ?? "";
  const histogram = bars(bins);
  const handle = (label: string, value: number) =>
    h("input", { type: "range", min: 0, max: last, step: 1, value, "aria-label": label });
  const [from, to] = [handle("Shown from", 0), handle("Shown until", last)];
  const text = h("output", { class: "period" });
  const undated = h("input", { type: "checkbox", onchange: () => store.filter({ keepUndated: undated.checked }) });

  const apply = (moved: HTMLInputElement) => {
    if (Number(from.value) > Number(to.value)) moved.value = moved === from ? to.value : from.value;
    const [begin, end] = [Number(from.value), Number(to.value)];
    store.filter({ since: begin === 0 ? "" : date(begin), until: end === last ? "" : date(end) });
  };
  for (const input of [from, to]) input.addEventListener("input", () => apply(input));

  const place = (value: string, otherwise: number) => (value === "" ? otherwise : bins.findIndex((bin) => bin.date === value));
  const follow = () => {
    const { since, until, keepUndated } = store.state.filters;
    const [begin, end] = [place(since, 0), place(until, last)];
    [from.value, to.value, undated.checked] = [String(begin), String(end), keepUndated];
    for (const [input, at] of [[from, begin], [to, end]] as const) input.setAttribute("aria-valuetext", date(at));
    // Where both handles meet, the one that still can move is on top.
    from.classList.toggle("top", begin === last);
    text.textContent = begin === end ? date(begin) : `${date(begin)} to ${date(end)}`;
    histogram.mark(begin, end);
  };
  store.onChange((changes) => { if (changes.has("filters")) follow(); });
  follow();
  return h("section", { class: "timeline", "aria-label": "Time" },
    h("div", { class: "caption" }, h("span", { class: "title" }, "Time"), text,
      store.model.undated > 0 && h("label", { class: "undated" }, undated, `keep ${count(store.model.undated, "statement")} without a date`)),
    h("div", { class: "track" }, histogram.element, from, to));
}
