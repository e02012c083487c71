// A node as a page: what is read there, who advises what, what can be ordered.

// When something happens: the first moment that holds, here or where the scene was called from.
function momentOf(stop) {
  const callers = [...stop.stack].reverse().map((frame) => frame.caller);
  for (const id of [stop.id, ...callers]) {
    const found = (thing(id).at || []).find(([condition]) => holds(condition, stop.state));
    if (found) return { words: found[1], day: found[2], instant: found[3], gone: found[4] };
  }
  return null;
}

function placeOf(stop) {
  const callers = ENDINGS.has(stop.id) ? [] : [...stop.stack].reverse().map((frame) => frame.caller);
  const found = [stop.id, ...callers].map((id) => thing(id).place).find(Boolean);
  return (found || "").trim();
}

function pageOf(play, stop, order) {
  const node = thing(stop.id);
  const [glass, moment] = [glassAt(stop), momentOf(stop)];
  const choices = stop.fell ? [] : choicesOf(stop, glass);
  const ending = ENDINGS.has(stop.id);
  return {
    kind: ending ? "ending" : choices.length ? "decision" : "page",
    id: stop.id,
    title: node.title,
    when: node.when || (moment ? moment.words : ""),
    gone: moment ? moment.gone : 0,
    place: placeOf(stop),
    text: [...paragraphs(node.text, glass), ...fallbackText(node, stop)],
    pictures: node.pictures || [],
    marks: (node.marks || []).filter(([condition]) => holds(condition, stop.state)).map(([, words]) => words),
    advice: (node.advice || []).map((advice) => adviceOf(advice, choices, glass)),
    choices,
    known: node.known || [],
    note: node.note || "",
    skip: skipOf(node, choices),
    number: order,
    about: Math.max(order, play.campaign.past.length),
  };
}

function fallbackText(node, stop) {
  return stop.fell ? paragraphs(node.fallback.text, { ...stop.after, before: stop.state }) : [];
}

function choicesOf(stop, glass) {
  let digit = 0;
  return options(stop.id, stop.state).map(({ choice, enabled }) => ({
    id: choice.id,
    real: Boolean(choice.real),
    label: line(choice.label, glass),
    detail: line(choice.detail, glass),
    number: enabled ? (digit += 1) : null,
    reason: enabled ? "" : line(choice.reason, glass),
  }));
}

function adviceOf(advice, choices, glass) {
  const leans = choices.find((choice) => choice.id === advice.leans && choice.number !== null);
  return {
    name: advice.name,
    text: plain(advice.t, glass),
    leans: leans || null,
    imagined: Boolean(advice.imagined),
  };
}

// The choice that skipping takes: the story's, or where it is shut that of 1945.
function skipOf(node, choices) {
  if (!node.note) return null;
  const open = choices.filter((choice) => choice.number !== null);
  const real = open.find((choice) => choice.real);
  return (open.find((choice) => choice.id === node.skip) || real || open[0] || { id: null }).id;
}

const gaugesOf = (play, at) =>
  play.campaign.variables
    .filter((id) => VARIABLES.get(id).label)
    .map((id) => {
      const [variable, value] = [VARIABLES.get(id), at.state.get(id)];
      const steps = variable.kind === "bool" ? 2 : variable.values ? variable.values.length : variable.max - variable.min + 1;
      return { label: variable.label, words: valueWords(id, value), step: stepOf(variable, value), steps };
    });
