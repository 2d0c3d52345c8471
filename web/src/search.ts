// Finding names, aliases and sentences.
import type { Edge, Model, Node, Statement } from "./model";

export interface NodeHit { kind: "node"; node: Node; alias: string | null }
export interface StatementHit { kind: "statement"; edge: Edge; statement: Statement }
export type Hit = NodeHit | StatementHit;

const MOST_NODES = 8;
const MOST_STATEMENTS = 6;
const SHORTEST_FOR_SENTENCES = 3;

// Without case and accents: "Société" is found by "societe".
export function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

// 0 is the whole name, 1 its beginning, 2 a word's beginning, 3 anywhere, 4 nowhere.
function rank(name: string, query: string): number {
  if (name === query) return 0;
  const at = name.indexOf(query);
  if (at <= 0) return at === 0 ? 1 : 4;
  return name.includes(" " + query) ? 2 : 3;
}

export class Search {
  private readonly names: { text: string; node: Node; alias: string | null }[] = [];
  private sentences: { text: string; hit: StatementHit }[] | null = null;

  constructor(private readonly model: Model) {
    for (const node of model.nodes) {
      this.names.push({ text: fold(node.name.slice(0, 200)), node, alias: null });
      for (const alias of node.data.aliases ?? []) this.names.push({ text: fold(alias.slice(0, 200)), node, alias });
    }
  }

  find(text: string): Hit[] {
    const query = fold(text.trim());
    if (query === "") return [];
    return [...this.findNodes(query), ...(query.length >= SHORTEST_FOR_SENTENCES ? this.findSentences(query) : [])];
  }

  private findNodes(query: string): NodeHit[] {
    const found = this.names
      .map((entry) => ({ entry, rank: rank(entry.text, query) }))
      .filter((each) => each.rank < 4)
      .sort((a, b) => a.rank - b.rank || b.entry.node.edges.length - a.entry.node.edges.length || a.entry.node.index - b.entry.node.index);
    const seen = new Set<Node>();
    const hits: NodeHit[] = [];
    for (const { entry: { node, alias } } of found) {
      if (seen.has(node)) continue;
      seen.add(node);
      hits.push({ kind: "node", node, alias });
      if (hits.length === MOST_NODES) break;
    }
    return hits;
  }

  private findSentences(query: string): StatementHit[] {
    this.sentences ??= this.model.edges.flatMap((edge) =>
      edge.statements.map((statement) => ({ text: fold(statement.data.text ?? ""), hit: { kind: "statement" as const, edge, statement } })));
    const hits: StatementHit[] = [];
    for (const { text, hit } of this.sentences) {
      if (!text.includes(query)) continue;
      hits.push(hit);
      if (hits.length === MOST_STATEMENTS) break;
    }
    return hits;
  }
}
