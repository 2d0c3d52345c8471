// The drawing: the model as a graphology graph, drawn by sigma, following the store.
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import type { Settings } from "sigma/settings";
import type { CameraState } from "sigma/types";

import type { Line } from "../data";
import type { Edge, Node } from "../model";
import type { Change, Item, Store } from "../state";
import { curvatures } from "./curves";
import { EdgeLabels } from "./edge_labels";
import { createEdgeProgram } from "./edge_program";
import { Emphasis } from "./emphasis";
import { drawNodeHover } from "./labels";
import { fillColor, lineColor, type Look, makeLook, mix, setTheme } from "./look";
import { isStill, Motion } from "./motion";
import { Names } from "./names";
import { createNodeProgram } from "./node_program";
import { arrange, type Places } from "./places";

const LINES: Record<Line, number> = { solid: 0, dashed: 1, dotted: 2, dashdot: 3 };
const CURVE_PIECES = 14;
const LARGE = 3000; // edges; above, finding them under the pointer waits until the camera rests
const REST = 150; // milliseconds without movement
const DIM = 0.16;
const MOST_NEIGHBOUR_NAMES = 40;
const PADDING = { placed: 60, packed: 18 }; // pixels around the drawing; where we place nodes, names have their room already

export class Scene {
  readonly look: Look;
  readonly sigma: Sigma;
  private readonly graph = new MultiDirectedGraph();
  private readonly motion = new Motion((places) => this.place(places));
  private emphasis: Emphasis;
  private readonly names: Names;
  private nodeScale = 1;
  private sides: Places["sides"] = [];
  private rest = 0;
  private stale = false; // everything is to be drawn anew: single items cannot be before that

  constructor(private readonly store: Store, container: HTMLElement, dark: boolean) {
    this.look = makeLook(store.model.edges.length, dark);
    this.emphasis = new Emphasis(store.model);
    this.names = new Names(store, this.look);
    this.fill();
    this.sigma = new Sigma(this.graph, container, this.settings());
    this.bind();
    this.arrange(true);
    store.onChange((changes) => this.follow(changes));
  }

  setDark(dark: boolean): void {
    setTheme(this.look, dark);
    this.refreshAll();
  }

  fit(): void {
    this.moveCamera({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, 350);
  }
  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    this.moveCamera({ ratio: camera.getBoundedRatio(camera.ratio / factor) }, 180);
  }
  pan(x: number, y: number): void {
    const camera = this.sigma.getCamera();
    this.moveCamera({ x: camera.x + 0.12 * x * camera.ratio, y: camera.y + 0.12 * y * camera.ratio }, 120);
  }
  // Moves the camera so that the node and its neighbours fill the window, but for a part of its height below.
  lookAt(node: Node, covered: number): void {
    const { shown } = this.store;
    const around = node.edges.filter((edge) => shown.edges[edge.index] === 1).flatMap((edge) => [edge.source, edge.target]);
    const places = [node, ...around].map(({ index }) => this.sigma.getNodeDisplayData(String(index))).filter((place) => place !== undefined);
    if (places.length === 0) return;
    const { width, height } = this.sigma.getDimensions();
    const camera = this.sigma.getCamera();
    const pixels = places.map((place) => this.sigma.framedGraphToViewport(place));
    const extent = (values: number[]) => ({ low: Math.min(...values), high: Math.max(...values) });
    const [x, y] = [extent(pixels.map((p) => p.x)), extent(pixels.map((p) => p.y))];
    const room = { x: Math.max(width - 260, width / 2), y: Math.max(height * (1 - covered) - 120, height / 4) };
    const factor = Math.max((x.high - x.low) / room.x, (y.high - y.low) / room.y, 0.25 / camera.ratio);
    const ratio = camera.getBoundedRatio(Math.min(camera.ratio * factor, 1));
    const middle = this.sigma.viewportToFramedGraph({ x: (x.low + x.high) / 2, y: (y.low + y.high) / 2 + 0.5 * covered * height * (ratio / camera.ratio) });
    this.moveCamera({ x: middle.x, y: middle.y, ratio }, 400);
  }

  private moveCamera(state: Partial<CameraState>, duration: number): void {
    const camera = this.sigma.getCamera();
    if (isStill()) camera.setState(state);
    else void camera.animate(state, { duration });
  }

  // Where the shown nodes stand in the window, in pixels: for tests and scripts.
  positions(): { name: string; x: number; y: number }[] {
    return this.store.model.nodes.filter((node) => this.store.shown.nodes[node.index] === 1).flatMap((node) => {
      const data = this.sigma.getNodeDisplayData(String(node.index));
      return data ? [{ name: node.name, ...this.inPixels(data) }] : [];
    });
  }

  // Also before sigma has drawn with the camera and the ground of this moment.
  private inPixels({ x, y }: { x: number; y: number }): { x: number; y: number } {
    return this.sigma.framedGraphToViewport({ x, y }, { cameraState: this.sigma.getCamera().getState() });
  }

  private fill(): void {
    const { nodes, edges } = this.store.model;
    this.nodeScale = Math.max(0.28, Math.min(1, Math.sqrt(70 / (nodes.length + 1))));
    this.graph.clear();
    const curvature = curvatures(edges, nodes.length);
    for (const node of nodes) {
      this.graph.addNode(String(node.index), {
        x: node.data.x, y: node.data.y, label: node.name, size: node.data.size * this.nodeScale,
      });
    }
    for (const edge of edges) {
      const bend = curvature[edge.index] ?? 0;
      const loop = edge.source === edge.target;
      this.graph.addEdgeWithKey(String(edge.index), String(edge.source.index), String(edge.target.index), {
        label: edge.relation.title, size: (0.7 + 0.5 * edge.data.width) * Math.max(this.nodeScale, 0.5),
        curvature: bend, line: LINES[edge.status.line], type: bend === 0 && !loop ? "straight" : "curved",
      });
    }
  }

  private settings(): Partial<Settings> {
    const { look, store } = this;
    const { nodes } = store.base;
    const named = () => this.emphasis.nodes.reduce((sum, each) => sum + (each > 0 ? 1 : 0), 0) <= MOST_NEIGHBOUR_NAMES;
    return {
      allowInvalidContainer: true,
      defaultNodeType: "disc",
      nodeProgramClasses: { disc: createNodeProgram(look) },
      nodeHoverProgramClasses: { disc: createNodeProgram({ ...look, dim: 1 }) },
      edgeProgramClasses: { straight: createEdgeProgram(look, 1), curved: createEdgeProgram(look, CURVE_PIECES) },
      defaultDrawNodeLabel: this.names.collect,
      defaultDrawNodeHover: drawNodeHover(look),
      renderEdgeLabels: false, // edge_labels.ts draws them
      enableEdgeEvents: true,
      labelRenderedSizeThreshold: nodes.length <= 150 ? 0 : 5,
      labelDensity: nodes.length <= 150 ? 8 : 1.2,
      labelGridCellSize: 90,
      minEdgeThickness: 0.6,
      stagePadding: this.padding(),
      minCameraRatio: 0.002,
      maxCameraRatio: 4,
      doubleClickZoomingRatio: 1,
      nodeReducer: (key, data) => {
        const index = Number(key);
        const node = store.model.nodes[index];
        const strength = this.emphasis.nodes[index] ?? 0;
        return { ...data, color: node ? fillColor(node.type, look.dark) : look.ink, emphasis: strength, sides: this.sides[index],
                 hidden: store.shown.nodes[index] !== 1, forceLabel: strength > 1 || (strength === 1 && named()) };
      },
      edgeReducer: (key, data) => {
        const index = Number(key);
        const edge = store.model.edges[index];
        const strength = this.emphasis.edges[index] ?? 0;
        return { ...data, color: edge ? this.colorOf(edge) : look.ink, emphasis: strength,
                 hidden: store.shown.edges[index] !== 1 };
      },
    };
  }

  private padding(): number {
    return this.store.model.placed ? PADDING.placed : PADDING.packed;
  }

  // An edge whose statements are all rejected is nearly gone.
  private colorOf(edge: Edge): string {
    const color = lineColor(edge.relation, this.look.dark);
    return this.store.isRejected(edge) ? mix(color, this.look.background, 0.78) : color;
  }

  private bind(): void {
    const { store } = this;
    const nodeItem = (key: string): Item | null => {
      const node = store.model.nodes[Number(key)];
      return node ? { kind: "node", node } : null;
    };
    const edgeItem = (key: string): Item | null => {
      const edge = store.model.edges[Number(key)];
      return edge ? { kind: "edge", edge } : null;
    };
    this.sigma.on("clickNode", ({ node }) => this.store.select(nodeItem(node)));
    this.sigma.on("clickEdge", ({ edge }) => this.store.select(edgeItem(edge)));
    this.sigma.on("clickStage", () => this.store.select(null));
    this.sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      const found = store.model.nodes[Number(node)];
      if (found) this.store.update({ focus: { node: found, hops: 1 }, selection: nodeItem(node) });
    });
    this.sigma.on("doubleClickStage", ({ preventSigmaDefault }) => preventSigmaDefault());
    this.sigma.on("enterNode", ({ node }) => this.point(nodeItem(node)));
    this.sigma.on("leaveNode", () => this.point(null));
    this.sigma.on("enterEdge", ({ edge }) => this.point(edgeItem(edge)));
    this.sigma.on("leaveEdge", () => this.point(null));
    this.sigma.on("afterProcess", () => { this.stale = false; });
    this.watchSize();
    this.sigma.on("beforeRender", () => this.names.begin());
    const labels = new EdgeLabels(this.sigma, this.store, this.look, this.names);
    this.sigma.on("afterRender", () => {
      this.names.draw(this.sigma);
      labels.draw(this.emphasis); // names come first where there is little room
    });
    if (store.base.edges.length > LARGE) this.sigma.getCamera().on("updated", () => this.move());
  }

  // Also of the canvas alone, when the list below it opens.
  private watchSize(): void {
    let timer = 0;
    let { width, height } = this.sigma.getDimensions();
    const follow = () => {
      const container = this.sigma.getContainer();
      if (container.offsetWidth === width && container.offsetHeight === height) return;
      [width, height] = [container.offsetWidth, container.offsetHeight];
      this.sigma.resize();
      this.arrange(true);
    };
    new ResizeObserver(() => {
      window.clearTimeout(timer);
      timer = window.setTimeout(follow, 60);
    }).observe(this.sigma.getContainer());
  }

  private point(item: Item | null): void {
    this.sigma.getContainer().classList.toggle("pointing", item !== null);
    this.store.update({ hover: item });
  }

  private move(): void {
    this.look.moving = true;
    window.clearTimeout(this.rest);
    this.rest = window.setTimeout(() => {
      this.look.moving = false;
      this.sigma.scheduleRender();
    }, REST);
  }

  private follow(changes: Set<Change>): void {
    if (changes.has("model")) {
      this.emphasis = new Emphasis(this.store.model);
      this.sides = [];
      this.fill();
      this.sigma.setSetting("stagePadding", this.padding());
    }
    const all = changes.has("shown") || changes.has("review");
    if (all || changes.has("selection") || changes.has("hover")) this.emphasize(all);
    if (!changes.has("shown")) return;
    this.arrange(changes.has("model"));
    this.fit();
  }

  // Where nodes go that are shown now: a filter leaves no holes.
  private arrange(jump: boolean): void {
    const { width, height } = this.sigma.getDimensions();
    const room = 2 * this.padding();
    this.motion.go(arrange(this.store.model, this.store.shown, { width: Math.max(80, width - room), height: Math.max(80, height - room) }), jump);
  }

  private place(places: Places): void {
    const { box } = places;
    this.sides = places.sides;
    for (const { index } of this.store.model.nodes) {
      const attributes = this.graph.getNodeAttributes(String(index));
      [attributes["x"], attributes["y"]] = [places.x[index] ?? 0, places.y[index] ?? 0];
    }
    this.sigma.setCustomBBox({ x: [box.x.low, box.x.high], y: [box.y.low, box.y.high] });
    this.sigma.refresh();
  }

  private refreshAll(): void {
    this.stale = true;
    this.sigma.refresh({ schedule: true });
  }

  private emphasize(all: boolean): void {
    const { selection, hover } = this.store.state;
    const touched = this.emphasis.set([hover ?? selection, selection], this.store.shown);
    this.look.dim = this.emphasis.any() ? DIM : 1;
    if (all || this.stale) this.refreshAll();
    else
      this.sigma.refresh({
        partialGraph: { nodes: touched.nodes.map(String), edges: touched.edges.map(String) },
        skipIndexation: true,
        schedule: true,
      });
  }
}
