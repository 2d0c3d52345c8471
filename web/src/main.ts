// Puts the page together.
import { readData } from "./data";
import { Scene } from "./graph/scene";
import { makeModel, type Node } from "./model";
import { standsFor } from "./group";
import { followAddress } from "./permalink";
import { Keeper, type Verdict } from "./review";
import { csv } from "./save/csv";
import { decisionLines } from "./save/decisions";
import { download } from "./save/download";
import { graphml } from "./save/graphml";
import { picture } from "./save/png";
import { noFilters } from "./filter";
import type { Hit } from "./search";
import { Store } from "./state";
import { detailsPanel } from "./ui/details";
import { h } from "./ui/dom";
import { filtersPanel } from "./ui/filters_panel";
import { helpDialog } from "./ui/help";
import { bindKeys } from "./ui/keyboard";
import { toggleGroup } from "./ui/node_details";
import { searchBox } from "./ui/search_box";
import { stage as makeStage } from "./ui/stage";
import { statementTable } from "./ui/statement_table";
import { makeTheme } from "./ui/theme";
import { timeline } from "./ui/timeline";
import { toolbar } from "./ui/toolbar";

const NARROW = "(max-width: 900px)";

// By the file's name: that is how its reader knows it.
function setTitle(): void {
  const file = location.pathname.split("/").pop() ?? "";
  const name = file.replace(/\.html?$/i, "");
  if (name !== "") document.title = `${decodeURIComponent(name)} · newsgraph`;
}

function start(app: HTMLElement): void {
  const store = new Store(makeModel(readData()));
  const keeper = new Keeper(store.base);
  store.update({ review: keeper.restore() });
  let scene: Scene | null = null;
  setTitle();
  const theme = makeTheme((dark) => scene?.setDark(dark));

  // In a narrow window the panel covers the lower half.
  const lookAt = (node: Node) => scene?.lookAt(node, window.matchMedia(NARROW).matches ? 0.55 : 0);
  const reveal = (hit: Hit) => {
    const { query } = store.state;
    const node = () => standsFor(store.model, hit.kind === "node" ? hit.node : hit.edge.source);
    const edge = () => (hit.kind === "node" ? undefined : store.model.edges.find(({ parts }) => parts.includes(hit.edge)));
    const isShown = () => (hit.kind === "node" ? store.shown.nodes[node()?.index ?? -1] === 1 : store.shown.edges[edge()?.index ?? -1] === 1);
    if (!isShown()) store.update({ filters: noFilters, focus: null, query });
    const [foundNode, foundEdge] = [node(), edge()];
    if (foundEdge && hit.kind === "statement") store.update({ selection: { kind: "edge", edge: foundEdge }, current: hit.statement });
    else if (foundNode) store.selectNode(foundNode);
    if (foundNode) lookAt(foundNode);
  };
  const decide = (verdict: Verdict) => {
    const statement = store.atHand();
    if (statement === null) return;
    store.update({ current: statement });
    store.decide(statement, verdict === "" ? { verdict, note: "" } : { verdict });
    if (store.state.listOpen && verdict !== "") table.move(1);
  };
  const actions = {
    zoom: (factor: number) => scene?.zoom(factor),
    pan: (x: number, y: number) => scene?.pan(x, y),
    fit: () => scene?.fit(),
    picture: () => {
      if (scene) void picture(scene, store.model, store.shown).then((blob) => download(blob, "graph.png"));
    },
    graphml: () => {
      const text = graphml(store.model, store.shown, store.state.filters);
      download(new Blob([text], { type: "application/graphml+xml" }), "graph.graphml");
    },
    csv: () => {
      const statements = table.rows().flatMap(({ statement }) => statement ?? []);
      download(new Blob([csv(statements, store.state.review)], { type: "text/csv" }), "statements.csv");
    },
    decisions: () => {
      download(new Blob([decisionLines(store.base, store.state.review)], { type: "application/x-ndjson" }), "decisions.jsonl");
      store.update({ saved: store.state.review });
    },
    list: () => {
      store.update({ listOpen: !store.state.listOpen });
      if (store.state.listOpen) table.element.querySelector<HTMLElement>(".rows-window")?.focus();
    },
    accept: () => decide("accept"),
    reject: () => decide("reject"),
    undo: () => decide(""),
    note: () => {
      const statement = store.atHand();
      if (statement === null) return;
      store.update({ current: statement });
      document.querySelector<HTMLElement>(".statement.current .note-text")?.focus();
    },
    group: () => {
      const { selection } = store.state;
      if (selection?.kind === "node") toggleGroup(selection.node, store);
    },
    theme: () => theme.toggle(),
    filters: () => app.classList.toggle(window.matchMedia(NARROW).matches ? "filters-open" : "filters-closed"),
    help: () => help.showModal(),
    search: () => { search.input.focus(); search.input.select(); },
    back: () => {
      if (store.state.selection !== null) store.select(null);
      else if (app.classList.contains("filters-open")) app.classList.remove("filters-open");
      else store.reset();
    },
    neighbourhood: () => {
      const { selection, focus } = store.state;
      if (selection?.kind !== "node") return;
      store.update({ focus: focus?.node === selection.node ? null : { node: selection.node, hops: 1 } });
    },
  };

  const help = helpDialog();
  const search = searchBox(store, reveal);
  const stage = makeStage(store, actions);
  const time = timeline(store);
  const table = statementTable(store, { saveCsv: actions.csv, saveDecisions: actions.decisions });
  stage.element.append(table.element);
  if (time) stage.element.append(time);
  app.append(toolbar(store, search.element, actions), filtersPanel(store), stage.element, detailsPanel(store, { lookAt }), help);
  stage.canvas.addEventListener("pointerdown", () => app.classList.remove("filters-open"));
  bindKeys(stage.canvas, actions);
  try {
    const drawing = new Scene(store, stage.canvas, theme.dark());
    scene = drawing;
    // For scripts and tests: where the nodes that are shown stand, in pixels.
    Object.assign(window, { newsgraph: { positions: () => drawing.positions() } });
  } catch (error) {
    console.error(error);
    stage.warn("This browser cannot draw the graph: it has no WebGL. The panels show the same in words.");
  }
  followAddress(store);
  let safe = true; // the browser has kept what was decided
  store.onChange((changes) => { if (changes.has("review")) safe = keeper.keep(store.state.review); });
  window.addEventListener("beforeunload", (event) => {
    if (!safe && store.state.review !== store.state.saved) event.preventDefault();
  });
}

const app = document.getElementById("app") ?? document.body;
try {
  start(app);
} catch (error) {
  console.error(error);
  app.append(h("p", { class: "broken" }, "This page is damaged: its data cannot be read. Export it again."));
}
