// Two drawings: counts as ranges with your figure through them, and the tree of decisions.

const WIDTH = 320;

// A ledger line: everyone's count as a range, your figure running through them all.
function ledgerChart(row) {
  const ends = row.claims.flatMap((claim) => [claim.low, claim.high]).filter((end) => end !== null);
  const [least, most] = [Math.min(0, row.value, ...ends), Math.max(1, row.value, ...ends)];
  const x = (value) => 8 + ((value - least) / (most - least)) * (WIDTH - 16) * 0.92;
  return el("ul", { class: "claims" },
    el("li", { class: "own" }, bar(x, row.value, null), el("p", {}, el("b", {}, row.figure), ` ${row.unit}: ${say("your battle")}`)),
    row.claims.map((claim) => el("li", { class: claim.own ? null : "other" }, bar(x, row.value, claim),
      el("p", {}, `${claim.range} `, el("span", { class: "quiet" }, claim.about ? `${claim.by} (${claim.about})` : claim.by),
        row.final && claim.inside === false && el("span", { class: "missed" }, ` ${say("Your figure lies outside it.")}`)))));
}

function bar(x, value, claim) {
  const own = x(value);
  const through = claim
    ? svg("line", { class: "through", x1: own, x2: own, y1: 0, y2: 20 })
    : [svg("line", { class: "axis", x1: 0, x2: WIDTH, y1: 10, y2: 10 }), svg("circle", { class: "figure", cx: own, cy: 10, r: 5 })];
  const drawing = svg("svg", { viewBox: `0 0 ${WIDTH} 20`, class: "bar", "aria-hidden": "true", focusable: "false" }, claim && range(x, claim), through);
  return drawing;
}

function range(x, claim) {
  const [from, to] = [claim.low === null ? 0 : x(claim.low), claim.high === null ? WIDTH : x(claim.high)];
  if (claim.low !== null && claim.low === claim.high) return svg("circle", { class: "count", cx: from, cy: 10, r: 4 });
  const cap = (at, is) => is && svg("line", { class: "count", x1: at, x2: at, y1: 5, y2: 15 });
  return [svg("line", { class: "count", x1: from, x2: to, y1: 10, y2: 10 }), cap(from, claim.low !== null), cap(to, claim.high !== null)];
}

const [STEP, ROW, TOP] = [22, 26, 16];

// Every decision of a campaign: 1945 straight down, your road over it, the rest faint.
function roadsDrawing(play) {
  const { spots, ways } = play.campaign.roads;
  const [mine, real] = [play, pastOf(play.campaign)].map((one) => one.legs.map((leg) => leg.at.id));
  const columns = spots.map(([, , column]) => column);
  const left = 24 - Math.min(0, ...columns) * STEP;
  const width = Math.max(...columns, 0) * STEP + left + 24;
  const point = new Map(spots.map(([id, row, column]) => [id, [left + column * STEP, TOP + row * ROW]]));
  const height = TOP * 2 + Math.max(...spots.map(([, row]) => row), 0) * ROW;
  const steps = (road) => new Set(road.slice(1).map((id, i) => JSON.stringify([road[i], id])));
  const [own, past] = [steps(mine), steps(real)];
  const kind = (way) => (own.has(JSON.stringify(way)) ? "mine" : past.has(JSON.stringify(way)) ? "real" : "never");
  const drawn = ["never", "real", "mine"].flatMap((name) =>
    ways.filter((way) => kind(way) === name).map(([a, b]) => svg("path", { class: `way ${name}`, d: curve(point.get(a), point.get(b)) })));
  const dots = spots.map(([id]) => {
    const [cx, cy] = point.get(id);
    const name = mine.includes(id) ? "mine" : real.includes(id) ? "real" : "never";
    return [
      svg("circle", { class: `spot ${name}`, cx, cy, r: name === "never" ? 3 : 5 }),
      mine.includes(id) && real.includes(id) && svg("circle", { class: "ring", cx, cy, r: 8.5 }),
    ];
  });
  return { mine, real, point, height, width, drawing: [drawn, dots] };
}

function curve([ax, ay], [bx, by]) {
  const bend = Math.max(ROW / 2, (by - ay) / 2);
  return `M${ax} ${ay}C${ax} ${ay + bend} ${bx} ${by - bend} ${bx} ${by}`;
}

function roadsFigure(play) {
  const { mine, real, point, height, width, drawing } = roadsDrawing(play);
  const passed = [...new Set([...mine, ...real])];
  const longest = Math.min(46, Math.max(...passed.map((id) => thing(id).title.length)));
  const names = passed.map((id) => {
    const own = mine.includes(id);
    const title = thing(id).title;
    const y = point.get(id)[1] + 4;
    return svg("text", { x: own ? width + 52 : width + 64, y, class: own ? "mine" : "real" },
      `${title.length > 46 ? `${title.slice(0, 45)}\u2026` : title}`);
  });
  const decisions = play.campaign.roads.spots.filter(([id]) => NODES.has(id));
  const endings = play.campaign.roads.spots.length - decisions.length;
  const told = say("You came to {seen} of {all} decisions, and to {ended} of {endings} endings.", {
    seen: number(decisions.filter(([id]) => mine.includes(id)).length),
    all: number(decisions.length),
    ended: number(isOver(play) ? 1 : 0),
    endings: number(endings),
  });
  const forks = orderRows(play).flatMap((row) => row.forks.map((fork, i) => {
    const [at, y] = [width + i * 11, point.get(row.id)[1]];
    return svg("circle", { class: `fork ${fork.mine ? "mine" : fork.real ? "real" : "never"}`, cx: at, cy: y, r: fork.mine || fork.real ? 3.5 : 2 });
  }));
  return [
    el("p", {}, told),
    el("figure", { class: "roads" },
      svg("svg", { viewBox: `0 0 ${width + 70 + longest * 6.4} ${height + 10}`, role: "img", "aria-label": told }, drawing, forks, separate(names)),
      legend()),
  ];
}

// Names on one row stand one below the other.
function separate(names) {
  let last = -Infinity;
  for (const name of names.sort((a, b) => a.getAttribute("y") - b.getAttribute("y"))) {
    last = Math.max(Number(name.getAttribute("y")), last + 13);
    name.setAttribute("y", last);
  }
  return names;
}

function legend() {
  const mark = (name) => svg("svg", { viewBox: "0 0 14 14", class: "mark", "aria-hidden": "true" }, svg("circle", { class: `spot ${name}`, cx: 7, cy: 7, r: name === "never" ? 3 : 5 }));
  const rows = [["mine", say("your road")], ["real", "1945"], ["never", say("not seen")]];
  return el("figcaption", { class: "legend" }, rows.map(([name, words]) => el("span", {}, mark(name), ` ${words}`)));
}
