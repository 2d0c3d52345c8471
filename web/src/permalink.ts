// What is chosen, filtered and searched, in the address after "#": a link opens the page at the same place. What stands
// there is data of a stranger: names are only compared, numbers and dates checked, everything else is ignored.
import { type Filters, noFilters } from "./filter";
import { type GroupBy, groupings, groupKey, noGrouping } from "./group";
import type { Kind } from "./model";
import { isDate } from "./period";
import type { State, Store } from "./state";

const LONGEST = 20_000; // characters
const LONGEST_QUERY = 200;
const KINDS = [["relation", "relations", "hiddenRelations"], ["status", "statuses", "hiddenStatuses"], ["type", "types", "hiddenTypes"]] as const;

export function writeLink(store: Store): string {
  const { filters, focus, selection, grouping, query, listOpen } = store.state;
  const link = new URLSearchParams();
  const put = (key: string, value: string, yes = value !== "") => { if (yes) link.append(key, value); };
  if (selection?.kind === "node") put("node", selection.node.data.id);
  if (selection?.kind === "edge") put("edge", selection.edge.data.id);
  if (focus !== null) { put("around", focus.node.data.id); put("hops", String(focus.hops)); }
  for (const [key, list, hidden] of KINDS)
    for (const index of [...filters[hidden]].sort((a, b) => a - b)) link.append(`hide-${key}`, store.base[list][index]?.name ?? "");
  put("confidence", String(filters.minConfidence), filters.minConfidence > 0);
  put("since", filters.since);
  put("until", filters.until);
  put("undated", "no", !filters.keepUndated);
  put("group", grouping.by);
  for (const key of [...grouping.open].sort()) put("open", key);
  put("search", query);
  put("list", "open", listOpen);
  return link.toString();
}

function hiddenKinds(link: URLSearchParams, key: string, kinds: Kind[]): Set<number> {
  const names = new Set(link.getAll(`hide-${key}`));
  return new Set(kinds.filter(({ name }) => names.has(name)).map(({ index }) => index));
}

function readFilters(link: URLSearchParams, store: Store): Filters {
  const confidence = Number(link.get("confidence") ?? 0);
  const date = (key: string) => { const text = link.get(key) ?? ""; return isDate(text) ? text : ""; };
  const filters: Filters = {
    ...noFilters, since: date("since"), until: date("until"), keepUndated: link.get("undated") !== "no",
    minConfidence: Number.isFinite(confidence) ? Math.min(1, Math.max(0, confidence)) : 0,
  };
  for (const [key, list, hidden] of KINDS) filters[hidden] = hiddenKinds(link, key, store.base[list]);
  const nothing = KINDS.every(([, , hidden]) => filters[hidden].size === 0) && filters.minConfidence === 0 && filters.since === "" &&
    filters.until === "" && filters.keepUndated;
  return nothing ? noFilters : filters;
}

function readGrouping(link: URLSearchParams, store: Store): State["grouping"] {
  const by = groupings(store.base).find((each) => each.by === link.get("group"))?.by;
  if (by === undefined) return noGrouping;
  const keys = new Set(store.base.nodes.map((node) => groupKey(node, by as GroupBy)));
  return { by, open: new Set(link.getAll("open").filter((key) => keys.has(key))) };
}

export function readLink(store: Store, text: string): void {
  const link = new URLSearchParams(text.slice(0, LONGEST).replace(/^#/, ""));
  store.update({ grouping: readGrouping(link, store) });
  const node = (key: string) => store.model.nodes.find(({ data }) => data.id === link.get(key));
  const edge = store.model.edges.find(({ data }) => data.id === link.get("edge"));
  const chosen = node("node");
  const around = node("around");
  const hops = Number(link.get("hops"));
  store.update({
    filters: readFilters(link, store),
    focus: around ? { node: around, hops: hops === 2 || hops === 3 ? hops : 1 } : null,
    selection: chosen ? { kind: "node", node: chosen } : edge ? { kind: "edge", edge } : null,
    query: (link.get("search") ?? "").slice(0, LONGEST_QUERY),
    listOpen: link.get("list") === "open",
  });
}

// Keeps address and page together, both ways.
export function followAddress(store: Store): void {
  let timer = 0;
  let written = location.hash.replace(/^#/, "");
  const write = () => {
    const link = writeLink(store);
    if (link === written) return;
    written = link;
    history.replaceState(null, "", `#${link}`);
  };
  store.onChange((changes) => {
    if (changes.size === 1 && changes.has("hover")) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(write, 200);
  });
  window.addEventListener("hashchange", () => {
    written = location.hash.replace(/^#/, "");
    readLink(store, written);
  });
  if (written !== "") readLink(store, written);
}
