// Where the nodes of one small component stand: distances in the drawing like those in the graph (stress
// majorization: Gansner, Koren, North 2004). Starts from given places, so that the result is always the same.

export interface Point { x: number; y: number }

const ROUNDS = 120;
const ENOUGH = 0.002; // of the stress: smaller steps are not worth their time

// The lengths of shortest paths, for all pairs: `size` is small.
function distances(size: number, links: [number, number, number][]): Float64Array {
  const neighbours: [number, number][][] = Array.from({ length: size }, () => []);
  for (const [a, b, length] of links) {
    neighbours[a]?.push([b, length]);
    neighbours[b]?.push([a, length]);
  }
  const all = new Float64Array(size * size).fill(Infinity);
  for (let start = 0; start < size; ++start) {
    const done = new Uint8Array(size);
    all[start * size + start] = 0;
    for (let round = 0; round < size; ++round) {
      let next = -1;
      for (let i = 0; i < size; ++i) {
        if (done[i] === 0 && (next < 0 || (all[start * size + i] ?? 0) < (all[start * size + next] ?? 0))) next = i;
      }
      done[next] = 1;
      const here = all[start * size + next] ?? Infinity;
      for (const [to, length] of neighbours[next] ?? []) {
        if (here + length < (all[start * size + to] ?? 0)) all[start * size + to] = here + length;
      }
    }
  }
  return all;
}

// Moves every node to where the others want it; returns the stress before.
function improve(points: Point[], wanted: Float64Array): number {
  const size = points.length;
  let stress = 0;
  for (let i = 0; i < size; ++i) {
    const point = points[i] as Point;
    let [x, y, weights] = [0, 0, 0];
    for (let j = 0; j < size; ++j) {
      if (j === i) continue;
      const other = points[j] as Point;
      const ideal = wanted[i * size + j] ?? 1;
      const weight = 1 / (ideal * ideal);
      const [dx, dy] = [point.x - other.x, point.y - other.y];
      const distance = Math.max(Math.hypot(dx, dy), 1e-3);
      stress += weight * (distance - ideal) ** 2;
      x += weight * (other.x + (dx / distance) * ideal);
      y += weight * (other.y + (dy / distance) * ideal);
      weights += weight;
    }
    if (weights > 0) [point.x, point.y] = [x / weights, y / weights];
  }
  return stress;
}

// Nodes that start at the same place would stay together.
function spread(start: Point[], scale: number): Point[] {
  return start.map(({ x, y }, i) => ({ x: x + 0.05 * scale * Math.cos(2.4 * i), y: y + 0.05 * scale * Math.sin(2.4 * i) }));
}

// `links`: two nodes, and how far they are to be from each other. The component is connected.
export function stressLayout(start: Point[], links: [number, number, number][]): Point[] {
  const wanted = distances(start.length, links);
  const points = spread(start, links[0]?.[2] ?? 1);
  let last = Infinity;
  for (let round = 0; round < ROUNDS; ++round) {
    const stress = improve(points, wanted);
    if (last - stress < ENOUGH * last && round > 5) break;
    last = stress;
  }
  return points;
}

// Turned so that it is widest from left to right: there names have room.
export function turnFlat(points: Point[]): Point[] {
  const middle = { x: points.reduce((sum, p) => sum + p.x, 0) / points.length, y: points.reduce((sum, p) => sum + p.y, 0) / points.length };
  let [xx, xy, yy] = [0, 0, 0];
  for (const { x, y } of points) {
    xx += (x - middle.x) ** 2;
    xy += (x - middle.x) * (y - middle.y);
    yy += (y - middle.y) ** 2;
  }
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return points.map(({ x, y }) => ({ x: cos * (x - middle.x) + sin * (y - middle.y), y: cos * (y - middle.y) - sin * (x - middle.x) }));
}
