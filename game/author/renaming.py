"""Another id in every file of a story, everything else kept byte for byte."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Iterator, Mapping, NamedTuple

import tomli

from game.author.mentions import Mention, in_key, in_string
from game.reader.faults import Path
from game.reader.locate import Token, tokens_of, written_place

BOM = b"\xef\xbb\xbf"
REMEMBERED = ("node", "ending", "variables", "fact", "campaign", "choice")
"""What keeps its former ids, so that old saves still load."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """What gets another id.

    Attributes:
        section: Its section, `choice`, or `value` for a value of an enum.
        group: What its id is mentioned as.
        old: Its id; `node.choice` for a choice.
        new: Its new id, of a choice the choice's part alone.
        printed: Whether placeholders with this id mean it.
    """

    section: str
    group: str
    old: str
    new: str
    printed: bool = False

    @property
    def bare(self) -> str:
        """The id without its node."""
        return self.old.rpartition(".")[2]

    def means(self, mention: Mention) -> bool:
        """Whether a mention is of this."""
        if mention.id != self.old:
            return False
        return mention.group == self.group or (self.printed and mention.group == "printed")


class Edit(NamedTuple):
    """Bytes of a file that are replaced."""

    start: int
    end: int
    new: bytes


def renamed_text(raw: bytes, renaming: Renaming) -> bytes:
    """A file with the new id in place of the old one.

    Raises:
        ValueError: if the file is no TOML.
    """
    start = len(BOM) if raw.startswith(BOM) else 0
    body = raw[start:]
    if renaming.bare.encode() not in body and b"\\" not in body:
        return raw
    tokens = list(tokens_of(body))
    edits = [edit for token in tokens for edit in _edits(token, body, renaming)]
    if edits and renaming.section in REMEMBERED:
        edits += _remembered(tokens, body, renaming)
    return raw[:start] + _edited(body, edits)


def _edited(body: bytes, edits: list[Edit]) -> bytes:
    done, place = [], 0
    for edit in sorted(set(edits)):
        done += [body[place : edit.start], edit.new]
        place = edit.end
    return b"".join([*done, body[place:]])


def _edits(token: Token, body: bytes, renaming: Renaming) -> Iterator[Edit]:
    written = body[token.start : token.end].decode("utf-8")
    if renaming.bare not in written and "\\" not in written:
        return
    quoted = written[:1] in "\"'"
    if token.is_key:
        found, value = in_key(token.path), None
    else:
        value = tomli.loads(f"x = {written}".replace("\r\n", "\n"))["x"]
        found = in_string(token.path, value)
    for mention in found:
        if renaming.means(mention):
            at = (mention.start + quoted, mention.end + quoted)
            ends = at if value is None else _ends(written, mention)
            yield _edit(token, written, ends, renaming.new)


def _ends(written: str, mention: Mention) -> tuple[int, int]:
    return written_place(written, mention.start), written_place(written, mention.end)


def _edit(token: Token, written: str, ends: tuple[int, int], new: str) -> Edit:
    start = token.start + len(written[: ends[0]].encode())
    return Edit(start, start + len(written[ends[0] : ends[1]].encode()), new.encode())


def _remembered(tokens: list[Token], body: bytes, renaming: Renaming) -> Iterator[Edit]:
    """The former id, noted where the thing is defined, if that is in this file."""
    home = _home(tokens, body, renaming)
    if home is None:
        return
    note = next((t for t in tokens if t.is_key and t.path == (*home, "renamed_from")), None)
    if note is not None:
        yield from _longer(tokens, body, note, renaming)
    else:
        yield _first(tokens, body, home, renaming)


def _home(tokens: list[Token], body: bytes, renaming: Renaming) -> Path | None:
    """The path of the table that has the old id."""
    if renaming.section in ("choice", "campaign"):
        for token in tokens:
            if not token.is_key and token.path[-1] == "id":
                value = tomli.loads("x = " + body[token.start : token.end].decode("utf-8"))["x"]
                mentions = in_string(token.path, value)
                if any(renaming.means(mention) for mention in mentions):
                    return token.path[:-1]
        return None
    path = (renaming.section, renaming.old)
    return path if any(token.path[:2] == path for token in tokens) else None


def _longer(tokens: list[Token], body: bytes, note: Token, renaming: Renaming) -> Iterator[Edit]:
    """The former id in a list of former ids; the new id is none any more."""
    opened = body.index(b"[", note.end) + 1
    rows = [t for t in tokens if not t.is_key and t.path[:-1] == note.path]
    ids = [body[t.start + 1 : t.end - 1].decode("utf-8") for t in rows]
    closed = body.index(b"]", rows[-1].end if rows else opened)
    kept = [id for id in ids if id.rpartition(".")[2] != renaming.new]
    if len(kept) == len(ids):
        more = f'"{renaming.bare}"' + (", " if ids else "")
        yield Edit(opened, opened, more.encode())
    else:
        listed = ", ".join(f'"{id}"' for id in [renaming.bare, *kept])
        yield Edit(opened, closed, listed.encode())


def _first(tokens: list[Token], body: bytes, home: Path, renaming: Renaming) -> Edit:
    """The first note of a former id: behind the heading, the id, or the brace."""
    note = f'renamed_from = ["{renaming.bare}"]'
    by_id = renaming.section in ("choice", "campaign")
    if by_id:
        token = next(t for t in tokens if not t.is_key and t.path == (*home, "id"))
    else:
        token = next(t for t in tokens if t.is_key and t.path == home)
    if token.braced:
        return Edit(token.end, token.end, f", {note}".encode())
    line = body[body.rfind(b"\n", 0, token.start) + 1 : _line_end(body, token.end)]
    if not by_id and not line.lstrip().startswith(b"["):
        return _without_heading(body, token, note, renaming)
    if not by_id and not re.match(rb"\s*\[\s*[\w\"']+\s*\.[^.]*\]\s*(#.*)?$", line.rstrip()):
        return _under_own_heading(body, token, note, renaming)
    return _line_after(body, token.end, note)


def _line_after(body: bytes, place: int, note: str) -> Edit:
    end = _line_end(body, place)
    broken = b"\r\n" if body[end - 1 : end] == b"\r" else b"\n"
    if end == len(body):
        return Edit(end, end, broken + note.encode())
    return Edit(end + 1, end + 1, note.encode() + broken)


def _line_end(body: bytes, place: int) -> int:
    end = body.find(b"\n", place)
    return end if end >= 0 else len(body)


def _without_heading(body: bytes, token: Token, note: str, renaming: Renaming) -> Edit:
    """`id = { ... }` or `id.title = ...` under the section's own heading."""
    rest = body[token.end : _line_end(body, token.end)]
    if rest.lstrip().startswith(b"."):
        start = body.rfind(b"\n", 0, token.start) + 1
        before = body[start : token.start].decode("utf-8")
        return Edit(start, start, f"{before}{renaming.new}.{note}\n".encode())
    brace = body.index(b"{", token.end) + 1
    return Edit(brace, brace, f" {note},".encode())


def _under_own_heading(body: bytes, token: Token, note: str, renaming: Renaming) -> Edit:
    """Only tables of its own have headings: one for itself goes before the first of them."""
    start = body.rfind(b"\n", 0, token.start) + 1
    heading = f"[{renaming.section}.{renaming.new}]\n{note}\n\n"
    return Edit(start, start, heading.encode())


def renamed_po(text: str, keys: Mapping[str, str], renaming: Renaming) -> str:
    """A translator's file with the new keys, links and placeholders."""

    def line(found: re.Match[str]) -> str:
        return f'{found[1]}"{keys.get(found[2], found[2])}"'

    text = re.sub(r'^(msgctxt\s+)"([^"\n]*)"', line, text, flags=re.MULTILINE)
    old = re.escape(renaming.bare)
    if renaming.group == "entry":
        text = re.sub(rf"(\[\[\s*){old}(\s*\|)", rf"\g<1>{renaming.new}\g<2>", text)
    if renaming.printed:
        text = re.sub(rf"(\{{\s*){old}(\s*[,}}])", rf"\g<1>{renaming.new}\g<2>", text)
    return text
