// graphology and Cytoscape.js load our JSON: nodes, edges, names, relations and evidence arrive.
// Modules are looked for where node looks (NODE_PATH, or node_modules beside a folder above).
"use strict";
const fs = require("fs");
const path = require("path");

const SKIP = 77; // CTest's SKIP_RETURN_CODE
let graphology, cytoscape;
try {
  graphology = require("graphology");
  cytoscape = require("cytoscape");
} catch (error) {
  console.log("skipped: npm's graphology or cytoscape is not installed");
  process.exit(SKIP);
}

const folder = process.argv[2];
const expected = JSON.parse(fs.readFileSync(path.join(folder, "expected.json"), "utf8"));
const load = (kind, name, extension) => JSON.parse(fs.readFileSync(path.join(folder, kind, name + extension), "utf8"));
let failures = 0;

function check(where, what, ours, theirs) {
  const [left, right] = [ours, theirs].map((rows) => JSON.stringify(rows.map((row) => JSON.stringify(row)).sort()));
  if (left === right) return;
  failures += 1;
  console.log(`${where}: ${what} differ\n  ours:   ${left.slice(0, 300)}\n  theirs: ${right.slice(0, 300)}`);
}

function compare(where, name, nodes, edges) {
  check(where, "nodes", expected[name].nodes.map((n) => [n.id, n.name]), nodes);
  check(where, "edges", expected[name].edges.map((e) => [e.id, e.source, e.target, e.relation, e.evidence]), edges);
}

for (const name of Object.keys(expected).sort()) {
  const graph = new graphology.MultiDirectedGraph();
  graph.import(load("graphology", name, ".graphology.json"));
  compare(`graphology: ${name}`, name,
    graph.mapNodes((key, node) => [key, node.name]),
    graph.mapEdges((key, edge, source, target) => [key, source, target, edge.label ?? "", edge.evidence ?? ""]));

  const drawn = cytoscape({ headless: true, ...load("cyjs", name, ".cyjs") });
  compare(`cyjs: ${name}`, name,
    drawn.nodes().map((node) => [node.id(), node.data("name")]),
    drawn.edges().map((edge) => [edge.id(), edge.source().id(), edge.target().id(), edge.data("interaction") ?? "",
      edge.data("evidence") ?? ""]));
}
console.log(`${2 * Object.keys(expected).length} files checked, ${failures} differences`);
process.exit(failures ? 1 : 0);
