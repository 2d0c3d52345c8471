// What stands out: the node or edge that is chosen, or under the pointer, and what belongs to it.
import type { Model } from "../model";
import type { Shown } from "../filter";
import type { Item } from "../state";

export class Emphasis {
  readonly nodes: Uint8Array; // 0, 1 belongs to it, 2 is it
  readonly edges: Uint8Array;
  private nodeList: number[] = [];
  private edgeList: number[] = [];

  constructor(model: Model) {
    this.nodes = new Uint8Array(model.nodes.length);
    this.edges = new Uint8Array(model.edges.length);
  }

  // Returns the indices of nodes and edges that have to be drawn anew.
  set(items: (Item | null)[], shown: Shown): { nodes: number[]; edges: number[] } {
    const old = { nodes: this.nodeList, edges: this.edgeList };
    for (const index of old.nodes) this.nodes[index] = 0;
    for (const index of old.edges) this.edges[index] = 0;
    this.nodeList = [];
    this.edgeList = [];
    for (const item of items) {
      if (item?.kind === "node") this.addNode(item.node.index, item.node.edges.map((edge) => edge), shown);
      if (item?.kind === "edge") this.addEdge(item.edge, 2);
    }
    return { nodes: [...old.nodes, ...this.nodeList], edges: [...old.edges, ...this.edgeList] };
  }

  listEdges(): number[] {
    return [...new Set(this.edgeList)];
  }

  any(): boolean {
    return this.nodeList.length > 0 || this.edgeList.length > 0;
  }

  private addNode(index: number, edges: Model["edges"], shown: Shown): void {
    for (const edge of edges) if (shown.edges[edge.index] === 1) this.addEdge(edge, 1);
    this.mark(index, 2);
  }

  private addEdge(edge: Model["edges"][number], strength: number): void {
    this.edges[edge.index] = 1;
    this.edgeList.push(edge.index);
    this.mark(edge.source.index, strength);
    this.mark(edge.target.index, strength);
  }

  private mark(index: number, strength: number): void {
    this.nodes[index] = Math.max(this.nodes[index] ?? 0, strength);
    this.nodeList.push(index);
  }
}
