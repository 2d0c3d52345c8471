// The side panel while nothing is chosen: where to begin.
import { byStrength, type Edge, type Node } from "../model";
import type { Store } from "../state";
import { count, h, name } from "./dom";
import { nodeName, relationLabel } from "./kinds";

const MOST = 10;

function nodeRow(node: Node, degree: number, store: Store): HTMLElement {
  return h("li", {}, h("button", { type: "button", class: "row", onclick: () => store.selectNode(node) },
    nodeName(node), h("span", { class: "badge", title: count(degree, "edge") }, String(degree))));
}

function edgeRow(edge: Edge, store: Store): HTMLElement {
  return h("li", {}, h("button", { type: "button", class: "row", onclick: () => store.selectEdge(edge) },
    h("span", { class: "triple" }, name(edge.source.name), relationLabel(edge), name(edge.target.name)),
    edge.data.weight > 1 && h("span", { class: "badge", title: count(edge.data.weight, "statement") }, String(edge.data.weight))));
}

// The first few of the order, without sorting everything.
function best<T>(items: T[], order: (a: T, b: T) => number): T[] {
  const result: T[] = [];
  for (const item of items) {
    const last = result[MOST - 1];
    if (last !== undefined && order(item, last) >= 0) continue;
    result.push(item);
    result.sort(order);
    result.length = Math.min(result.length, MOST);
  }
  return result;
}

export function overview(store: Store): HTMLElement[] {
  const { model, shown } = store;
  const edges = model.edges.filter((edge) => shown.edges[edge.index] === 1);
  const degrees = new Uint32Array(model.nodes.length);
  const grow = (node: Node) => { degrees[node.index] = (degrees[node.index] ?? 0) + 1; };
  for (const edge of edges) { grow(edge.source); if (edge.target !== edge.source) grow(edge.target); }
  const degree = (node: Node) => degrees[node.index] ?? 0;
  const nodes = best(model.nodes.filter((node) => degree(node) > 0), (a, b) => degree(b) - degree(a) || a.index - b.index);
  if (edges.length === 0) {
    return [h("h2", { tabindex: -1 }, "Nothing to show"),
            h("p", { class: "quiet" }, store.isFiltered() ? "No edge passes the filters." : "This graph has no edges.")];
  }
  return [
    h("h2", { tabindex: -1 }, "Where to begin"),
    h("p", { class: "quiet" }, "Choose a node or an edge to read what is said, and who says so. A double click on a node shows its neighbourhood."),
    h("h3", {}, "Most connected"),
    h("ol", { class: "rows" }, ...nodes.map((node) => nodeRow(node, degree(node), store))),
    h("h3", {}, "Strongest edges"),
    h("ol", { class: "rows" }, ...best(edges, byStrength).map((edge) => edgeRow(edge, store))),
  ];
}
