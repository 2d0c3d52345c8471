// Around the drawing: its buttons, and what it has to say.
import type { Model } from "../model";
import type { Store } from "../state";
import { count, h, icon, name } from "./dom";

export interface StageActions {
  zoom(factor: number): void;
  fit(): void;
}

function cutNote({ totals, edges }: Model): HTMLElement | null {
  if (totals.edges <= edges.length) return null;
  return h("p", { class: "note cut" },
    `This page shows the strongest ${count(edges.length, "edge")} of ${totals.edges.toLocaleString("en")}. `,
    "newsgraph export with --relation, --entity or --min-statements chooses others.");
}

function focusNote(store: Store): HTMLElement {
  const note = h("p", { class: "note focus", hidden: true });
  const follow = () => {
    const { focus } = store.state;
    note.hidden = focus === null;
    if (focus === null) return;
    const hop = (hops: number, text: string) =>
      h("button", { type: "button", "aria-pressed": String(focus.hops === hops), onclick: () => store.update({ focus: { ...focus, hops } }) }, text);
    note.replaceChildren("Around ", name(focus.node.name), hop(1, "1 step"), hop(2, "2 steps"), hop(3, "3 steps"),
      h("button", { type: "button", onclick: () => store.update({ focus: null }) }, "Show everything"));
  };
  store.onChange((changes) => { if (changes.has("focus")) follow(); });
  return note;
}

// What is under the pointer, or has just been chosen, in words.
function announcer(store: Store): HTMLElement {
  const text = h("p", { class: "sr-only", role: "status" });
  store.onChange((changes) => {
    const { selection } = store.state;
    if (!changes.has("selection") || selection === null) return;
    text.textContent = selection.kind === "node" ? `${selection.node.name}, ${selection.node.type.title}, ${count(selection.node.edges.length, "edge")}`
      : `${selection.edge.source.name} ${selection.edge.relation.title} ${selection.edge.target.name}, ${selection.edge.status.title}`;
  });
  return text;
}

export function stage(store: Store, actions: StageActions): { element: HTMLElement; canvas: HTMLElement; warn(text: string): void } {
  const { base: model } = store;
  const canvas = h("div", {
    class: "canvas", tabindex: 0, role: "img",
    "aria-label": `Drawing of a graph with ${count(model.nodes.length, "node")} and ${count(model.edges.length, "edge")}. The panel Details lists the same in words; arrows move, plus and minus zoom.`,
  });
  const warning = h("p", { class: "note warning", hidden: true });
  const button = (which: Parameters<typeof icon>[0], text: string, run: () => void) =>
    h("button", { type: "button", title: text, "aria-label": text, onclick: run }, icon(which));
  const element = h("main", { class: "stage" }, canvas,
    h("div", { class: "notes" }, warning, cutNote(model), focusNote(store)),
    h("div", { class: "zoom" }, button("plus", "Nearer", () => actions.zoom(1.5)), button("minus", "Farther", () => actions.zoom(1 / 1.5)),
      button("fit", "The whole graph", actions.fit)),
    announcer(store));
  return { element, canvas, warn: (text) => { warning.hidden = false; warning.textContent = text; } };
}
