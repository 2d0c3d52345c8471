// Graphs for the tests, in newsgraph's own JSON.

export const node = (id, name, type, x, y, more = {}) => ({ id: `n_${id}`, name, entity_type: type, x, y, ...more });

export function statement(text, { subject, object, trigger, ...more } = {}) {
  const part = (value) => value && { text: value };
  return { text, subject: part(subject), object: part(object), trigger: part(trigger), confidence: 0.9, ...more };
}

export function edge(source, relation, target, statements, more = {}) {
  const dates = statements.map((each) => each.date).filter(Boolean).sort();
  const best = statements.reduce((a, b) => (b.confidence > a.confidence ? b : a));
  return { source: `n_${source}`, target: `n_${target}`, relation, label: relation, status: "asserted",
           weight: statements.length, confidence: best.confidence, evidence: best.text,
           first_date: dates[0], last_date: dates[dates.length - 1], statements, ...more };
}

export const graph = (nodes, edges) => ({ directed: true, multigraph: true, graph: {}, nodes, edges });

// As many nodes and edges as a page holds, with places; the same ones each time.
export function largest(nodeCount = 10_000, edgeCount = 50_000) {
  let seed = 1;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const any = (list) => list[Math.floor(random() * list.length)];
  const nodes = Array.from({ length: nodeCount }, (_, i) =>
    node(String(i), `Company ${i}`, any(["organization", "place", "person"]), 1000 * random(), 1000 * random()));
  const edges = Array.from({ length: edgeCount }, (_, i) => {
    const [from, round] = [i % nodeCount, Math.floor(i / nodeCount)]; // no two edges of a node say the same
    const to = Math.floor(nodeCount * random() ** 3);
    return edge(String(from), ["owns", "bans", "denounces"][round % 3], String(to === from ? (to + 1) % nodeCount : to),
      [statement(`Company ${from} did it to Company ${to}.`, { document: `d${i}`, confidence: 0.5 + 0.4 * random() })],
      { status: round < 3 ? "asserted" : "planned" });
  });
  return graph(nodes, edges);
}

const place = { document: "d1", title: "State bans the app", date: "2023-03-16", url: "https://news.example/a?b=1&c=2" };

// Two nodes in a row, a ban between them, and a third one above that both have to do with.
export const small = graph(
  [node("state", "Stateland", "place", 0, 0, { aliases: ["The State", "Étatland"] }),
   node("app", "AppCo", "organization", 100, 0), node("person", "Ann Smith", "person", 50, 40)],
  [edge("state", "bans", "app", [
     statement("Yesterday 🙂 Stateland banned AppCo from phones.",
       { subject: "Stateland", object: "AppCo", trigger: "banned", ...place, scope: "from phones", rule: "verb:ban", confidence: 0.95 }),
     statement("Stateland has banned AppCo.", { subject: "Stateland", object: "AppCo", trigger: "banned", document: "d2",
       title: "Again", date: "2024-07-01", speaker: "a minister", confidence: 0.6 })]),
   edge("person", "owns", "app", [statement("Ann Smith plans to buy AppCo.", { subject: "Ann Smith", object: "AppCo",
     trigger: "buy", document: "d3", title: "A deal", date: "2025-01-20", confidence: 0.7 })], { status: "planned" }),
   edge("person", "denounces", "state", [statement("Ann Smith slammed Stateland.", { subject: "Ann Smith",
     object: "Stateland", trigger: "slammed", document: "d4", title: "Undated", confidence: 0.8 })])]);

// Where sigma draws the two nodes at (0, 0) and (100, 0) of a graph that is wider than high.
export async function places(page) {
  const box = await page.locator(".canvas").boundingBox();
  const reach = Math.min(box.width, box.height) / 2 - 60;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return { box, middle, reach };
}
