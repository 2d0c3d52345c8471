// Types, relations and statuses as small pictures with their names.
import type { Edge, Kind, Node } from "../model";
import { dot, h, lineSample, name } from "./dom";

export function typeChip(kind: Kind): HTMLElement {
  return h("span", { class: "chip" }, dot(kind.color), kind.title);
}

export function statusChip(kind: Kind): HTMLElement {
  return h("span", { class: `chip status-${kind.line}` }, lineSample("currentColor", kind.line, false), kind.title);
}

export function relationLabel(edge: Edge): HTMLElement {
  return h("span", { class: "relation" }, lineSample(edge.relation.color, edge.status.line), edge.relation.title);
}

export function nodeName(node: Node): HTMLElement {
  return h("span", { class: "node-name" }, dot(node.type.color), name(node.name));
}
