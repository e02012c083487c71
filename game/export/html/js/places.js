// The title, your orders, the ledger so far, and the keys.

function titleScreen() {
  const going = game.course || (keptCourse() || {}).course;
  return {
    heading: STORY.title,
    home: true,
    body: [
      STORY.note && el("p", { class: "note" }, STORY.note),
      going && el("div", { class: "card going", "data-side": going.play.campaign.side },
        el("h2", {}, say("Continue")),
        el("p", {}, [going.play.campaign.name || going.play.campaign.title, say("orders given: {n}", { n: number(going.play.legs.length - 1) })].join(", ")),
        button(say("Go on"), () => goOn(), { class: "main", id: "onward" })),
      el("div", { class: "cards" }, STORY.campaigns.map(card)),
      el("form", { class: "fields", on: { submit: typedCode } },
        el("label", { for: "code" }, say("Replay code")),
        el("input", { id: "code", autocomplete: "off", autocapitalize: "characters", spellcheck: "false" }),
        el("button", { type: "submit" }, say("Open"))),
      el("p", { id: "slip", role: "status" }),
      (STORY.authors || STORY.licence) && el("p", { class: "quiet" }, [STORY.authors, STORY.licence].filter(Boolean).join(". ")),
    ],
  };
}

function card(campaign) {
  const name = campaign.name || campaign.title;
  return el("section", { class: "card", "data-side": campaign.side },
    el("h2", {}, name),
    el("p", { class: "quiet" }, [campaign.role, campaign.name && campaign.title, campaign.short && say("short")].filter(Boolean).join(" \u00b7 ")),
    el("p", {}, campaign.blurb),
    button(say("Begin"), () => startNew(campaign), { class: "main", "aria-label": `${say("Begin")}: ${name}, ${campaign.title}` }));
}

function typedCode(event) {
  event.preventDefault();
  const found = playOf(byId("code").value);
  if (typeof found === "string") byId("slip").textContent = found;
  else go(resumed(found));
}

function goOn() {
  const found = game.course ? { course: game.course, whole: true } : keptCourse();
  go(found.course);
  if (!found.whole) tell(say("The story has changed since; it goes on from here."));
}

function startNew(campaign) {
  game.read.clear();
  go(begun(begin(campaign)));
}

function ordersScreen() {
  const { play } = game.course;
  const rows = orderRows(play);
  return {
    heading: say("Your orders"),
    body: [
      rows.length ? section(say("From the first"), orderList(rows, (order) => go(resumed(undone(play, play.legs.length - order))))) : el("p", {}, say("No order has been given yet.")),
      el("p", { class: "quiet" }, say("The replay code of this playthrough is {code}.", { code: codeOf(play) })),
      backButton(),
    ],
  };
}

function ledgerScreen() {
  const at = readSoFar(game.course);
  const gauges = gaugesOf(game.course.play, at);
  return {
    heading: say("The ledger"),
    body: [
      gauges.length > 0 && section(say("The state of the battle"), gaugeList(gauges)),
      section(say("Your figures, and who counted what"), ledgerRows(game.course.play, at).map(ledgerLine)),
      backButton(),
    ],
  };
}

const KEYS = [
  ["1\u20139", "open a choice; the same digit again gives the order"],
  ["Enter", "give the order that is open, or go on"],
  ["\u2192", "go on"],
  ["\u2190", "the page before"],
  ["\u2191 \u2193", "the next choice, the choice before"],
  ["Escape", "back to what you were reading"],
  ["u", "take back the last order"],
  ["c", "the codex"],
  ["n", "your orders"],
  ["l", "the ledger"],
  ["?", "these keys"],
];

function helpScreen() {
  return {
    heading: say("Help"),
    body: [
      el("p", {}, say("Open a choice by touching it, or by its digit; then give the order. Nothing is sent anywhere; what you play is kept in this browser only.")),
      section(say("Keys"), el("dl", { class: "dated" }, KEYS.map(([key, does]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, say(does))]))),
      backButton(),
    ],
  };
}

const backButton = () => actions(button(say("Back"), closeView, { class: "main", id: "onward" }));
