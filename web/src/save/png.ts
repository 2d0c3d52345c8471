// The current view as a picture, with its legend.
import type { Scene } from "../graph/scene";
import { FONT } from "../graph/labels";
import { lineColor } from "../graph/look";
import type { Kind, Model } from "../model";
import type { Shown } from "../filter";

const LAYERS = ["edges", "edgeLabels", "nodes", "labels"];
const MARGIN = 16;

function shownRelations(model: Model, shown: Shown): Kind[] {
  const used = new Set<Kind>();
  for (const edge of model.edges) if (shown.edges[edge.index] === 1) used.add(edge.relation);
  return model.relations.filter((kind) => used.has(kind));
}

function drawLegend(context: CanvasRenderingContext2D, scene: Scene, kinds: Kind[], height: number): void {
  context.font = `500 12px ${FONT}`;
  context.textBaseline = "middle";
  let x = MARGIN;
  for (const kind of kinds.slice(0, 8)) {
    const color = lineColor(kind, scene.look.dark);
    context.strokeStyle = context.fillStyle = color;
    context.lineWidth = 2;
    context.beginPath();
    context.moveTo(x, height - MARGIN);
    context.lineTo(x + 22, height - MARGIN);
    context.stroke();
    context.fillText(kind.title, x + 28, height - MARGIN);
    x += 28 + context.measureText(kind.title).width + 20;
  }
}

export async function picture(scene: Scene, model: Model, shown: Shown): Promise<Blob> {
  const { width, height } = scene.sigma.getDimensions();
  const ratio = window.devicePixelRatio || 1;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * ratio, height * ratio];
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("the browser gives no canvas");
  context.fillStyle = scene.look.background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  // WebGL's buffers hold a picture only until the browser has shown it: draw and copy in one go.
  scene.sigma.refresh();
  const layers = scene.sigma.getCanvases();
  for (const name of LAYERS) {
    const layer = layers[name];
    if (layer) context.drawImage(layer, 0, 0, canvas.width, canvas.height);
  }
  context.scale(ratio, ratio);
  drawLegend(context, scene, shownRelations(model, shown), height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture cannot be made"))), "image/png"));
}
