// The side panel.
import type { Store } from "../state";
import { edgeDetails } from "./edge_details";
import { h, icon, replace } from "./dom";
import { followCards } from "./statement";
import { nodeDetails, type NodeActions } from "./node_details";
import { overview } from "./overview";

export function detailsPanel(store: Store, actions: NodeActions): HTMLElement {
  const body = h("div", { class: "scroll" });
  const close = h("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => store.select(null) }, icon("close"));
  const panel = h("aside", { class: "details", "aria-label": "Details" }, close, body);
  const render = () => {
    const { selection } = store.state;
    panel.classList.toggle("chosen", selection !== null);
    close.hidden = selection === null;
    if (selection === null) replace(body, ...overview(store));
    else if (selection.kind === "edge") replace(body, ...edgeDetails(selection.edge, store));
    else replace(body, ...nodeDetails(selection.node, store, actions));
  };
  const showCurrent = () => body.querySelector(".statement.current")?.scrollIntoView({ block: "nearest" });
  store.onChange((changes) => {
    if (!changes.has("selection") && !changes.has("shown")) {
      if (changes.has("review") || changes.has("current")) followCards(body);
      if (changes.has("current")) showCurrent();
      return;
    }
    const inside = body.contains(document.activeElement);
    render();
    if (!changes.has("selection")) return;
    body.scrollTop = 0;
    showCurrent();
    // What was chosen here with the keyboard is gone: its reader goes on at the new heading.
    if (inside) body.querySelector<HTMLElement>("h2")?.focus();
  });
  render();
  return panel;
}
