"""The closing report as one drawing in SVG: figures, both lines of time, the tree, others' days."""

from __future__ import annotations

from game.engine import Playthrough
from game.export.report.bars import Scale, by_words, claim_bar, own_bar
from game.export.report.lettering import Pen
from game.export.report.page import commander_of, side_of
from game.export.report.strand import HIGH, strand_marks
from game.export.report.tags import Tag, tag
from game.export.report.tree import Tree, legend_words
from game.saves import code_of
from game.view import LedgerRow, TimeRow, Tongue, report_view, strand_view
from game.view.days import day_rows
from game.view.roads import roads_view

WIDTH, MARGIN = 820, 40
INNER = WIDTH - 2 * MARGIN
BAR, GAP, DAY = 250, 20, 140
MINE, REAL = "\u25cf", "\u25cb"
SIDES = {"soviet": "#a5341f", "japanese": "#2b4f8c", "other": "#76560f"}
STYLE = """
text { font-family: Georgia, 'Noto Serif', serif; fill: #35312b; }
.head, .title { fill: #100e0b; font-weight: bold; } .quiet, .real { fill: #665f54; }
.mine { fill: #100e0b; } .section { fill: SIDE; font-weight: bold; }
.verdict { font-style: italic; }
.rule, .axis { stroke: #c3b9a4; fill: none; } .axis { stroke-dasharray: 1 4; }
.through { stroke: SIDE; } .figure { fill: SIDE; }
.count { stroke: #35312b; stroke-width: 2; fill: #f8f4ea; }
.other .count { stroke: #665f54; stroke-width: 1.2; } .other line.count { stroke-dasharray: 3 3; }
.way { fill: none; stroke: #c3b9a4; } .way.mine { stroke: SIDE; stroke-width: 2.5; fill: none; }
.way.real { stroke: #665f54; stroke-width: 1.5; stroke-dasharray: 5 3; fill: none; }
.spot { fill: #f8f4ea; stroke: #c3b9a4; } .spot.never { fill: #c3b9a4; }
.spot.real { stroke: #665f54; stroke-width: 2; fill: #f8f4ea; }
.fork { stroke: #665f54; fill: none; } .fork.never { fill: #c3b9a4; stroke: none; }
.fork.mine { fill: SIDE; stroke: SIDE; }
.spot.mine { fill: SIDE; stroke: SIDE; } .ring { fill: none; stroke: #665f54; }
.tie { stroke: #665f54; }
g.names text, .roads text { font-size: 12px; }
"""


class Sheet:
    """One report on one sheet.

    Args:
        play: A playthrough, finished or not.
        tongue: The reader's language.
    """

    def __init__(self, play: Playthrough, tongue: Tongue) -> None:
        self._play = play
        self._tongue = tongue
        self._say = tongue.say
        self._view = report_view(play, tongue)
        self._pen = Pen(MARGIN)

    def file(self) -> str:
        """The whole file."""
        self._head()
        self._ledger()
        self._times()
        self._tree()
        self._days()
        code = self._say("The replay code of this playthrough is {code}.")
        self._pen.skip(16)
        self._write(code.format(code=code_of(self._play)), "quiet")
        height = round(self._pen.y + MARGIN)
        title = f"{self._say('Closing report')}: {self._view.ending.title}"
        style = STYLE.replace("SIDE", SIDES[side_of(self._play)])
        return str(
            tag(
                "svg",
                tag("title", title),
                tag("desc", self._view.parted),
                tag("style", Tag(style)),
                tag("rect", width=WIDTH, height=height, fill="#f8f4ea"),
                *self._pen.marks,
                xmlns="http://www.w3.org/2000/svg",
                viewBox=f"0 0 {WIDTH} {height}",
                width=WIDTH,
                height=height,
                role="img",
                aria_label=title,
            )
        )

    def _write(self, text: str, kind: str = "text", size: float = 13) -> None:
        self._pen.write(MARGIN, text, INNER, kind, size)

    def _section(self, heading: str) -> None:
        self._pen.skip(26)
        self._write(heading, "section", 16)
        self._pen.rule(MARGIN, INNER)
        self._pen.skip(4)

    def _head(self) -> None:
        title = self._tongue.text("title", self._play.program.story.manifest.title)
        self._write(f"{title} \u00b7 {commander_of(self._play, self._tongue)}", "quiet")
        self._write(self._view.ending.title, "title", 26)
        self._pen.skip(6)
        self._write(self._view.parted)

    def _ledger(self) -> None:
        self._section(self._say("Your figures, and who counted what"))
        self._write(self._view.counted, "quiet", 12)
        for row in self._view.ledger:
            self._pen.skip(10)
            self._write(row.label, "head")
            self._pen.skip(5)
            self._figure(row)
            self._pen.skip(-4)
            self._write(row.verdict, "verdict")

    def _figure(self, row: LedgerRow) -> None:
        scale = Scale.of(row, BAR)
        figure = f"{row.figure} {row.unit}: {self._say('your battle')}"
        self._bar(own_bar(row, scale), figure, "mine")
        for claim in row.claims:
            marks = claim_bar(claim, row.value, scale)
            if claim.inside is None:
                marks = [tag("g", *marks, class_="other")]
            self._bar(marks, f"{claim.range}  {by_words(claim)}", "text")

    def _bar(self, marks: list[Tag], words: str, kind: str) -> None:
        top = self._pen.y
        self._pen.place(marks, MARGIN, 20)
        self._pen.y = top
        self._pen.write(MARGIN + BAR + GAP, words, INNER - BAR - GAP, kind)
        self._pen.y = max(self._pen.y + 3, top + 21)

    def _times(self) -> None:
        self._section(self._say("Two lines of time"))
        self._pen.place(strand_marks(strand_view(self._play), INNER), MARGIN, HIGH + 8)
        half = (INNER - DAY - GAP) / 2
        left = MARGIN + DAY
        heads = (
            (left, f"{MINE} {self._say('Your battle')}", half, "section"),
            (left + half + GAP, f"{REAL} 1945", half, "head"),
        )
        self._pen.beside(*heads)
        last = ""
        for row in self._view.timeline:
            self._pen.skip(4)
            day, last = (row.when if row.when != last else ""), row.when
            self._pen.beside((MARGIN, day, DAY - 16, "quiet"), *_moment(row, left, half))

    def _tree(self) -> None:
        view = roads_view(self._play, self._tongue)
        tree = Tree(view)
        self._section(self._say("The tree of decisions"))
        self._write(view.told)
        self._pen.skip(8)
        self._pen.place([tag("g", *tree.marks, class_="roads")], MARGIN, tree.height + 24)
        x = float(MARGIN)
        for kind, words in legend_words(self._tongue):
            dot = tag("circle", class_=f"spot {kind}", cx=6, cy=-4, r=3 if kind == "never" else 5)
            label = tag("text", words, class_="quiet", x=18, font_size=12)
            self._pen.marks.append(tag("g", dot, label, transform=f"translate({x} {self._pen.y})"))
            x += 50 + len(words) * 7

    def _days(self) -> None:
        rows = day_rows(self._play, self._tongue)
        if not self._view.asides:
            return
        self._section(self._say("The same days elsewhere"))
        third = (INNER - DAY - 2 * GAP) / 3
        places = [MARGIN + DAY + n * (third + GAP) for n in range(3)]
        heads = (self._say("Your battle"), self._say("Beyond the hill"), self._say("In the city"))
        self._pen.beside(*((x, w, third, "head") for x, w in zip(places, heads, strict=True)))
        for row in rows:
            self._pen.skip(5)
            cells = (
                (x, "; ".join(deed.title for deed in cell), third, "text")
                for x, cell in zip(places, row.cells, strict=True)
            )
            self._pen.beside((MARGIN, row.day, DAY - 16, "quiet"), *cells)


def _moment(row: TimeRow, left: float, half: float) -> list[tuple[float, str, float, str]]:
    if row.same:
        return [(left, f"{MINE}{REAL} {row.mine}", 2 * half + GAP, "quiet")]
    mine, real = (
        (f"{MINE} {row.mine}" if row.mine else ""),
        (f"{REAL} {row.real}" if row.real else ""),
    )
    return [(left, mine, half, "mine"), (left + half + GAP, real, half, "text")]
