// What the keys do, what the signs mean, and whose work is in the page.
import { h, icon, lineSample } from "./dom";

const KEYS: [keys: string, what: string][] = [
  ["/", "search"],
  ["Esc", "close, then show everything"],
  ["+  −", "nearer, farther"],
  ["arrows", "move (when the graph has the focus)"],
  ["0", "the whole graph"],
  ["n", "neighbourhood of what is chosen"],
  ["g", "open or close the group that is chosen"],
  ["f", "legend and filters"],
  ["l", "list of statements"],
  ["↑ ↓  j k", "next and last one (in the list)"],
  ["a  r", "accept, reject the statement at hand"],
  ["m", "a note on it"],
  ["u", "undo that decision"],
  ["t", "dark or light"],
  ["?", "this help"],
];

export function helpDialog(): HTMLDialogElement {
  const table = h("table", {}, ...KEYS.map(([keys, what]) => h("tr", {}, h("th", { scope: "row" }, h("kbd", {}, keys)), h("td", {}, what))));
  const signs = h("ul", { class: "signs" },
    h("li", {}, lineSample("currentColor", "solid"), "asserted: the article says that it is so"),
    h("li", {}, lineSample("currentColor", "dashed"), "planned, threatened or asked for"),
    h("li", {}, lineSample("currentColor", "dotted"), "ended: it was so"),
    h("li", {}, lineSample("currentColor", "dashdot"), "denied: somebody says that it is not so"),
    h("li", {}, "The wider an edge, the more statements stand behind it; the larger a node, the more edges it has."));
  const licences = document.getElementById("licences")?.textContent?.trim() ?? "";
  const dialog = h("dialog", { class: "help", "aria-labelledby": "help-title" },
    h("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => dialog.close() }, icon("close")),
    h("h2", { id: "help-title" }, "How to read this page"),
    signs,
    h("p", {}, "Click a node or an edge to see the sentences behind it. Double-click a node for its neighbourhood. Drag to move, scroll to zoom. The legend on the left shows and hides. The address of the page keeps what you have chosen: copy it to show it to others."),
    h("h3", {}, "Deciding"),
    h("p", {}, "The list of statements (l) goes through everything that is shown. What you accept, reject and note stays in this browser until you save it: Save, Decisions gives the file decisions.jsonl, which newsgraph takes with --decisions."),
    h("h3", {}, "Keys"), table,
    h("h3", {}, "About"),
    h("p", {}, "Made by newsgraph. The page holds all of its data and loads nothing from the network. A computer has read the articles: check a sentence in its source before you rely on it."),
    h("details", {}, h("summary", {}, "Licences of the software in this page"), h("pre", {}, licences)));
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  return dialog;
}
