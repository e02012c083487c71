// What is read: pages, decisions, answers, endings.

function pageScreen(page) {
  if (page.note && !game.read.has(placeOfReading(page))) return gate(page);
  const imagined = page.advice.some((advice) => advice.imagined);
  return {
    kind: page.kind,
    heading: page.title,
    body: [
      el("div", { class: "prose" }, prose(page.text)),
      page.text.some((p) => p.basis === "conjecture") && el("p", { class: "quiet" }, sentence(say(BASES.conjecture))),
      page.pictures.map((alt) => el("p", { class: "picture" }, say("Picture: {alt}", { alt }))),
      page.marks.length > 0 && folded(say("On the map, in words"), page.marks.map((words) => el("p", {}, words))),
      page.advice.length > 0 && section(say("Advice"), imagined && el("p", { class: "quiet" }, say("Imagined, in reported speech.")), staff(page.advice)),
      page.kind === "decision" && section(say("Your order"), choiceList(page)),
      page.known.length > 0 && folded(say("What this rests on"), factList(page.known)),
      onward(page),
    ],
  };
}

function staff(advice) {
  return el("ul", { class: "staff" }, advice.map((row) =>
    el("li", {}, el("h3", {}, row.name), prose(row.text),
      row.leans && el("p", { class: "quiet" }, say("Leans to {number}.", { number: row.leans.number })))));
}

// A page that may be passed over: why, and the choice whether to read it.
function gate(page) {
  const counts = page.choices.find((choice) => choice.id === page.skip);
  const words = counts ? say("It counts as order {number}.", { number: counts.number }) : "";
  return {
    kind: "gate",
    heading: page.title,
    body: [
      el("p", { class: "note" }, page.note),
      actions(
        button(say("Read it"), () => {
          game.read.add(placeOfReading(page));
          show();
        }, { class: "main", id: "onward" }),
        button(say("Skip it"), () => go(skipped(game.course, page)), { id: "skip" }),
      ),
      words && el("p", { class: "quiet" }, words),
    ],
  };
}

function choiceList(page) {
  return el("ol", { class: "choices", role: "list" }, page.choices.map((choice) =>
    (choice.number === null ? shut(choice) : open(choice))));
}

function shut(choice) {
  return el("li", { class: "shut" }, el("p", {}, choice.label),
    el("p", { class: "quiet" }, el("b", {}, say("Not open.")), " ", choice.reason));
}

// A digit or a tap opens a choice; the same again, or Enter, gives the order.
function open(choice) {
  const id = `detail-${choice.number}`;
  const given = { class: "pick", id: `pick-${choice.number}`, "aria-expanded": "false", "aria-controls": id };
  return el("li", {},
    button([el("span", { class: "digit" }, choice.number), el("span", {}, choice.label)], () => pick(choice), given),
    el("div", { id, class: "detail", hidden: true },
      choice.detail && el("p", {}, choice.detail),
      button(say("Give this order"), () => give(choice), { class: "main" })));
}

function pick(choice) {
  const chosen = byId(`pick-${choice.number}`);
  if (chosen.getAttribute("aria-expanded") === "true") {
    give(choice);
    return;
  }
  for (const other of document.querySelectorAll(".pick")) {
    const here = other === chosen;
    other.setAttribute("aria-expanded", String(here));
    byId(other.getAttribute("aria-controls")).hidden = !here;
  }
  chosen.focus();
  tell(`${choice.detail} ${say("Press again to give the order.")}`.trim());
}

const give = (choice) => go(ordered(game.course, choice.id));

function onward(page) {
  const stuck = page.kind === "page" && game.course.index === game.course.beats.length - 1;
  if (stuck) return el("p", { class: "note" }, say("The story has no way on from here."));
  if (page.kind === "page") return onwardAction(say("Go on"), forward);
  if (page.kind !== "ending") return null;
  const report = () => openView({ kind: "report" });
  return onwardAction(say("The closing report"), report);
}

const forward = () => go(moved(game.course, 1));

// Your order, 1945, how we know.
function answerScreen(answer) {
  return {
    kind: "answer",
    heading: answer.title,
    wide: true,
    body: [
      el("div", { class: "record" }, yourOrder(answer), in1945(answer), howWeKnow(answer)),
      onwardAction(say("Go on"), forward),
    ],
  };
}

function yourOrder(answer) {
  return section(say("Your order"),
    el("p", { class: "order" }, answer.order),
    prose(answer.outcome),
    answer.shares.length > 0 && labelled(say("Added to the ledger, by the game's own count"),
      el("ul", { class: "shares" }, answer.shares.map((share) =>
        el("li", {}, el("b", {}, `${share.amount > 0 ? "+" : ""}${number(share.amount)} ${share.unit}`), ` ${share.label}`)))));
}

function in1945(answer) {
  const order = answer.asIn1945 ? say("The same order.") : answer.realOrder || say("1945 did not come this way.");
  return section("1945",
    el("p", { class: "order" }, order),
    answer.record && prose(answer.record.text),
    answer.hidden.length > 0 && labelled(say("What he could not know"), prose(answer.hidden)));
}

function howWeKnow(answer) {
  const { record, basis } = answer;
  return section(say("How we know"),
    basis && el("p", {}, sentence(basis)),
    record && [
      prose(record.dispute),
      record.conflicts.length > 0 && labelled(say("Where sources differ"), links(record.conflicts.map((id) => `conflict:${id}`))),
      record.asides.length > 0 && labelled(say("The same hours elsewhere"), links(record.asides.map((id) => `aside:${id}`))),
      record.sources.length > 0 && labelled(say("Sources"), links(record.sources.map((id) => `source:${id}`), "inline")),
      record.facts.length > 0 && folded(say("What this rests on"), factList(record.facts)),
    ]);
}

// Where in the playthrough a page is read; a page that was opened stays open there.
const placeOfReading = (page) => `${game.course.play.legs.length} ${game.course.index} ${page.id}`;
