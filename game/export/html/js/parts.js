// The parts that screens are made of.

function prose(found, given) {
  return found.map((paragraph) =>
    el("p", { class: paragraph.basis === "conjecture" ? "conjecture" : null, ...given }, paragraph.pieces.map(piece)));
}

function piece({ text, style, to }) {
  if (style === "emphasis") return el("em", {}, text);
  return style === "link" ? link(`codex:${to}`, text) : text;
}

// Something to look up, in the midst of a text.
function link(target, words) {
  const known = leafOf(target);
  if (!known) return words;
  const act = (event) => {
    event.preventDefault();
    openView({ kind: "leaf", target });
  };
  return el("a", { href: `#${target}`, "data-target": target, on: { click: act } }, words);
}

function links(targets, kind) {
  return el("ul", { class: kind || "doors" }, targets.map((target) => el("li", {}, link(target, leafOf(target).name))));
}

function section(heading, ...children) {
  return el("section", {}, el("h2", {}, heading), children);
}

const labelled = (label, ...children) => el("div", { class: "labelled" }, el("h3", {}, label), children);

// What is told only to those who ask.
function folded(summary, ...children) {
  return el("details", {}, el("summary", {}, summary), children);
}

function factList(ids) {
  const rows = ids.map((id) => CODEX.facts.get(id)).filter(Boolean);
  return el("ul", { class: "facts" }, rows.map(([text, source, origin, confidence, id]) => {
    const from = CODEX.sources.has(id) ? link(`source:${id}`, source) : source;
    return el("li", {}, prose(plain(text)), el("p", { class: "quiet" }, from, `; ${origin}; ${confidence}.`));
  }));
}

function gaugeList(gauges) {
  return el("dl", { class: "gauges" }, gauges.map((gauge) => [
    el("dt", {}, gauge.label),
    el("dd", {}, el("span", {}, gauge.words), strokes(gauge.step + 1, gauge.steps)),
  ]));
}

// So many of so many, as strokes; those who cannot see them have the words beside.
function strokes(heavy, all) {
  if (all > 12) return null;
  return el("span", { class: "strokes", "aria-hidden": "true" },
    Array.from({ length: all }, (_, i) => el("i", { class: i < heavy ? "heavy" : null })));
}

const actions = (...buttons) => el("div", { class: "actions" }, buttons);
const onwardAction = (words, act) =>
  el("div", { class: "actions onward" }, button(words, act, { class: "main", id: "onward" }));
