// How it looks, and what is kept.

const THEMES = [["", "as this device is set"], ["light", "light"], ["dark", "dark"], ["contrast", "high contrast"]];

function dress() {
  const root = document.documentElement;
  if (THEMES.some(([id]) => id && id === kept.theme)) root.dataset.theme = kept.theme;
  else delete root.dataset.theme;
  const campaign = game.course && game.course.play.campaign;
  root.dataset.side = campaign && game.views.length && !atTitle() ? campaign.side : "other";
}

function settingsScreen() {
  const theme = el("select", { id: "theme", on: { change: () => { keep({ theme: theme.value }); dress(); } } },
    THEMES.map(([id, name]) => el("option", { value: id, selected: id === (kept.theme || "") }, say(name))));
  const keys = el("input", { type: "checkbox", id: "keys", checked: !kept.noKeys, on: { change: () => keep({ noKeys: !keys.checked }) } });
  const forgotten = el("p", { role: "status" });
  return {
    heading: say("Settings"),
    body: [
      el("p", { class: "fields" }, el("label", { for: "theme" }, say("Colours")), theme),
      el("p", { class: "fields" }, keys, el("label", { for: "keys" }, say("Single keys give commands"))),
      el("p", {}, say("What you play and these settings are kept in this browser, and nowhere else.")),
      actions(button(say("Forget everything kept here"), () => {
        forget();
        dress();
        forgotten.textContent = say("Nothing is kept any more.");
      })),
      forgotten,
      backButton(),
    ],
  };
}
