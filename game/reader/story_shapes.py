"""The shapes of the manifest, the variables, the ledger and the tests."""

from __future__ import annotations

from typing import Any

from game import model as m
from game.language.tokens import RESERVED
from game.reader.faults import Path, Sink
from game.reader.part_shapes import ID, IDS, LEDGER, MOMENT, TEXT, TEXTS
from game.reader.shape import (
    Dictionary,
    Either,
    Field,
    ListOf,
    Table,
    Truth,
    Whole,
    Word,
)
from game.reader.wrong import wrong

WHOLE = Whole()
FORMATS = (1,)


class _Value:
    """A start or expected value: a number, a truth value, or an enum value."""

    filler = 0

    def read(self, value: Any, path: Path, out: Sink) -> m.Value:
        if type(value) in (int, bool, str):
            found: m.Value = value
            return found
        wrong(value, "a whole number, true or false, or an enum value", path, out)
        return 0


VALUE = _Value()

CAMPAIGN = Table(
    "a campaign",
    m.Campaign,
    {
        "id": Field(ID, required=True),
        "person": Field(ID),
        "length": Field(Word(("full", "short"))),
        "start": Field(ID, required=True),
        "title": Field(TEXT),
        "blurb": Field(TEXT),
        "renamed_from": Field(IDS),
    },
)


def _variable_after(values: dict[str, Any], path: Path, out: Sink) -> None:
    match values.get("kind"):
        case "int":
            _int_after(values, path, out)
        case "bool":
            _start_is(values, path, out, type(values["start"]) is bool, "true or false")
        case "enum":
            _enum_after(values, path, out)
    _words_after(values, path, out)


def _int_after(values: dict[str, Any], path: Path, out: Sink) -> None:
    for key in ("min", "max"):
        if key not in values:
            out.add("E202", path, f"A variable of type int lacks `{key}`.", key=True)
    low, high = values.get("min", 0), values.get("max", 0)
    if low > high:
        out.add("E212", (*path, "max"), f"`max` is {high}, below `min`, which is {low}.")
    start = values["start"]
    fits = type(start) is int and (low <= start <= high or low > high)
    _start_is(values, path, out, fits, f"a whole number from {low} to {high}")


def _enum_after(values: dict[str, Any], path: Path, out: Sink) -> None:
    known = values.get("values", ())
    if not known:
        out.add("E202", path, "A variable of type enum lacks `values`.", key=True)
        return
    _start_is(values, path, out, values["start"] in known, f"one of {', '.join(known)}")
    for i, value in enumerate(known):
        if not is_name(value):
            out.add("E205", (*path, "values", i), NAME_RULE.format(value))


def _start_is(values: dict[str, Any], path: Path, out: Sink, fits: bool, wanted: str) -> None:
    if not fits and "start" in values:
        out.add("E212", (*path, "start"), f"`start` should be {wanted}.")


def _words_after(values: dict[str, Any], path: Path, out: Sink) -> None:
    words = values.get("words")
    counts = {"bool": 2, "int": values.get("max", 0) - values.get("min", 0) + 1}
    wanted = counts.get(values.get("kind", ""), len(values.get("values", ())))
    if words and len(words) != wanted:
        message = f"`words` has {len(words)} of them for {wanted} values."
        out.add("E212", (*path, "words"), message)


NAME_RULE = (
    "`{}` is no variable or enum value; such names are lower-case words joined by _, "
    "and no words of the language."
)


def is_name(word: str) -> bool:
    """Whether a word may name a variable or an enum value."""
    return word.isidentifier() and word.isascii() and word == word.lower() and word not in RESERVED


VARIABLE = Table(
    "a variable",
    m.Variable,
    {
        "campaigns": Field(IDS),
        "type": Field(Word(("int", "bool", "enum")), required=True, into="kind"),
        "min": Field(WHOLE),
        "max": Field(WHOLE),
        "start": Field(VALUE, required=True),
        "on_overflow": Field(Word(("clamp", "error"))),
        "values": Field(TEXTS),
        "label": Field(TEXT),
        "shown": Field(Truth()),
        "words": Field(TEXTS),
        "renamed_from": Field(TEXTS),
    },
    checks=_variable_after,
)
DERIVED = Table(
    "a derived value",
    m.Derived,
    {"expr": Field(TEXT, required=True), "campaigns": Field(IDS)},
)


def _claim_after(values: dict[str, Any], path: Path, out: Sink) -> None:
    low, high = values.get("low"), values.get("high")
    if low is None and high is None:
        out.add("E202", path, "A claim lacks both `low` and `high`.", key=True)
    elif low is not None and high is not None and low > high:
        out.add("E212", (*path, "high"), f"`high` is {high}, below `low`, which is {low}.")


CLAIM = Table(
    "a claim",
    m.Claim,
    {
        "by": Field(TEXT, required=True),
        "low": Field(WHOLE),
        "high": Field(WHOLE),
        "scope": Field(TEXT),
        "measure": Field(TEXT),
        "fact": Field(ID),
    },
    checks=_claim_after,
)


def _forms(**forms: str) -> tuple[tuple[str, str], ...]:
    return tuple(forms.items())


PLURALS = ("zero", "one", "two", "few", "many")
FORMS = Table(
    "plural forms",
    _forms,
    {form: Field(TEXT) for form in PLURALS} | {"other": Field(TEXT, required=True)},
    filler=(("other", ""),),
)


def _metric_after(values: dict[str, Any], _path: Path, _out: Sink) -> None:
    """A unit with plural forms stands in the model as its form for most numbers."""
    if isinstance(values.get("unit"), tuple):
        values["units"] = values["unit"]
        values["unit"] = dict(values["units"])["other"]


METRIC = Table(
    "a metric",
    m.Metric,
    {
        "id": Field(ID, required=True),
        "campaigns": Field(IDS),
        "label": Field(TEXT, required=True),
        "short": Field(TEXT),
        "unit": Field(Either(TEXT, FORMS), required=True),
        "start": Field(WHOLE),
        "measure": Field(TEXT),
        "scope": Field(TEXT),
        "better": Field(Word(("none", "lower", "higher"))),
        "claims": Field(ListOf(CLAIM)),
        "gloss": Field(TEXT),
    },
    after=_metric_after,
)
ANCHOR = Table(
    "an anchor",
    m.Anchor,
    {"node": Field(ID, required=True), "at": Field(MOMENT, required=True), "fact": Field(ID)},
)
STYLE = Table(
    "[style]",
    m.Style,
    {"banned": Field(TEXTS), "limits": Field(Dictionary(WHOLE)), "names": Field(TEXTS)},
)


def _manifest_after(values: dict[str, Any], path: Path, out: Sink) -> None:
    if "format" in values and values["format"] not in FORMATS:
        known = ", ".join(map(str, FORMATS))
        out.add("E213", ("format",), f"This game reads story format {known} only.")


LANGUAGE_STATE = Word(("complete", "partial"))
MANIFEST = Table(
    "the manifest",
    m.Manifest,
    {
        "format": Field(WHOLE, required=True),
        "id": Field(ID, required=True),
        "version": Field(TEXT, required=True),
        "ifid": Field(TEXT),
        "title": Field(TEXT, required=True),
        "authors": Field(TEXTS),
        "licence": Field(TEXT),
        "languages": Field(Dictionary(LANGUAGE_STATE)),
        "content_note": Field(TEXT),
        "zones": Field(Dictionary(TEXT)),
        "files": Field(TEXTS),
    },
    checks=_manifest_after,
)


def _assert_after(values: dict[str, Any], path: Path, out: Sink) -> None:
    asked = [kind for kind in ("reachable", "never", "always", "leads") if kind in values]
    if len(asked) != 1:
        message = "An assert asks one of reachable, never, always or leads."
        out.add("E217", path, message, key=True)
    kind = asked[0] if asked else "always"
    of = values.get(kind, "true")
    for each in asked:
        del values[each]
    if kind in ("reachable", "leads") and len(of) != 2:
        out.add("E217", (*path, kind), f"`{kind}` takes two ids.")
        of = ("", "")
    values["kind"], values["of"] = kind, (of,) if isinstance(of, str) else of


ASSERT = Table(
    "an assert",
    m.Assertion,
    {
        "id": Field(ID, required=True),
        "say": Field(TEXT),
        "campaign": Field(ID),
        "at": Field(ID),
        "reachable": Field(TEXTS),
        "never": Field(TEXT),
        "always": Field(TEXT),
        "leads": Field(TEXTS),
    },
    after=_assert_after,
)
PLAYTHROUGH = Table(
    "a playthrough",
    lambda expect=None, **values: m.Playthrough(**values, expect=tuple((expect or {}).items())),
    {
        "id": Field(ID, required=True),
        "campaign": Field(ID, required=True),
        "choices": Field(TEXTS, required=True),
        "ending": Field(ID),
        "expect": Field(Dictionary(VALUE)),
        "ledger": Field(LEDGER),
    },
)
