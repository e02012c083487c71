"""The sheet that is read, and behind it the one that is likely to come next."""

from __future__ import annotations

from typing import Iterator

from game.tongue import Tongue
from game.tui.widgets.answer import AnswerBody, AnswerCopy
from game.tui.widgets.page import PageBody, PageCopy

Pair = list[PageBody] | list[AnswerBody]
Copy = PageCopy | AnswerCopy


class Spread:
    """Two sheets for pages and two for answers. One of them is seen; turning sets another.

    Args:
        tongue: The reader's language.
    """

    def __init__(self, tongue: Tongue) -> None:
        self._pages = [PageBody(tongue), PageBody(tongue)]
        self._answers = [AnswerBody(tongue), AnswerBody(tongue)]

    def __iter__(self) -> Iterator[PageBody | AnswerBody]:
        """All of them."""
        yield from self._pages
        yield from self._answers

    @property
    def page(self) -> PageBody:
        """The sheet of the page that is read, or was last."""
        return self._pages[0]

    @property
    def answer(self) -> AnswerBody:
        """The sheet of the answer that is read, or was last."""
        return self._answers[0]

    def prepare(self, copy: Copy) -> None:
        """Set and draw, behind the sheet that is read, what is likely to come next."""
        front, back = self._pair(copy)
        if copy not in (front.copy, back.copy):
            back.display = False
            _set(back, copy)
        back.expect(front.outer_size.width if front.display else 0)

    def turn(self, copy: Copy, stay: bool = False) -> None:
        """Show the sheet of a page or an answer; set it now if it is not ready.

        Args:
            copy: What is shown.
            stay: Set it on the sheet that is seen: it is the same page, otherwise.
        """
        pair = self._pair(copy)
        if pair[0].copy != copy and not (stay and pair[0].display):
            pair.reverse()
        if pair[0].copy != copy or pair[0].is_marked:
            _set(pair[0], copy)
        for sheet in self:
            sheet.display = sheet is pair[0]

    def _pair(self, copy: Copy) -> Pair:
        return self._pages if isinstance(copy, PageCopy) else self._answers


def _set(sheet: PageBody | AnswerBody, copy: Copy) -> None:
    if isinstance(sheet, PageBody):
        assert isinstance(copy, PageCopy)
        sheet.show(copy)
    else:
        assert isinstance(copy, AnswerCopy)
        sheet.show(copy)
