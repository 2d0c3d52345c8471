// The drawing: the model as a graphology graph, drawn by sigma, following the store.
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import type { Settings } from "sigma/settings";

import type { Line } from "../data";
import type { Node } from "../model";
import type { Change, Item, Store } from "../state";
import { curvatures } from "./curves";
import { EdgeLabels } from "./edge_labels";
import { createEdgeProgram } from "./edge_program";
import { Emphasis } from "./emphasis";
import { LabelBoxes } from "./label_boxes";
import { drawNodeHover, drawNodeLabel } from "./labels";
import { fillColor, lineColor, type Look, makeLook, setTheme } from "./look";
import { createNodeProgram } from "./node_program";

const LINES: Record<Line, number> = { solid: 0, dashed: 1, dotted: 2 };
const CURVE_PIECES = 14;
const LARGE = 3000; // edges; above, finding them under the pointer waits until the camera rests
const REST = 150; // milliseconds without movement
const DIM = 0.16;
const MOST_NEIGHBOUR_NAMES = 40;

export class Scene {
  readonly look: Look;
  readonly sigma: Sigma;
  private readonly graph = new MultiDirectedGraph();
  private readonly emphasis: Emphasis;
  private readonly boxes = new LabelBoxes();
  private readonly faint = new LabelBoxes();
  private readonly nodeScale: number;
  private rest = 0;
  private stale = false; // everything is to be drawn anew: single items cannot be before that

  constructor(private readonly store: Store, container: HTMLElement, dark: boolean) {
    const { nodes, edges } = store.model;
    this.look = makeLook(edges.length, dark);
    this.emphasis = new Emphasis(store.model);
    this.nodeScale = Math.max(0.28, Math.min(1, Math.sqrt(70 / (nodes.length + 1))));
    this.fill();
    this.sigma = new Sigma(this.graph, container, this.settings());
    this.bind();
    store.onChange((changes) => this.follow(changes));
  }

  setDark(dark: boolean): void {
    setTheme(this.look, dark);
    this.refreshAll();
  }

  fit(): void {
    void this.sigma.getCamera().animatedReset({ duration: 350 });
  }
  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate({ ratio: camera.getBoundedRatio(camera.ratio / factor) }, { duration: 180 });
  }
  pan(x: number, y: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate({ x: camera.x + 0.12 * x * camera.ratio, y: camera.y + 0.12 * y * camera.ratio }, { duration: 120 });
  }
  // Moves the camera so that the node is in the middle, or above it by that part of the height, no farther
  // away than a glance allows.
  lookAt(node: Node, above: number): void {
    const place = this.sigma.getNodeDisplayData(String(node.index));
    if (place === undefined) return;
    const camera = this.sigma.getCamera();
    const { width, height } = this.sigma.getDimensions();
    const ratio = Math.min(camera.ratio, 0.6);
    const y = place.y - (above * ratio * height) / Math.min(width, height);
    void camera.animate({ x: place.x, y, ratio }, { duration: 400 });
  }
  // Moves the camera so that all nodes that are shown fill the view.
  fitShown(): void {
    const places = this.store.model.nodes
      .filter((node) => this.store.shown.nodes[node.index] === 1)
      .map((node) => this.sigma.getNodeDisplayData(String(node.index)))
      .filter((place) => place !== undefined);
    if (places.length === 0) return;
    const range = (values: number[]) => {
      const low = values.reduce((a, b) => Math.min(a, b));
      const high = values.reduce((a, b) => Math.max(a, b));
      return { middle: (low + high) / 2, extent: high - low };
    };
    const [x, y] = [range(places.map((p) => p.x)), range(places.map((p) => p.y))];
    const ratio = Math.max(0.12, Math.min(1.1, 1.25 * Math.max(x.extent, y.extent)));
    void this.sigma.getCamera().animate({ x: x.middle, y: y.middle, ratio }, { duration: 400 });
  }

  private fill(): void {
    const { nodes, edges } = this.store.model;
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
    const { look, emphasis, store, boxes } = this;
    const { nodes, edges } = store.model;
    const named = () => emphasis.nodes.reduce((sum, each) => sum + (each > 0 ? 1 : 0), 0) <= MOST_NEIGHBOUR_NAMES;
    return {
      allowInvalidContainer: true,
      defaultNodeType: "disc",
      nodeProgramClasses: { disc: createNodeProgram(look) },
      nodeHoverProgramClasses: { disc: createNodeProgram({ ...look, dim: 1 }) },
      edgeProgramClasses: { straight: createEdgeProgram(look, 1), curved: createEdgeProgram(look, CURVE_PIECES) },
      defaultDrawNodeLabel: drawNodeLabel(look, boxes, this.faint),
      defaultDrawNodeHover: drawNodeHover(look),
      renderEdgeLabels: false, // edge_labels.ts draws them
      enableEdgeEvents: true,
      labelRenderedSizeThreshold: nodes.length <= 150 ? 0 : 5,
      labelDensity: nodes.length <= 150 ? 4 : 1.2,
      labelGridCellSize: 90,
      minEdgeThickness: 0.6,
      stagePadding: 60,
      minCameraRatio: 0.002,
      maxCameraRatio: 4,
      doubleClickZoomingRatio: 1,
      nodeReducer: (key, data) => {
        const index = Number(key);
        const node = nodes[index];
        const strength = emphasis.nodes[index] ?? 0;
        return { ...data, color: node ? fillColor(node.type, look.dark) : look.ink, emphasis: strength,
                 hidden: store.shown.nodes[index] !== 1, forceLabel: strength > 1 || (strength === 1 && named()) };
      },
      edgeReducer: (key, data) => {
        const index = Number(key);
        const edge = edges[index];
        const strength = emphasis.edges[index] ?? 0;
        return { ...data, color: edge ? lineColor(edge.relation, look.dark) : look.ink, emphasis: strength,
                 hidden: store.shown.edges[index] !== 1 };
      },
    };
  }

  private bind(): void {
    const { nodes, edges } = this.store.model;
    const nodeItem = (key: string): Item | null => {
      const node = nodes[Number(key)];
      return node ? { kind: "node", node } : null;
    };
    const edgeItem = (key: string): Item | null => {
      const edge = edges[Number(key)];
      return edge ? { kind: "edge", edge } : null;
    };
    this.sigma.on("clickNode", ({ node }) => this.store.select(nodeItem(node)));
    this.sigma.on("clickEdge", ({ edge }) => this.store.select(edgeItem(edge)));
    this.sigma.on("clickStage", () => this.store.select(null));
    this.sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      const found = nodes[Number(node)];
      if (found) this.store.update({ focus: { node: found, hops: 1 }, selection: nodeItem(node) });
    });
    this.sigma.on("doubleClickStage", ({ preventSigmaDefault }) => preventSigmaDefault());
    this.sigma.on("enterNode", ({ node }) => this.point(nodeItem(node)));
    this.sigma.on("leaveNode", () => this.point(null));
    this.sigma.on("enterEdge", ({ edge }) => this.point(edgeItem(edge)));
    this.sigma.on("leaveEdge", () => this.point(null));
    this.sigma.on("afterProcess", () => { this.stale = false; });
    window.addEventListener("resize", () => { this.stale = true; });
    this.sigma.on("beforeRender", () => { this.boxes.clear(); this.faint.clear(); });
    const labels = new EdgeLabels(this.sigma, this.store, this.emphasis, this.look, this.boxes);
    this.sigma.on("afterRender", () => labels.draw());
    labels.draw(); // sigma has drawn once already
    if (edges.length > LARGE) this.sigma.getCamera().on("updated", () => this.move());
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
    if (changes.has("shown") || changes.has("selection") || changes.has("hover")) this.emphasize(changes.has("shown"));
    if (changes.has("focus")) {
      if (this.store.state.focus === null) this.fit();
      else this.fitShown();
    }
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
