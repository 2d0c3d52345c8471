// What is shown as GraphML, in the fields that newsgraph writes and reads itself (docs/formats.md).
import type { Value } from "../data";
import { type Filters, passes, type Shown } from "../filter";
import type { Edge, Model, Node, Statement } from "../model";

type Field = [id: string, name: string, type: "string" | "int" | "long" | "double"];

const NODE_FIELDS: Field[] = [
  ["n_label", "label", "string"], ["n_name", "name", "string"], ["labels", "labels", "string"],
  ["n_entity_type", "entity_type", "string"], ["n_aliases", "aliases", "string"], ["n_mentions", "mentions", "int"],
  ["n_documents", "documents", "int"], ["n_x", "x", "double"], ["n_y", "y", "double"],
];
const EDGE_FIELDS: Field[] = [
  ["label", "label", "string"], ["e_interaction", "interaction", "string"], ["e_edge_id", "edge_id", "string"],
  ["e_weight", "weight", "double"], ["e_status", "status", "string"], ["e_confidence", "confidence", "double"],
  ["e_scope", "scope", "string"], ["e_first_date", "first_date", "string"], ["e_last_date", "last_date", "string"],
  ["e_documents", "documents", "int"], ["e_evidence", "evidence", "string"], ["e_evidence_json", "evidence_json", "string"],
];

const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escape(text: string): string {
  return text.replace(FORBIDDEN, "").replace(/\r\n|[\r\n]/g, " ").replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

// Attributes of other names, with the type that holds all their values.
function attributeFields(items: (Record<string, Value> | undefined)[], prefix: string, known: Field[]): Map<string, Field> {
  const types = new Map<string, Field[2]>();
  for (const item of items)
    for (const [key, value] of Object.entries(item ?? {})) {
      const type = typeof value !== "number" ? "string" : Number.isSafeInteger(value) ? "long" : "double";
      const old = types.get(key) ?? type;
      types.set(key, old === type ? type : old === "string" || type === "string" ? "string" : "double");
    }
  const taken = new Set([...known.map(([, name]) => name), "id", "type", "source", "target"]);
  const fields = new Map<string, Field>();
  for (const key of [...types.keys()].sort()) {
    if (key === "x" || key === "y") continue;
    let name = key.replace(/[^\p{L}\p{N}\-.:]/gu, "_");
    while (taken.has(name)) name += "_";
    taken.add(name);
    fields.set(key, [prefix + name, name, types.get(key) ?? "string"]);
  }
  return fields;
}

function datum(id: string, value: string | number | undefined): string {
  if (value === undefined || value === "" || (typeof value === "number" && !Number.isFinite(value))) return "";
  return `\n  <data key="${escape(id)}">${escape(String(value))}</data>`;
}

function attributes(item: Record<string, Value> | undefined, fields: Map<string, Field>): string {
  return Object.entries(item ?? {}).map(([key, value]) => datum(fields.get(key)?.[0] ?? "", String(value)))
    .filter((text) => !text.includes('key=""')).join("");
}

function capital(type: string): string {
  const label = type.replace(/[^A-Za-z0-9]/g, "_");
  return label === "" ? "" : ":" + label[0]?.toUpperCase() + label.slice(1);
}

function nodeXml(node: Node, fields: Map<string, Field>): string {
  const { data } = node;
  return `<node id="${escape(data.id)}">` + datum("n_label", node.name) + datum("n_name", node.name) +
    datum("labels", capital(node.type.name)) + datum("n_entity_type", node.type.name) +
    datum("n_aliases", (data.aliases ?? []).map((alias) => alias.replace(/[;\\]/g, "\\$&")).join("; ")) +
    datum("n_mentions", data.mentions) + datum("n_documents", data.documents) + datum("n_x", data.x) + datum("n_y", data.y) +
    attributes(data.attributes, fields) + "\n</node>\n";
}

// As newsgraph writes statements into its files.
function statementJson({ data, document }: Statement): object {
  const { id, document: _place, marks: _marks, ...rest } = data;
  return { id, document: document.id, title: document.title, date: document.date, url: document.url, file: document.file, ...rest };
}

function edgeXml(edge: Edge, filters: Filters, fields: Map<string, Field>): string {
  const { data } = edge;
  const statements = edge.statements.filter((statement) => passes(statement, filters));
  const best = statements.reduce<Statement | undefined>(
    (a, b) => (a === undefined || (b.data.confidence ?? 0) > (a.data.confidence ?? 0) ? b : a), undefined);
  const dates = statements.map(({ document }) => document.date ?? "").filter(Boolean).sort();
  const all = statements.length === edge.statements.length;
  const documents = new Set(statements.map(({ document }) => document)).size;
  return `<edge id="${escape(data.id)}" source="${escape(edge.source.data.id)}" target="${escape(edge.target.data.id)}">` +
    datum("label", edge.relation.name) + datum("e_interaction", edge.relation.name) + datum("e_edge_id", data.id) +
    datum("e_weight", all ? data.weight : statements.length) + datum("e_status", edge.status.name) +
    datum("e_confidence", all ? data.confidence : best?.data.confidence) + datum("e_scope", all ? data.scope : best?.data.scope) +
    datum("e_first_date", all ? data.first_date : dates[0]) + datum("e_last_date", all ? data.last_date : dates[dates.length - 1]) +
    datum("e_documents", all ? data.documents : documents) + datum("e_evidence", best?.data.text ?? data.evidence) +
    (statements.length > 0 ? datum("e_evidence_json", JSON.stringify(statements.map(statementJson))) : "") +
    attributes(data.attributes, fields) + "\n</edge>\n";
}

function keys(fields: Iterable<Field>, domain: string): string {
  return [...fields].map(([id, name, type]) =>
    `<key id="${escape(id)}" for="${domain}" attr.name="${escape(name)}" attr.type="${type}"/>\n`).join("");
}

// The nodes and edges that are shown; of each edge the statements that pass the filters.
export function graphml(model: Model, shown: Shown, filters: Filters): string {
  const nodes = model.nodes.filter((node) => shown.nodes[node.index] === 1);
  const edges = model.edges.filter((edge) => shown.edges[edge.index] === 1);
  const nodeFields = attributeFields(nodes.map((node) => node.data.attributes), "n_", NODE_FIELDS);
  const edgeFields = attributeFields(edges.map((edge) => edge.data.attributes), "e_", EDGE_FIELDS);
  return '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' +
    ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n' +
    keys([...NODE_FIELDS, ...nodeFields.values()], "node") + keys([...EDGE_FIELDS, ...edgeFields.values()], "edge") +
    '<graph id="newsgraph" edgedefault="directed">\n' + nodes.map((node) => nodeXml(node, nodeFields)).join("") +
    edges.map((edge) => edgeXml(edge, filters, edgeFields)).join("") + "</graph>\n</graphml>\n";
}
