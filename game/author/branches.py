"""Where in a story something new is put: a choice, a file, a way on."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from game.misuse import Misuse
from game.model import Story
from game.reader.locate import tables_of, tokens_of

Files = dict[str, bytes]


def home(story: Story, section: str, id: str) -> str:
    """The file that something stands in."""
    shelf: Any = {"node": story.nodes, "ending": story.endings}[section]
    file: str = shelf.place(id)[0]
    return file


def appended(raw: bytes, text: str) -> bytes:
    """A file with more at its end, a blank line between."""
    ended = not raw or raw.endswith(b"\n")
    return raw + _as_in(raw, text if ended else f"\n{text}")


def with_choice(raw: bytes, node: str, text: str) -> bytes:
    """A file with one more choice behind the last of a node.

    Raises:
        Misuse: if the node's choices have no headings of their own.
    """
    keys = ("node", node, "choice")
    ends = [table.end for table in tables_of(raw) if table.keys[:3] == keys]
    if not ends:
        raise Misuse(f"The choices of {node} are written in brackets; add yours there by hand.")
    before, after = raw[: ends[-1]], raw[ends[-1] :]
    ended = before.endswith(b"\n")
    return before + _as_in(raw, text if ended else f"\n{text}") + after


def with_campaign(raw: bytes, text: str) -> bytes:
    """The manifest with one more campaign, behind the last if there is one."""
    ends = [table.end for table in tables_of(raw) if table.keys == ("campaign",)]
    if not ends:
        return appended(raw, text)
    return raw[: ends[-1]] + _as_in(raw, text) + raw[ends[-1] :]


def with_file(raw: bytes, name: str, patterns: tuple[str, ...]) -> bytes:
    """The manifest with a pattern for a file, if it has none that finds it.

    Raises:
        Misuse: if its list of files cannot be made longer.
    """
    if any(PurePosixPath(name).match(pattern) for pattern in patterns):
        return raw
    folder = PurePosixPath(name).parent.as_posix()
    pattern = name if folder == "." else f"{folder}/*.toml"
    rows = [t for t in tokens_of(raw) if t.path[:1] == ("files",)]
    if not rows:
        return f'files = ["{pattern}"]\n'.encode() + raw
    if rows[-1].is_key:
        start = raw.index(b"[", rows[-1].end) + 1
        return raw[:start] + f'"{pattern}"'.encode() + raw[start:]
    end = rows[-1].end
    return raw[:end] + f', "{pattern}"'.encode() + raw[end:]


def with_way(raw: bytes, path: tuple[str | int, ...], goto: str) -> tuple[bytes, str]:
    """A file in which a way on leads elsewhere, and where it led before.

    Raises:
        Misuse: if it is no plain id.
    """
    found = [token for token in tokens_of(raw) if token.path == (*path, "goto")]
    value = next((token for token in found if not token.is_key), None)
    if value is None:
        raise Misuse("Its way on is not one plain id; put the new node in by hand.")
    before = raw[value.start + 1 : value.end - 1].decode("utf-8")
    return raw[: value.start] + f'"{goto}"'.encode() + raw[value.end :], before


def choice_path(story: Story, node: str, choice: str) -> tuple[str | int, ...]:
    """The path of a choice in its file."""
    number = [c.id for c in story.nodes[node].choices].index(choice)
    return ("node", node, "choice", number)


def _as_in(raw: bytes, text: str) -> bytes:
    """A text with the line ends of a file."""
    broken = "\r\n" if b"\r\n" in raw else "\n"
    return text.replace("\n", broken).encode()


def line_of(raw: bytes, words: str, start: bytes) -> int:
    """The line of the first such words behind some bytes."""
    text = raw.replace(b"\r\n", b"\n")
    place = text.find(words.encode(), max(text.find(start), 0))
    return text[: max(place, 0)].count(b"\n") + 1
