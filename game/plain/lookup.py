"""Looking something up at the prompt: by name, other name, role, or part of the codex."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from game.export.codex_lines import conflict_page_lines, entry_lines, source_page_lines
from game.export.prose_lines import Lines, sentence
from game.model import Chapter, Story
from game.view import Tongue, entry, facts_of
from game.view.codex import conflict_view
from game.view.shelves import SHELVES, codex_rows, on_shelf, source_page

LONGEST = 60
"""Letters of what is looked up that are looked at."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """The codex of a story, for the prompt."""

    story: Story
    tongue: Tongue

    def about(self, wanted: str) -> Lines:
        """The page of a name or id; the names of a part; or what can be looked up."""
        name = " ".join(wanted.casefold()[:LONGEST].split())
        if not name:
            return self._parts()
        target = self._named(name)
        if target is None and name in self._shelves():
            return self._shelf(self._shelves()[name])
        target = target or self._near(name)
        lines = self._page(*target.split(":", 1)) if target else None
        if lines is None:
            words = self.tongue.say("The codex has nothing under {name!r}.")
            return [words.format(name=wanted[:LONGEST])]
        return lines

    def _shelves(self) -> dict[str, str]:
        return {self.tongue.say(name).casefold(): id for id, name in SHELVES.items()}

    def _parts(self) -> Lines:
        """How to look something up."""
        say, rows = self.tongue.say, codex_rows(self.story, self.tongue)
        parts = [
            f"{say(name)} ({self.tongue.number(len(on_shelf(rows, id)))})"
            for id, name in SHELVES.items()
            if id != "all" and on_shelf(rows, id)
        ]
        lines = [say("Say whom or what to look up, such as: look Mutanchiang.")]
        if parts:
            words = say("Or name a part to hear what it holds: {parts}.")
            lines.append(words.format(parts=", ".join(parts)))
        return lines

    def _shelf(self, shelf: str) -> Lines:
        """The names in a part of the codex."""
        rows = on_shelf(codex_rows(self.story, self.tongue), shelf)
        found = [sentence(f"{row.name}. {row.line}" if row.line else row.name) for row in rows]
        return found or [self.tongue.say("There is nothing in this part.")]

    def _page(self, kind: str, id: str) -> Lines | None:
        if kind == "source":
            page = source_page(self.story, id, self.tongue)
            return source_page_lines(*page, self.tongue) if page else None
        if kind == "conflict":
            found = self.story.conflicts[id]
            facts = facts_of(self.story, found.facts, self.tongue)
            return conflict_page_lines(conflict_view(found, self.tongue), facts, self.tongue)
        shown = entry(self.story, id, self.tongue)
        return entry_lines(shown, self.tongue) if shown else None

    def _named(self, name: str) -> str | None:
        return self._names().get(name)

    def _near(self, name: str) -> str | None:
        names = self._names()
        inside = [known for known in names if name in known]
        if inside:
            return names[min(inside, key=len)]
        rows = codex_rows(self.story, self.tongue)
        roles = [row.target for row in rows if row.has(name)]
        near = get_close_matches(name, names, n=1, cutoff=0.7)
        return roles[0] if roles else names[near[0]] if near else None

    def _names(self) -> dict[str, str]:
        """Ids, names and other names, with what they lead to."""
        names: dict[str, str] = {}
        story = self.story
        for shelf in (story.people, story.units, story.places, story.terms, story.chapters):
            for id in shelf:
                found = story.entry(id)
                if found is not None:
                    others = () if isinstance(found, Chapter) else found.other_names
                    title = found.title if isinstance(found, Chapter) else found.name
                    for name in (id, title, *others):
                        names.setdefault(name.casefold(), f"codex:{id}")
        for row in codex_rows(story, self.tongue):
            names.setdefault(row.name.casefold(), row.target)
        for id in story.conflicts:
            names.setdefault(f"conflict {id}", f"conflict:{id}")
        return names
