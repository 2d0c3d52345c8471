// The side panel for a node: its edges, and under each its statements.
import { groupKey } from "../group";
import { byStrength, type Edge, type Node } from "../model";
import type { Store } from "../state";
import { attributeTable } from "./attributes";
import { count, h, icon, name } from "./dom";
import { relationLabel, typeChip } from "./kinds";
import { statementList } from "./statement_list";

const OPEN_AT_FIRST = 12; // statements
const PAGE = 60;

export interface NodeActions {
  lookAt(node: Node): void;
}

// Opens a group, or closes the one that the node belongs to.
export function toggleGroup(node: Node, store: Store): void {
  const { grouping } = store.state;
  const key = node.members[0] ? groupKey(node.members[0], grouping.by) : "";
  if (key === "") return;
  const open = new Set(grouping.open);
  if (node.members.length > 1) open.add(key);
  else open.delete(key);
  store.update({ grouping: { ...grouping, open } });
}

function groupButton(node: Node, store: Store): HTMLElement | null {
  const { by, open } = store.state.grouping;
  const key = node.members[0] ? groupKey(node.members[0], by) : "";
  const isGroup = node.members.length > 1;
  if (!isGroup && !open.has(key)) return null;
  return h("button", { type: "button", class: "action", title: "g", onclick: () => toggleGroup(node, store) }, icon("group"),
           isGroup ? "Open the group" : "Close the group");
}

function memberList(node: Node): HTMLElement[] {
  if (node.members.length < 2) return [];
  const names = [...node.members].sort((a, b) => b.edges.length - a.edges.length || a.index - b.index).slice(0, 40);
  return [h("p", { class: "aliases" }, `${count(node.members.length, "member")}: `, ...names.flatMap((each, i) => [i > 0 ? ", " : "", name(each.name)]),
            node.members.length > names.length && ` and ${node.members.length - names.length} more`)];
}

// "bans TikTok", or "TikTok bans" seen from the object.
function connection(edge: Edge, node: Node, store: Store, open: boolean): HTMLElement {
  const outgoing = edge.source === node;
  const other = h("button", {
    class: "other", type: "button", title: "Show this one",
    onclick: (event: MouseEvent) => { event.preventDefault(); store.selectNode(outgoing ? edge.target : edge.source); },
  }, name((outgoing ? edge.target : edge.source).name));
  const parts = outgoing ? [relationLabel(edge), other] : [other, relationLabel(edge)];
  const number = edge.statements.length + (edge.data.left_out ?? 0);
  const body = h("div", {});
  const box = h("details", { class: "connection", open },
    h("summary", {}, h("span", { class: "what" }, ...parts), number > 1 && h("span", { class: "badge", title: count(number, "statement") }, String(number))),
    body);
  const fill = () => {
    if (box.open && body.childElementCount === 0) body.append(statementList(edge, store));
  };
  box.addEventListener("toggle", fill);
  fill();
  return box;
}

// Those at the beginning whose statements are to be seen at once.
function openAtFirst(edges: Edge[]): Set<Edge> {
  const result = new Set<Edge>();
  let statements = 0;
  for (const edge of edges) {
    statements += Math.max(1, edge.statements.length);
    if (statements <= OPEN_AT_FIRST) result.add(edge);
  }
  return result;
}

function connections(title: string, edges: Edge[], node: Node, store: Store, open: Set<Edge>): HTMLElement[] {
  if (edges.length === 0) return [];
  const list = h("div", { class: "connections" });
  const more = h("button", { class: "more", type: "button" });
  let done = 0;
  const showMore = () => {
    list.append(...edges.slice(done, done + PAGE).map((edge) => connection(edge, node, store, open.has(edge))));
    done = Math.min(done + PAGE, edges.length);
    more.textContent = `Show more of ${count(edges.length, "edge")}`;
    if (done < edges.length) list.append(more);
    else more.remove();
  };
  more.addEventListener("click", showMore);
  showMore();
  return [h("h3", {}, title, h("span", { class: "badge" }, String(edges.length))), list];
}

export function nodeDetails(node: Node, store: Store, actions: NodeActions): HTMLElement[] {
  const { aliases = [], mentions = 0, documents = 0 } = node.data;
  const shown = node.edges.filter((edge) => store.shown.edges[edge.index] === 1).sort(byStrength);
  const facts = [mentions > 0 ? count(mentions, "mention") : "", documents > 0 ? count(documents, "document") : ""].filter(Boolean);
  const open = openAtFirst(shown);
  const isFocus = store.state.focus?.node === node;
  return [
    h("h2", { tabindex: -1 }, name(node.name)),
    h("p", { class: "chips" }, typeChip(node.type), facts.length > 0 && h("span", { class: "facts" }, facts.join(" · "))),
    ...(aliases.length > 0 ? [h("p", { class: "aliases" }, "also: ", ...aliases.slice(0, 12).flatMap((alias, i) => [i > 0 ? ", " : "", name(alias)]),
                                aliases.length > 12 && ` and ${aliases.length - 12} more`)] : []),
    ...memberList(node),
    h("p", { class: "actions" },
      h("button", { type: "button", class: "action", "aria-pressed": String(isFocus), onclick: () => store.update({ focus: isFocus ? null : { node, hops: 1 } }) },
        icon("focus"), isFocus ? "Show everything" : "Neighbourhood"),
      h("button", { type: "button", class: "action", onclick: () => actions.lookAt(node) }, icon("target"), "Find in the graph"),
      groupButton(node, store)),
    ...connections("What it does", shown.filter((edge) => edge.source === node), node, store, open),
    ...connections("What is done to it", shown.filter((edge) => edge.source !== node), node, store, open),
    ...(shown.length === 0 ? [h("p", { class: "quiet" }, "No edge passes the filters.")] : []),
    ...attributeTable(node.data.attributes),
  ];
}
