// Plays an exported HTML file in headless Chromium. node html.js PLAYWRIGHT_FOLDER < JSON > JSON
// In: {file, chromium, plays: [{campaign: name, picks: [digit]}], axe: folder or null, shots: folder or null}
// Out: {told: [[beat]], finals: [final], requests, faults, milliseconds, axe: {screen: [fault]}}
const fs = require("fs");
const path = require("path");
const { pathToFileURL } = require("url");
const { chromium } = require(path.resolve(process.argv[2]));
const asked = JSON.parse(fs.readFileSync(0, "utf8"));
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const WINDOWS = { phone: { width: 390, height: 844 }, narrow: { width: 320, height: 640 }, desk: { width: 1280, height: 800 }, wall: { width: 1600, height: 1000 } };

// Runs in the page: plays by its own buttons, and tells everything that it shows.
function playThrough({ campaign, picks }) {
  const main = document.getElementById("main");
  const clean = (text) => text.replace(/[ \t\n]+/g, " ").trim();
  const all = (selector, under = main) => [...under.querySelectorAll(selector)];
  const words = (selector, under) => all(selector, under).map((found) => clean(found.textContent));
  const press = (id) => document.getElementById(id).click();
  const rows = (selector, cells) => all(selector).map((row) => words(cells, row));
  const screens = {
    gate: () => ({ note: words(".note") }),
    answer: () => ({
      orders: words(".record .order"),
      parts: all(".record > section").map((part) => words(":scope > p:not(.order)", part)),
      hidden: words(".record > section:nth-child(2) .labelled p"),
      shares: words(".shares li"),
      doors: words(".record .doors li, .record .inline li"),
      facts: all(".record .facts li").length,
    }),
    report: () => ({
      parted: words(":scope > p")[0],
      ledger: all(".ledger").map((row) => [words("h3", row)[0], words(".claims li p, :scope > p", row)].flat()),
      times: rows(".times tbody tr", "th, td"),
      orders: rows(".orders > li", "h3, .mine"),
      asides: rows("article", "h3, p"),
      sources: all("section:nth-last-of-type(2) .facts li").length,
    }),
  };
  const page = () => ({
    head: words(".subline p"),
    text: words(".prose p"),
    pictures: words(".picture"),
    advice: rows(".staff > li", "h3, p"),
    choices: words(".pick span:last-child"),
    details: all(".detail").map((row) => words("p", row).join(" ")),
    shut: rows(".shut", "p"),
    known: all("details .facts li").length,
  });
  document.querySelector("nav .home").click();
  all(".cards .card")[campaign].querySelector("button").click();
  const beats = [];
  const left = [...picks];
  for (;;) {
    const { screen } = main.dataset;
    beats.push({ screen, title: words("h1")[0], ...(screens[screen] || page)() });
    if (screen === "report") break;
    if (screen !== "decision") {
      if (!document.getElementById("onward")) break;
      press("onward");
    } else if (left.length) {
      const id = `pick-${left.shift()}`;
      press(id);
      press(id);
    } else break;
  }
  return { beats, final: window.tenDays.told() };
}

// The same by keyboard alone, as a person would: digits, Enter, Escape.
async function byKeys(page, { campaign, picks }) {
  const screen = () => page.evaluate(() => document.getElementById("main").dataset.screen);
  await page.evaluate((n) => {
    document.querySelector("nav .home").click();
    document.querySelectorAll(".cards .card button")[n].focus();
  }, campaign);
  await page.keyboard.press("Enter");
  const left = [...picks];
  for (let steps = 0; steps < 500 && (await screen()) !== "report"; steps += 1) {
    if ((await screen()) === "decision") {
      if (!left.length) break;
      await page.keyboard.press(String(left.shift()));
    }
    await page.keyboard.press((await screen()) === "gate" ? "ArrowRight" : "Enter");
  }
  const end = await screen();
  await page.keyboard.press("c");
  const codex = await screen();
  await page.keyboard.press("Escape");
  return { end, codex, back: await screen(), final: await page.evaluate(() => window.tenDays.told()) };
}

const told = (page) => page.evaluate(() => window.tenDays.told());
const screenOf = (page) => page.evaluate(() => document.getElementById("main").dataset.screen);

// Kept in the browser: after a new start, Continue leads back; what the code says leads there too.
async function again(page) {
  const before = await told(page);
  // A browser under load may open the page before it has written what was kept.
  for (let tries = 0; tries < 5; tries += 1) {
    await page.reload();
    if (await page.locator("#onward").count()) break;
  }
  await page.click("#onward");
  const kept = await told(page);
  await page.reload();
  await page.fill("#code", before.code);
  await page.press("#code", "Enter");
  const typed = await told(page);
  await page.keyboard.press("u");
  await page.keyboard.press("Control+u");
  return { before, kept, typed, undone: (await told(page)).orders };
}

// By touch, where the browser keeps nothing: a tap opens a choice, a tap gives the order; back leads to the title.
async function byTouch(page, { campaign, picks }) {
  await page.locator(".cards .card button").nth(campaign).tap();
  for (let steps = 0; steps < 40 && (await screenOf(page)) !== "decision"; steps += 1) await page.tap("#onward");
  await page.tap(`#pick-${picks[0]}`);
  await page.tap(`#detail-${picks[0]} .main`);
  const answered = await screenOf(page);
  const { orders } = await told(page);
  await page.goBack();
  return { answered, orders: orders.length, back: await screenOf(page) };
}

// What one screen after another looks like, and what axe finds there.
async function tour(page, { campaign, picks }, visit) {
  const digit = async (n) => {
    await page.evaluate((id) => document.getElementById(id).click(), `pick-${n}`);
  };
  await page.evaluate(() => document.querySelector("nav .home").click());
  await visit("title");
  await page.evaluate((n) => document.querySelectorAll(".cards .card button")[n].click(), campaign);
  const met = new Set();
  const left = [...picks];
  for (let steps = 0; steps < 500; steps += 1) {
    const screen = await page.evaluate(() => document.getElementById("main").dataset.screen);
    if (screen === "decision" && left.length) await digit(left[0]);
    if (!met.has(screen)) {
      met.add(screen);
      await visit(screen);
    }
    if (screen === "report") break;
    if (screen === "decision") {
      if (!left.length) break;
      await digit(left.shift());
    } else await page.evaluate(() => document.getElementById("onward").click());
  }
  for (const name of ["Codex", "Orders", "Ledger", "Settings", "Help"]) {
    await page.evaluate((words) => [...document.querySelectorAll("nav button")].find((b) => b.textContent === words).click(), name);
    await visit(name.toLowerCase());
  }
  const targets = await page.evaluate(() => {
    const data = JSON.parse(document.getElementById("story").textContent);
    const charted = Object.keys(data.codex.entries).find((id) => data.codex.entries[id].chart);
    return [charted && `codex:${charted}`, data.codex.rows.filter(([t]) => t.startsWith("conflict:")).map(([t]) => t)[0]].filter(Boolean);
  });
  for (const target of targets) {
    await page.evaluate(() => [...document.querySelectorAll("nav button")].find((b) => b.textContent === "Codex").click());
    await page.evaluate((t) => [...document.querySelectorAll("[data-target]")].find((a) => a.dataset.target === t).click(), target);
    await visit(target.replace(":", "-"));
  }
}

async function main() {
  const browser = await chromium.launch({ executablePath: asked.chromium, args: FLAGS });
  const requests = [];
  const faults = [];
  const opened = async (size, more, first) => {
    const context = await browser.newContext({ viewport: WINDOWS[size], bypassCSP: false, ...more });
    const page = await context.newPage();
    if (first) await page.addInitScript(first);
    page.on("request", (request) => requests.push(request.url()));
    page.on("pageerror", (fault) => faults.push(String(fault.stack || fault)));
    page.on("console", (said) => said.type() === "error" && faults.push(said.text()));
    await page.goto(pathToFileURL(asked.file).href);
    return page;
  };
  const page = await opened("desk");
  const milliseconds = await page.evaluate(() => performance.getEntriesByType("paint").find((p) => p.name === "first-contentful-paint")?.startTime ?? performance.now());
  const told = [];
  const finals = [];
  for (const play of asked.plays) {
    const { beats, final } = await page.evaluate(playThrough, play);
    told.push(beats);
    finals.push(final);
  }
  const keys = asked.plays.length ? await byKeys(page, asked.plays[0]) : null;
  const kept = asked.plays.length ? await again(page) : null;
  const deny = () => Object.defineProperty(window, "localStorage", { get() { throw new Error("denied"); } });
  const touched = await opened("phone", { hasTouch: true, isMobile: true }, deny);
  const touch = asked.plays.length && asked.plays[0].picks.length ? await byTouch(touched, asked.plays[0]) : null;
  await touched.context().close();
  const axe = {};
  const small = {};
  const wide = {};
  for (const size of asked.looks || []) {
    for (const scheme of ["light", "dark"]) {
      // axe is put into the page from outside; only for that the page's own policy is lifted.
      const looked = await opened(size, { bypassCSP: true, colorScheme: scheme, reducedMotion: "reduce" });
      if (asked.axe) await looked.addScriptTag({ path: path.join(asked.axe, "axe.min.js") });
      await tour(looked, asked.plays[0], async (name) => {
        const over = await looked.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        const tiny = await looked.evaluate(() => [...document.querySelectorAll("button, select, summary, input:not([type=checkbox])")]
          .filter((found) => found.offsetParent && (found.offsetHeight < 44 || found.offsetWidth < 44))
          .map((found) => found.textContent));
        if (tiny.length) small[`${size} ${name}`] = tiny;
        if (over > 0) wide[`${size} ${name}`] = over;
        if (asked.axe) {
          const found = await looked.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
          axe[`${size} ${scheme} ${name}`] = found.violations.map((v) => `${v.impact}: ${v.id}: ${v.help} (${v.nodes[0].target.join(" ")}; ${v.nodes.length}) ${v.nodes[0].failureSummary}`);
        }
        if (asked.shots) await looked.screenshot({ path: path.join(asked.shots, `${size}-${scheme}-${name}.png`), fullPage: name !== "codex" });
      });
      await looked.context().close();
    }
  }
  await browser.close();
  process.stdout.write(JSON.stringify({ told, finals, keys, requests, faults, milliseconds, axe, wide, small, kept, touch }));
}

main().catch((fault) => {
  process.stderr.write(String(fault.stack || fault));
  process.exit(1);
});
