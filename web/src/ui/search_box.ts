// The search box: a combobox with a list of what was found.
import { type Hit, Search } from "../search";
import { fold } from "../search";
import type { Store } from "../state";
import { h, icon, name, replace } from "./dom";
import { nodeName, relationLabel } from "./kinds";

const WAIT = 90; // milliseconds after the last key

function excerpt(text: string, query: string): string {
  const at = Math.max(0, fold(text).indexOf(fold(query)) - 40);
  return (at > 0 ? "…" : "") + text.slice(at, at + 130) + (text.length > at + 130 ? "…" : "");
}

function content(hit: Hit, query: string): Element[] {
  if (hit.kind === "node") {
    return [nodeName(hit.node), h("span", { class: "aside" }, ...(hit.alias ? [name(hit.alias)] : [hit.node.type.title]))];
  }
  return [h("span", { class: "triple" }, name(hit.edge.source.name), relationLabel(hit.edge), name(hit.edge.target.name)),
          h("span", { class: "excerpt" }, excerpt(hit.statement.data.text ?? "", query))];
}

export function searchBox(store: Store, choose: (hit: Hit) => void): { element: HTMLElement; input: HTMLInputElement } {
  const search = new Search(store.base);
  let hits: Hit[] = [];
  let active = -1;
  let timer = 0;
  const list = h("ul", { class: "hits", id: "hits", role: "listbox", "aria-label": "Found", hidden: true });
  const status = h("span", { class: "sr-only", role: "status" });
  const input = h("input", {
    type: "search", class: "query", placeholder: "Search names and sentences", autocomplete: "off", spellcheck: "false",
    role: "combobox", "aria-label": "Search", "aria-expanded": "false", "aria-controls": "hits", "aria-autocomplete": "list",
  });

  const open = (yes: boolean) => {
    list.hidden = !yes;
    input.setAttribute("aria-expanded", String(yes));
  };
  const activate = (place: number) => {
    active = place;
    list.querySelectorAll("li").forEach((row, i) => row.setAttribute("aria-selected", String(i === place)));
    if (place < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `hit-${place}`);
    list.children[place]?.scrollIntoView({ block: "nearest" });
  };
  const take = (place: number) => {
    const hit = hits[place];
    if (hit === undefined) return;
    open(false);
    choose(hit);
  };
  const run = () => {
    hits = search.find(input.value);
    const rows = hits.map((hit, i) =>
      h("li", { id: `hit-${i}`, role: "option", class: `${hit.kind}-hit`, "aria-selected": "false",
                onmousedown: (event: MouseEvent) => { event.preventDefault(); take(i); } }, ...content(hit, input.value)));
    const nothing = input.value.trim() !== "" && hits.length === 0;
    replace(list, ...rows, nothing && h("li", { class: "nothing" }, "Nothing found"));
    status.textContent = input.value.trim() === "" ? "" : `${hits.length} found`;
    open(input.value.trim() !== "");
    activate(hits.length > 0 ? 0 : -1);
  };

  input.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => { store.update({ query: input.value }); run(); }, WAIT);
  });
  store.onChange((changes) => {
    if (!changes.has("query") || store.state.query === input.value) return;
    input.value = store.state.query;
    if (input.value === "") open(false);
  });
  input.addEventListener("focus", () => { if (input.value.trim() !== "") run(); });
  input.addEventListener("blur", () => open(false));
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (hits.length > 0) activate((active + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length);
    } else if (event.key === "Enter") {
      window.clearTimeout(timer);
      store.update({ query: input.value });
      if (list.hidden) run();
      take(Math.max(active, 0));
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (list.hidden && input.value === "") input.blur();
      if (list.hidden) { input.value = ""; store.update({ query: "" }); }
      open(false);
    }
  });
  input.value = store.state.query;
  return { element: h("div", { class: "search", role: "search" }, icon("search"), input, list, status), input };
}
