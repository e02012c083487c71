// The codex: everything that can be looked up, and one leaf at a time.

function leafOf(target) {
  const cut = target.indexOf(":");
  const [kind, id] = [target.slice(0, cut), target.slice(cut + 1)];
  const found = { codex: CODEX.entries, source: CODEX.sources, conflict: CODEX.conflicts, aside: CODEX.asides }[kind];
  const leaf = found && found.get(id);
  if (!leaf) return null;
  if (kind === "source") return { kind, id, name: leaf[0], leaf };
  return { kind, id, name: leaf.name || leaf.title, leaf };
}

function leafScreen(view) {
  const { kind, id, name, leaf } = leafOf(view.target);
  const bodies = { codex: entryBody, source: sourceBody, conflict: conflictBody, aside: asideBody };
  return { heading: name, body: [bodies[kind](leaf, id), backButton()] };
}

function entryBody(entry) {
  return [
    el("p", { class: "quiet" }, [capital(entry.kind), entry.line, entry.also && say("Also: {names}.", { names: entry.also })].filter(Boolean).map(sentence).join(" ")),
    el("div", { class: "prose" }, prose(plain(entry.t))),
    entry.times && section(say("In the order of time"), el("dl", { class: "dated" }, entry.times.map(([when, what]) => [el("dt", {}, when), el("dd", {}, what)]))),
    entry.chart && section(entry.chart.title, chart(entry.chart)),
    entry.lists && listed(entry.lists),
    entry.facts && section(say("What this rests on"), factList(entry.facts)),
  ];
}

function listed(rows) {
  return rows.map(([target, title]) => (target ? el("p", { class: "row" }, link(target, title)) : el("h2", {}, title)));
}

// Counts in the order of time; where there is no count, nothing is drawn.
function chart(found) {
  const x = (value) => (value / (found.most || 1)) * 300;
  const drawn = (low, high) => svg("svg", { viewBox: "0 0 320 12", class: "bar", "aria-hidden": "true" },
    svg("line", { class: "sure", x1: 0, x2: x(low === null ? 0 : low), y1: 6, y2: 6 }),
    high !== low && svg("line", { class: "unsure", x1: x(low === null ? 0 : low), x2: high === null ? 320 : x(high), y1: 6, y2: 6 }));
  const row = ([when, figure, low, high, by, beside]) => el("tr", {}, el("th", { scope: "row" }, when),
    figure
      ? el("td", {}, drawn(low, high), el("b", {}, figure), ` ${found.unit}`, by && el("p", { class: "quiet" }, by), beside && el("p", { class: "quiet" }, beside))
      : el("td", { class: "gap" }, say("no count")));
  return [
    el("p", {}, found.alt),
    el("table", { class: "chart" }, el("tbody", {}, found.rows.map(row))),
    found.note && el("p", { class: "quiet" }, found.note),
  ];
}

function sourceBody([, origin, detail, trust], id) {
  const facts = [...CODEX.facts].filter(([, fact]) => fact[4] === id).map(([fact]) => fact);
  return [
    el("p", { class: "quiet" }, sentence(origin)),
    trust && el("p", {}, trust),
    detail && el("p", {}, detail),
    facts.length > 0 && section(say("What rests on it"), factList(facts)),
  ];
}

function conflictBody(conflict) {
  return [
    el("div", { class: "prose" }, prose(plain(conflict.t))),
    conflict.readings.length > 0 && el("dl", { class: "dated" }, conflict.readings.map(([by, says]) => [el("dt", {}, by), el("dd", {}, says)])),
    conflict.shown && section(say("What is shown here"), el("p", {}, conflict.shown)),
    conflict.facts.length > 0 && section(say("What this rests on"), factList(conflict.facts)),
  ];
}

function asideBody(aside) {
  return [
    el("p", { class: "quiet" }, [aside.thread, aside.when].filter(Boolean).join(", ")),
    el("div", { class: "prose" }, prose(plain(aside.t))),
    aside.facts.length > 0 && section(say("What this rests on"), factList(aside.facts)),
  ];
}

function codexScreen(view) {
  const list = el("div", { id: "found" });
  const count = el("p", { class: "quiet", role: "status" });
  const search = () => {
    const words = (view.wanted || "").toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const rows = STORY.codex.rows.filter(([, part, kind, name, about]) =>
      (view.part === "all" || view.part === part) && words.every((word) => `${name} ${about} ${kind}`.toLocaleLowerCase().includes(word)));
    count.textContent = say("Found: {n}", { n: number(rows.length) });
    refill(list, el("ul", { class: "index" }, rows.map(([target, , kind, name, about]) =>
      el("li", {}, link(target, name), el("span", { class: "quiet" }, ` ${[kind, about].filter(Boolean).join(", ")}`)))));
  };
  const field = el("input", { type: "search", id: "wanted", value: view.wanted || null, autocomplete: "off", on: { input: () => { view.wanted = field.value; search(); } } });
  const part = el("select", { id: "part", on: { change: () => { view.part = part.value; search(); } } },
    STORY.codex.shelves.map(([id, name]) => el("option", { value: id, selected: id === view.part }, name)));
  search();
  return {
    heading: say("Codex"),
    body: [
      el("div", { class: "fields" }, el("span", {}, el("label", { for: "wanted" }, say("Search")), field), el("span", {}, el("label", { for: "part" }, say("Part")), part)),
      count,
      list,
      backButton(),
    ],
  };
}
