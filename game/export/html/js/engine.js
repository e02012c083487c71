// Walking a story: start, options, step. The rules are those of the game itself;
// expressions are lists (operator, operands) and are walked, never run.

const remainder = (a, b) => ((a % b) + b) % b;

const OPERATORS = {
  neg: (a) => -a,
  not: (a) => !a,
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "//": (a, b) => (a - remainder(a, b)) / b,
  "%": remainder,
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  min: Math.min,
  max: Math.max,
  abs: Math.abs,
};

function valueOf(tree, state) {
  if (!Array.isArray(tree)) return tree;
  const [op, ...parts] = tree;
  if (op === "$") return named(parts[0], state);
  if (op === "and") return parts.every((part) => valueOf(part, state));
  if (op === "or") return parts.some((part) => valueOf(part, state));
  if (op === "if") return valueOf(valueOf(parts[0], state) ? parts[1] : parts[2], state);
  return OPERATORS[op](...parts.map((part) => valueOf(part, state)));
}

// A variable, something derived from variables, or the name of an enum's value.
function named(name, state) {
  if (state.has(name)) return state.get(name);
  return DERIVED.has(name) ? valueOf(DERIVED.get(name), state) : name;
}

const holds = (condition, state) =>
  condition === undefined || condition === null || Boolean(valueOf(condition, state));

function firstState(campaign) {
  const state = new Map(campaign.variables.map((id) => [id, VARIABLES.get(id).start]));
  for (const id of Object.keys(campaign.visits)) state.set(`visits ${id}`, 0);
  for (const id of campaign.chosen) state.set(`chosen ${id}`, false);
  return state;
}

const firstLedger = (campaign) => new Map(campaign.metrics.map((id) => [id, METRICS.get(id).start]));

function changed(state, effects) {
  if (!effects || !effects.length) return state;
  const after = new Map(state);
  for (const [id, op, tree] of effects) {
    const value = valueOf(tree, after);
    const whole = op === "=" ? value : op === "+=" ? after.get(id) + value : after.get(id) - value;
    after.set(id, bounded(VARIABLES.get(id), whole));
  }
  return after;
}

function bounded(variable, value) {
  if (variable.kind !== "int") return value;
  return Math.max(variable.min, Math.min(variable.max, value));
}

function added(ledger, entries, state) {
  if (!entries || !entries.length) return ledger;
  const after = new Map(ledger);
  // A campaign keeps only its own lines.
  for (const [id, share] of entries) if (after.has(id)) after.set(id, after.get(id) + valueOf(share, state));
  return after;
}

function entered(campaign, id, state) {
  const cap = Object.prototype.hasOwnProperty.call(campaign.visits, id) ? campaign.visits[id] : 0;
  let after = state;
  if (cap) {
    after = new Map(state);
    after.set(`visits ${id}`, Math.min(cap, state.get(`visits ${id}`) + 1));
  }
  return changed(after, thing(id).effects);
}

function options(id, state) {
  const shown = (NODES.get(id) || {}).choices || [];
  return shown
    .filter((choice) => holds(choice.visible, state))
    .filter((choice) => !(choice.once && state.get(`chosen ${id}.${choice.id}`)))
    .map((choice) => ({ choice, enabled: holds(choice.enabled, state) }));
}

const wayOut = (ways, state) => ways.find(([, , condition]) => holds(condition, state));

function follow([to, scene], caller, stack) {
  if (scene) return [SCENES.get(scene), [...stack, { then: to, caller }]];
  if (to !== "return") return [to, stack];
  const frame = stack[stack.length - 1];
  return follow([frame.then, null], frame.caller, stack.slice(0, -1));
}

// From a node to the next decision or ending, with the pages on the way.
function walk(campaign, first, before, total, under) {
  let [id, state, ledger, stack] = [first, before, total, under];
  const stops = [];
  for (;;) {
    state = entered(campaign, id, state);
    const node = NODES.get(id);
    const here = { id, state, ledger, stack };
    if (!node || (node.choices && !(node.fallback && options(id, state).every((o) => !o.enabled)))) {
      return { stops, at: here };
    }
    let way;
    if (node.choices) {
      const after = { state: changed(state, node.fallback.effects), ledger: added(ledger, node.fallback.ledger, state) };
      stops.push({ ...here, fell: true, after });
      ({ state, ledger } = after);
      way = wayOut(node.fallback.ways, state);
    } else {
      stops.push(here);
      way = wayOut(node.ways, state);
    }
    [id, stack] = follow(way, id, stack);
  }
}

function begin(campaign) {
  const [state, ledger] = [firstState(campaign), firstLedger(campaign)];
  const opening = { choice: null, result: 0, before: state, after: { state, ledger } };
  return { campaign, legs: [{ ...opening, ...walk(campaign, campaign.start, state, ledger, []) }] };
}

const lastLeg = (play) => play.legs[play.legs.length - 1];
const isOver = (play) => ENDINGS.has(lastLeg(play).at.id);

function canTake(play, choice) {
  const { id, state } = lastLeg(play).at;
  return options(id, state).some((option) => option.enabled && option.choice.id === choice);
}

function take(play, id) {
  if (!canTake(play, id)) throw new Error(`The choice ${id} is not open at ${lastLeg(play).at.id}.`);
  const { at } = lastLeg(play);
  const choice = thing(at.id).choices.find((one) => one.id === id);
  const number = choice.results.findIndex((r, i) => i === choice.results.length - 1 || holds(r.c, at.state));
  const result = choice.results[number];
  const ledger = added(at.ledger, result.ledger, at.state);
  let state = at.state;
  if (state.has(`chosen ${at.id}.${id}`)) state = new Map(state).set(`chosen ${at.id}.${id}`, true);
  state = changed(state, result.effects);
  const [next, stack] = follow(wayOut(result.ways, state), at.id, at.stack);
  const leg = { choice: id, result: number, before: at.state, after: { state, ledger } };
  return { ...play, legs: [...play.legs, { ...leg, ...walk(play.campaign, next, state, ledger, stack) }] };
}

const undone = (play, count) => ({ ...play, legs: play.legs.slice(0, Math.max(1, play.legs.length - count)) });
const ordersOf = (play) => play.legs.slice(1).map((leg, i) => `${play.legs[i].at.id}.${leg.choice}`);

// As far as a list of orders can be given today.
function replayed(campaign, orders) {
  let play = begin(campaign);
  for (const order of orders) {
    const dot = order.lastIndexOf(".");
    const [node, id] = [order.slice(0, dot), order.slice(dot + 1)];
    if (node !== lastLeg(play).at.id || !canTake(play, id)) break;
    play = take(play, id);
  }
  return play;
}

const pastOf = (campaign) => replayed(campaign, campaign.past);
