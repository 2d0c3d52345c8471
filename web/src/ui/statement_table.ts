// The list of statements beside the drawing: what is shown, sortable, to go through with keys. Only the rows in sight are
// made, so that fifty thousand cost no more than fifty.
import type { Statement } from "../model";
import type { Store } from "../state";
import { tally } from "../review";
import { count, h, icon, lineSample, name, replace } from "./dom";
import { type Column, confidenceOf, dateOf, type Order, type Row, rowsOf, sorted, sourceOf, verdictOf } from "./statement_rows";

const ROW = 30; // pixels, as in style.css
const SPARE = 8; // rows above and below those in sight

const COLUMNS: [column: Column, title: string][] = [
  ["verdict", "Decision"], ["subject", "Who"], ["relation", "Relation"], ["object", "Whom"], ["status", "Status"],
  ["date", "Date"], ["source", "Source"], ["confidence", "Sure"],
];

export interface StatementTable {
  element: HTMLElement;
  rows(): Row[];
  current(): Statement | null;
  move(steps: number): void;
}

function cells(row: Row, store: Store): HTMLElement[] {
  const { edge, statement } = row;
  const verdict = verdictOf(row, store);
  const cell = (column: string, ...children: Parameters<typeof h>[2][]) => h("span", { class: `cell ${column}`, role: "cell" }, ...children);
  return [
    cell("verdict", verdict === "accept" ? icon("check") : verdict === "reject" ? icon("close") : null, h("span", { class: "sr-only" }, verdict || "undecided")),
    cell("subject", name(edge.source.name)),
    cell("relation", lineSample(edge.relation.color, edge.status.line), edge.relation.title),
    cell("object", name(edge.target.name)),
    cell("status", edge.status.title),
    cell("date", dateOf(row)),
    cell("source", h("bdi", {}, sourceOf(row))),
    cell("confidence", `${Math.round(confidenceOf(row) * 100)}%`),
    cell("quote", h("bdi", {}, statement?.data.text ?? edge.data.evidence ?? "")),
  ];
}

export function statementTable(store: Store, actions: { saveCsv(): void; saveDecisions(): void }): StatementTable {
  let rows: Row[] = [];
  let order: Order | null = null;
  let active = -1;
  let frame = 0;
  const summary = h("p", { class: "list-summary", role: "status" });
  const space = h("div", { class: "rows-space" });
  const viewport = h("div", { class: "rows-window", tabindex: 0, role: "table", "aria-label": "Statements" }, space);
  const saveButton = h("button", { type: "button", class: "action", onclick: actions.saveDecisions }, icon("download"), "Save decisions");

  const draw = () => {
    const first = Math.max(0, Math.floor(viewport.scrollTop / ROW) - SPARE);
    const last = Math.min(rows.length, Math.ceil((viewport.scrollTop + viewport.clientHeight) / ROW) + SPARE);
    space.style.setProperty("height", `${rows.length * ROW}px`);
    viewport.setAttribute("aria-rowcount", String(rows.length));
    replace(space, ...rows.slice(first, last).map((row, i) => {
      const place = first + i;
      const line = h("div", { class: `list-row ${verdictOf(row, store)}${place === active ? " active" : ""}`, role: "row", "aria-rowindex": place + 1,
                              onclick: () => { activate(place); viewport.focus(); } }, ...cells(row, store));
      line.style.setProperty("top", `${place * ROW}px`);
      return line;
    }));
  };
  const drawSoon = () => {
    window.cancelAnimationFrame(frame);
    frame = window.requestAnimationFrame(draw);
  };
  const intoView = () => {
    const top = active * ROW;
    if (top < viewport.scrollTop) viewport.scrollTop = top;
    else if (top + ROW > viewport.scrollTop + viewport.clientHeight) viewport.scrollTop = top + ROW - viewport.clientHeight;
  };
  const activate = (place: number) => {
    active = Math.max(-1, Math.min(place, rows.length - 1));
    const row = rows[active];
    if (row) store.update({ selection: { kind: "edge", edge: row.drawn }, current: row.statement });
    intoView();
    draw();
  };
  const summarize = () => {
    const { accepted, rejected } = tally(store.state.review);
    summary.textContent = `${count(rows.length, "statement")} · ${accepted} accepted, ${rejected} rejected`;
    saveButton.hidden = store.state.review.size === 0;
    saveButton.classList.toggle("unsaved", store.state.review !== store.state.saved);
  };
  const collect = () => {
    const old = rows[active]?.statement;
    rows = rowsOf(store);
    if (order) rows = sorted(rows, order, store);
    const current = store.state.current ?? old;
    active = current ? rows.findIndex(({ statement }) => statement === current) : -1;
    summarize();
    draw();
  };

  const headers = COLUMNS.map(([column, title]) => {
    const button = h("button", { type: "button", onclick: () => {
      order = { column, descending: order?.column === column ? !order.descending : column === "date" };
      for (const each of headers) each.removeAttribute("aria-sort");
      cell.setAttribute("aria-sort", order.descending ? "descending" : "ascending");
      rows = sorted(rows, order, store);
      active = store.state.current ? rows.findIndex(({ statement }) => statement === store.state.current) : -1;
      viewport.scrollTop = 0;
      draw();
    } }, title);
    const cell: HTMLElement = h("span", { class: `cell ${column}`, role: "columnheader" }, button);
    return cell;
  });
  const element = h("section", { class: "list", "aria-label": "List of statements", hidden: true },
    h("div", { class: "list-bar" }, h("h2", {}, "Statements"), summary, h("span", { class: "list-keys" }, "a accept · r reject · m note · u undo"), saveButton,
      h("button", { type: "button", class: "action", onclick: actions.saveCsv }, icon("download"), "CSV"),
      h("button", { type: "button", class: "action", "aria-label": "Close the list", onclick: () => store.update({ listOpen: false }) }, icon("close"))),
    h("div", { class: "list-head", role: "row" }, ...headers, h("span", { class: "cell quote", role: "columnheader" }, "Sentence")),
    viewport);

  const page = () => Math.max(1, Math.floor(viewport.clientHeight / ROW) - 1);
  viewport.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Record<string, () => number> = { ArrowDown: () => 1, j: () => 1, ArrowUp: () => -1, k: () => -1, PageDown: page, PageUp: () => -page(),
                                                  Home: () => -rows.length, End: () => rows.length };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    activate(Math.max(0, active + step()));
  });
  viewport.addEventListener("scroll", drawSoon);
  new ResizeObserver(drawSoon).observe(viewport);
  store.onChange((changes) => {
    const { listOpen } = store.state;
    if (changes.has("listOpen")) element.hidden = !listOpen;
    if (!listOpen) return;
    if (changes.has("listOpen") || changes.has("shown")) collect();
    else if (changes.has("review") || changes.has("saved")) { summarize(); draw(); }
    else if (changes.has("current")) {
      active = store.state.current ? rows.findIndex(({ statement }) => statement === store.state.current) : -1;
      if (active >= 0) intoView();
      draw();
    }
  });
  return {
    element,
    rows: () => (store.state.listOpen ? rows : rowsOf(store)),
    current: () => rows[active]?.statement ?? null,
    move: (steps) => activate(active + steps),
  };
}
