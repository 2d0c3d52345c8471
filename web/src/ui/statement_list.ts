// The statements of an edge, those that the filters let through first of all.
import { passes } from "../filter";
import type { Edge } from "../model";
import type { Store } from "../state";
import { count, h } from "./dom";
import { statementCard } from "./statement";

const PAGE = 25;

export function statementList(edge: Edge, store: Store): HTMLElement {
  const list = h("div", { class: "statements" });
  if (edge.statements.length === 0) {
    const { evidence } = edge.data;
    list.append(evidence ? h("blockquote", { class: "sentence", dir: "auto" }, evidence)
                         : h("p", { class: "quiet" }, "The file that this edge comes from holds no statements."));
    return list;
  }
  const { current, filters } = store.state;
  const good = edge.statements.filter((statement) => passes(statement, filters));
  // What is at hand is among those that are to be seen at once.
  const place = current ? good.indexOf(current) : -1;
  if (place >= PAGE && current) good.splice(0, 0, ...good.splice(place, 1));
  let done = 0;
  const more = h("button", { class: "more", type: "button" });
  const showMore = () => {
    list.append(...good.slice(done, done + PAGE).map((statement) => statementCard(statement, store)));
    done = Math.min(done + PAGE, good.length);
    if (done < good.length) {
      more.textContent = `Show more of ${count(good.length, "statement")}`;
      list.append(more);
    } else more.remove();
  };
  more.addEventListener("click", showMore);
  showMore();
  const hidden = edge.statements.length - good.length;
  if (hidden > 0) list.append(h("p", { class: "quiet" }, `${count(hidden, "statement")} outside of the chosen time or confidence.`));
  if (edge.data.left_out) list.append(h("p", { class: "quiet" }, `${count(edge.data.left_out, "more statement")} found no room in this page.`));
  return list;
}
