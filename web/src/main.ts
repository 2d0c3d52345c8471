// Puts the page together.
import { readData } from "./data";
import { Scene } from "./graph/scene";
import { makeModel, type Node } from "./model";
import { download } from "./save/download";
import { graphml } from "./save/graphml";
import { picture } from "./save/png";
import type { Hit } from "./search";
import { Store } from "./state";
import { detailsPanel } from "./ui/details";
import { h } from "./ui/dom";
import { filtersPanel } from "./ui/filters_panel";
import { helpDialog } from "./ui/help";
import { bindKeys } from "./ui/keyboard";
import { searchBox } from "./ui/search_box";
import { stage as makeStage } from "./ui/stage";
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
  const { model } = store;
  let scene: Scene | null = null;
  setTitle();
  const theme = makeTheme((dark) => scene?.setDark(dark));

  // In a narrow window the panel covers the lower half.
  const lookAt = (node: Node) => scene?.lookAt(node, window.matchMedia(NARROW).matches ? 0.28 : 0);
  const reveal = (hit: Hit) => {
    if (hit.kind === "node" && store.shown.nodes[hit.node.index] !== 1) store.reset();
    if (hit.kind === "statement" && store.shown.edges[hit.edge.index] !== 1) store.reset();
    if (hit.kind === "node") store.selectNode(hit.node);
    else store.selectEdge(hit.edge);
    lookAt(hit.kind === "node" ? hit.node : hit.edge.source);
  };
  const actions = {
    zoom: (factor: number) => scene?.zoom(factor),
    pan: (x: number, y: number) => scene?.pan(x, y),
    fit: () => scene?.fit(),
    picture: () => {
      if (scene) void picture(scene, model, store.shown).then((blob) => download(blob, "graph.png"));
    },
    graphml: () => {
      const text = graphml(model, store.shown, store.state.filters);
      download(new Blob([text], { type: "application/graphml+xml" }), "graph.graphml");
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
  if (time) stage.element.append(time);
  app.append(toolbar(store, search.element, actions), filtersPanel(store), stage.element, detailsPanel(store, { lookAt }), help);
  stage.canvas.addEventListener("pointerdown", () => app.classList.remove("filters-open"));
  bindKeys(stage.canvas, actions);
  try {
    scene = new Scene(store, stage.canvas, theme.dark());
  } catch (error) {
    console.error(error);
    stage.warn("This browser cannot draw the graph: it has no WebGL. The panels show the same in words.");
  }
}

const app = document.getElementById("app") ?? document.body;
try {
  start(app);
} catch (error) {
  console.error(error);
  app.append(h("p", { class: "broken" }, "This page is damaged: its data cannot be read. Export it again."));
}
