// How the graph is drawn at the moment: shared by the WebGL programs and the labels.
import type { Kind } from "../model";

export type Rgb = [red: number, green: number, blue: number]; // 0 to 1

export interface Look {
  dim: number; // opacity of what is not emphasised; 1 where nothing is
  edgeOpacity: number;
  moving: boolean; // the camera moves: nothing needs to be found under the pointer
  dark: boolean;
  background: string;
  ink: string; // text and the outline of nodes
  accent: string;
  labelLimit: number; // so many edges may show their relation without being asked
}

const themes = {
  light: { dark: false, background: "#fbfbf9", ink: "#1d232b", accent: "#1f6feb" },
  dark: { dark: true, background: "#12161c", ink: "#e8ebef", accent: "#6cb2ff" },
};

export function makeLook(edgeCount: number, dark: boolean): Look {
  const edgeOpacity = Math.max(0.25, Math.min(0.9, 24 / Math.sqrt(edgeCount + 1)));
  return { dim: 1, edgeOpacity, moving: false, labelLimit: 400, ...(dark ? themes.dark : themes.light) };
}

export function setTheme(look: Look, dark: boolean): void {
  Object.assign(look, dark ? themes.dark : themes.light);
}

export function rgb(hex: string): Rgb {
  const number = parseInt(hex.slice(1, 7), 16);
  return [(number >> 16) / 255, ((number >> 8) & 255) / 255, (number & 255) / 255];
}

function toHex(color: Rgb): string {
  return "#" + color.map((part) => Math.round(part * 255).toString(16).padStart(2, "0")).join("");
}

export function mix(a: string, b: string, share: number): string {
  const [left, right] = [rgb(a), rgb(b)];
  return toHex(left.map((part, i) => part + ((right[i] ?? 0) - part) * share) as Rgb);
}

// Colours of lines are made for white paper: on a dark ground they are lighter.
export function lineColor(kind: Kind, dark: boolean): string {
  return dark ? mix(kind.color, "#ffffff", 0.38) : kind.color;
}

export function fillColor(kind: Kind, dark: boolean): string {
  return dark ? mix(kind.color, "#12161c", 0.12) : kind.color;
}
