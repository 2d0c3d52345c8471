// The time slider: when things were said, and from when to when they are shown.
import { isDate } from "../period";
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

// A field for a date as the user types it: "2023", "2023-03" or "2023-03-16".
function dateField(label: string, set: (date: string) => void): HTMLInputElement {
  const input = h("input", { type: "text", class: "date", size: 10, maxlength: 10, "aria-label": label, spellcheck: "false",
                             autocomplete: "off", title: "A year, a month or a day: 2023, 2023-03 or 2023-03-16" });
  const apply = () => {
    const text = input.value.trim();
    const good = text === "" || isDate(text);
    input.setAttribute("aria-invalid", String(!good));
    if (good) set(text);
  };
  input.addEventListener("change", apply);
  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter") apply();
  });
  return input;
}

// The bin that a date of any length falls into.
function binOf(bins: Bin[], date: string, last: boolean): number {
  const length = bins[0]?.date.length ?? 4;
  const key = date.length >= length ? date.slice(0, length) : last ? date + "\uffff" : date;
  const before = bins.filter((bin) => bin.date <= key).length - 1;
  return Math.max(0, date.length >= length || last ? before : bins.findIndex((bin) => bin.date >= key));
}

// Two handles on one track; null where the graph has no two dates.
export function timeline(store: Store): HTMLElement | null {
  const bins = timeBins(store.base.dates);
  if (bins.length === 0) return null;
  const last = bins.length - 1;
  const date = (place: number) => bins[place]?.date ?? "";
  const histogram = bars(bins);
  const handle = (label: string, value: number) =>
    h("input", { type: "range", min: 0, max: last, step: 1, value, "aria-label": label });
  const [from, to] = [handle("Shown from", 0), handle("Shown until", last)];
  const text = h("output", { class: "period sr-only" });
  const [since, until] = [dateField("From this date", (date) => store.filter({ since: date })), dateField("Until this date", (date) => store.filter({ until: date }))];
  const undated = h("input", { type: "checkbox", onchange: () => store.filter({ keepUndated: undated.checked }) });

  const apply = (moved: HTMLInputElement) => {
    if (Number(from.value) > Number(to.value)) moved.value = moved === from ? to.value : from.value;
    const at = Number(moved.value);
    // The other side may have been typed, more exactly than its handle can say.
    store.filter(moved === from ? { since: at === 0 ? "" : date(at) } : { until: at === last ? "" : date(at) });
  };
  for (const input of [from, to]) input.addEventListener("input", () => apply(input));

  const follow = () => {
    const { since: first, until: final, keepUndated } = store.state.filters;
    const [begin, end] = [first === "" ? 0 : binOf(bins, first, false), final === "" ? last : binOf(bins, final, true)];
    for (const [field, value] of [[since, first], [until, final]] as const) {
      field.value = value;
      field.placeholder = date(field === since ? 0 : last);
      field.setAttribute("aria-invalid", "false");
    }
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
    h("div", { class: "caption" }, h("span", { class: "title" }, "Time"), h("label", {}, "from ", since), h("label", {}, "to ", until), text,
      store.base.undated > 0 && h("label", { class: "undated" }, undated, `keep ${count(store.base.undated, "statement")} without a date`)),
    h("div", { class: "track" }, histogram.element, from, to));
}
