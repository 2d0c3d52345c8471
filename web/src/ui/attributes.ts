// What a file or a measure says of a node or an edge beside the fields that newsgraph knows.
import type { Value } from "../data";
import { h } from "./dom";

const HIDDEN = new Set(["x", "y"]);

function shown(value: Value): string {
  if (typeof value !== "number" || Number.isInteger(value)) return String(value);
  return Math.abs(value) >= 1e-4 && Math.abs(value) < 1e6 ? value.toPrecision(4).replace(/\.?0+$/, "") : value.toExponential(2);
}

export function attributeTable(attributes: Record<string, Value> | undefined): HTMLElement[] {
  const rows = Object.entries(attributes ?? {}).filter(([key]) => !HIDDEN.has(key));
  if (rows.length === 0) return [];
  const list = h("dl", { class: "attributes" });
  for (const [key, value] of rows) list.append(h("dt", {}, h("bdi", {}, key)), h("dd", {}, h("bdi", {}, shown(value))));
  return [h("h3", {}, "Measures and attributes"), list];
}
