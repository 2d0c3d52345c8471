// What the reader has chosen, and who wants to know.
import { type Filters, type Focus, noFilters, passes, show, type Shown } from "./filter";
import { group, type Grouping, noGrouping, standsFor } from "./group";
import type { Edge, Model, Node, Statement } from "./model";
import { allRejected, decide, type Decision, type Review } from "./review";

export type Item = { kind: "node"; node: Node } | { kind: "edge"; edge: Edge };

export interface State {
  filters: Filters;
  focus: Focus | null;
  selection: Item | null;
  hover: Item | null;
  grouping: Grouping;
  query: string; // in the search box
  listOpen: boolean; // the list of statements
  current: Statement | null; // of the statements behind what is chosen, the one at hand
  review: Review;
  saved: Review; // as it was when its file was saved
}

export type Change = keyof State | "shown" | "model";

export class Store {
  state: State = { filters: noFilters, focus: null, selection: null, hover: null, grouping: noGrouping, query: "", listOpen: false,
                   current: null, review: new Map(), saved: new Map() };
  model: Model; // as it is drawn: `base`, or grouped
  shown: Shown;
  private readonly listeners: ((changes: Set<Change>) => void)[] = [];

  constructor(readonly base: Model) {
    this.model = base;
    this.shown = show(base, noFilters, null);
  }

  onChange(listener: (changes: Set<Change>) => void): void {
    this.listeners.push(listener);
  }

  update(patch: Partial<State>): void {
    const changes = new Set<Change>();
    for (const key of Object.keys(patch) as (keyof State)[]) {
      if (this.state[key] !== patch[key]) changes.add(key);
    }
    if (changes.size === 0) return;
    this.state = { ...this.state, ...patch };
    if (changes.has("grouping")) this.regroup(changes);
    if (changes.has("filters") || changes.has("focus") || changes.has("model")) {
      this.shown = show(this.model, this.state.filters, this.state.focus);
      changes.add("shown");
    }
    for (const listener of this.listeners) listener(changes);
  }

  filter(patch: Partial<Filters>): void {
    this.update({ filters: { ...this.state.filters, ...patch } });
  }
  select(item: Item | null): void {
    this.update({ selection: item });
  }
  // The statement that a key decides on: the one at hand, or the first of the edge that is chosen.
  atHand(): Statement | null {
    const { selection, current, filters } = this.state;
    if (selection?.kind !== "edge") return null;
    if (current && selection.edge.statements.includes(current)) return current;
    return selection.edge.statements.find((statement) => passes(statement, filters)) ?? null;
  }
  selectNode(node: Node): void {
    this.select({ kind: "node", node });
  }
  selectEdge(edge: Edge): void {
    this.select({ kind: "edge", edge });
  }
  decide(statement: Statement, patch: Partial<Decision>): void {
    this.update({ review: decide(this.state.review, statement.data, patch) });
  }
  isRejected(edge: Edge): boolean {
    return allRejected(this.state.review, edge);
  }
  isFiltered(): boolean {
    return this.state.filters !== noFilters || this.state.focus !== null;
  }
  reset(): void {
    this.update({ filters: noFilters, focus: null, query: "" });
  }

  // What is chosen stays so, as the node or edge that now stands for it.
  private regroup(changes: Set<Change>): void {
    this.model = group(this.base, this.state.grouping);
    const { selection, focus } = this.state;
    const node = (old: Node): Node | undefined => {
      const [member] = old.members;
      return member && standsFor(this.model, member);
    };
    const edge = (old: Edge): Edge | undefined => this.model.edges.find(({ parts }) => parts.some((part) => old.parts.includes(part)));
    const item = (old: Item): Item | null => {
      if (old.kind === "node") { const found = node(old.node); return found ? { kind: "node", node: found } : null; }
      const found = edge(old.edge);
      return found ? { kind: "edge", edge: found } : null;
    };
    const around = focus && node(focus.node);
    this.state = { ...this.state, hover: null, selection: selection && item(selection), focus: around ? { node: around, hops: focus.hops } : null };
    for (const change of ["model", "hover", "selection", "focus"] as const) changes.add(change);
  }
}
