// Compiles the generated ink story for the benchmark `engine`.
// From the project's folder:
//   npm install --prefix build inkjs@2.4.0
//   python -m tests.bench.ink_story --source > build/story.ink
//   node tests/bench/ink/compile.js build/node_modules/inkjs build/story.ink build/story.json
//   python -m tests.bench.ink_story --keep build/story.json
const path = require("path");
const fs = require("fs");
const [inkjs, source, target] = process.argv.slice(2);
const { Compiler } = require(path.resolve(inkjs, "compiler/Compiler.js"));
fs.writeFileSync(target, new Compiler(fs.readFileSync(source, "utf8")).Compile().ToJson());
