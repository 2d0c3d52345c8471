// What the reader decides of statements. newsgraph applies it: docs/decisions.md describes the file.
import type { StatementData } from "./data";
import type { Edge, Model } from "./model";

export type Verdict = "accept" | "reject" | "";
export interface Decision { verdict: Verdict; note: string }
export type Review = ReadonlyMap<StatementData, Decision>;

export const undecided: Decision = { verdict: "", note: "" };

export function decisionOn(review: Review, statement: StatementData): Decision {
  return review.get(statement) ?? undecided;
}

export function decide(review: Review, statement: StatementData, patch: Partial<Decision>): Review {
  const next = new Map(review);
  const decision = { ...decisionOn(review, statement), ...patch };
  if (decision.verdict === "" && decision.note === "") next.delete(statement);
  else next.set(statement, decision);
  return next;
}

export function allRejected(review: Review, edge: Edge): boolean {
  return review.size > 0 && edge.statements.length > 0 && edge.statements.every(({ data }) => review.get(data)?.verdict === "reject");
}

export function tally(review: Review): { accepted: number; rejected: number } {
  const verdicts = [...review.values()].map(({ verdict }) => verdict);
  return { accepted: verdicts.filter((each) => each === "accept").length, rejected: verdicts.filter((each) => each === "reject").length };
}

// A page that is closed by mistake loses nothing: decisions are kept in the browser, by what the page holds.
const PREFIX = "newsgraph decisions ";
const MOST_HASHED = 2000; // edges: enough to tell two pages apart

function fingerprint({ edges, statementCount }: Model): string {
  let hash = 2166136261;
  const step = Math.ceil(edges.length / MOST_HASHED) || 1;
  for (let i = 0; i < edges.length; i += step) {
    const text = `${edges[i]?.data.id ?? ""} ${edges[i]?.statements[0]?.data.id ?? ""}`;
    for (let at = 0; at < text.length; ++at) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  }
  return `${PREFIX}${statementCount} ${(hash >>> 0).toString(16)}`;
}

function statementsOf(model: Model): StatementData[] {
  return model.edges.flatMap((edge) => edge.statements.map(({ data }) => data));
}

export class Keeper {
  private readonly key: string;
  private readonly statements: StatementData[];

  constructor(model: Model) {
    this.key = fingerprint(model);
    this.statements = statementsOf(model);
  }

  // What is not of our form was not kept by us.
  restore(): Review {
    const review = new Map<StatementData, Decision>();
    try {
      const list: unknown = JSON.parse(localStorage.getItem(this.key) ?? "[]");
      for (const entry of Array.isArray(list) ? list : []) {
        const [place, verdict, note] = Array.isArray(entry) ? (entry as unknown[]) : [];
        const statement = this.statements[Number(place)];
        if (statement && (verdict === "accept" || verdict === "reject" || verdict === "") && typeof note === "string") review.set(statement, { verdict, note });
      }
    } catch {
      return new Map();
    }
    return review;
  }

  // False where the browser refuses: then the file that is saved is all there is.
  keep(review: Review): boolean {
    try {
      const entries = this.statements.flatMap((statement, place) => {
        const decision = review.get(statement);
        return decision ? [[place, decision.verdict, decision.note]] : [];
      });
      if (entries.length === 0) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify(entries));
      return true;
    } catch {
      return false;
    }
  }
}
