// Nodes on their way from one arrangement to the next.
import type { Places } from "./places";

const TIME = 380; // milliseconds
const MOST = 1500; // nodes: more go at once

function between(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}

function mix(a: Places, b: Places, share: number): Places {
  const numbers = (from: Float64Array, to: Float64Array) => to.map((value, i) => between(from[i] ?? value, value, share));
  const range = (which: "x" | "y") => ({ low: between(a.box[which].low, b.box[which].low, share), high: between(a.box[which].high, b.box[which].high, share) });
  return { x: numbers(a.x, b.x), y: numbers(a.y, b.y), sides: b.sides, box: { x: range("x"), y: range("y") } };
}

// The reader wants nothing to move.
export function isStill(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

export class Motion {
  private frame = 0;
  private now: Places | null = null;

  constructor(private readonly apply: (places: Places) => void) {}

  // Begins where the nodes are now, also in the middle of the way. `jump` where there is no way: other nodes.
  go(to: Places, jump: boolean): void {
    window.cancelAnimationFrame(this.frame);
    const from = this.now;
    if (jump || isStill() || from === null || to.x.length > MOST || from.x.length !== to.x.length) return this.show(to);
    const begin = performance.now();
    const step = () => {
      const share = Math.min(1, (performance.now() - begin) / TIME);
      this.show(share === 1 ? to : mix(from, to, 1 - (1 - share) ** 3));
      if (share < 1) this.frame = window.requestAnimationFrame(step);
    };
    step();
  }

  private show(places: Places): void {
    this.now = places;
    this.apply(places);
  }
}
