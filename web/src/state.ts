// What the reader has chosen, and who wants to know.
import { type Filters, type Focus, noFilters, show, type Shown } from "./filter";
import type { Edge, Model, Node } from "./model";

export type Item = { kind: "node"; node: Node } | { kind: "edge"; edge: Edge };

export interface State {
  filters: Filters;
  focus: Focus | null;
  selection: Item | null;
  hover: Item | null;
}

export type Change = keyof State | "shown";

export class Store {
  state: State = { filters: noFilters, focus: null, selection: null, hover: null };
  shown: Shown;
  private readonly listeners: ((changes: Set<Change>) => void)[] = [];

  constructor(readonly model: Model) {
    this.shown = show(model, noFilters, null);
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
    if (changes.has("filters") || changes.has("focus")) {
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
  selectNode(node: Node): void {
    this.select({ kind: "node", node });
  }
  selectEdge(edge: Edge): void {
    this.select({ kind: "edge", edge });
  }
  isFiltered(): boolean {
    return this.state.filters !== noFilters || this.state.focus !== null;
  }
  reset(): void {
    this.update({ filters: noFilters, focus: null });
  }
}
