// What is shown: the same questions that `newsgraph export` asks with its options.
import type { Edge, Model, Node, Statement } from "./model";

export interface Filters {
  hiddenRelations: ReadonlySet<number>;
  hiddenTypes: ReadonlySet<number>;
  hiddenStatuses: ReadonlySet<number>;
  minConfidence: number;
  since: string; // ISO 8601 or its beginning; "" for no limit
  until: string; // inclusive: "2023" is all of 2023
  keepUndated: boolean;
}

// Only what lies that many steps around a node.
export interface Focus {
  node: Node;
  hops: number;
}

export const noFilters: Filters = {
  hiddenRelations: new Set(),
  hiddenTypes: new Set(),
  hiddenStatuses: new Set(),
  minConfidence: 0,
  since: "",
  until: "",
  keepUndated: true,
};

export interface Shown {
  nodes: Uint8Array; // 1 where shown, by index
  edges: Uint8Array;
  nodeCount: number;
  edgeCount: number;
}

function inTime(first: string, last: string, filters: Filters): boolean {
  if (filters.since === "" && filters.until === "") return true;
  if (first === "" && last === "") return filters.keepUndated;
  if (filters.since !== "" && last < filters.since) return false;
  return filters.until === "" || first.slice(0, filters.until.length) <= filters.until;
}

export function passes(statement: Statement, filters: Filters): boolean {
  const date = statement.document.date ?? "";
  return (statement.data.confidence ?? 0) >= filters.minConfidence && inTime(date, date, filters);
}

// An edge between groups passes with any of those that it stands for.
export function edgePasses(edge: Edge, filters: Filters): boolean {
  return edge.parts.some((part) => partPasses(part, filters));
}

function partPasses(edge: Edge, filters: Filters): boolean {
  if (filters.hiddenRelations.has(edge.relation.index) || filters.hiddenStatuses.has(edge.status.index)) return false;
  if (filters.hiddenTypes.has(edge.source.type.index) || filters.hiddenTypes.has(edge.target.type.index)) return false;
  if (edge.statements.length > 0) return edge.statements.some((statement) => passes(statement, filters));
  const { confidence = 0, first_date: first = "", last_date: last = "" } = edge.data;
  return confidence >= filters.minConfidence && inTime(first || last, last || first, filters);
}

// How far each node is from the focus along edges that are shown, or Infinity.
function distances(model: Model, edges: Uint8Array, focus: Focus): Float64Array {
  const result = new Float64Array(model.nodes.length).fill(Infinity);
  result[focus.node.index] = 0;
  let ring = [focus.node];
  for (let hop = 1; hop <= focus.hops; ++hop) {
    const next: Node[] = [];
    for (const node of ring)
      for (const edge of node.edges) {
        const other = edge.source === node ? edge.target : edge.source;
        if (edges[edge.index] !== 1 || result[other.index] !== Infinity) continue;
        result[other.index] = hop;
        next.push(other);
      }
    ring = next;
  }
  return result;
}

function showEdges(model: Model, filters: Filters, focus: Focus | null): Uint8Array {
  const edges = Uint8Array.from(model.edges, (edge) => (edgePasses(edge, filters) ? 1 : 0));
  if (focus === null) return edges;
  const distance = distances(model, edges, focus);
  for (const edge of model.edges) {
    const near = Math.min(distance[edge.source.index] ?? Infinity, distance[edge.target.index] ?? Infinity);
    if (near >= focus.hops) edges[edge.index] = 0;
  }
  return edges;
}

// A node is shown with any of its edges. One that never had an edge is shown unless its type is hidden.
export function show(model: Model, filters: Filters, focus: Focus | null): Shown {
  const edges = showEdges(model, filters, focus);
  const nodes = new Uint8Array(model.nodes.length);
  for (const edge of model.edges) {
    if (edges[edge.index] === 1) nodes[edge.source.index] = nodes[edge.target.index] = 1;
  }
  for (const node of model.nodes) {
    const lone = node.members.some((member) => member.edges.length === 0 && !filters.hiddenTypes.has(member.type.index));
    if (lone && focus === null) nodes[node.index] = 1;
  }
  if (focus !== null) nodes[focus.node.index] = 1;
  const count = (list: Uint8Array) => list.reduce((sum, each) => sum + each, 0);
  return { nodes, edges, nodeCount: count(nodes), edgeCount: count(edges) };
}
