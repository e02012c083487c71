"""Reading the story that is being written, and looking it over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.author.history_checks import HISTORY
from game.author.preview.kept import KeptFiles
from game.author.preview.place import Ground, Placed, Trail, begun, placed
from game.author.preview.spots import Spot, line_of, spot_at
from game.misuse import Misuse
from game.model import Story, StoryError
from game.reader import Diagnostic, Report, check, load
from game.reader.draft import draft_of, story_of
from game.reader.faults import Sink
from game.tongue import Tongue
from game.tui.cards import side_of
from game.view import Course, facts_of, gauges, parts_of
from game.wanted import tongue_of


@dataclass(frozen=True, slots=True)
class Edition:
    """The story as it was read at one time, and the place in it.

    Attributes:
        lost: How many orders of how many could be given again, if not all.
        ground: Where the course began, if not at the campaign's beginning.
    """

    story: Story
    tongue: Tongue
    course: Course
    ground: Ground | None = None
    lost: tuple[int, int] | None = None


class Desk:
    """A story's folder, read again and again; what has not changed is kept.

    Args:
        folder: The story's folder.
        language: The language to read it in; empty for the story's own.
        campaign: The campaign to begin with; empty for the story's first.
    """

    def __init__(self, folder: Path, language: str = "", campaign: str = "") -> None:
        self.folder = folder
        self._language, self._campaign = language, campaign
        self._files, self._checked = KeptFiles(), KeptFiles()

    def edition(self, trail: Trail | None) -> Edition:
        """The story as it is now, with the place that a trail leads to.

        Raises:
            Exception: if the story, or what is read at that place, cannot be shown.
        """
        story = load(self.folder, self._files)
        tongue = self._tongue(story)
        edition = self._at(story, tongue, trail)
        rehearse(edition.course)
        return edition

    def _at(self, story: Story, tongue: Tongue, trail: Trail | None) -> Edition:
        if trail is None:
            return self._afresh(story, tongue)
        try:
            found: Placed = placed(trail, story, tongue)
        except StoryError:
            node = trail.ground.node if trail.ground else ""
            if trail.campaign in story.campaigns and (not node or _has(story, node)):
                raise
            again = self._afresh(story, tongue)
            return Edition(story, tongue, again.course, None, (0, len(trail.orders)))
        lost = (found.kept, len(trail.orders)) if found.parted else None
        return Edition(story, tongue, found.course, trail.ground, lost)

    def _afresh(self, story: Story, tongue: Tongue) -> Edition:
        campaign = self._campaign or next(iter(story.campaigns))
        return Edition(story, tongue, Course.begin(begun(story, campaign, None), tongue))

    def speak(self, language: str) -> None:
        """Read the story in another language from now on; empty for its own."""
        self._language = language

    def _tongue(self, story: Story) -> Tongue:
        try:
            return tongue_of(story, self._language or None)
        except Misuse:  # the language was taken out of the story meanwhile
            return tongue_of(story, None)

    def check(self) -> Report:
        """Every mistake in the folder."""
        return check(self.folder, HISTORY, self._checked)

    def spot(self, diagnostic: Diagnostic) -> Spot | None:
        """The table in which something is wrong."""
        return spot_at(self._checked.text(self.folder, diagnostic.file), diagnostic.line)

    def line(self, node: str) -> tuple[str, int] | None:
        """The file of a node or ending, and the line in which it begins."""
        for name in self._files.names(self.folder):
            for section in ("node", "ending"):
                line = line_of(self._files.text(self.folder, name), Spot(section, node))
                if line is not None:
                    return name, line
        return None


def rehearse(course: Course) -> None:
    """Make all that a page shows, so that a fault in it comes out here and not on the screen.

    Raises:
        Exception: whatever is wrong.
    """
    parts_of(course)
    gauges(course.here, course.tongue)
    story, beat = course.play.program.story, course.scene
    side_of(story, course.play.program.campaign.id)
    if beat.kind == "ending":
        facts_of(story, story.endings[beat.id].facts, course.tongue)


def blank() -> Story:
    """What is shown before anything could be read."""
    return story_of(draft_of([], Sink()), "", Sink())


def _has(story: Story, node: str) -> bool:
    return node in story.nodes or node in story.endings
