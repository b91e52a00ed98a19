// The picture: colours, lines, places of nodes. Everything that is drawn from the data and nothing that is clicked.
"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
// A big graph is drawn in part: the best connected of what passes the filters, and whoever is asked for.
const BIG = data.nodes.length > 700 || data.facts.length > 1500;
const MOST = { nodes: [160, 120, 90, 65, 45, 30], facts: 320, neighbours: 40 };

const COLOURS = {
  Person: ["#d9573f", "#ff8a70"], Organization: ["#3f6fc4", "#7ea6f4"], Company: ["#1f8a7d", "#4fc7b6"],
  Product: ["#8454bd", "#b892ec"], Place: ["#b98216", "#e6b450"], Lawsuit: ["#a33b5c", "#e07a9b"],
  Email: ["#5f7388", "#9bb0c6"], Funding: ["#4d8532", "#8cc76d"], Article: ["#8b8f99", "#7f8591"],
};
const LINES = {
  asserted: { dash: "solid", colour: ["#59616e", "#98a1b0"] },
  alleged: { dash: "solid", colour: ["#d08a1d", "#e9b04a"] },
  denied: { dash: "dotted", colour: ["#c23b3b", "#f07f7f"] },
  planned: { dash: "dashed", colour: ["#4f79c9", "#86a8ff"] },
  attempted: { dash: "dashed", colour: ["#a0a4ad", "#767d8a"] },
  failed: { dash: "dotted", colour: ["#a0a4ad", "#767d8a"] },
};
const dark = () => document.documentElement.dataset.theme === "dark";
const tint = (pair) => pair[dark() ? 1 : 0];
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const degree = new Array(data.nodes.length).fill(0);
for (const fact of data.facts) { degree[fact.subject] += 1; degree[fact.object] += 1; }
const size = (at) => (data.nodes[at].event ? 13 : Math.min(16 + 5.5 * Math.sqrt(degree[at]), 54));
const short = (text, most) => (text.length > most ? text.slice(0, most - 1) + "…" : text);

// Where nodes lie: the same for the same nodes and facts; coarse for thousands, fine for what can be read.
function places(nodes, facts, coarse) {
  const dots = nodes.map((at) => ({ at, r: size(at) })), spot = new Map(nodes.map((at, i) => [at, i]));
  const pair = new Map();
  for (const { subject, object } of facts.map((at) => data.facts[at])) {
    const key = subject < object ? `${subject} ${object}` : `${object} ${subject}`;
    const known = pair.get(key) || { source: spot.get(subject), target: spot.get(object), many: 0 };
    known.many += 1;
    pair.set(key, known);
  }
  for (const [, from, to] of data.roles) {
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    if (spot.has(from) && spot.has(to) && !pair.has(key)) pair.set(key, { source: spot.get(from), target: spot.get(to), loose: true });
  }
  const apart = coarse ? 60 : 165;
  const simulation = lib.forceSimulation(dots)
    .force("link", lib.forceLink([...pair.values()]).distance((d) => (d.loose ? apart * 0.7 : apart + (coarse ? 0 : 24 * Math.min(d.many - 1, 12)))))
    .force("charge", lib.forceManyBody().strength(coarse ? -140 : -1500).theta(coarse ? 1.2 : 0.8).distanceMax(coarse ? 1500 : 1200))
    .force("x", lib.forceX().strength(coarse ? 0.03 : 0.05))
    .force("y", lib.forceY().strength(coarse ? 0.03 : 0.085))
    .stop();
  if (!coarse) simulation.force("collide", lib.forceCollide((d) => d.r + 26).iterations(2));
  const ticks = coarse ? 45 : BIG ? 220 : 400;
  simulation.alphaDecay(1 - Math.pow(0.001, 1 / ticks)).tick(ticks);
  return dots;
}

const symmetric = new Set(data.relations.filter((row) => row.symmetric).map((row) => row.name));
function elements(nodes, facts, coarse) {
  const drawn = new Set(nodes);
  const found = places(nodes, facts, coarse).map(({ at, x, y }) => ({
    group: "nodes", data: { id: `n${at}`, name: short(data.nodes[at].name, 34), size: size(at), font: coarse ? 10 : 12 + Math.min(degree[at] / 6, 4) },
    classes: `${data.nodes[at].type} hide`, position: { x, y },
  }));
  for (const at of facts) {
    const fact = data.facts[at];
    found.push({ group: "edges", data: { id: `f${at}`, source: `n${fact.subject}`, target: `n${fact.object}`, caption: short(fact.caption, 44) },
      classes: `fact ${fact.status} ${symmetric.has(fact.type) ? "both" : ""} hide` });
  }
  data.roles.forEach(([type, from, to], at) => {
    if (drawn.has(from) && drawn.has(to)) found.push({ group: "edges", data: { id: `r${at}`, source: `n${from}`, target: `n${to}`, caption: type.replaceAll("_", " ") }, classes: "side role hide" });
  });
  return found;
}

// The part of a big graph to draw, of the facts that pass: whoever is asked for, then the best connected.
function part(facts, asked) {
  const here = new Map();
  for (const { subject, object } of facts.map((at) => data.facts[at])) {
    here.set(subject, (here.get(subject) || 0) + 1);
    here.set(object, (here.get(object) || 0) + 1);
  }
  const best = [...here.keys()].sort((a, b) => here.get(b) - here.get(a) || a - b);
  const near = new Set(asked);
  for (const at of asked) {
    const beside = new Set();
    for (const { subject, object } of facts.map((one) => data.facts[one])) { if (subject === at) beside.add(object); if (object === at) beside.add(subject); }
    [...beside].sort((a, b) => here.get(b) - here.get(a) || a - b).slice(0, MOST.neighbours).forEach((one) => near.add(one));
  }
  let nodes, kept;
  for (const most of asked.size ? [0] : MOST.nodes) {
    nodes = new Set([...near, ...best.slice(0, most)]);
    kept = facts.filter((at) => nodes.has(data.facts[at].subject) && nodes.has(data.facts[at].object));
    if (kept.length <= MOST.facts) break;
  }
  if (asked.size && kept.length > MOST.facts) kept = kept.filter((at) => asked.has(data.facts[at].subject) || asked.has(data.facts[at].object));
  return { nodes: [...nodes].sort((a, b) => a - b), facts: kept };
}

// Articles join the picture when they are asked for first: each lies amid what it mentions.
function articles(cy) {
  const amid = data.articles.map(() => []);
  data.nodes.forEach((node, at) => { if (cy.getElementById(`n${at}`).nonempty()) node.articles.forEach((one) => amid[one].push(at)); });
  const found = [];
  data.articles.forEach((article, at) => {
    if (!amid[at].length) return;
    const spots = amid[at].map((one) => cy.getElementById(`n${one}`).position());
    const middle = (axis) => spots.reduce((sum, spot) => sum + spot[axis], 0) / Math.max(spots.length, 1);
    const turn = at * 2.4;
    found.push({ group: "nodes", data: { id: `a${at}`, name: short(article.title || article.id, 30), size: 15, font: 10 }, classes: "Article hide",
      position: { x: middle("x") + 130 * Math.cos(turn), y: middle("y") + 130 * Math.sin(turn) } });
    amid[at].forEach((one) => found.push({ group: "edges", data: { id: `m${at}-${one}`, source: `n${one}`, target: `a${at}`, caption: "" }, classes: "side mention hide" }));
  });
  cy.add(found);
}

function look(captions, coarse) {
  const paper = css("--paper"), ink = css("--ink"), soft = css("--soft"), sans = css("--sans");
  const rules = [
    { selector: "node", style: {
      width: "data(size)", height: "data(size)", label: "data(name)", "font-size": "data(font)", "font-family": sans, "font-weight": 500,
      color: ink, "text-valign": "bottom", "text-margin-y": 5, "text-outline-color": paper, "text-outline-width": 2.5,
      "text-outline-opacity": 0.9, "border-width": 2, "border-color": paper, "min-zoomed-font-size": coarse ? 9 : 6, "z-index": 10 } },
    { selector: "edge", style: {
      width: coarse ? 1 : 1.7, "curve-style": coarse ? "straight" : "bezier", "control-point-step-size": 46, "arrow-scale": coarse ? 0.7 : 0.95,
      "target-arrow-shape": "triangle", "font-family": sans, "font-size": 9.5, color: soft, "text-rotation": "autorotate",
      "text-background-color": paper, "text-background-opacity": 0.9, "text-background-padding": 2, "text-background-shape": "roundrectangle",
      "min-zoomed-font-size": 6.5, "loop-direction": "-45deg" } },
    { selector: "edge.both", style: { "source-arrow-shape": "triangle" } },
    { selector: "edge.side", style: { "line-color": css("--line"), "target-arrow-color": css("--line"), width: 1.2, "target-arrow-shape": "none", "curve-style": "straight" } },
    { selector: "edge.denied", style: { "target-arrow-shape": "tee" } },
    { selector: "edge.failed", style: { "target-arrow-shape": "tee" } },
    { selector: "node.Lawsuit, node.Email, node.Funding", style: { shape: "diamond", "font-weight": 400, color: soft, "font-size": 10 } },
    { selector: "node.Article", style: { shape: "round-rectangle", "font-weight": 400, color: soft } },
    { selector: ".hide", style: { display: "none" } },
    { selector: ".dim", style: { opacity: 0.13 } },
    { selector: "node.near", style: { "z-index": 20, "min-zoomed-font-size": 0 } },
    { selector: "edge.hot", style: { width: 3.6, "z-index": 30, label: "data(caption)", "min-zoomed-font-size": 0, color: ink } },
    { selector: "node.hot", style: { "border-color": css("--accent"), "border-width": 4, "z-index": 30, "min-zoomed-font-size": 0 } },
  ];
  if (captions && !coarse) rules.splice(2, 0, { selector: "edge", style: { label: "data(caption)" } });
  if (captions && coarse) rules.push({ selector: "edge.near", style: { label: "data(caption)" } });
  for (const [type, pair] of Object.entries(COLOURS)) rules.push({ selector: `node.${type}`, style: { "background-color": tint(pair) } });
  for (const [status, line] of Object.entries(LINES)) {
    const colour = tint(line.colour);
    rules.push({ selector: `edge.${status}`, style: {
      "line-color": colour, "target-arrow-color": colour, "source-arrow-color": colour, "line-style": line.dash } });
  }
  return rules;
}

function picture(captions, coarse) {
  return lib.cytoscape({
    container: document.getElementById("graph"), elements: [], style: look(captions, coarse), layout: { name: "preset" },
    minZoom: 0.02, maxZoom: 4, hideEdgesOnViewport: coarse, textureOnViewport: coarse, pixelRatio: coarse ? 1 : "auto",
    boxSelectionEnabled: false, autounselectify: true,
  });
}
