// A reader's way through a playthrough: beat by beat, order by order.

// What is read between the last order and the next: its answer, the pages passed, a decision or ending.
function beatsOf(play) {
  const leg = lastLeg(play);
  const order = play.legs.length - 1;
  const pages = [...leg.stops, leg.at].map((stop) => ({ stop }));
  return order ? [{ answer: order }, ...pages] : pages;
}

const courseAt = (play, index) => ({ play, beats: beatsOf(play), index });
const begun = (play) => courseAt(play, 0);
const resumed = (play) => courseAt(play, beatsOf(play).length - 1);

function beatOf({ play, beats, index }) {
  const beat = beats[index];
  const over = ENDINGS.has(lastLeg(play).at.id);
  return beat.answer ? answerTo(play, beat.answer) : pageOf(play, beat.stop, play.legs.length - (over ? 1 : 0));
}

// State and ledger as far as they have been read, and not a page further.
function readSoFar({ play, beats, index }) {
  const { stop } = beats[index];
  if (stop) return stop.fell ? { ...stop, ...stop.after } : stop;
  const before = play.legs[play.legs.length - 2].at;
  return { ...before, ...lastLeg(play).after };
}

const moved = (course, by) =>
  ({ ...course, index: Math.max(0, Math.min(course.beats.length - 1, course.index + by)) });

const ordered = (course, choice) => begun(take(course.play, choice));

// Pass over a sensitive page; at a decision its course is taken without comment.
function skipped(course, page) {
  if (page.kind !== "decision" || page.skip === null) return moved(course, 1);
  return moved(ordered(course, page.skip), 1);
}
