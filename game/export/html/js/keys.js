// Keys. Single keys can be turned off in the settings; nothing needs them.

const typing = (target) => /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);
const onControl = (target) => /^(BUTTON|A|SUMMARY)$/.test(target.tagName);

const press = (id) => {
  const found = byId(id);
  if (found) found.click();
};

const COMMANDS = {
  u: () => takeBack(),
  c: () => openView({ kind: "codex", part: "all" }),
  n: () => game.course && openView({ kind: "orders" }),
  l: () => game.course && openView({ kind: "ledger" }),
  "?": () => openView({ kind: "help" }),
};

function pressed(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  const { key, target } = event;
  if (key === "Escape") {
    back();
  } else if (typing(target)) {
    return;
  } else if (key === "Enter") {
    if (onControl(target)) return;
    enter();
  } else if (key === "ArrowDown" || key === "ArrowUp") {
    if (!between(target, key === "ArrowDown" ? 1 : -1)) return;
  } else if (key === "ArrowRight") {
    press("onward");
  } else if (key === "ArrowLeft") {
    back();
  } else if (kept.noKeys || event.repeat) {
    return;
  } else if (/^[1-9]$/.test(key)) {
    press(`pick-${key}`);
  } else if (COMMANDS[key.toLowerCase()]) {
    COMMANDS[key.toLowerCase()]();
  } else {
    return;
  }
  event.preventDefault();
}

// Enter away from any button: give the order that is open, or go on.
function enter() {
  const opened = document.querySelector('.pick[aria-expanded="true"]');
  if (opened) opened.click();
  else press("onward");
}

// Among the choices the arrows go from one to the next; elsewhere they scroll as ever.
function between(target, by) {
  const picks = [...document.querySelectorAll(".pick")];
  const place = picks.indexOf(target.closest ? target.closest(".pick") : null);
  if (place < 0 || !picks[place + by]) return false;
  picks[place + by].focus();
  return true;
}
