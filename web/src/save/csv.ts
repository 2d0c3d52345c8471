// Statements as a table for a spreadsheet, in the columns of `newsgraph export -o claims.csv --to claims-csv`.
import type { Statement } from "../model";
import { decisionOn, type Review } from "../review";

const COLUMNS = ["source", "relation", "target", "status", "scope", "confidence", "date", "evidence", "title", "url", "file",
                 "document", "speaker", "trigger", "rule", "source_type", "target_type", "source_id", "target_id", "claim", "verdict", "note"];

// A spreadsheet takes a text that begins like this for a formula.
const FORMULA = /^[=+\-@\t]/;

function field(value: string | number | undefined): string {
  const text = String(value ?? "").replace(/[\u0000-\u001F]+/g, " ");
  const safe = typeof value === "string" && FORMULA.test(text) ? `'${text}` : text;
  return /[",;'\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

function row({ data, document, edge }: Statement, review: Review): string {
  const { verdict, note } = decisionOn(review, data);
  return [edge.source.name, edge.relation.name, edge.target.name, edge.status.name, data.scope, data.confidence, document.date, data.text,
          document.title, document.url, document.file, document.id, data.speaker, data.trigger?.text, data.rule, edge.source.type.name,
          edge.target.type.name, edge.source.data.id, edge.target.data.id, data.id, verdict, note].map(field).join(",");
}

export function csv(statements: Statement[], review: Review): string {
  return [COLUMNS.join(","), ...statements.map((each) => row(each, review))].join("\r\n") + "\r\n";
}
