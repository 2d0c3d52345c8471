// Names of nodes and relations of edges, drawn on canvas above the graph.
import type { EdgeDisplayData, NodeDisplayData, PartialButFor } from "sigma/types";

import type { EdgeLook } from "./edge_program";
import { type Box, LabelBoxes } from "./label_boxes";
import type { Look } from "./look";

type NodeLabel = PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color">;
type EdgeLabel = PartialButFor<EdgeDisplayData, "label" | "color" | "size">;
export type End = Pick<NodeDisplayData, "x" | "y" | "size">;
interface Point { x: number; y: number }

export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'DejaVu Sans', sans-serif";
const LONGEST = 42; // characters of a name

export function shorten(text: string, longest = LONGEST): string {
  const characters = Array.from(text.slice(0, 4 * longest));
  return characters.length <= longest ? text : characters.slice(0, longest - 1).join("").trimEnd() + "…";
}

function haloText(context: CanvasRenderingContext2D, text: string, at: Point, color: string, ground: string): void {
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = ground;
  context.strokeText(text, at.x, at.y);
  context.fillStyle = color;
  context.fillText(text, at.x, at.y);
}

// To the right of the node, else to the left, below, above.
function placesAround(data: NodeLabel, width: number): Box[] {
  const { x, y, size } = data;
  const box = (left: number, middle: number): Box => ({ left, right: left + width, top: middle - 7, bottom: middle + 8 });
  return [box(x + size + 4, y), box(x - size - 4 - width, y), box(x - width / 2, y + size + 11), box(x - width / 2, y - size - 11)];
}

// Names that are faded leave the room to the others, which come later.
export function drawNodeLabel(look: Look, boxes: LabelBoxes, faint: LabelBoxes) {
  return (context: CanvasRenderingContext2D, data: NodeLabel): void => {
    if (!data.label) return;
    const emphasis = (data as { emphasis?: number }).emphasis ?? 0;
    const faded = look.dim < 1 && emphasis === 0;
    context.font = `${emphasis > 1 ? 650 : 500} 13px ${FONT}`;
    const text = shorten(data.label);
    const candidates = placesAround(data, context.measureText(text).width);
    const whole = candidates.filter((each) => each.left >= 0 && each.right <= context.canvas.clientWidth);
    const box = (faded ? faint : boxes).takeFirstFree(whole) ?? (emphasis > 0 ? candidates[0] : undefined);
    if (box === undefined) return;
    context.globalAlpha = faded ? 0.38 : 1;
    haloText(context, text, { x: box.left, y: box.top + 11.5 }, look.ink, look.background);
    context.globalAlpha = 1;
  };
}

export function drawNodeHover(look: Look) {
  return (context: CanvasRenderingContext2D, data: NodeLabel): void => {
    const label = shorten(data.label ?? "", 80);
    context.font = `600 13px ${FONT}`;
    const width = context.measureText(label).width + 14;
    const left = data.x + data.size + 3;
    context.fillStyle = look.dark ? "#28303b" : "#ffffff";
    context.shadowColor = "rgba(0, 0, 0, 0.3)";
    context.shadowBlur = 8;
    context.beginPath();
    context.roundRect(left, data.y - 12, width, 24, 6);
    context.arc(data.x, data.y, data.size + 2, 0, 2 * Math.PI);
    context.fill();
    context.shadowBlur = 0;
    context.fillStyle = look.ink;
    context.fillText(label, left + 7, data.y + 4.5);
  };
}

// The middle of the curve that edge_shaders.ts draws, y downwards, and its direction.
function middleOf(source: End, target: End, curvature: number): Point & { angle: number; length: number } {
  const dx = target.x - source.x;
  const dy = target.y - source.y;
  const bend = curvature / 2;
  const angle = Math.atan2(dy, dx);
  const upright = angle > Math.PI / 2 ? angle - Math.PI : angle < -Math.PI / 2 ? angle + Math.PI : angle;
  // Upwards in the shader is downwards here, so the left normal (-dy, dx) becomes (dy, -dx).
  return { x: (source.x + target.x) / 2 + dy * bend, y: (source.y + target.y) / 2 - dx * bend, angle: upright,
           length: Math.hypot(dx, dy) };
}

export function drawEdgeLabel(look: Look, boxes: LabelBoxes) {
  return (context: CanvasRenderingContext2D, data: EdgeLabel, source: End, target: End): void => {
    const { label, emphasis, curvature } = data as unknown as EdgeLook;
    if (!label) return;
    context.font = `500 11px ${FONT}`;
    const text = shorten(label, 24);
    const middle = middleOf(source, target, curvature);
    const width = context.measureText(text).width;
    if (middle.length - source.size - target.size < width + 14) return;
    const reach = { x: 0.5 * width * Math.abs(Math.cos(middle.angle)) + 2, y: 0.5 * width * Math.abs(Math.sin(middle.angle)) + 2 };
    const box = { left: middle.x - reach.x, right: middle.x + reach.x, top: middle.y - reach.y, bottom: middle.y + reach.y };
    if (emphasis === 0 && !boxes.isFree(box)) return;
    context.save();
    context.textAlign = "center";
    context.translate(middle.x, middle.y);
    context.rotate(middle.angle);
    haloText(context, text, { x: 0, y: 3.5 }, data.color ?? look.ink, look.background);
    context.restore();
  };
}
