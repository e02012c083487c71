"""Whatever is done to a good story, `check` ends, and names places inside its files."""

from __future__ import annotations

import string
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from game.author.history_checks import HISTORY
from game.model import StoryError
from game.reader import check, load
from tests.helpers import folder_of
from tests.reader.stories import GOOD, Files

NAMES = sorted(GOOD)
LINES = {name: str(text).split("\n") for name, text in GOOD.items()}
KEYS = sorted(
    {
        line.split("=")[0].strip()
        for lines in LINES.values()
        for line in lines
        if "=" in line and not line.startswith(("[", "#"))
    }
    | {"at", "when", "if", "one_of", "result", "marker", "fallback", "sensitive", "once", "tags"}
)
HEADINGS = sorted({li for lines in LINES.values() for li in lines if li.startswith("[")})
SCALARS = [
    "0", "-1", "9" * 30, "0.5", "nan", "inf", "true", '""', '"x"', '"a-b"', '"boats"', '"bank"',
    '"reeds"', '"return"', '"boats += 1"', '"boats >"', "'visits(\"bank\") > 1'", "'chosen(\"x\")'",
    '"{boats}"', '"{"', '"[[ford|x]]"', '"*"', '"a\\n\\nb"', "1945-08-09", "1945-08-09T01:00:00",
    "1945-08-09T01:00:00Z", "0001-01-01T00:00:00+23:59", "12:00:00", '"\\u0000"', '"\\U0001F6A9"',
]  # fmt: skip
scalars = st.sampled_from(SCALARS)
keys = st.sampled_from([key for key in KEYS if key.isidentifier()])


def listed(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    rows = st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
    pairs = st.dictionaries(keys, inner, max_size=3)
    return rows | pairs.map(
        lambda table: f"{{ {', '.join(f'{k} = {v}' for k, v in table.items())} }}"
    )


values = st.recursive(scalars, listed, max_leaves=6)
statements = st.tuples(keys, values).map(lambda pair: f"{pair[0]} = {pair[1]}")
noise = st.text(alphabet=string.printable + "\u0440\u00e9\u3042\U0001f6a9", max_size=12)
new_lines = statements | noise | st.sampled_from(HEADINGS) | st.just("")


@st.composite
def mutated(draw: st.DrawFn) -> Files:
    """The good story with some lines deleted, doubled, moved, cut short or replaced."""
    files = {name: list(lines) for name, lines in LINES.items()}
    for _ in range(draw(st.integers(1, 4))):
        lines = files[draw(st.sampled_from(NAMES))]
        at = draw(st.integers(0, len(lines) - 1))
        match draw(
            st.sampled_from(["delete", "double", "move", "cut", "replace", "insert", "value"])
        ):
            case "delete" if len(lines) > 1:
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "move":
                lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(at))
            case "cut":
                lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))]
            case "replace":
                lines[at] = draw(new_lines)
            case "insert":
                lines.insert(at, draw(new_lines))
            case "value" if "=" in lines[at]:
                lines[at] = f"{lines[at].split('=')[0]}= {draw(values)}"
    return {name: "\n".join(lines) for name, lines in files.items()}


@st.composite
def spoilt(draw: st.DrawFn) -> Files:
    """The good story with random bytes somewhere in it."""
    name = draw(st.sampled_from(NAMES))
    raw = str(GOOD[name]).encode()
    start = draw(st.integers(0, len(raw)))
    end = min(start + draw(st.integers(0, 20)), len(raw))
    return GOOD | {name: raw[:start] + draw(st.binary(max_size=20)) + raw[end:]}


def assert_orderly(files: Files, root) -> None:
    folder = folder_of(files, root)
    report = check(folder, HISTORY)
    for diagnostic in report.diagnostics:
        content = files[diagnostic.file]
        text = content if isinstance(content, str) else content.decode("utf-8", "replace")
        lines = text.replace("\r\n", "\n").split("\n")
        assert 1 <= diagnostic.line <= len(lines), diagnostic
        assert 1 <= diagnostic.column <= len(lines[diagnostic.line - 1]) + 1, diagnostic
        assert diagnostic.message.endswith("."), diagnostic
        assert "\n" not in diagnostic.sentence(), diagnostic
    assert len(set(report.diagnostics)) == len(report.diagnostics)
    assert (report.story is None) == (not report.ok)
    if report.ok:
        assert load(folder).nodes.keys() == report.story.nodes.keys()
    else:
        read_through(folder)


def read_through(folder) -> None:
    """A story with errors may be refused, at once or later, but in no other way."""
    with suppress(StoryError):
        story = load(folder)
        for shelf in (story.nodes, story.endings, story.facts, story.variables):
            list(shelf.values())


@settings(max_examples=150, deadline=None)
@given(files=mutated())
def test_changed_lines(files, tmp_path_factory):
    assert_orderly(files, tmp_path_factory.mktemp("story"))


@settings(max_examples=60, deadline=None)
@given(files=spoilt())
def test_random_bytes(files, tmp_path_factory):
    assert_orderly(files, tmp_path_factory.mktemp("story"))


@settings(max_examples=80, deadline=None)
@given(section=st.sampled_from(HEADINGS), body=st.lists(statements, max_size=4))
def test_random_tables_of_every_kind(section, body, tmp_path_factory):
    name = "history/past.toml"
    text = "\n".join([str(GOOD[name]), section.replace("]", "-more]", 1), *body, ""])
    assert_orderly(GOOD | {name: text}, tmp_path_factory.mktemp("story"))
