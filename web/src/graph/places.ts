// Where the nodes that are shown stand. Components are laid out one by one and packed in rows; where a file brought places,
// they are kept.
import type { Shown } from "../filter";
import type { Edge, Model, Node } from "../model";
import { packInRows } from "./pack";
import { type Point, stressLayout, turnFlat } from "./stress";

export interface Range { low: number; high: number }
export type Side = "right" | "below" | "above" | "left";
export interface Places {
  x: Float64Array; // by index of the node
  y: Float64Array;
  sides: Side[][]; // where its name stands best, where no edge goes
  box: { x: Range; y: Range }; // what the window shows, names included
}
export interface Window { width: number; height: number } // pixels

const STEP = 110; // between two nodes with one edge; a pixel where there is room
const SMALL = 200; // nodes: larger components keep the places that newsgraph gave them
const SMALL_OF_MANY = 40; // the same, where all of them together are many
const MANY = 1500;
const LETTER = 6.6; // pixels
const LONGEST_NAME = 230; // pixels
const LINE = 22; // pixels
const LARGEST_SCALE = 1.35; // pixels of a unit

export function components(model: Model, shown: Shown): Node[][] {
  const seen = new Uint8Array(model.nodes.length);
  const result: Node[][] = [];
  for (const start of model.nodes) {
    if (shown.nodes[start.index] !== 1 || seen[start.index] === 1) continue;
    const members = [start];
    seen[start.index] = 1;
    for (let i = 0; i < members.length; ++i) {
      const node = members[i] as Node;
      for (const edge of node.edges) {
        const other = edge.source === node ? edge.target : edge.source;
        if (shown.edges[edge.index] !== 1 || seen[other.index] === 1) continue;
        seen[other.index] = 1;
        members.push(other);
      }
    }
    result.push(members);
  }
  return result;
}

function linksOf(members: Node[], shown: Shown): [number, number, number][] {
  const place = new Map(members.map((node, i) => [node, i]));
  const shownEdges = (node: Node) => node.edges.filter((edge) => shown.edges[edge.index] === 1 && edge.source !== edge.target);
  const degree = members.map((node) => shownEdges(node).length);
  const links: [number, number, number][] = [];
  const seen = new Set<Edge>();
  for (const node of members)
    for (const edge of shownEdges(node)) {
      const [a, b] = [place.get(edge.source), place.get(edge.target)];
      if (a === undefined || b === undefined || seen.has(edge)) continue;
      seen.add(edge);
      // Room for the many around a node that has many.
      const room = 0.22 * (Math.sqrt(degree[a] ?? 1) + Math.sqrt(degree[b] ?? 1) - 2);
      links.push([a, b, STEP * (1 + Math.max(0, room))]);
    }
  return links;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 1;
}

// As newsgraph placed them, in our unit.
function scaled(members: Node[], links: [number, number, number][], dense: boolean): Point[] {
  const points = members.map(({ data }) => ({ x: data.x, y: data.y }));
  const lengths = links.slice(0, 5000).map(([a, b]) => {
    const [p, q] = [points[a] as Point, points[b] as Point];
    return Math.hypot(p.x - q.x, p.y - q.y);
  });
  const factor = (dense ? 0.75 * STEP : STEP) / Math.max(median(lengths), 1e-6);
  return points.map(({ x, y }) => ({ x: x * factor, y: y * factor }));
}

function shape(members: Node[], shown: Shown): Point[] {
  if (members.length === 1) return [{ x: 0, y: 0 }];
  const links = linksOf(members, shown);
  const large = members.length > (shown.nodeCount > MANY ? SMALL_OF_MANY : SMALL);
  const start = scaled(members, links, large);
  return large ? start : turnFlat(stressLayout(start, links));
}

const DIRECTIONS: [side: Side, angle: number, liking: number][] =
  [["right", 0, 0.3], ["below", -Math.PI / 2, 0.25], ["above", Math.PI / 2, 0.1], ["left", Math.PI, 0]];

function angleBetween(a: number, b: number): number {
  const turn = Math.abs(a - b) % (2 * Math.PI);
  return Math.min(turn, 2 * Math.PI - turn);
}

// The sides of each node, that with the most room first.
function sidesOf(model: Model, shown: Shown, x: (index: number) => number, y: (index: number) => number): Side[][] {
  return model.nodes.map((node) => {
    if (shown.nodes[node.index] !== 1) return [];
    const angles = node.edges.filter((edge) => shown.edges[edge.index] === 1 && edge.source !== edge.target).map((edge) => {
      const other = (edge.source === node ? edge.target : edge.source).index;
      return Math.atan2(y(other) - y(node.index), x(other) - x(node.index));
    });
    const room = DIRECTIONS.map(([side, angle, liking]) =>
      ({ side, room: Math.min(1.2, ...angles.map((each) => angleBetween(each, angle))) + liking }));
    return room.sort((a, b) => b.room - a.room).map(({ side }) => side);
  });
}

function range(values: number[]): Range {
  return { low: values.reduce((a, b) => Math.min(a, b), Infinity), high: values.reduce((a, b) => Math.max(a, b), -Infinity) };
}

function nameWidth(node: Node): number {
  return Math.min(LONGEST_NAME, LETTER * Math.min(node.name.length, 42)) + 2 * node.data.size;
}

interface Block { members: Node[]; points: Point[]; x: Range; y: Range }

// With room for the names, where a pixel takes `pixel` units.
function block(members: Node[], points: Point[], sides: Side[][], pixel: number): Block {
  const reach = (node: Node, towards: Side): number => {
    const side = sides[node.index]?.[0];
    if (side === "below" || side === "above") return 0.5 * nameWidth(node) + 8;
    return side === towards ? nameWidth(node) + 12 : node.data.size + 8;
  };
  const [left, right] = (["left", "right"] as const).map((side) => members.map((node) => reach(node, side) * pixel));
  return { members, points,
           x: { low: range(points.map(({ x }, i) => x - (left?.[i] ?? 0))).low, high: range(points.map(({ x }, i) => x + (right?.[i] ?? 0))).high },
           y: { low: range(points.map(({ y }) => y)).low - 1.5 * LINE * pixel, high: range(points.map(({ y }) => y)).high + LINE * pixel } };
}

function pixelsOf(size: { width: number; height: number }, window: Window): number {
  return Math.min(window.width / size.width, window.height / size.height, LARGEST_SCALE);
}

// So much of the ground that nothing is larger than LARGEST_SCALE, in its middle.
function widened({ low, high }: Range, pixels: number): Range {
  const more = Math.max(0, pixels / LARGEST_SCALE - (high - low)) / 2;
  return { low: low - more, high: high + more };
}

function nowhere(model: Model): Places {
  return { x: new Float64Array(), y: new Float64Array(), sides: model.nodes.map(() => []), box: { x: { low: 0, high: 1 }, y: { low: 0, high: 1 } } };
}

function packed(model: Model, shown: Shown, window: Window): Places {
  const groups = components(model, shown);
  const shapes = groups.map((members) => shape(members, shown));
  const places: Places = { ...nowhere(model), x: new Float64Array(model.nodes.length), y: new Float64Array(model.nodes.length) };
  groups.forEach((members, i) => members.forEach(({ index }, j) => {
    places.x[index] = shapes[i]?.[j]?.x ?? 0;
    places.y[index] = shapes[i]?.[j]?.y ?? 0;
  }));
  places.sides = sidesOf(model, shown, (index) => places.x[index] ?? 0, (index) => places.y[index] ?? 0);
  let pixel = 1 / LARGEST_SCALE;
  let blocks: Block[] = [];
  let rows = packInRows([], 1);
  // How much room names take depends on how large everything is drawn, which depends on the room.
  for (let round = 0; round < 3; ++round) {
    blocks = groups.map((members, i) => block(members, shapes[i] ?? [], places.sides, pixel));
    rows = packInRows(blocks.map(({ x, y }) => ({ width: x.high - x.low, height: y.high - y.low })), window.width / window.height);
    pixel = Math.min(2.2, 1 / pixelsOf(rows, window));
  }
  blocks.forEach(({ members, points, x, y }, i) => {
    const corner = rows.corners[i] ?? { x: 0, y: 0 };
    members.forEach(({ index }, j) => {
      places.x[index] = corner.x - x.low + (points[j]?.x ?? 0);
      places.y[index] = corner.y - y.low + (points[j]?.y ?? 0);
    });
  });
  places.box = { x: widened({ low: 0, high: rows.width }, window.width), y: widened({ low: 0, high: rows.height }, window.height) };
  return places;
}

// The part of the file's drawing that is shown; of a single node its surroundings.
function kept(model: Model, shown: Shown): Places {
  const all = model.nodes.map(({ data }) => data);
  const some = model.nodes.filter(({ index }) => shown.nodes[index] === 1).map(({ data }) => data);
  const extent = (list: typeof all, axis: "x" | "y") => range(list.map((data) => data[axis]));
  const whole = Math.max(...(["x", "y"] as const).map((axis) => { const { low, high } = extent(all, axis); return high - low; }), 1e-6);
  const least = some.length === all.length ? 0 : 0.08 * whole;
  const axis = (which: "x" | "y"): Range => {
    const { low, high } = extent(some.length > 0 ? some : all, which);
    const more = Math.max(0, least - (high - low)) / 2;
    return { low: low - more, high: high + more };
  };
  const place = (which: "x" | "y") => (index: number) => all[index]?.[which] ?? 0;
  return { x: Float64Array.from(all, ({ x }) => x), y: Float64Array.from(all, ({ y }) => y),
           sides: sidesOf(model, shown, place("x"), place("y")), box: { x: axis("x"), y: axis("y") } };
}

export function arrange(model: Model, shown: Shown, window: Window): Places {
  if (model.nodes.length === 0) return nowhere(model);
  return model.placed || shown.nodeCount === 0 ? kept(model, shown) : packed(model, shown, window);
}
