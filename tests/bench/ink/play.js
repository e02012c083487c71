// Plays a compiled ink story by a list of picks; prints seconds of each round.
// node play.js INKJS_FOLDER STORY_JSON PICKS_JSON ROUNDS
const path = require("path");
const fs = require("fs");
const [inkjs, storyFile, picksFile, rounds] = process.argv.slice(2);
const { Story } = require(path.resolve(inkjs, "dist/ink.js"));
const json = fs.readFileSync(storyFile, "utf8");
const picks = JSON.parse(fs.readFileSync(picksFile, "utf8"));

function play() {
  const story = new Story(json);
  let length = 0;
  const began = process.hrtime.bigint();
  for (const pick of picks) {
    length += story.ContinueMaximally().length;
    const labels = story.currentChoices.map((choice) => choice.text);
    story.ChooseChoiceIndex(pick % labels.length);
  }
  return Number(process.hrtime.bigint() - began) / 1e9;
}

play();
console.log(JSON.stringify(Array.from({ length: Number(rounds) }, play)));
