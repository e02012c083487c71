// What the browser keeps on this device. Where it may not, the game plays on without.

const PLACE = `ten-days ${STORY.id}`;
let kept = read();

function read() {
  try {
    const found = JSON.parse(window.localStorage.getItem(PLACE) || "{}");
    return found && typeof found === "object" ? found : {};
  } catch (fault) {
    return {};
  }
}

function keep(changes) {
  kept = { ...kept, ...changes };
  try {
    window.localStorage.setItem(PLACE, JSON.stringify(kept));
  } catch (fault) {
    // Private windows and full disks: nothing is kept, and nothing stops.
  }
}

function keepCourse(course) {
  const orders = ordersOf(course.play);
  keep({ last: { campaign: course.play.campaign.id, orders, index: course.index } });
}

// The kept course as far as it can be gone on with, and whether something has changed since.
function keptCourse() {
  const last = kept.last;
  const campaign = last && CAMPAIGNS.get(last.campaign);
  if (!campaign || !Array.isArray(last.orders) || !last.orders.every((o) => typeof o === "string")) return null;
  const play = replayed(campaign, last.orders);
  const whole = play.legs.length === last.orders.length + 1;
  const course = resumed(play);
  return { course: whole && Number.isInteger(last.index) && course.beats[last.index] ? { ...course, index: last.index } : course, whole };
}

function forget() {
  kept = {};
  try {
    window.localStorage.removeItem(PLACE);
  } catch (fault) {
    // Nothing was kept.
  }
}
