// Keys for the whole page.
export interface Keys {
  search(): void;
  back(): void;
  zoom(factor: number): void;
  pan(x: number, y: number): void;
  fit(): void;
  neighbourhood(): void;
  group(): void;
  list(): void;
  accept(): void;
  reject(): void;
  note(): void;
  undo(): void;
  filters(): void;
  theme(): void;
  help(): void;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && ["search", "text"].includes(target.type));
}

export function bindKeys(stage: HTMLElement, keys: Keys): void {
  const actions: Record<string, () => void> = {
    "/": keys.search, Escape: keys.back, "+": () => keys.zoom(1.5), "=": () => keys.zoom(1.5), "-": () => keys.zoom(1 / 1.5),
    "0": keys.fit, n: keys.neighbourhood, g: keys.group, l: keys.list, a: keys.accept, r: keys.reject, m: keys.note, u: keys.undo, f: keys.filters, t: keys.theme, "?": keys.help,
  };
  const moves: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    const action = actions[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });
  stage.addEventListener("keydown", (event) => {
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    keys.pan(...move);
  });
}
