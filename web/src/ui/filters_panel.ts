// The legend, which filters: relations, types, statuses, confidence.
import type { Filters } from "../filter";
import { type GroupBy, groupings, noGrouping } from "../group";
import type { Kind } from "../model";
import type { Store } from "../state";
import { dot, h, lineSample } from "./dom";

type HiddenKey = "hiddenRelations" | "hiddenTypes" | "hiddenStatuses";

function legend(title: string, kinds: Kind[], key: HiddenKey, sample: (kind: Kind) => Element, store: Store): HTMLElement {
  const boxes: [Kind, HTMLInputElement][] = [];
  const hidden = (): ReadonlySet<number> => store.state.filters[key];
  const set = (value: Set<number>) => store.filter({ [key]: value } as Partial<Filters>);
  const toggle = (kind: Kind, on: boolean) => {
    const next = new Set(hidden());
    if (on) next.delete(kind.index);
    else next.add(kind.index);
    set(next);
  };
  // "only" of the one that is alone already shows all again.
  const only = (kind: Kind) => {
    const others = kinds.filter((other) => other !== kind).map((other) => other.index);
    const alone = !hidden().has(kind.index) && hidden().size === others.length;
    set(new Set(alone ? [] : others));
  };
  const rows = [...kinds].sort((a, b) => b.count - a.count || a.index - b.index).map((kind) => {
    const box = h("input", { type: "checkbox", onchange: () => toggle(kind, box.checked) });
    box.checked = true;
    boxes.push([kind, box]);
    return h("li", {}, h("label", {}, box, sample(kind), h("span", { class: "text" }, h("bdi", {}, kind.title)),
                         h("span", { class: "number" }, kind.count.toLocaleString("en"))),
             kinds.length > 1 && h("button", { type: "button", class: "only", onclick: () => only(kind), "aria-label": `Only ${kind.title}` }, "only"));
  });
  store.onChange((changes) => {
    if (changes.has("filters")) for (const [kind, box] of boxes) box.checked = !hidden().has(kind.index);
  });
  return h("fieldset", {}, h("legend", {}, title), h("ul", { class: "legend" }, ...rows));
}

function confidence(store: Store): HTMLElement {
  const output = h("output", {}, "any");
  const slider = h("input", { type: "range", min: 0, max: 100, step: 5, value: 0, "aria-label": "Least confidence, in percent",
                              oninput: () => store.filter({ minConfidence: Number(slider.value) / 100 }) });
  store.onChange((changes) => {
    if (!changes.has("filters")) return;
    const percent = Math.round(store.state.filters.minConfidence * 100);
    slider.value = String(percent);
    output.textContent = percent === 0 ? "any" : `at least ${percent}%`;
  });
  return h("fieldset", {}, h("legend", {}, "Confidence", output), slider);
}

// null where there is nothing to group by.
function grouping(store: Store): HTMLElement | null {
  const choices = groupings(store.base);
  if (choices.length === 0) return null;
  const select = h("select", { "aria-label": "Group by", onchange: () => {
    const by = select.value as GroupBy;
    store.update({ grouping: by === "" ? noGrouping : { by, open: new Set() } });
  } }, h("option", { value: "" }, "nothing"), ...choices.map(({ by, title }) => h("option", { value: by }, title)));
  const collapse = h("button", { type: "button", class: "link", onclick: () => store.update({ grouping: { ...store.state.grouping, open: new Set() } }) }, "Close all groups");
  const follow = () => {
    select.value = store.state.grouping.by;
    collapse.hidden = store.state.grouping.open.size === 0;
  };
  store.onChange((changes) => { if (changes.has("grouping")) follow(); });
  follow();
  return h("fieldset", {}, h("legend", {}, "Group by"), select, collapse);
}

export function filtersPanel(store: Store): HTMLElement {
  const { base: model } = store;
  const reset = h("button", { type: "button", class: "reset", onclick: () => store.reset() }, "Show everything");
  const follow = () => { reset.hidden = !store.isFiltered(); };
  store.onChange(follow);
  follow();
  const hasConfidence = model.edges.some((edge) => edge.data.confidence !== undefined);
  return h("aside", { class: "filters", id: "filters", "aria-label": "Legend and filters" }, h("div", { class: "scroll" },
    legend("Relations", model.relations, "hiddenRelations", (kind) => lineSample(kind.color, "solid"), store),
    legend("Status", model.statuses, "hiddenStatuses", (kind) => lineSample("currentColor", kind.line), store),
    legend("Types", model.types, "hiddenTypes", (kind) => dot(kind.color), store),
    hasConfidence && confidence(store),
    grouping(store),
    reset));
}
