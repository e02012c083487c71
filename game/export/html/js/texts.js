// Texts as paragraphs of pieces, read through a state.

// What texts are read through: a state and a ledger to print, a state for conditions.
const glassAt = (at) => ({ state: at.state, ledger: at.ledger, before: at.state });

function pieces(paragraph, glass) {
  return paragraph.map((span) => {
    if (typeof span === "string") return { text: span };
    const [mark, words, to] = span;
    if (mark === "*") return { text: words, style: "emphasis" };
    if (mark === "@") return { text: words, style: "link", to };
    return { text: glass ? printed(words, to, glass) : "" };
  });
}

function plain(text, glass, basis) {
  if (!text) return [];
  const found = typeof text === "string" ? [[text]] : text;
  return found.map((paragraph) => ({ pieces: pieces(paragraph, glass), basis }));
}

const wordsOf = (paragraph) => paragraph.pieces.map((piece) => piece.text).join("");
const line = (text, glass) => plain(text, glass).map(wordsOf).join(" ");

function shown(prose, glass) {
  return (prose || []).flatMap((part) => {
    const found = part.o ? part.o.filter((p) => holds(p.c, glass.before)).slice(0, 1) : [part];
    return found.filter((p) => holds(p.c, glass.before));
  });
}

const paragraphs = (prose, glass) =>
  shown(prose, glass).flatMap((passage) => plain(passage.t, glass, passage.b));

function printed(id, forms, glass) {
  const value = glass.state.has(id) ? glass.state.get(id) : glass.ledger.get(id);
  if (!forms || typeof value === "string") return valueWords(id, value);
  return (forms[formOf(value)] || forms.other).replace(/#/g, () => number(value));
}

function valueWords(id, value) {
  const variable = VARIABLES.get(id);
  if (variable && variable.words) return variable.words[stepOf(variable, value)];
  if (typeof value === "boolean") return value ? say("yes") : say("no");
  return typeof value === "number" ? number(value) : value.replace(/_/g, " ");
}

function stepOf(variable, value) {
  if (variable.kind === "enum") return variable.values.indexOf(value);
  return Number(value) - (variable.kind === "int" ? variable.min : 0);
}
