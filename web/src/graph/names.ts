// The names of nodes. sigma chooses which are candidates; they are placed when all are known: first those of what is
// chosen, then those of large nodes, each where nothing else is.
import type Sigma from "sigma";
import type { NodeDisplayData, PartialButFor } from "sigma/types";

import type { Store } from "../state";
import { type Box, LabelBoxes } from "./label_boxes";
import { FONT, haloText, isWhole, shorten } from "./labels";
import type { Look } from "./look";
import type { Side } from "./places";

type NodeLabel = PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color">;
type Candidate = NodeLabel & { key?: string; emphasis?: number; sides?: Side[] };

const MOST_DISCS = 400; // nodes: among more, names do not keep off them
const BUTTONS = { width: 64, height: 136 }; // pixels: the buttons for the zoom, at the top right
const SIDES: Side[] = ["right", "left", "below", "above"];

// Beside the node, where its edges leave most room.
function placesAround(data: Candidate, width: number): Box[] {
  const { x, y, size } = data;
  const box = (left: number, middle: number): Box => ({ left, right: left + width, top: middle - 7, bottom: middle + 8 });
  const places: Record<Side, Box> = {
    right: box(x + size + 4, y), left: box(x - size - 4 - width, y),
    below: box(x - width / 2, y + size + 11), above: box(x - width / 2, y - size - 11),
  };
  const sides = data.sides ?? [];
  return (sides.length > 0 ? sides : SIDES).map((side) => places[side]);
}

export class Names {
  readonly boxes = new LabelBoxes();
  private candidates: Candidate[] = [];
  private readonly drawn = new Set<string>();

  constructor(private readonly store: Store, private readonly look: Look) {}

  // sigma's setting defaultDrawNodeLabel.
  readonly collect = (_: CanvasRenderingContext2D, data: NodeLabel): void => {
    if (data.label) this.candidates.push(data);
  };

  begin(): void {
    this.candidates = [];
    this.drawn.clear();
    this.boxes.clear();
  }

  has(key: string): boolean {
    return this.drawn.has(key);
  }

  draw(sigma: Sigma): void {
    const context = sigma.getCanvases()["labels"]?.getContext("2d");
    if (!context) return;
    const { width } = sigma.getDimensions();
    this.boxes.take({ left: width - BUTTONS.width, right: width, top: 0, bottom: BUTTONS.height });
    this.keepOffNodes(sigma);
    const emphasis = (data: Candidate) => data.emphasis ?? 0;
    this.candidates.sort((a, b) => emphasis(b) - emphasis(a) || b.size - a.size);
    for (const data of this.candidates) this.drawOne(context, data);
  }

  private keepOffNodes(sigma: Sigma): void {
    const { model, shown } = this.store;
    if (shown.nodeCount > MOST_DISCS) return;
    for (const { index } of model.nodes) {
      const data = shown.nodes[index] === 1 ? sigma.getNodeDisplayData(String(index)) : undefined;
      if (data === undefined) continue;
      const { x, y } = sigma.framedGraphToViewport(data);
      const size = sigma.scaleSize(data.size);
      this.boxes.take({ left: x - size, right: x + size, top: y - size, bottom: y + size });
    }
  }

  private drawOne(context: CanvasRenderingContext2D, data: Candidate): void {
    const { look } = this;
    const emphasis = data.emphasis ?? 0;
    const faded = look.dim < 1 && emphasis === 0;
    context.font = `${emphasis > 1 ? 650 : 500} 13px ${FONT}`;
    const text = shorten(data.label ?? "");
    const inside = placesAround(data, context.measureText(text).width).filter((box) => isWhole(context, box));
    // What is chosen has its name, whatever is around it.
    const box = inside.find((each) => this.boxes.isFree(each)) ?? (emphasis > 1 ? inside[0] : undefined);
    if (box === undefined) return;
    this.boxes.take(box);
    this.drawn.add(data.key ?? "");
    context.globalAlpha = faded ? 0.38 : 1;
    haloText(context, text, { x: box.left, y: box.top + 11.5 }, look.ink, look.background);
    context.globalAlpha = 1;
  }
}
