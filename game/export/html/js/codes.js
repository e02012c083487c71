// Replay codes: a whole playthrough in a few signs, the same as everywhere in the game.

const [ALPHABET, FINGERPRINTS, ROOT] = STORY.code;
const BASE = BigInt(ALPHABET.length);
const radix = (node) => BigInt(Math.max(2, (node.choices || []).length));

function codeOf(play) {
  let packed = 1n; // where the orders end
  for (let i = play.legs.length - 1; i > 0; i -= 1) {
    const node = thing(play.legs[i - 1].at.id);
    packed = packed * radix(node) + BigInt(node.choices.findIndex((c) => c.id === play.legs[i].choice));
  }
  packed = packed * BigInt(FINGERPRINTS) + BigInt(play.campaign.mark);
  packed = packed * BigInt(CAMPAIGNS.size) + BigInt(STORY.campaigns.indexOf(play.campaign));
  let signs = "";
  for (; packed; packed /= BASE) signs += ALPHABET[Number(packed % BASE)];
  return signs + checkSign(signs);
}

function checkSign(signs) {
  const sum = [...signs].reduce((total, sign) => (total * ROOT + ALPHABET.indexOf(sign) + 1) % ALPHABET.length, 0);
  return ALPHABET[sum];
}

// The playthrough of a code, or a sentence that says why there is none.
function playOf(typed) {
  const slip = say("This is no replay code; look for a slip of the pen.");
  const other = say("This code belongs to another version of the story.");
  const signs = typed.toUpperCase().replace(/[-\s]/g, "").replace(/Z/g, "2").replace(/U/g, "V");
  if (signs.length < 2 || signs.length > 1000 || [...signs].some((sign) => !ALPHABET.includes(sign))) return slip;
  if (checkSign(signs.slice(0, -1)) !== signs.slice(-1)) return slip;
  let packed = [...signs.slice(0, -1)].reverse().reduce((n, sign) => n * BASE + BigInt(ALPHABET.indexOf(sign)), 0n);
  const cut = (by) => {
    const place = Number(packed % by);
    packed /= by;
    return place;
  };
  const campaign = STORY.campaigns[cut(BigInt(CAMPAIGNS.size))];
  if (cut(BigInt(FINGERPRINTS)) !== campaign.mark) return other;
  let play = begin(campaign);
  while (packed !== 1n) {
    const node = thing(lastLeg(play).at.id);
    const choice = (node.choices || [])[cut(radix(node))];
    if (packed < 1n || !choice) return slip;
    if (!canTake(play, choice.id)) return other;
    play = take(play, choice.id);
  }
  return play;
}
