// The side panel for an edge.
import type { Edge } from "../model";
import type { Store } from "../state";
import { attributeTable } from "./attributes";
import { count, h, lineSample } from "./dom";
import { nodeName, statusChip } from "./kinds";
import { statementList } from "./statement_list";

function period({ data }: Edge): string {
  const { first_date: first = "", last_date: last = "" } = data;
  if (first === "" || first === last) return first || last;
  return `${first} to ${last}`;
}

function end(store: Store, edge: Edge, which: "source" | "target"): HTMLElement {
  return h("button", { class: "end", type: "button", onclick: () => store.selectNode(edge[which]) }, nodeName(edge[which]));
}

export function edgeDetails(edge: Edge, store: Store): HTMLElement[] {
  const { documents = 0, scope, confidence } = edge.data;
  const facts = [
    count(edge.statements.length + (edge.data.left_out ?? 0), "statement"),
    documents > 0 ? count(documents, "document") : "",
    period(edge),
    confidence !== undefined ? `confidence ${Math.round(confidence * 100)}%` : "",
  ].filter(Boolean);
  return [
    h("h2", { class: "edge-title", tabindex: -1 },
      end(store, edge, "source"),
      h("span", { class: "relation" }, lineSample(edge.relation.color, edge.status.line), edge.relation.title),
      end(store, edge, "target")),
    h("p", { class: "chips" }, statusChip(edge.status), scope ? h("span", { class: "chip" }, h("bdi", {}, scope)) : null),
    h("p", { class: "facts" }, facts.join(" · ")),
    statementList(edge, store),
    ...attributeTable(edge.data.attributes),
  ];
}
