// Compiles ink and plays it with inkjs. node ink.js INKJS_FOLDER < JSON > JSON
// In: {source, compiled, plays: [[pick, ...], ...], names: [variable, ...]}
// Out: {messages, compiled, told: [{pages: [[text, [label, ...]], ...], values: {name: value}}]}
const path = require("path");
const fs = require("fs");
const home = path.resolve(process.argv[2]);
const { Story } = require(path.join(home, "dist/ink.js"));
const asked = JSON.parse(fs.readFileSync(0, "utf8"));

function compile(source, messages) {
  const { Compiler } = require(path.join(home, "compiler/Compiler.js"));
  const { CompilerOptions } = require(path.join(home, "compiler/CompilerOptions.js"));
  const note = (message, kind) => messages.push(`${["note", "warning", "error"][kind]}: ${message}`);
  return new Compiler(source, new CompilerOptions(null, [], false, note, null)).Compile().ToJson();
}

function play(compiled, picks, names) {
  const story = new Story(compiled);
  const pages = [];
  for (const pick of [...picks, null]) {
    const text = story.ContinueMaximally();
    pages.push([text, story.currentChoices.map((choice) => choice.text)]);
    if (pick !== null) story.ChooseChoiceIndex(pick);
  }
  const values = Object.fromEntries(names.map((name) => [name, story.variablesState[name]]));
  return { pages, values };
}

const messages = [];
let compiled = asked.compiled || null;
try {
  compiled = compiled || compile(asked.source, messages);
} catch (fault) {
  if (!messages.length) messages.push(`error: ${fault.message}`);
}
const told = compiled ? asked.plays.map((picks) => play(compiled, picks, asked.names)) : [];
process.stdout.write(JSON.stringify({ messages, compiled, told }));
