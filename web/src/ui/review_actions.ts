// Accept, reject and note, beside a statement.
import type { Statement } from "../model";
import { decisionOn } from "../review";
import type { Store } from "../state";
import { h, icon } from "./dom";

const WAIT = 250; // milliseconds after the last key

function noteField(statement: Statement, store: Store): HTMLInputElement {
  let timer = 0;
  const input = h("input", { type: "text", class: "note-text", placeholder: "Note", "aria-label": "Note", maxlength: 500 });
  const save = () => {
    window.clearTimeout(timer);
    store.decide(statement, { note: input.value.trim() });
  };
  input.addEventListener("input", () => { window.clearTimeout(timer); timer = window.setTimeout(save, WAIT); });
  input.addEventListener("change", save);
  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key !== "Enter" && event.key !== "Escape") return;
    save();
    input.blur();
    document.querySelector<HTMLElement>(".list:not([hidden]) .rows-window")?.focus();
  });
  return input;
}

// Buttons that follow the store; `follow` is to be called when it changes.
export function reviewActions(statement: Statement, store: Store): { element: HTMLElement; follow(): void } {
  const button = (verdict: "accept" | "reject", text: string, key: string) =>
    h("button", { type: "button", class: `verdict ${verdict}`, title: `${text} (${key})`, "aria-label": text, onclick: () => {
      const now = decisionOn(store.state.review, statement.data).verdict;
      store.decide(statement, { verdict: now === verdict ? "" : verdict });
    } }, icon(verdict === "accept" ? "check" : "close"), text);
  const [accept, reject] = [button("accept", "Accept", "a"), button("reject", "Reject", "r")];
  const note = noteField(statement, store);
  const element = h("div", { class: "review", role: "group", "aria-label": "Decision" }, accept, reject, note);
  const follow = () => {
    const decision = decisionOn(store.state.review, statement.data);
    accept.setAttribute("aria-pressed", String(decision.verdict === "accept"));
    reject.setAttribute("aria-pressed", String(decision.verdict === "reject"));
    if (document.activeElement !== note) note.value = decision.note;
  };
  follow();
  return { element, follow };
}
