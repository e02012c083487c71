// The player: what is shown now, what lies below it, and the way from one to the other.

const game = { course: null, views: [{ kind: "title" }], read: new Set() };

const SCREENS = {
  title: titleScreen,
  report: reportScreen,
  codex: codexScreen,
  leaf: leafScreen,
  orders: ordersScreen,
  ledger: ledgerScreen,
  help: helpScreen,
  settings: settingsScreen,
  reading: () => {
    const beat = beatOf(game.course);
    return beat.kind === "answer" ? answerScreen(beat) : pageScreen(beat);
  },
};

const topView = () => game.views[game.views.length - 1];
const atTitle = () => topView().kind === "title";

function show(focus) {
  const view = topView();
  const screen = SCREENS[view.kind](view);
  const heading = el("h1", { id: "heading", tabindex: "-1" }, screen.heading);
  const main = byId("main");
  main.className = [screen.wide && "wide", screen.broad && "broad", screen.home && "home"].filter(Boolean).join(" ");
  main.dataset.screen = screen.kind || view.kind;
  refill(main, subline(view), heading, screen.body);
  refill(byId("head"), navigation());
  byId("foot").className = screen.wide ? "wide" : "";
  refill(byId("foot"), foot(view));
  beside(view);
  dress();
  document.title = [screen.title || screen.heading, STORY.title].filter((t, i, all) => all.indexOf(t) === i).join(" \u00b7 ");
  place(heading, focus);
}

// Focus goes to the new heading, or back to what had been opened.
function place(heading, focus) {
  const opener = focus && [...document.querySelectorAll("[data-target]")].find((a) => a.dataset.target === focus);
  if (opener) {
    opener.focus();
    return;
  }
  window.scrollTo(0, 0);
  if (focus !== false) heading.focus({ preventScroll: true });
}

// When and where, how far one is, and the ten days as ten strokes.
function subline(view) {
  if (view.kind !== "reading") return null;
  const scene = sceneOf(game.course);
  const order = scene.kind === "ending" ? say("The end") : say("Decision {number} of about {about}", scene);
  return el("div", { class: "subline" },
    el("p", {}, [scene.when, scene.place].filter(Boolean).join(" \u00b7 ")),
    el("p", { class: "quiet" }, order),
    scene.gone > 0 && el("div", { class: "tendays", role: "img", "aria-label": say("Day {n} of ten", { n: number(scene.gone) }) }, strokes(scene.gone, 10)));
}

function sceneOf(course) {
  const beat = beatOf(course);
  if (beat.kind !== "answer") return beat;
  return pageOf(course.play, course.play.legs[beat.number - 1].at, beat.number);
}

function navigation() {
  const doors = [["codex", say("Codex")], ["orders", say("Orders")], ["ledger", say("Ledger")], ["settings", say("Settings")], ["help", say("Help")]];
  const here = topView().kind;
  return el("nav", { "aria-label": say("Game") },
    button(say("Title"), toTitle, { class: "home", "aria-current": here === "title" ? "page" : null }),
    doors.filter(([kind]) => game.course || !["orders", "ledger"].includes(kind)).map(([kind, words]) =>
      button(words, () => here !== kind && openView({ kind, part: "all" }), { "aria-current": here === kind ? "page" : null })));
}

function foot(view) {
  if (view.kind !== "reading") return null;
  return actions(
    game.course.index > 0 && button(say("The page before"), stepBack),
    game.course.play.legs.length > 1 && button(say("Take back the last order"), takeBack));
}

// From a certain width the state of the battle stands beside the text.
function beside(view) {
  const panel = byId("beside");
  const gauges = view.kind === "reading" ? gaugesOf(game.course.play, readSoFar(game.course)) : [];
  panel.hidden = gauges.length === 0;
  panel.setAttribute("aria-label", say("The state of the battle"));
  const rows = gauges.length ? ledgerRows(game.course.play, readSoFar(game.course)) : [];
  refill(panel, gauges.length > 0 && [
    el("h2", {}, say("The state of the battle")),
    gaugeList(gauges),
    el("h2", {}, say("The ledger")),
    el("dl", { class: "figures" }, rows.map((row) => [el("dt", {}, row.label), el("dd", {}, `${row.figure} ${row.unit}`)])),
  ]);
}

function tell(words) {
  byId("live").textContent = words;
}

// Read on from a place in the course; what lay above it is closed.
function go(course) {
  const turned = !game.course || course.index !== game.course.index || course.play !== game.course.play;
  game.course = course;
  game.views = [{ kind: "title" }, { kind: "reading" }];
  remember(1);
  keepCourse(course);
  show();
  if (turned) tell(say("Decision {number} of about {about}", sceneOf(course)));
}

function openView(view) {
  const below = topView();
  below.opened = view.target;
  game.views.push(view);
  remember(game.views.length - 1);
  show();
}

function closeView() {
  closeTo(game.views.length - 1);
}

// Drop what lies above a height; the browser's own way back leads here too.
function closeTo(height) {
  if (game.views.length <= Math.max(1, height)) return;
  game.views.length = Math.max(1, height);
  show(topView().opened);
}

function toTitle() {
  game.views.length = 1;
  show();
}

function back() {
  if (topView().kind === "reading") stepBack();
  else closeView();
}

function stepBack() {
  if (game.course.index > 0) go(moved(game.course, -1));
}

function takeBack() {
  if (!game.course || game.course.play.legs.length === 1) return;
  go(resumed(undone(game.course.play, 1)));
  tell(say("The last order is taken back."));
}

// One step of the browser's history for each height, so that a phone's own button closes what is open.
let height = 0;

function remember(wanted) {
  try {
    if (wanted > height) window.history.pushState({ height: wanted }, "");
    else window.history.replaceState({ height: wanted }, "");
  } catch (fault) {
    // Some browsers keep no history for files; the buttons on the page remain.
  }
  height = wanted;
}

window.addEventListener("popstate", (event) => {
  height = (event.state && event.state.height) || 0;
  closeTo(height + 1);
});
document.addEventListener("keydown", pressed);
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("main").focus();
});

// For programs that check the file: where the playthrough stands.
window.tenDays = Object.freeze({
  told() {
    if (!game.course) return null;
    const { play } = game.course;
    const { at } = lastLeg(play);
    return {
      campaign: play.campaign.id,
      orders: ordersOf(play),
      at: at.id,
      over: isOver(play),
      state: Object.fromEntries(at.state),
      ledger: Object.fromEntries(at.ledger),
      code: codeOf(play),
    };
  },
});

show(false);
