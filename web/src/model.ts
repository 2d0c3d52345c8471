// The graph, its records linked with one another.
import type { DocumentData, EdgeData, Line, NodeData, PageData, StatementData } from "./data";

// A type, relation or status, and how it is drawn.
export interface Kind {
  index: number;
  name: string; // as in the data; "" where unknown
  title: string; // for people
  color: string;
  line: Line;
  count: number; // of nodes or edges
}

export interface Node {
  index: number;
  data: NodeData;
  name: string;
  type: Kind;
  edges: Edge[];
  members: Node[]; // of the ungrouped graph: itself, or those of a group
}

// What it says does not change where nodes are put together: `edge` is the one of the ungrouped graph.
export interface Statement {
  data: StatementData;
  document: DocumentData;
  edge: Edge;
}

export interface Edge {
  index: number;
  data: EdgeData;
  source: Node;
  target: Node;
  relation: Kind;
  status: Kind;
  statements: Statement[];
  parts: Edge[]; // of the ungrouped graph: itself, or those between two groups
}

export interface Model {
  nodes: Node[];
  edges: Edge[];
  types: Kind[];
  relations: Kind[];
  statuses: Kind[];
  totals: PageData["totals"];
  placed: boolean; // where nodes stand is not ours to change
  statementCount: number;
  dates: string[]; // of statements, and of edges without, sorted
  undated: number; // statements without a date
}

function kinds(list: { name: string; color?: string; line?: Line }[]): Kind[] {
  return list.map(({ name, color, line }, index) => ({
    index,
    name,
    title: name === "" ? "unknown" : name.replace(/_/g, " "),
    color: color ?? "#888888",
    line: line ?? "solid",
    count: 0,
  }));
}

function at<T>(list: T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`the page's data have no number ${index}`);
  return item;
}

// Makes the edge known to its ends.
export function attach(edge: Edge): void {
  edge.source.edges.push(edge);
  if (edge.target !== edge.source) edge.target.edges.push(edge);
}

function link(data: PageData, nodes: Node[], relations: Kind[], statuses: Kind[]): Edge[] {
  return data.edges.map((each, index) => {
    const edge: Edge = {
      index,
      data: each,
      source: at(nodes, each.source),
      target: at(nodes, each.target),
      relation: at(relations, each.relation),
      status: at(statuses, each.status),
      statements: [],
      parts: [],
    };
    edge.parts.push(edge);
    edge.statements = (each.statements ?? []).map((statement) => ({
      data: statement,
      document: at(data.documents, statement.document),
      edge,
    }));
    attach(edge);
    edge.relation.count += 1;
    edge.status.count += 1;
    return edge;
  });
}

// First and last date of an edge that has no statements to ask.
function datesOf(edge: Edge): string[] {
  if (edge.statements.length > 0) return edge.statements.map(({ document }) => document.date ?? "");
  return [edge.data.first_date ?? edge.data.last_date ?? ""];
}

export function makeModel(data: PageData): Model {
  const types = kinds(data.types);
  const relations = kinds(data.relations);
  const statuses = kinds(data.statuses);
  const nodes = data.nodes.map((each, index): Node => {
    const type = at(types, each.type);
    type.count += 1;
    const node: Node = { index, data: each, name: each.name ?? each.id, type, edges: [], members: [] };
    node.members.push(node);
    return node;
  });
  const edges = link(data, nodes, relations, statuses);
  const all = edges.flatMap(datesOf);
  const dates = all.filter((date) => /^\d{4}/.test(date)).sort();
  const statementCount = edges.reduce((sum, edge) => sum + edge.statements.length, 0);
  return { nodes, edges, types, relations, statuses, totals: data.totals, placed: data.placed ?? false, statementCount, dates,
           undated: all.length - dates.length };
}

// The strongest first, as newsgraph orders them.
export function byStrength(a: Edge, b: Edge): number {
  return b.data.weight - a.data.weight || (b.data.confidence ?? 0) - (a.data.confidence ?? 0) || a.index - b.index;
}

export function otherEnd(edge: Edge, node: Node): Node {
  return edge.source === node ? edge.target : edge.source;
}
