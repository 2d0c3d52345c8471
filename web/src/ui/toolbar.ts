// The bar on top.
import type { Store } from "../state";
import { count, h, icon, svg } from "./dom";

export interface ToolbarActions {
  picture(): void;
  graphml(): void;
  csv(): void;
  decisions(): void;
  list(): void;
  theme(): void;
  filters(): void;
  help(): void;
}

function logo(): SVGElement {
  return svg("svg", { viewBox: "0 0 32 32", class: "logo", "aria-hidden": "true" },
    svg("path", { d: "M9 22 16 9l8 12z", fill: "none", stroke: "#0072b2", "stroke-width": 2.5 }),
    svg("circle", { cx: 16, cy: 8, r: 5, fill: "#c43c1c" }), svg("circle", { cx: 8, cy: 23, r: 5, fill: "#0072b2" }),
    svg("circle", { cx: 24, cy: 22, r: 5, fill: "#b87a00" }));
}

// "61 of 84 edges" where something is hidden.
function share(part: number, all: number, what: string): string {
  return part === all ? count(all, what) : `${part.toLocaleString("en")} of ${count(all, what)}`;
}

function counts(store: Store): HTMLElement {
  const text = h("p", { class: "counts", role: "status" });
  const follow = () => {
    const { shown, model } = store;
    text.textContent = `${share(shown.nodeCount, model.nodes.length, "node")} · ${share(shown.edgeCount, model.edges.length, "edge")}`;
  };
  store.onChange((changes) => { if (changes.has("shown")) follow(); });
  follow();
  return text;
}

function saveMenu(actions: ToolbarActions): HTMLElement {
  const menu = h("details", { class: "menu" });
  const item = (text: string, note: string, run: () => void) =>
    h("button", { type: "button", onclick: () => { menu.open = false; run(); } }, h("strong", {}, text), h("span", {}, note));
  menu.append(h("summary", { class: "tool", title: "Save what is shown" }, icon("download"), h("span", { class: "text" }, "Save")),
    h("div", { class: "items" }, item("Picture (PNG)", "as it is on the screen", actions.picture),
      item("GraphML", "the nodes and edges that are shown, with their statements", actions.graphml),
      item("Statements (CSV)", "a table of what is shown, for a spreadsheet", actions.csv),
      item("Decisions", "what you accepted, rejected and noted, for newsgraph --decisions", actions.decisions)));
  menu.addEventListener("focusout", (event) => { if (!menu.contains(event.relatedTarget as globalThis.Node | null)) menu.open = false; });
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape") menu.open = false; });
  return menu;
}

function listButton(store: Store, actions: ToolbarActions): HTMLElement {
  const button = h("button", { type: "button", class: "tool", title: "List of statements (l)", onclick: actions.list }, icon("list"), h("span", { class: "text" }, "Statements"));
  const follow = () => button.setAttribute("aria-pressed", String(store.state.listOpen));
  store.onChange((changes) => { if (changes.has("listOpen")) follow(); });
  follow();
  return button;
}

export function toolbar(store: Store, search: HTMLElement, actions: ToolbarActions): HTMLElement {
  const button = (which: Parameters<typeof icon>[0], text: string, run: () => void, extra = {}) =>
    h("button", { type: "button", class: "tool", title: text, "aria-label": text, onclick: run, ...extra }, icon(which));
  return h("header", { class: "toolbar" },
    button("filter", "Legend and filters", actions.filters, { "aria-controls": "filters" }),
    h("h1", {}, logo(), h("span", {}, "newsgraph")), counts(store), search,
    listButton(store, actions), saveMenu(actions), button("sun", "Dark or light", actions.theme), button("help", "Help", actions.help));
}
