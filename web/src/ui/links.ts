// Links out of the page: only what a reader would want to follow, and only when clicked.
import { h, icon } from "./dom";

const ALLOWED = ["http:", "https:", "mailto:"];

// The address as a browser understands it, or null where it is none that may be opened.
export function safeUrl(text: string | undefined): URL | null {
  if (!text) return null;
  try {
    const url = new URL(text);
    return ALLOWED.includes(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

// A link where the address may be opened; otherwise its text.
export function link(address: string | undefined, text: string, className = ""): HTMLElement {
  const url = safeUrl(address);
  if (url === null) return h("span", { class: className }, h("bdi", {}, text));
  return h("a", { class: className, href: url.href, target: "_blank", rel: "noopener noreferrer", title: url.href },
           h("bdi", {}, text), icon("external"));
}
