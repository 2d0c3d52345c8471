// The rows of the list of statements: what is shown, sorted.
import { passes } from "../filter";
import type { Edge, Statement } from "../model";
import { decisionOn } from "../review";
import type { Store } from "../state";
import { safeUrl } from "./links";

// One statement, or an edge of a file that holds none. `edge` is of the ungrouped graph.
export interface Row { edge: Edge; statement: Statement | null; drawn: Edge }

export type Column = "subject" | "relation" | "object" | "status" | "date" | "source" | "confidence" | "verdict";
export interface Order { column: Column; descending: boolean }

export function sourceOf({ statement }: Row): string {
  const { title, url, file, id } = statement?.document ?? {};
  return safeUrl(url)?.hostname.replace(/^www\./, "") || title || file || id || "";
}

export function dateOf({ statement, edge }: Row): string {
  return statement ? (statement.document.date ?? "") : (edge.data.first_date ?? "");
}

export function confidenceOf({ statement, edge }: Row): number {
  return (statement ? statement.data.confidence : edge.data.confidence) ?? 0;
}

// "" for what is not decided, which comes first.
export function verdictOf({ statement }: Row, store: Store): string {
  return statement ? decisionOn(store.state.review, statement.data).verdict : "";
}

export function rowsOf(store: Store): Row[] {
  const { model, shown, state: { filters } } = store;
  return model.edges.filter((edge) => shown.edges[edge.index] === 1).flatMap((drawn) => drawn.parts.flatMap((edge): Row[] =>
    edge.statements.length === 0 ? [{ edge, statement: null, drawn }]
      : edge.statements.filter((each) => passes(each, filters)).map((statement) => ({ edge, statement, drawn }))));
}

const KEYS: Record<Column, (row: Row, store: Store) => string | number> = {
  subject: ({ edge }) => edge.source.name.toLowerCase(),
  relation: ({ edge }) => edge.relation.title,
  object: ({ edge }) => edge.target.name.toLowerCase(),
  status: ({ edge }) => edge.status.title,
  date: dateOf,
  source: (row) => sourceOf(row).toLowerCase(),
  confidence: confidenceOf,
  verdict: verdictOf,
};

// The order of equal ones stays: sorting by one column, then by another, sorts by both.
export function sorted(rows: Row[], { column, descending }: Order, store: Store): Row[] {
  const keyed = rows.map((row) => ({ row, key: KEYS[column](row, store) }));
  const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
  keyed.sort((a, b) => (descending ? compare(b.key, a.key) : compare(a.key, b.key)));
  return keyed.map(({ row }) => row);
}
