// The closing report: your battle and the real one on one page.

function reportScreen() {
  const { play } = game.course;
  const report = reportOf(play);
  return {
    heading: report.ending.title,
    title: say("Closing report"),
    broad: true,
    body: [
      el("p", {}, report.parted),
      contents(),
      section(say("Your figures, and who counted what"),
        el("p", { class: "quiet" }, say("Only the lines marked with a source were ever counted by anyone. The share that each order adds is the game's own.")),
        report.ledger.map((row) => ledgerLine(row))),
      section(say("Two lines of time"), timeTable(report.timeline)),
      section(say("The tree of decisions"), roadsFigure(play)),
      section(say("Your orders"), orderList(report.orders)),
      report.asides.length > 0 && section(say("The same days elsewhere"), dayTable(report), el("div", { class: "doubled" }, report.asides.map((id) => asideBlock(id)))),
      report.sources.length > 0 && section(say("What this rests on"), sourceList(report.sources)),
      section(say("This playthrough again"), el("p", {}, say("The replay code of this playthrough is {code}.", { code: codeOf(play) }))),
      actions(button(say("Print this page"), () => window.print()), button(say("To the title"), toTitle, { class: "main", id: "onward" })),
    ],
  };
}

// The parts of a long page. It is filled when they are there.
function contents() {
  const list = el("ul", { class: "contents" });
  const nav = el("nav", { class: "within", "aria-label": say("On this page") }, list);
  window.queueMicrotask(() => put(list, [...document.querySelectorAll("main h2")].map((heading) => {
    heading.tabIndex = -1;
    const jump = (event) => {
      event.preventDefault();
      heading.focus();
      heading.scrollIntoView();
    };
    return el("li", {}, el("a", { href: "#main", on: { click: jump } }, heading.textContent));
  })));
  return nav;
}

function ledgerLine(row) {
  return el("div", { class: "ledger" },
    el("h3", {}, row.label),
    row.claims.length > 0 ? ledgerChart(row) : el("p", {}, el("b", {}, row.figure), ` ${row.unit}`),
    el("p", { class: "verdict" }, row.verdict),
    row.gloss && el("p", { class: "quiet" }, row.gloss));
}

// One line of time where both have the same, two where they part.
function timeTable(rows) {
  let last = "";
  const cells = (row) => {
    const day = row.when === last ? "" : row.when;
    last = row.when;
    const head = el("th", { scope: "row" }, day || el("span", { class: "unseen" }, row.when));
    if (row.mine === row.real) return el("tr", { class: "both" }, head, el("td", { colspan: 2 }, row.mine));
    return el("tr", { class: "apart" }, head, el("td", { class: row.mine ? "mine" : "none" }, row.mine), el("td", { class: row.real ? "real" : "none" }, row.real));
  };
  const same = rows.every((row) => row.mine === row.real);
  return [
    el("p", { class: "quiet" }, same ? say("Yours and that of 1945 are the same.") : say("Where both have the same, it stands across both.")),
    el("table", { class: "times" },
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, say("Day")), el("th", { scope: "col", class: "mine" }, say("Your battle")), el("th", { scope: "col", class: "real" }, "1945"))),
      el("tbody", {}, rows.map(cells))),
  ];
}

function orderList(orders, undoTo) {
  return el("ol", { class: "orders" }, orders.map((row) =>
    el("li", {}, el("h3", {}, row.title),
      el("ul", { class: "forks" }, row.forks.map((fork) =>
        el("li", { class: fork.mine ? "mine" : fork.real ? "real" : "never" }, fork.label,
          el("span", { class: fork.mine || fork.real ? "whose" : "unseen" }, whose(fork))))),
      !row.realOrder && el("p", { class: "quiet" }, say("1945 did not come this way.")),
      undoTo && button(say("Back to this decision"), () => undoTo(row.number)))));
}

function whose(fork) {
  if (fork.mine) return ` ${fork.real ? say("yours, and that of 1945") : say("yours")}`;
  return ` ${fork.real ? "1945" : say("not taken")}`;
}

// The hours of others beside yours, day by day.
function dayTable(report) {
  const asides = report.asides.map((id) => CODEX.asides.get(id));
  const days = [...new Set(report.timeline.filter((row) => row.mine).map((row) => row.when))];
  const rest = asides.filter((aside) => !days.includes(aside.day)).map((aside) => aside.day || aside.when);
  const elsewhere = (day, side) => asides.filter((aside) => aside.side === side && (aside.day || aside.when) === day).map((aside) => el("p", {}, aside.title));
  const mine = (day) => report.timeline.filter((row) => row.when === day && row.mine).map((row) => el("p", {}, row.mine.split(": ")[0]));
  return el("table", { class: "days" },
    el("thead", {}, el("tr", {}, ["Day", "Your battle", "Beyond the hill", "In the city"].map((words) => el("th", { scope: "col" }, say(words))))),
    el("tbody", {}, [...days, ...new Set(rest)].map((day) =>
      el("tr", {}, el("th", { scope: "row" }, day), el("td", {}, mine(day)), el("td", {}, elsewhere(day, "other-side")), el("td", {}, elsewhere(day, "city"))))));
}

function asideBlock(id) {
  const aside = CODEX.asides.get(id);
  return el("article", {}, el("h3", {}, aside.title), el("p", { class: "quiet" }, [aside.thread, aside.when].filter(Boolean).join(", ")), prose(plain(aside.t)));
}

function sourceList(ids) {
  return el("ul", { class: "facts" }, ids.map((id) => {
    const [name, origin, , trust] = CODEX.sources.get(id);
    return el("li", {}, link(`source:${id}`, name), name.toLowerCase() === origin.toLowerCase() ? ". " : ` (${origin}). `, trust);
  }));
}
