// Putting nodes together: by state, by community, by type. A group is a node; what is said between two groups is an edge.
import { attach, type Edge, type Model, type Node } from "./model";

export type GroupBy = "" | "state" | "community" | "type";

export interface Grouping {
  by: GroupBy;
  open: ReadonlySet<string>; // keys of groups that are shown as their members
}

export const noGrouping: Grouping = { by: "", open: new Set() };

const TITLES: Record<Exclude<GroupBy, "">, string> = { state: "State", community: "Community", type: "Type" };

// What this graph can be grouped by.
export function groupings(model: Model): { by: GroupBy; title: string }[] {
  const all = Object.keys(TITLES) as Exclude<GroupBy, "">[];
  return all.filter((by) => model.nodes.some((node) => groupKey(node, by) !== "")).map((by) => ({ by, title: TITLES[by] }));
}

// The group that a node of the ungrouped graph belongs to; "" for none.
export function groupKey(node: Node, by: GroupBy): string {
  if (by === "state") return node.data.state ?? "";
  if (by === "type") return node.type.name;
  if (by === "community") return node.data.community === undefined ? "" : String(node.data.community);
  return "";
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function biggest(members: Node[]): Node {
  return members.reduce((a, b) => (b.edges.length > a.edges.length ? b : a));
}

function groupName(key: string, by: GroupBy, members: Node[]): string {
  if (by === "state") return key;
  if (by === "type") return members[0]?.type.title ?? key;
  const others = members.length - 1;
  return `${biggest(members).name} and ${others} ${others === 1 ? "other" : "others"}`;
}

function mean(values: number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

function groupNode(index: number, key: string, by: GroupBy, members: Node[]): Node {
  const name = groupName(key, by, members);
  const type = (members.find((member) => member.name === key) ?? biggest(members)).type;
  const size = Math.min(26, Math.sqrt(members.reduce((sum, { data }) => sum + data.size ** 2, 0)));
  const data = { id: `n_group_${by}_${key.replace(/[^\p{L}\p{N}]+/gu, "_")}`, name, type: type.index, size,
                 x: mean(members.map((each) => each.data.x)), y: mean(members.map((each) => each.data.y)) };
  return { index, data, name, type, edges: [], members };
}

// Nodes of the grouped graph, and for each node of `model` the one that it is in.
function groupNodes(model: Model, { by, open }: Grouping): { nodes: Node[]; of: Node[] } {
  const members = new Map<string, Node[]>();
  for (const node of model.nodes) {
    const key = groupKey(node, by);
    if (key !== "" && !open.has(key)) push(members, key, node);
  }
  const nodes: Node[] = [];
  const made = new Map<string, Node>();
  const of = model.nodes.map((node) => {
    const key = groupKey(node, by);
    const all = members.get(key);
    const old = made.get(key);
    if (old !== undefined) return old;
    const alone = all === undefined || all.length < 2;
    const result: Node = alone ? { ...node, index: nodes.length, edges: [], members: [node] } : groupNode(nodes.length, key, by, all);
    if (!alone) made.set(key, result);
    nodes.push(result);
    return result;
  });
  return { nodes, of };
}

function mergedData(parts: Edge[], source: Node, target: Node): Edge["data"] {
  const [first] = parts as [Edge, ...Edge[]];
  if (parts.length === 1) return first.data;
  const weight = parts.reduce((sum, { data }) => sum + data.weight, 0);
  const dates = parts.flatMap(({ data }) => [data.first_date ?? "", data.last_date ?? ""]).filter(Boolean).sort();
  const confidence = Math.max(...parts.map(({ data }) => data.confidence ?? 0));
  const documents = new Set(parts.flatMap(({ statements }) => statements.map(({ document }) => document)));
  return { id: `e_group_${source.index}_${first.relation.index}_${first.status.index}_${target.index}`, source: source.index,
           target: target.index, relation: first.relation.index, status: first.status.index, weight,
           width: Math.min(5, 1 + Math.log2(weight)), confidence, documents: documents.size,
           ...(dates.length > 0 && { first_date: dates[0] ?? "", last_date: dates[dates.length - 1] ?? "" }),
           left_out: parts.reduce((sum, { data }) => sum + (data.left_out ?? 0), 0) };
}

// What is said within a group has no edge.
export function group(model: Model, grouping: Grouping): Model {
  if (grouping.by === "") return model;
  const { nodes, of } = groupNodes(model, grouping);
  const parts = new Map<string, Edge[]>();
  for (const edge of model.edges) {
    const [source, target] = [of[edge.source.index], of[edge.target.index]];
    if (source === undefined || target === undefined || (source === target && source.members.length > 1)) continue;
    const alone = source.members.length === 1 && target.members.length === 1;
    const key = alone ? `e ${edge.index}` : [source.index, target.index, edge.relation.index, edge.status.index].join(" ");
    push(parts, key, edge);
  }
  const edges = [...parts.values()].map((list, index): Edge => {
    const [first] = list as [Edge, ...Edge[]];
    const [source, target] = [of[first.source.index] as Node, of[first.target.index] as Node];
    const edge: Edge = { ...first, index, source, target, data: mergedData(list, source, target),
                         statements: list.flatMap(({ statements }) => statements), parts: list };
    attach(edge);
    return edge;
  });
  return { ...model, nodes, edges, placed: false };
}

// The node of the grouped graph that stands for a node of the ungrouped one.
export function standsFor(grouped: Model, node: Node): Node | undefined {
  return grouped.nodes.find((each) => each.members.includes(node));
}
