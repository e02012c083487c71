"""What has been read before, told in lines."""

from __future__ import annotations

from dataclasses import dataclass

from game.export.prose_lines import Lines
from game.saves import Memory
from game.view import Course, Page, Tongue, ordered_before, parts_of, past_what_was_read


@dataclass(frozen=True, slots=True)
class Seen:
    """The memory of what has been read, and what there is to say of it."""

    memory: Memory

    def before(self, course: Course) -> Lines:
        """A line if the beat at hand was read in an earlier game; from now on it has been read."""
        parts = parts_of(course)
        self.memory.add(parts)
        return [course.tongue.say("Read before.")] if self.memory.had_before(parts) else []

    def ordered(self, page: Page, tongue: Tongue) -> Lines:
        """A line that names the orders of a page that were given before."""
        before = ordered_before(page, self.memory)
        numbers = [str(c.number) for c in page.choices if c.id in before and c.number]
        if not numbers:
            return []
        return [tongue.say("Ordered before: {numbers}.").format(numbers=", ".join(numbers))]

    def ahead(self, course: Course) -> Course:
        """Past what has been read before, at most to the next decision or ending."""
        return past_what_was_read(course, self.memory)
