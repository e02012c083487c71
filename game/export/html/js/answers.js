// What an order is answered with: your order, 1945, how we know.

const BASES = {
  documented: "documented: this is what was done",
  inferred: "inferred: the sources point to it",
  conjecture: "conjecture: this road was not taken, and what follows is ours",
};
const WEAKEST_LAST = Object.keys(BASES);

function answerTo(play, order) {
  const [{ at }, leg] = [play.legs[order - 1], play.legs[order]];
  const node = thing(at.id);
  const choice = node.choices.find((one) => one.id === leg.choice);
  const real = node.choices.find((one) => one.real);
  const result = choice.results[leg.result];
  const glass = { ...leg.after, before: leg.before };
  const basis = weakest([result.basis, ...shown(result.outcome, glass).map((passage) => passage.b)]);
  return {
    kind: "answer",
    node: at.id,
    title: node.title,
    number: order,
    order: line(choice.label, glassAt(at)),
    asIn1945: real ? real === choice : null,
    realOrder: real ? line(real.label, glassAt(at)) : "",
    outcome: paragraphs(result.outcome, glass),
    basis: basis ? say(BASES[basis]) : "",
    hidden: plain(node.hidden, glass),
    record: node.record ? recordOf(node.record, glass) : null,
    shares: sharesOf(play.campaign, at.ledger, leg.after.ledger),
  };
}

function weakest(bases) {
  const places = bases.filter(Boolean).map((basis) => WEAKEST_LAST.indexOf(basis));
  return places.length ? WEAKEST_LAST[Math.max(...places)] : "";
}

function recordOf(record, glass) {
  return {
    text: plain(record.t, glass),
    dispute: plain(record.dispute, glass),
    conflicts: record.conflicts || [],
    facts: record.facts || [],
    sources: sourcesOf(record.facts || []),
    asides: record.asides || [],
  };
}

function sourcesOf(facts) {
  const ids = facts.map((id) => CODEX.facts.get(id)[4]).filter((id) => CODEX.sources.has(id));
  return [...new Set(ids)];
}

function sharesOf(campaign, before, after) {
  return campaign.metrics
    .map((id) => ({ id, label: METRICS.get(id).label, amount: after.get(id) - before.get(id) }))
    .filter((share) => share.amount !== 0)
    .map((share) => ({ ...share, unit: unitWords(share.id, share.amount) }));
}

function unitWords(id, value) {
  const { unit, units } = METRICS.get(id);
  return units ? units[formOf(value)] || unit : unit;
}
