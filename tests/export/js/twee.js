// Reads Twee back with extwee, and plays it by a small reading of SugarCube's macros.
// node twee.js EXTWEE_FOLDER < JSON > JSON
// In: {source, plays: [[pick, ...], ...], names: [variable, ...]}
// Out: {name, ifid, format, start, passages: [{name, tags, text}], told: [...]} as ink.js has it
const path = require("path");
const fs = require("fs");
const { pathToFileURL } = require("url");

const OPERATORS = { is: "===", isnot: "!==", lt: "<", lte: "<=", gt: ">", gte: ">=", and: "&&", or: "||", not: "!", to: "=" };
const known = new Map();

function evaluate(source, world) {
  if (!known.has(source)) {
    const body = source.replace(/"(?:\\.|[^"\\])*"|\$(\w+)|\b_(\w+)|\b(isnot|is|lte|lt|gte|gt|and|or|not|to)\b/g,
      (all, variable, temp, word) => (variable ? `V.${variable}` : temp ? `T.${temp}` : word ? OPERATORS[word] : all));
    known.set(source, new Function("V", "T", "setup", `return (${body});`));
  }
  return known.get(source)(world.V, world.T, world.setup);
}

const TOKEN = /<<(=|\w+)\s*((?:"(?:\\.|[^"\\])*"|[^"])*?)>>|<<\/(\w+)>>|\[\[((?:"(?:\\.|[^"\\])*"|[^"\]])*)\](?:\[([^\]]*)\])?\]|<p>|<\/p>/g;

function tokens(text) {
  const found = [];
  let place = 0;
  for (const m of text.matchAll(TOKEN)) {
    if (m.index > place) found.push({ words: text.slice(place, m.index) });
    found.push({ tag: m[0], macro: m[1], body: m[2], end: m[3], link: m[4], setter: m[5] });
    place = m.index + m[0].length;
  }
  if (place < text.length) found.push({ words: text.slice(place) });
  return found;
}

function entities(text) {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

function render(name, world, page) {
  const text = world.texts.get(name);
  if (text === undefined) throw new Error(`there is no passage ${name}`);
  const live = [true];
  const done = [];
  for (const token of tokens(text)) {
    const on = live.every(Boolean);
    if (token.macro === "if") {
      const holds = on && Boolean(evaluate(token.body, world));
      live.push(holds);
      done.push(holds || !on);
    } else if (token.macro === "elseif" || token.macro === "else") {
      const outer = live.slice(0, -1).every(Boolean);
      const holds = outer && !done[done.length - 1] && (token.macro === "else" || Boolean(evaluate(token.body, world)));
      live[live.length - 1] = holds;
      done[done.length - 1] = done[done.length - 1] || holds;
    } else if (token.end === "if") {
      live.pop();
      done.pop();
    } else if (on) {
      act(token, world, page);
      if (page.goto) return;
    }
  }
  if (live.length !== 1) throw new Error(`${name}: an <<if>> is not closed`);
}

function act(token, world, page) {
  if (token.words !== undefined) page.text += entities(token.words.replace(/\n/g, " "));
  else if (token.tag === "<p>" || token.tag === "</p>") page.text += "\n";
  else if (token.macro === "=") page.text += String(evaluate(token.body, world));
  else if (token.macro === "set") evaluate(token.body, world);
  else if (token.macro === "include") render(JSON.parse(token.body), world, page);
  else if (token.macro === "goto") page.goto = JSON.parse(token.body);
  else if (token.link !== undefined) {
    const bar = token.link.lastIndexOf("|");
    const label = String(evaluate(token.link.slice(0, bar), world));
    page.links.push({ label, to: token.link.slice(bar + 1), setter: token.setter });
  } else throw new Error(`an unknown sign: ${token.tag}`);
}

function visit(name, world) {
  let page;
  let next = name;
  while (next) {
    world.T = {};
    page = { text: "", links: [], goto: null };
    render(next, world, page);
    next = page.goto;
  }
  return page;
}

function play(texts, script, start, picks, names) {
  const world = { V: {}, T: {}, setup: {}, texts };
  world.V = Object.create(null);
  new Function("setup", "State", script)(world.setup, { variables: world.V });
  Math.clamp = (n, low, high) => Math.min(Math.max(n, low), high);
  render("StoryInit", world, { text: "", links: [] });
  const pages = [];
  let page = visit(start, world);
  for (const pick of [...picks, null]) {
    pages.push([page.text, page.links.map((link) => link.label)]);
    if (pick === null) break;
    const link = page.links[pick];
    if (link.setter) link.setter.split("; ").forEach((setter) => evaluate(setter, world));
    page = visit(link.to, world);
  }
  return { pages, values: Object.fromEntries(names.map((name) => [name, world.V[name]])) };
}

(async () => {
  const { parseTwee } = await import(pathToFileURL(path.join(path.resolve(process.argv[2]), "index.js")));
  const asked = JSON.parse(fs.readFileSync(0, "utf8"));
  const story = parseTwee(asked.source);
  const texts = new Map();
  for (const passage of story.passages) texts.set(passage.name, passage.text);
  const script = texts.get("StoryScript") || story.storyJavaScript;
  const passages = story.passages.map(({ name, tags, text }) => ({ name, tags, text }));
  const told = asked.plays.map((picks) => play(texts, script, story.start, picks, asked.names));
  const { name, IFID: ifid, format, start } = story;
  process.stdout.write(JSON.stringify({ name, ifid, format, start, passages, told }));
})();
