// Boxes in rows, the highest first, on a ground of a wanted shape: each lies as low as it can (skyline).

export interface Size { width: number; height: number }
export interface Corner { x: number; y: number } // the lower left one

interface Step { x: number; y: number; width: number } // of the skyline, from left to right

// How high a box of this width lies that begins at step `first`; null where it would stick out.
function restingPlace(steps: Step[], first: number, width: number, ground: number): number | null {
  const begin = steps[first]?.x ?? 0;
  if (begin + width > ground + 1e-9) return null;
  let y = 0;
  for (let i = first; i < steps.length; ++i) {
    const step = steps[i] as Step;
    if (step.x >= begin + width - 1e-9) break;
    y = Math.max(y, step.y);
  }
  return y;
}

function cover(steps: Step[], x: number, y: number, width: number): Step[] {
  const result: Step[] = [];
  const end = x + width;
  for (const step of steps) {
    const stop = step.x + step.width;
    if (step.x < x) result.push({ ...step, width: Math.min(stop, x) - step.x });
    if (step.x <= x && x < stop) result.push({ x, y, width });
    if (stop > end) result.push({ x: Math.max(step.x, end), y: step.y, width: stop - Math.max(step.x, end) });
  }
  return result.filter((step) => step.width > 1e-9);
}

function pack(sizes: Size[], order: number[], ground: number): { corners: Corner[]; height: number } {
  let steps: Step[] = [{ x: 0, y: 0, width: ground }];
  const corners: Corner[] = sizes.map(() => ({ x: 0, y: 0 }));
  let height = 0;
  for (const place of order) {
    const size = sizes[place] as Size;
    let best: Corner | null = null;
    for (let i = 0; i < steps.length; ++i) {
      const y = restingPlace(steps, i, size.width, ground);
      if (y !== null && (best === null || y < best.y - 1e-9)) best = { x: steps[i]?.x ?? 0, y };
    }
    if (best === null) continue; // no box is wider than the ground
    corners[place] = best;
    steps = cover(steps, best.x, best.y + size.height, size.width);
    height = Math.max(height, best.y + size.height);
  }
  return { corners, height };
}

const WIDTHS = [0.85, 1, 1.15, 1.3, 1.5]; // of the ground that would hold the bare areas

// Where the boxes go so that all of them are as large as possible in a window of shape `aspect` (width by height). The
// first box of the order is at the top left.
export function packInRows(sizes: Size[], aspect: number): { corners: Corner[]; width: number; height: number } {
  const order = sizes.map((_, place) => place).sort((a, b) => {
    const [left, right] = [sizes[a] as Size, sizes[b] as Size];
    return right.height - left.height || right.width - left.width || a - b;
  });
  const widest = sizes.reduce((most, { width }) => Math.max(most, width), 1);
  const side = Math.sqrt(aspect * sizes.reduce((sum, { width, height }) => sum + width * height, 0));
  let best: { corners: Corner[]; width: number; height: number } | null = null;
  for (const factor of WIDTHS) {
    const width = Math.max(widest, factor * side);
    const { corners, height } = pack(sizes, order, width);
    const worth = (each: { width: number; height: number }) => Math.max(each.width / aspect, each.height);
    if (best === null || worth({ width, height }) < worth(best)) best = { corners, width, height };
  }
  const { corners, width, height } = best ?? { corners: [], width: 1, height: 1 };
  // From the top down.
  return { corners: corners.map(({ x, y }, i) => ({ x, y: height - y - (sizes[i]?.height ?? 0) })), width, height };
}
