// The ledger against every claim, and the closing report.

function ledgerRows(play, at) {
  const final = ENDINGS.has(at.id);
  return play.campaign.metrics.map((id) => {
    const [metric, value] = [METRICS.get(id), at.ledger.get(id)];
    const claims = (metric.claims || []).map((claim) => ({ ...claim, inside: claim.own ? within(claim, value) : null }));
    const own = claims.filter((claim) => claim.own);
    const inside = own.length ? insideAll(own, value) : null;
    return {
      id,
      value,
      claims,
      inside,
      final,
      label: metric.label,
      figure: number(value),
      unit: unitWords(id, value),
      verdict: final ? verdict(inside, claims) : say("So far."),
      gloss: metric.gloss || "",
    };
  });
}

const above = (claim, value) => claim.low === null || value >= claim.low;
const below = (claim, value) => claim.high === null || value <= claim.high;
const within = (claim, value) => above(claim, value) && below(claim, value);

// Between the lowest low and the highest high.
const insideAll = (claims, value) =>
  claims.some((claim) => above(claim, value)) && claims.some((claim) => below(claim, value));

function verdict(inside, claims) {
  if (inside === null) return say("No count of this exists.");
  if (!inside) return say("Outside every count.");
  const missed = claims.filter((claim) => claim.inside === false).map((claim) => claim.by);
  if (!missed.length) return say("Inside the counts.");
  return say("Inside the counts, but not that of: {names}.", { names: missed.join("; ") });
}

function orderRows(play) {
  return play.legs.slice(1).map((leg, i) => {
    const { at } = play.legs[i];
    const choices = choicesOf(at, glassAt(at));
    const all = thing(at.id).choices;
    const label = (choice) => (choice ? line(choice.label, glassAt(at)) : "");
    const real = all.find((choice) => choice.real);
    return {
      number: i + 1,
      id: at.id,
      title: thing(at.id).title,
      order: label(all.find((choice) => choice.id === leg.choice)),
      realOrder: label(real),
      parts: Boolean(real) && real.id !== leg.choice,
      forks: choices.map((choice) => ({ ...choice, mine: choice.id === leg.choice })),
    };
  });
}

// Every dated page and decision, with the order given there.
function datedEvents(play) {
  return play.legs.flatMap((leg, i) => {
    const next = play.legs[i + 1];
    return [...leg.stops.map((stop) => [stop, null]), [leg.at, next ? next.choice : null]]
      .map(([stop, order]) => ({ stop, order, moment: momentOf(stop) }))
      .filter((event) => event.moment);
  });
}

function timeRows(play) {
  const rows = new Map();
  for (const [side, events] of [["mine", datedEvents(play)], ["real", datedEvents(pastOf(play.campaign))]]) {
    const visits = new Map();
    for (const event of events) {
      const visit = (visits.get(event.stop.id) || 0) + 1;
      visits.set(event.stop.id, visit);
      const key = JSON.stringify([event.moment.instant, event.stop.id, visit]);
      if (!rows.has(key)) rows.set(key, { when: event.moment.day, instant: event.moment.instant, mine: "", real: "" });
      rows.get(key)[side] = eventWords(event);
    }
  }
  return [...rows.values()].sort((a, b) => a.instant - b.instant);
}

function eventWords({ stop, order }) {
  const node = thing(stop.id);
  const choice = order && node.choices.find((one) => one.id === order);
  return choice ? `${node.title}: ${line(choice.label, glassAt(stop))}` : node.title;
}

// What was shown on the way: nodes met, and those whose records were told.
function toldNodes(play) {
  const met = play.legs.flatMap((leg) => [...leg.stops, leg.at]).map((stop) => stop.id);
  const answered = new Set(play.legs.slice(0, -1).map((leg) => leg.at.id));
  const told = (id) => answered.has(id) || !(NODES.get(id).choices || []).length;
  return met.filter((id) => NODES.has(id)).map((id) => ({ node: NODES.get(id), told: told(id) }));
}

function reportOf(play) {
  const { at } = lastLeg(play);
  const [met, orders] = [toldNodes(play), orderRows(play)];
  const records = met.filter(({ node, told }) => node.record && told).map(({ node }) => node.record);
  const facts = met.flatMap(({ node, told }) => [
    ...(node.known || []),
    ...(told && node.record ? node.record.facts || [] : []),
  ]);
  return {
    ending: pageOf(play, at, play.legs.length),
    parted: partedWords(orders.find((row) => row.parts)),
    ledger: ledgerRows(play, at),
    orders,
    timeline: timeRows(play),
    asides: [...new Set(records.flatMap((record) => record.asides || []))],
    sources: sourcesOf([...new Set([...facts, ...((ENDINGS.get(at.id) || {}).facts || [])])]),
  };
}

function partedWords(row) {
  if (!row) return say("You gave the orders of 1945 throughout.");
  const title = `\u201c${row.title}\u201d`;
  return say("You left the road of 1945 at order {number}, {title}.", { number: row.number, title });
}
