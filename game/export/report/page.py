"""The closing report as one HTML file that reads well on a screen and prints well on A4."""

from __future__ import annotations

from typing import Iterable, Sequence

from game.engine import Playthrough
from game.export.prose_lines import conjecture_line, runs
from game.export.report.bars import Scale, by_words, claim_bar, own_bar
from game.export.report.sealed_page import sealed_page
from game.export.report.strand import HIGH, strand_marks
from game.export.report.style import colours, shapes
from game.export.report.tags import Child, Tag, prose, tag
from game.export.report.tree import Tree, legend_words
from game.saves import code_of
from game.view import (
    AsideView,
    LedgerRow,
    OrderRow,
    SourceView,
    TimeRow,
    Tongue,
    report_view,
    strand_view,
)
from game.view.days import DayRow, day_rows
from game.view.gauges import ClaimRow
from game.view.roads import Fork, RoadsView, roads_view

BAR, STRAND = 320, 680


class ReportPage:
    """One report in one language.

    Args:
        play: A playthrough, finished or not.
        tongue: The reader's language.
    """

    def __init__(self, play: Playthrough, tongue: Tongue) -> None:
        self._play = play
        self._tongue = tongue
        self._say = tongue.say
        self._view = report_view(play, tongue)
        self._roads = roads_view(play, tongue)
        self._headings = list(self._parts_there())

    def file(self) -> str:
        """The whole file."""
        story = self._play.program.story
        title = self._tongue.text("title", story.manifest.title)
        style = colours() + shapes() + PAPER
        body = tag("body", tag("main", *self._parts(title)), data_side=side_of(self._play))
        head = f"{self._say('Closing report')} \u00b7 {title}"
        return sealed_page(head, style, body, self._tongue.language)

    def _parts(self, title: str) -> Iterable[Child]:
        view, say = self._view, self._say
        yield tag("p", f"{title} \u00b7 {commander_of(self._play, self._tongue)}", class_="quiet")
        yield tag("h1", view.ending.title)
        yield tag("p", view.parted)
        for conjecture, told in runs(view.ending.text):
            if conjecture:
                yield tag("p", conjecture_line(len(told), self._tongue), class_="quiet")
            yield from prose(told)
        yield tag(
            "nav", tag("ul", *self._contents(), class_="contents"), aria_label=say("On this page")
        )
        yield self._section(
            say("Your figures, and who counted what"),
            tag("p", view.counted, class_="quiet"),
            *(self._ledger(row) for row in view.ledger),
        )
        yield self._section(say("Two lines of time"), *self._times(view.timeline))
        yield self._section(
            say("The tree of decisions"), tag("p", self._roads.told), self._tree(self._roads)
        )
        yield self._section(say("Your orders"), self._orders(view.orders))
        if view.asides:
            asides = (self._aside(aside) for aside in view.asides)
            days = self._days(day_rows(self._play, self._tongue))
            yield self._section(
                say("The same days elsewhere"), days, tag("div", *asides, class_="doubled")
            )
        if view.sources:
            yield self._section(say("What this rests on"), self._sources(view.sources))
        code = say("The replay code of this playthrough is {code}.")
        yield tag("p", code.format(code=code_of(self._play)), class_="quiet")

    def _parts_there(self) -> Iterable[str]:
        view, say = self._view, self._say
        yield say("Your figures, and who counted what")
        yield say("Two lines of time")
        yield say("The tree of decisions")
        yield say("Your orders")
        if view.asides:
            yield say("The same days elsewhere")
        if view.sources:
            yield say("What this rests on")

    def _contents(self) -> Iterable[Tag]:
        for number, heading in enumerate(self._headings, 1):
            yield tag("li", tag("a", heading, href=f"#part-{number}"))

    def _section(self, heading: str, *children: Child) -> Tag:
        number = self._headings.index(heading) + 1
        return tag("section", tag("h2", heading, id=f"part-{number}"), *children)

    def _ledger(self, row: LedgerRow) -> Tag:
        figure = tag("p", tag("b", row.figure), f" {row.unit}")
        return tag(
            "div",
            tag("h3", row.label),
            self._claims(row) if row.claims else figure,
            tag("p", row.verdict, class_="verdict"),
            tag("p", row.gloss, class_="quiet") if row.gloss else None,
            class_="ledger",
        )

    def _claims(self, row: LedgerRow) -> Tag:
        scale = Scale.of(row, BAR)
        own = tag("p", tag("b", row.figure), f" {row.unit}: {self._say('your battle')}")
        rows = [tag("li", _drawn(own_bar(row, scale)), own, class_="own")]
        return tag("ul", *rows, *(self._claim(c, row, scale) for c in row.claims), class_="claims")

    def _claim(self, claim: ClaimRow, row: LedgerRow, scale: Scale) -> Tag:
        missed = f" {self._say('Your figure lies outside it.')}"
        words = tag(
            "p",
            f"{claim.range} ",
            tag("span", by_words(claim), class_="quiet"),
            tag("span", missed, class_="missed") if row.final and claim.inside is False else None,
        )
        kind = None if claim.inside is not None else "other"
        return tag("li", _drawn(claim_bar(claim, row.value, scale)), words, class_=kind)

    def _times(self, rows: Sequence[TimeRow]) -> list[Tag]:
        say = self._say
        told = say("Where both have the same, it stands across both.")
        if all(row.same for row in rows):
            told = say("Yours and that of 1945 are the same.")
        head = [("Day", say("Day")), ("mine", say("Your battle")), ("real", "1945")]
        heads = [tag("th", words, scope="col", class_=kind) for kind, words in head]
        table = tag(
            "table",
            tag("thead", tag("tr", *heads)),
            tag("tbody", *_moments(rows)),
            class_="times",
        )
        return [self._strand(), tag("p", told, class_="quiet"), table]

    def _strand(self) -> Tag:
        """Both lines in one drawing; the table below says the same in words."""
        marks = strand_marks(strand_view(self._play), STRAND)
        box = f"0 0 {STRAND} {HIGH}"
        told = self._say("A stroke ties orders that are the same at the same hour.")
        drawing = tag("svg", *marks, viewBox=box, aria_hidden="true")
        signs = [tag("span", _mark(kind), f" {words}") for kind, words in self._lines()]
        legend = tag("figcaption", *signs, tag("span", told), class_="legend")
        return tag("figure", drawing, legend, class_="strand")

    def _lines(self) -> tuple[tuple[str, str], ...]:
        return (("mine", self._say("Your battle")), ("real", "1945"))

    def _tree(self, view: RoadsView) -> Tag:
        tree = Tree(view)
        drawing = tag(
            "svg",
            *tree.marks,
            viewBox=f"0 0 {tree.width} {tree.height}",
            role="img",
            aria_label=view.told,
        )
        marks = [
            tag("span", _mark(kind), f" {words}") for kind, words in legend_words(self._tongue)
        ]
        return tag("figure", drawing, tag("figcaption", *marks, class_="legend"), class_="roads")

    def _orders(self, rows: Sequence[OrderRow]) -> Tag:
        nodes = [leg.position.node for leg in self._play.legs]
        forks = {spot.id: spot.forks for spot in self._roads.spots}
        return tag(
            "ol",
            *(
                tag("li", tag("h3", row.title), self._forks(row, forks.get(node, ())))
                for row, node in zip(rows, nodes, strict=False)
            ),
            class_="orders",
        )

    def _forks(self, row: OrderRow, forks: Sequence[Fork]) -> list[Child]:
        rows = [tag("li", fork.label, self._whose(fork), class_=_kind(fork)) for fork in forks]
        lost = self._say("1945 did not come this way.")
        nowhere = None if row.real_order else tag("p", lost, class_="quiet")
        return [tag("ul", *rows, class_="forks"), nowhere]

    def _whose(self, fork: Fork) -> Tag:
        say = self._say
        words = "1945" if fork.real else say("not taken")
        if fork.mine:
            words = say("yours, and that of 1945") if fork.real else say("yours")
        return tag("span", f" {words}", class_="whose" if fork.mine or fork.real else "unseen")

    def _days(self, rows: Sequence[DayRow]) -> Tag:
        say = self._say
        heads = (say("Day"), say("Your battle"), say("Beyond the hill"), say("In the city"))
        body = [
            tag(
                "tr",
                tag("th", row.day, scope="row"),
                *(tag("td", *(tag("p", deed.title) for deed in cell)) for cell in row.cells),
            )
            for row in rows
        ]
        head = tag("tr", *(tag("th", words, scope="col") for words in heads))
        return tag("table", tag("thead", head), tag("tbody", *body), class_="days")

    def _aside(self, aside: AsideView) -> Tag:
        about = ", ".join(part for part in (aside.thread, aside.when) if part)
        head = tag("p", about, class_="quiet")
        return tag("article", tag("h3", aside.title), head, *prose(aside.text))

    def _sources(self, sources: Sequence[SourceView]) -> Tag:
        return tag("ul", *(tag("li", _source(source)) for source in sources), class_="facts")


PAPER = """
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.2rem 4rem; }
@media print { main { max-width: none; padding: 0; } }
"""


def side_of(play: Playthrough) -> str:
    """The side that a playthrough was played on."""
    person = play.program.story.people.get(play.program.campaign.person or "")
    return person.side if person and person.side in ("soviet", "japanese") else "other"


def commander_of(play: Playthrough, tongue: Tongue) -> str:
    """Who commanded, or what the campaign is called."""
    campaign = play.program.campaign
    person = play.program.story.people.get(campaign.person or "")
    if person:
        return tongue.text(f"{person.id}.name", person.name)
    return tongue.text(f"campaign.{campaign.id}.title", campaign.title or campaign.id)


def _drawn(marks: Sequence[Tag]) -> Tag:
    return tag("svg", *marks, class_="bar", viewBox=f"0 0 {BAR} 20", aria_hidden="true")


def _mark(kind: str) -> Tag:
    radius = 3 if kind == "never" else 5
    dot = tag("circle", class_=f"spot {kind}", cx=7, cy=7, r=radius)
    return tag("svg", dot, class_="mark", viewBox="0 0 14 14", aria_hidden="true")


def _kind(fork: Fork) -> str:
    return "mine" if fork.mine else "real" if fork.real else "never"


def _moments(rows: Sequence[TimeRow]) -> Iterable[Tag]:
    last = ""
    for row in rows:
        head = tag(
            "th",
            row.when if row.when != last else tag("span", row.when, class_="unseen"),
            scope="row",
        )
        last = row.when
        if row.same:
            yield tag("tr", head, tag("td", row.mine, colspan=2), class_="both")
            continue
        mine = tag("td", row.mine, class_="mine" if row.mine else "none")
        real = tag("td", row.real, class_="real" if row.real else "none")
        yield tag("tr", head, mine, real, class_="apart")


def _source(source: SourceView) -> str:
    known = source.origin.casefold() == source.name.casefold()
    name = source.name if known else f"{source.name} ({source.origin})"
    return f"{name}. {source.reliability}".rstrip()
