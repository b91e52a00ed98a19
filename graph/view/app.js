// What is clicked: filters and search; begins everything. All text is written as text.
const byId = (id) => document.getElementById(id);
const off = { types: new Set(), statuses: new Set(), relations: new Set() };
const remember = (name, value) => { try { localStorage.setItem(name, value); } catch { /* a page opened from a file may have no store */ } };
const remembered = (name) => { try { return localStorage.getItem(name); } catch { return null; } };

function make(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) key in made ? (made[key] = value) : made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}
function dot(type) { const made = make("span", { className: "dot" }); made.dataset.type = type; return made; }
function stroke(status) { const made = make("span", { className: `stroke ${LINES[status].dash}` }); made.dataset.status = status; return made; }
function paint(root = document) {
  root.querySelectorAll("[data-type]").forEach((one) => one.style.setProperty("--dot", tint(COLOURS[one.dataset.type])));
  root.querySelectorAll("[data-status]").forEach((one) => one.style.setProperty("--dot", tint(LINES[one.dataset.status].colour)));
}
const words = (type) => type.toLowerCase().replaceAll("_", " ");

document.documentElement.dataset.theme = remembered("newsgraph-theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
let cy = null, coarse = false, drawnKey = null, hasArticles = false;
const asked = new Set();
function begin() {
  cy?.destroy();
  coarse = BIG && byId("all").checked;
  cy = picture(byId("captions").checked, coarse);
  drawnKey = null;
  cy.on("tap", (event) => {
    if (event.target === cy) { close(); return; }
    const id = event.target.id(), at = Number(id.slice(1));
    if (id[0] === "n") tellNode(at, false);
    if (id[0] === "f") tellFact(at);
    if (id[0] === "a") tellArticle(at);
  });
  cy.on("mouseover", "node, edge.fact", () => { byId("graph").style.cursor = "pointer"; });
  cy.on("mouseout", () => { byId("graph").style.cursor = ""; });
}
// Put into the picture what can be seen: all of a small graph once, a part of a big one anew.
function draw(nodes, facts) {
  const key = BIG && !coarse ? `${nodes} ${facts}` : "all";
  if (key === drawnKey) return;
  cy.elements().remove();
  cy.add(BIG && !coarse ? elements(nodes, facts, false) : elements(data.nodes.map((_, at) => at), data.facts.map((_, at) => at), coarse));
  const first = drawnKey === null;
  drawnKey = key;
  hasArticles = false;
  if (BIG || first) queueMicrotask(fit);
}

// --- filters -----------------------------------------------------------------------------------------------
function toggles(place, rows, set, count, sign) {
  for (const row of rows) {
    const many = count(row.name);
    if (!many) continue;
    const button = make("button", { type: "button", title: row.meaning }, sign && sign(row.name),
      make("span", { textContent: place.id === "types" ? row.name : words(row.name) }), make("small", { textContent: many.toLocaleString("en") }));
    button.setAttribute("aria-pressed", "true");
    button.dataset.name = row.name;
    button.onclick = () => {
      set.has(row.name) ? set.delete(row.name) : set.add(row.name);
      button.setAttribute("aria-pressed", String(!set.has(row.name)));
      filter();
    };
    place.append(button);
  }
}
function tally(values) { const found = new Map(); for (const one of values) found.set(one, (found.get(one) || 0) + 1); return (name) => found.get(name) || 0; }

function day(input, last) {
  const text = input.value.trim();
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  input.classList.toggle("wrong", text !== "" && !match);
  if (!match) return null;
  return `${match[1]}-${match[2] || (last ? "12" : "01")}-${match[3] || (last ? "31" : "01")}`;
}

function filter() {
  const since = day(byId("since"), false), until = day(byId("until"), true);
  const undated = byId("undated").checked, lone = byId("lone").checked, events = byId("events").checked, shown = byId("articles").checked;
  const article = byId("article").value === "" ? null : Number(byId("article").value);
  const isOff = (at) => off.types.has(data.nodes[at].type);
  const passes = (fact) => !off.relations.has(fact.type) && !off.statuses.has(fact.status) && !isOff(fact.subject) && !isOff(fact.object)
    && (article === null || fact.evidence.some((one) => one.article === article))
    && ((since === null && until === null && (undated || fact.first !== null))
      || (fact.first === null ? undated : (since === null || fact.last >= since) && (until === null || fact.first <= until)));
  const kept = data.facts.map(passes), seen = new Set(), eventsSeen = new Set();
  data.facts.forEach((fact, at) => { if (kept[at]) { seen.add(fact.subject).add(fact.object); if (fact.event !== null) eventsSeen.add(fact.event); } });
  if (events) eventsSeen.forEach((at) => { if (!isOff(at)) seen.add(at); });
  let facts = kept.filter(Boolean).length, all = seen.size;
  if (lone) data.nodes.forEach((node, at) => { if (!node.event && !isOff(at) && (article === null || node.articles.includes(article))) seen.add(at); });
  all = seen.size;
  if (BIG && !coarse) {
    const chosen = part(kept.flatMap((yes, at) => (yes ? [at] : [])), asked), inside = new Set(chosen.nodes), told = new Set(chosen.facts);
    kept.forEach((_, at) => { kept[at] = told.has(at); });
    const beside = [...seen].filter((at) => data.nodes[at].event && data.roles.some(([, from, to]) => to === at && inside.has(from)));
    seen.clear();
    chosen.nodes.forEach((at) => seen.add(at));
    if (events) beside.slice(0, 100).forEach((at) => seen.add(at));
    draw([...seen].sort((a, b) => a - b), chosen.facts);
  } else draw();
  if (shown && !hasArticles) { articles(cy); hasArticles = true; }
  cy.batch(() => {
    const show = (id, yes) => cy.getElementById(id).toggleClass("hide", !yes);
    data.nodes.forEach((_, at) => show(`n${at}`, seen.has(at)));
    data.facts.forEach((_, at) => show(`f${at}`, kept[at]));
    data.roles.forEach(([, from, to], at) => show(`r${at}`, events && seen.has(from) && seen.has(to)));
    if (hasArticles) data.articles.forEach((_, at) => {
      let cited = false;
      data.nodes.forEach((node, one) => { if (node.articles.includes(at)) { const yes = shown && seen.has(one) && (article === null || article === at); cited ||= yes; show(`m${at}-${one}`, yes); } });
      show(`a${at}`, cited);
    });
  });
  const many = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
  byId("count").textContent = `${many(all, "node")}, ${many(facts, "fact")}` + (facts < data.facts.length ? ` of ${data.facts.length.toLocaleString("en")}` : "") + `, ${many(data.articles.length, "article")}`;
  const drawn = kept.filter(Boolean).length;
  byId("part").hidden = !(BIG && !coarse && (seen.size < all || drawn < facts));
  byId("part").textContent = asked.size ? `Drawn here: ${data.nodes[[...asked][0]].name} and its nearest, ${many(drawn, "fact")}. Close the panel to go back.`
    : `Drawn here: the ${seen.size} best connected, ${many(drawn, "fact")}. Filter or find to see others.`;
  byId("empty").hidden = seen.size > 0;
}

// --- search ------------------------------------------------------------------------------------------------
function search() {
  const asked = byId("search").value.trim().toLowerCase();
  const found = asked === "" ? [] : data.nodes
    .map((node, at) => ({ at, node, rank: node.name.toLowerCase() === asked ? 0 : node.name.toLowerCase().startsWith(asked) ? 1
      : node.name.toLowerCase().includes(asked) ? 2 : node.aliases.some((one) => one.toLowerCase().includes(asked)) ? 3 : 9 }))
    .filter((one) => one.rank < 9).sort((a, b) => a.rank - b.rank || degree[b.at] - degree[a.at] || a.at - b.at).slice(0, 12);
  byId("hits").replaceChildren(...found.map(({ at, node }) => make("li", {}, make("button", { type: "button", onclick: () => { byId("hits").hidden = true; tellNode(at, true); } },
    dot(node.type), make("span", { textContent: short(node.name, 30) }), make("small", { textContent: `${degree[at]}` })))));
  byId("hits").hidden = found.length === 0;
  paint(byId("hits"));
}

// --- wiring ------------------------------------------------------------------------------------------------
toggles(byId("types"), data.types, off.types, tally(data.nodes.map((node) => node.type)), dot);
toggles(byId("statuses"), data.statuses, off.statuses, tally(data.facts.map((fact) => fact.status)), stroke);
toggles(byId("relations"), data.relations, off.relations, tally(data.facts.map((fact) => fact.type)), null);
byId("article").append(make("option", { value: "", textContent: "All articles" }),
  ...data.articles.map((one, at) => make("option", { value: String(at), textContent: short([one.published, one.title || one.id].filter(Boolean).join(" · "), 60) })));
for (const id of ["since", "until"]) byId(id).oninput = filter;
for (const id of ["undated", "lone", "events", "articles", "article"]) byId(id).onchange = filter;
byId("captions").onchange = () => cy.style(look(byId("captions").checked, coarse));
byId("search").oninput = search;
byId("search").onfocus = search;
byId("search").onkeydown = (event) => { if (event.key === "Enter") byId("hits").querySelector("button")?.click(); };
byId("theme").onclick = () => {
  document.documentElement.dataset.theme = dark() ? "light" : "dark";
  remember("newsgraph-theme", document.documentElement.dataset.theme);
  cy.style(look(byId("captions").checked, coarse));
  paint();
};
byId("reset").onclick = () => {
  for (const set of Object.values(off)) set.clear();
  document.querySelectorAll("#side [aria-pressed]").forEach((one) => one.setAttribute("aria-pressed", "true"));
  for (const id of ["since", "until", "article", "search"]) byId(id).value = "";
  byId("undated").checked = true;
  close(); search(); filter(); fit();
};
byId("close").onclick = close;
const zoom = (by) => cy.animate({ zoom: { level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } } }, { duration: 150 });
const fit = () => cy.fit(cy.elements().not(".hide"), 40);
byId("in").onclick = () => zoom(1.5);
byId("out").onclick = () => zoom(1 / 1.5);
byId("fit").onclick = fit;
byId("save").onclick = () => {
  const picture = cy.png({ output: "blob", scale: 2, full: true, maxWidth: 8000, maxHeight: 8000, bg: css("--paper") });
  const link = make("a", { href: URL.createObjectURL(picture), download: "newsgraph.png" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { byId("hits").hidden = true; close(); }
  if (event.key === "/" && document.activeElement.tagName !== "INPUT") { event.preventDefault(); byId("search").focus(); }
});
document.addEventListener("click", (event) => { if (!byId("finder").contains(event.target)) byId("hits").hidden = true; });
byId("all").onchange = () => { begin(); filter(); };
byId("whole").hidden = !BIG;

begin();
filter();
fit();
paint();
globalThis.newsgraph = { data, tellFact, tellNode, picture: () => cy };
document.documentElement.dataset.ready = "true";
