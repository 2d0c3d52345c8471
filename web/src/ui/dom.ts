// Elements. Text only ever becomes text: nothing here parses HTML.

type Child = globalThis.Node | string | null | undefined | false;
type Listeners = { [K in keyof HTMLElementEventMap as `on${K}`]?: (event: HTMLElementEventMap[K]) => void };
type Attributes = Record<string, string | number | boolean | undefined>;

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: (Attributes & { [name: string]: unknown }) | Listeners = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value as EventListener);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  append(element, children);
  return element;
}

export function append(element: Element, children: Child[]): void {
  for (const child of children) if (child) element.append(child);
}

export function replace(element: Element, ...children: Child[]): void {
  element.replaceChildren(...children.filter((child): child is globalThis.Node | string => Boolean(child)));
}

// A name of any script, which does not disturb the text around it.
export function name(text: string): HTMLElement {
  return h("bdi", { class: "name" }, text);
}

const SVG = "http://www.w3.org/2000/svg";

export function svg(tag: string, attributes: Record<string, string | number>, ...children: Element[]): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  append(element, children);
  return element;
}

const ICONS = {
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",
  filter: "M4 6h16M7 12h10M10 18h4",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 3v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4",
  download: "M12 4v11m-5-5 5 5 5-5M5 20h14",
  help: "M9 9a3 3 0 1 1 4.4 2.6c-.9.5-1.4 1-1.4 2.1M12 17.5v.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  fit: "M4 9V4h5M20 9V4h-5M4 15v5h5m11-5v5h-5",
  check: "M4.5 12.5 10 18 19.5 7",
  list: "M9 6h11M9 12h11M9 18h11M4.5 6v.01M4.5 12v.01M4.5 18v.01",
  group: "M8 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm9 2a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM2.5 19c.4-3.300 2.600-5 5.500-5s5.100 1.700 5.500 5m2-4.500c3 0 4.800 1.300 5.500 4.500",
  close: "M6 6l12 12M18 6 6 18",
  focus: "M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM12 2v4m0 12v4M2 12h4m12 0h4",
  target: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-4a5 5 0 1 0 0-10 5 5 0 0 0 0 10Zm0-4.5v-1",
  external: "M14 4h6v6m0-6L10 14m8 0v6H4V6h6",
  arrow: "M4 12h15m-6-6 6 6-6 6",
} as const;

export function icon(which: keyof typeof ICONS): SVGElement {
  return svg("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" }, svg("path", { d: ICONS[which] }));
}

// As in an edge: solid, dashed or dotted, with a head.
export function lineSample(color: string, line: string, head = true): SVGElement {
  const dashes = { solid: "none", dashed: "6 4", dotted: "0.1 4.5", dashdot: "8 3.5 1.6 3.5" }[line] ?? "none";
  const path = svg("path", { d: head ? "M2 7h21" : "M2 7h28", "stroke-dasharray": dashes, "stroke-linecap": line === "dotted" ? "round" : "butt" });
  const sample = svg("svg", { viewBox: "0 0 32 14", class: "line-sample", "aria-hidden": "true" }, path);
  if (head) sample.append(svg("path", { d: "M22 2.5 31 7l-9 4.5Z", class: "head" }));
  sample.style.setProperty("--line", color);
  return sample;
}

export function dot(color: string): HTMLElement {
  const element = h("span", { class: "dot", "aria-hidden": "true" });
  element.style.setProperty("--fill", color);
  return element;
}

export function count(number: number, what: string): string {
  const plural = what.endsWith("y") ? `${what.slice(0, -1)}ies` : `${what}s`;
  return `${number.toLocaleString("en")} ${number === 1 ? what : plural}`;
}
