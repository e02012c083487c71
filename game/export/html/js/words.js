// The interface's own words, numbers, and the forms that go with them.

const STORY = JSON.parse(byId("story").textContent);
const shelf = (found) => new Map(Object.entries(found || {}));
const NODES = shelf(STORY.nodes);
const ENDINGS = shelf(STORY.endings);
const VARIABLES = shelf(STORY.variables);
const DERIVED = shelf(STORY.derived);
const METRICS = shelf(STORY.metrics);
const SCENES = shelf(STORY.scenes);
const CODEX = Object.fromEntries(
  ["entries", "facts", "sources", "conflicts", "asides"].map((name) => [name, shelf(STORY.codex[name])]),
);
const CAMPAIGNS = new Map(STORY.campaigns.map((campaign) => [campaign.id, campaign]));
const SAID = shelf(STORY.say);

const thing = (id) => NODES.get(id) || ENDINGS.get(id);

function say(words, values) {
  const said = SAID.get(words) || words;
  return values ? said.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole)) : said;
}

function number(value) {
  const digits = String(Math.abs(Number(value))).replace(/\B(?=(\d{3})+$)/g, STORY.number.gap);
  return value < 0 ? `\u2212${digits}` : digits;
}

// Beyond two hundred, only the last two digits of a number decide.
function formOf(value) {
  const size = Math.abs(Number(value));
  const { names, forms } = STORY.number;
  return names[Number(forms[size < 200 ? size : 100 + (size % 100)])];
}

const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
const sentence = (text) => capital(text) + (/[.!?\u2026]$/.test(text) ? "" : ".");
