// Curvature, so that edges between the same two nodes can be told apart.
import type { Edge, Node } from "../model";

const STEP = 0.2; // of the distance between the ends
const WIDEST = 0.7;

function pairKey(edge: Edge, size: number): number {
  const { source, target } = edge;
  return Math.min(source.index, target.index) * size + Math.max(source.index, target.index);
}

// The bend is to the left of the way from the first node to the second: an edge that goes back bends
// the other way for itself.
function bend(group: Edge[], first: Node, curvature: Float32Array): void {
  const step = Math.min(STEP, (2 * WIDEST) / group.length);
  group.forEach((edge, place) => {
    const offset = (place - (group.length - 1) / 2) * step;
    curvature[edge.index] = edge.source === first ? offset : -offset;
  });
}

// By edge index: 0 is straight. Of a loop it is the number among the loops of its node.
export function curvatures(edges: Edge[], nodeCount: number): Float32Array {
  const groups = new Map<number, Edge[]>();
  for (const edge of edges) {
    const key = pairKey(edge, nodeCount);
    const group = groups.get(key);
    if (group) group.push(edge);
    else groups.set(key, [edge]);
  }
  const curvature = new Float32Array(edges.length);
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    if (first.source === first.target) group.forEach((edge, place) => (curvature[edge.index] = place));
    else if (group.length > 1) bend(group, first.source, curvature);
  }
  return curvature;
}
