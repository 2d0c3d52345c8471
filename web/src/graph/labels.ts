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

export function haloText(context: CanvasRenderingContext2D, text: string, at: Point, color: string, ground: string): void {
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = ground;
  context.strokeText(text, at.x, at.y);
  context.fillStyle = color;
  context.fillText(text, at.x, at.y);
}

// Whether the window shows all of it.
export function isWhole(context: CanvasRenderingContext2D, box: Box): boolean {
  const { clientWidth, clientHeight } = context.canvas;
  return box.left >= 0 && box.right <= clientWidth && box.top >= 0 && box.bottom <= clientHeight;
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

// A place of the curve that edge_shaders.ts draws, y downwards, and its direction there.
function placeOn(source: End, target: End, curvature: number, t: number): Point & { angle: number } {
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  // Upwards in the shader is downwards here, so the left normal (-dy, dx) becomes (dy, -dx).
  const bend = 2 * t * (1 - t) * curvature;
  const slope = 2 * (1 - 2 * t) * curvature;
  const angle = Math.atan2(dy - dx * slope, dx + dy * slope);
  const upright = angle > Math.PI / 2 ? angle - Math.PI : angle < -Math.PI / 2 ? angle + Math.PI : angle;
  return { x: source.x + dx * t + dy * bend, y: source.y + dy * t - dx * bend, angle: upright };
}

const ALONG = [0.5, 0.38, 0.62]; // where the relation may stand

// The boxes that a text takes that runs in this direction: several, for a slanted one covers little of one around it.
function boxesAlong({ x, y, angle }: Point & { angle: number }, width: number): Box[] {
  const pieces = Math.max(1, Math.ceil(width / 14));
  return Array.from({ length: pieces }, (_, i) => {
    const offset = (i + 0.5 - pieces / 2) * (width / pieces);
    const [left, top] = [x + Math.cos(angle) * offset, y + Math.sin(angle) * offset];
    return { left: left - 7, right: left + 7, top: top - 6, bottom: top + 6 };
  });
}

export function drawEdgeLabel(look: Look, boxes: LabelBoxes) {
  return (context: CanvasRenderingContext2D, data: EdgeLabel, source: End, target: End): void => {
    const { label, curvature } = data as unknown as EdgeLook;
    if (!label) return;
    context.font = `500 11px ${FONT}`;
    const text = shorten(label, 24);
    const width = context.measureText(text).width;
    const length = Math.hypot(target.x - source.x, target.y - source.y) - source.size - target.size;
    if (length < width + 14) return;
    // Where it would be cut, or hidden, it is not drawn.
    const place = ALONG.slice(0, length < 2 * width ? 1 : ALONG.length).map((t) => placeOn(source, target, curvature, t)).find((each) => {
      const taken = boxesAlong(each, width);
      return taken.every((box) => isWhole(context, box) && boxes.isFree(box));
    });
    if (place === undefined) return;
    for (const box of boxesAlong(place, width)) boxes.take(box);
    context.save();
    context.textAlign = "center";
    context.translate(place.x, place.y);
    context.rotate(place.angle);
    haloText(context, text, { x: 0, y: 3.5 }, data.color ?? look.ink, look.background);
    context.restore();
  };
}
