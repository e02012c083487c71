"""The page as it is written just now, with the preview's pane beside it."""

from __future__ import annotations

from typing import Iterator

from game.author.preview.bench import Bench
from game.author.preview.commands import keys_of
from game.author.preview.desk import rehearse
from game.author.preview.pane import Pane
from game.tui.commands import Command
from game.tui.screens import reading
from game.tui.widgets.words import Words
from game.view import Course


class Reading(Bench, reading.Reading, inherit_bindings=False):
    """A page of the game; when the story is read again, the same place is shown anew."""

    BINDINGS = keys_of("reading")

    def beside(self) -> Pane:
        """The pane."""
        return Pane(self.tongue)

    def refill(self) -> None:
        """Show the course's beat, and how the story is."""
        super().refill()
        self._tell()

    def renew(self) -> None:
        """Show the place as it is now; what is scrolled to and marked stays so."""
        course = self.game.course
        if course is None or not self.is_mounted:
            return
        before = self._course
        if before is None or (before.beat, before.play) != (course.beat, course.play):
            self._redraw(course, before)
        self._tell()
        self.refoot()

    def _redraw(self, course: Course, before: Course | None) -> None:
        marked = self.choices.row if before is not None else None
        same = before is not None and before.scene.id == course.scene.id
        self._course = course
        self._show(stay=same)
        ids = [row.id for row in self.choices.rows]
        if same and marked is not None and marked.id in ids:
            self.choices.mark(ids.index(marked.id))
        if not same:
            self.body.start()

    def _tell(self) -> None:
        preview = self.preview
        ground = preview.ground
        changed = ground.changed if ground else frozenset()
        self.query_one(Pane).tell(preview.state_words, preview.problems, changed)
        self.query_one("#notice", Words).show(" ".join(filter(None, self._notices())))

    def _notices(self) -> Iterator[str]:
        if self.preview.failure:
            yield self.say("The last good story is shown; e tells what is wrong.")
        yield self.game.notice

    def _head(self) -> None:
        """As in the game; that a path is not real is said before how far it has come."""
        super()._head()
        if self.preview.ground is not None:
            place = self._place()
            words = self.say("not a real path")
            self.header.show(place.when, place.place, words, place.moment)

    def move(self, course: Course) -> None:
        """Go to another place, if it can be shown."""
        rehearse(course)
        super().move(course)

    def applies(self, command: Command) -> bool:
        """An editor where one is set."""
        if command.id == "edit":
            return self.preview.can_edit
        return super().applies(command)

    def in_foot(self, command: Command) -> bool:
        """Escape only where it unmarks something: nothing lies under the page."""
        return super().in_foot(command) and (command.id != "escape" or self._marked_something)

    def opened(self, kind: str, id: str) -> None:
        """A problem or variable of the pane, or what can be opened in the game."""
        if kind == "problem":
            self.preview.go_to_problem(self.preview.problems[int(id)])
        elif kind == "variable":
            self.preview.open_variables(id)
        else:
            super().opened(kind, id)

    def action_edit(self) -> None:
        """The node's file in the editor."""
        self.preview.edit_node(self.course.scene.id)

    def action_again(self) -> None:
        """The campaign from its beginning."""
        self.preview.begin(self.course.play.program.campaign.id)
