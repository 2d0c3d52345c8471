// One statement: where it is said, and the sentence with arguments and trigger marked.
import type { Role } from "../data";
import type { Statement } from "../model";
import { decisionOn } from "../review";
import type { Store } from "../state";
import { h } from "./dom";
import { link, safeUrl } from "./links";
import { reviewActions } from "./review_actions";

const ROLE_TITLES: Record<Role, string> = { subject: "who", object: "whom or what", trigger: "the word that states it" };

function sentence({ data }: Statement): HTMLElement {
  const text = data.text ?? "";
  const quote = h("blockquote", { class: "sentence", dir: "auto" });
  let done = 0;
  for (const [begin, end, role] of data.marks ?? []) {
    quote.append(text.slice(done, begin), h("mark", { class: role, title: ROLE_TITLES[role] }, text.slice(begin, end)));
    done = end;
  }
  quote.append(text.slice(done));
  return quote;
}

function source({ document: { title, url, file, id, date } }: Statement): HTMLElement {
  const host = safeUrl(url)?.hostname.replace(/^www\./, "") ?? "";
  const headline = title || url || file || id || "untitled document";
  const place = host || (file ?? "");
  return h("header", {},
    h("time", { datetime: date ?? "" }, date || "no date"),
    link(url, headline, "headline"),
    place !== "" && place !== headline && h("span", { class: "host" }, h("bdi", {}, place)));
}

function confidence(value: number): HTMLElement {
  const percent = Math.round(value * 100);
  const bar = h("span", { class: "meter", role: "img", "aria-label": `confidence ${percent} of 100` }, h("span"));
  bar.style.setProperty("--part", `${percent}%`);
  return h("span", { class: "confidence", title: "how sure newsgraph is of this statement" }, bar, `${percent}%`);
}

function notes({ data }: Statement): HTMLElement {
  return h("footer", {},
    data.confidence !== undefined && confidence(data.confidence),
    data.scope ? h("span", {}, "scope: ", h("bdi", {}, data.scope)) : null,
    data.speaker ? h("span", {}, "said by ", h("bdi", {}, data.speaker)) : null,
    data.rule ? h("span", { class: "rule" }, "found by ", h("bdi", {}, data.rule)) : null);
}

// Follows decisions as long as it is in the page.
export function statementCard(statement: Statement, store: Store): HTMLElement {
  const review = reviewActions(statement, store);
  const card = h("article", { class: "statement" }, source(statement), sentence(statement), notes(statement), review.element);
  const follow = () => {
    card.classList.toggle("rejected", decisionOn(store.state.review, statement.data).verdict === "reject");
    card.classList.toggle("current", store.state.current === statement);
    review.follow();
  };
  follow();
  card.addEventListener("newsgraph-follow", follow);
  return card;
}

// Tells the cards below `root` that something was decided, or another statement is at hand.
export function followCards(root: Element): void {
  for (const card of root.querySelectorAll(".statement")) card.dispatchEvent(new Event("newsgraph-follow"));
}
