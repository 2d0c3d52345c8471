// What was decided as the lines that newsgraph reads with --decisions (docs/decisions.md). Claims are named by id and by
// their sentence, which finds them when the article is read again.
import type { Model, Statement } from "../model";
import { decisionOn, type Decision, type Review } from "../review";

function line({ data, edge }: Statement, { verdict, note }: Decision): object {
  return {
    decision: verdict,
    ...(data.id && { claim: data.id }),
    ...(data.text && { sentence: data.text }),
    subject: data.subject?.text ?? edge.source.name,
    relation: edge.relation.name,
    object: data.object?.text ?? edge.target.name,
    ...(note !== "" && { note }),
  };
}

// A note alone decides nothing: it stays in the browser, and in the table of statements.
export function decisionLines(model: Model, review: Review): string {
  return model.edges.flatMap(({ statements }) => statements)
    .map((statement) => ({ statement, decision: decisionOn(review, statement.data) }))
    .filter(({ statement, decision }) => decision.verdict !== "" && (statement.data.id || statement.data.text))
    .map(({ statement, decision }) => JSON.stringify(line(statement, decision)) + "\n").join("");
}
