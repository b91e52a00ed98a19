// The panel: what a fact, a node or an article tells when it is clicked. All text is written as text.
function namesOf(at) {
  const node = data.nodes[at], found = [node.name, ...node.aliases], parts = node.name.split(" ");
  if (node.type === "Person" && parts.length > 1) found.push(parts[parts.length - 1]);
  return found.filter((name) => name.length > 1);
}
const bare = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
function marked(sentence, fact) {
  const kinds = new Map();
  for (const name of namesOf(fact.object)) kinds.set(name, "object");
  for (const name of namesOf(fact.subject)) kinds.set(name, "subject");
  const paragraph = make("p"), names = [...kinds.keys()].sort((a, b) => b.length - a.length);
  if (!names.length) { paragraph.textContent = sentence; return paragraph; }
  const shape = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(bare).join("|")})(?![\\p{L}\\p{N}])`, "gu");
  let from = 0;
  for (const match of sentence.matchAll(shape)) {
    paragraph.append(sentence.slice(from, match.index), make("mark", { className: kinds.get(match[0]), textContent: match[0] }));
    from = match.index + match[0].length;
  }
  paragraph.append(sentence.slice(from));
  return paragraph;
}
function articleLine(one) {
  const article = data.articles[one.article], name = article.title || article.id;
  const safe = /^https?:\/\//i.test(article.url || "");
  const link = safe ? make("a", { href: article.url, target: "_blank", rel: "noopener noreferrer", textContent: name }) : name;
  const rest = [article.source, article.published].filter(Boolean).join(", ");
  const said = one.source ? ` · said by ${one.source}` : "";
  return make("footer", {}, link, (rest ? ` · ${rest}` : "") + ` · ${one.status}${said}`);
}
function party(at) {
  const button = make("button", { type: "button", textContent: data.nodes[at].name, onclick: () => tellNode(at, true) });
  button.dataset.type = data.nodes[at].type;
  return button;
}
function badge(status) {
  const meaning = data.statuses.find((row) => row.name === status).meaning;
  return make("div", {}, make("span", { className: "badge status" }, stroke(status), status), make("p", { className: "told", textContent: meaning }));
}
function table(pairs) {
  const list = make("dl");
  for (const [word, value] of pairs) list.append(make("dt", { textContent: word }), make("dd", { textContent: value }));
  return pairs.length ? list : null;
}
function open(...children) {
  byId("detail").replaceChildren(...children.filter(Boolean));
  byId("panel").hidden = false;
  byId("panel").scrollTop = 0;
  paint(byId("panel"));
  cy.resize();
}
function bring(elements) {
  const box = elements.renderedBoundingBox(), room = 30;
  if (box.x1 < room || box.y1 < room || box.x2 > cy.width() - room || box.y2 > cy.height() - room) {
    cy.animate(box.w > cy.width() - 80 || box.h > cy.height() - 80 ? { fit: { eles: elements, padding: 60 } } : { center: { eles: elements } }, { duration: 250 });
  }
}
function highlight(hot, near) {
  cy.batch(() => {
    cy.elements().removeClass("dim hot near");
    cy.elements().not(near).addClass("dim");
    near.addClass("near");
    hot.addClass("hot");
  });
}
// In a big graph, whoever is asked for comes into the picture with the nearest.
function ask(...nodes) {
  if (!BIG || coarse || nodes.every((at) => cy.getElementById(`n${at}`).nonempty() && (asked.size === 0 || asked.has(at)))) return;
  asked.clear();
  nodes.forEach((at) => asked.add(at));
  filter();
}
function tellFact(at) {
  const fact = data.facts[at];
  if (cy.getElementById(`f${at}`).empty()) ask(fact.subject, fact.object);
  const edge = cy.getElementById(`f${at}`);
  highlight(edge, edge.union(edge.connectedNodes()));
  const known = fact.source ? [...fact.known, ["said by", fact.source]] : fact.known;
  open(
    make("p", { className: "kind", textContent: words(fact.type) }),
    make("p", { className: "fact-line" }, party(fact.subject), make("span", { textContent: ` ${words(fact.type)} ` }), fact.object === fact.event ? null : party(fact.object)),
    badge(fact.status), table(known),
    make("h2", { textContent: fact.evidence.length === 1 ? "The sentence" : `${fact.evidence.length} sentences` }),
    ...fact.evidence.map((one) => make("blockquote", {}, marked(one.sentence, fact), articleLine(one))));
  bring(edge.union(edge.connectedNodes()));
}
function factButton(at, from) {
  const fact = data.facts[at], out = fact.subject === from, other = data.nodes[out ? fact.object : fact.subject];
  const rest = fact.caption.slice(fact.type.length).trim();
  const button = make("button", { type: "button", onclick: () => tellFact(at) }, dot(other.type),
    make("span", { textContent: `${out ? "" : "← "}${other.name}` }),
    make("small", {}, [rest, fact.source && `said by ${fact.source}`].filter(Boolean).join(" · ") + (fact.status === "asserted" ? "" : (rest || fact.source ? " · " : "") + fact.status)));
  if (fact.status !== "asserted") button.firstChild.nextSibling.className = "unsure";
  return button;
}
function tellNode(at, move) {
  const node = data.nodes[at];
  if (move) ask(at);
  const dotOf = cy.getElementById(`n${at}`);
  dotOf.removeClass("hide");
  highlight(dotOf, dotOf.closedNeighborhood().not(".hide"));
  const groups = new Map();
  data.facts.forEach((fact, one) => {
    if (fact.subject === at || fact.object === at || fact.event === at) groups.set(fact.type, [...(groups.get(fact.type) || []), one]);
  });
  const lists = [...groups].sort().flatMap(([type, facts]) => [
    make("h2", { textContent: `${words(type)} · ${facts.length}` }), make("div", { className: "facts" }, ...facts.map((one) => factButton(one, at)))]);
  open(
    make("p", { className: "kind" }, dot(node.type), node.type), make("h3", { textContent: node.name }),
    node.aliases.length ? make("p", { className: "also", textContent: `also “${node.aliases.join("”, “")}”` }) : null,
    make("p", { className: "also", textContent: node.articles.length === 1 ? "in 1 article" : `in ${node.articles.length} articles` }),
    table(node.known), ...lists);
  if (move && coarse) cy.animate({ center: { eles: dotOf }, zoom: Math.max(cy.zoom(), 0.9) }, { duration: 250 });
  else if (!coarse) bring(dotOf.closedNeighborhood().not(".hide"));
}
function tellArticle(at) {
  const article = data.articles[at], here = data.facts.flatMap((fact, one) => (fact.evidence.some((e) => e.article === at) ? [one] : []));
  const near = cy.getElementById(`a${at}`).closedNeighborhood().not(".hide");
  highlight(cy.getElementById(`a${at}`), near);
  open(make("p", { className: "kind" }, dot("Article"), "Article"), make("h3", { textContent: article.title || article.id }),
    table([["published", article.published], ["source", article.source], ["address", article.url]].filter((pair) => pair[1])),
    make("h2", { textContent: `${here.length} facts` }),
    make("div", { className: "facts" }, ...here.map((one) => {
      const fact = data.facts[one];
      return make("button", { type: "button", onclick: () => tellFact(one) }, dot(data.nodes[fact.subject].type),
        make("span", { textContent: `${data.nodes[fact.subject].name} ${words(fact.type)} ${fact.object === fact.event ? "" : data.nodes[fact.object].name}` }));
    })));
}
function close() {
  byId("panel").hidden = true;
  if (asked.size) { asked.clear(); filter(); }
  cy.batch(() => cy.elements().removeClass("dim hot near"));
  cy.resize();
}
