"""A node as a page: what is read there, who advises what, what can be ordered."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.engine import Position, Stop, historical_path, options
from game.history.timeline import moment_of, thing
from game.model import Advice, Ending, Marker, Moment, Node, marker_keys
from game.tongue import ENGLISH, Tongue
from game.view.codex import FactView, facts_of
from game.view.moments import hour_words, moment_words
from game.view.prose import Glass, Paragraph, line, paragraphs, plain_text


@dataclass(frozen=True, slots=True)
class AdviceView:
    """What one adviser would do.

    Attributes:
        leans: The number and label of the choice that he leans to, if any is shown.
    """

    name: str
    text: tuple[Paragraph, ...]
    leans: tuple[int, str] | None
    imagined: bool


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A choice as it is shown.

    Attributes:
        number: Its digit, from 1; None for a greyed choice.
        reason: Why it is greyed.
    """

    id: str
    label: str
    detail: str
    number: int | None
    reason: str = ""

    @property
    def enabled(self) -> bool:
        """Whether it can be ordered."""
        return self.number is not None


@dataclass(frozen=True, slots=True)
class Page:
    """A page, a decision or an ending.

    Attributes:
        kind: `page`, `decision` or `ending`.
        moment: When it happens, for clocks and maps.
        when: The same in words.
        hour: The same without the name of the clock, for where there is little room.
        skip: The choice that skipping takes at a sensitive decision.
        sensitive: Why one might pass it over, or an empty string.
        exit: What somebody is told who leaves here.
        number: The number of the decision, or of the next one, from 1.
        about: About how many decisions the campaign has.
    """

    kind: str
    id: str
    title: str
    when: str
    moment: Moment | None
    place: str
    place_id: str | None
    brief: tuple[Paragraph, ...]
    text: tuple[Paragraph, ...]
    advice: tuple[AdviceView, ...] = ()
    choices: tuple[ChoiceView, ...] = ()
    known: tuple[FactView, ...] = ()
    markers: tuple[Marker, ...] = ()
    pictures: tuple[str, ...] = ()
    sensitive: str = ""
    exit: tuple[Paragraph, ...] = ()
    skip: str | None = None
    number: int = 0
    about: int = 0
    hour: str = ""

    @property
    def can_skip(self) -> bool:
        """Whether Skip is offered."""
        return bool(self.sensitive)


def page_at(position: Position, number: int = 0, tongue: Tongue = ENGLISH) -> Page:
    """The decision or ending at a position."""
    stop = Stop(position.node, position.state, position.ledger, position.stack)
    return page_of(position, stop, number, tongue)


def page_of(position: Position, stop: Stop, number: int = 0, tongue: Tongue = ENGLISH) -> Page:
    """The page of a stop on the way to a position.

    Args:
        position: Any position of the same campaign.
        stop: The page, with its state.
        number: The number of the present or coming decision, or of the last before an ending.
        tongue: The reader's language.
    """
    shown = thing(position, stop.node)
    glass = Glass(position.program, stop.state, stop.ledger, stop.state, tongue)
    if isinstance(shown, Ending):
        return ending_page(position, shown, stop, glass)
    return _node_page(position, shown, stop, glass, number)


def ending_page(position: Position, ending: Ending, stop: Stop, glass: Glass) -> Page:
    """An ending as a page."""
    moment = moment_of(position, stop)
    return Page(
        kind="ending",
        id=ending.id,
        title=glass.tongue.text(f"{ending.id}.title", ending.title),
        when=_when(ending, moment, glass),
        hour=_hour(ending, moment, glass),
        moment=moment,
        place=_place(ending.place, glass),
        place_id=ending.place,
        brief=paragraphs(ending.brief, glass, f"{ending.id}.brief"),
        text=paragraphs(ending.text, glass, f"{ending.id}.text"),
        markers=markers_of(ending, glass),
    )


def _node_page(position: Position, node: Node, stop: Stop, glass: Glass, number: int) -> Page:
    moment = moment_of(position, stop)
    place = node.place or callers_place(position, stop)
    here = Position(position.program, stop.node, stop.state, stop.ledger, stop.stack)
    choices = () if stop.fell else _choices(here, node, glass)
    text = paragraphs(node.text, glass, f"{node.id}.text")
    sensitive = node.sensitive
    return Page(
        kind="decision" if choices else "page",
        id=node.id,
        title=glass.tongue.text(f"{node.id}.title", node.title),
        when=_when(node, moment, glass),
        hour=_hour(node, moment, glass),
        moment=moment,
        place=_place(place, glass),
        place_id=place,
        brief=paragraphs(node.brief, glass, f"{node.id}.brief"),
        text=text + _fallback(node, stop, glass),
        advice=tuple(_advice(node, advice, choices, glass) for advice in node.advice),
        choices=choices,
        known=facts_of(position.program.story, node.known, glass.tongue),
        markers=markers_of(node, glass),
        pictures=tuple(
            glass.tongue.text(f"{node.id}.figure.{i}.alt", picture.alt)
            for i, picture in enumerate(node.pictures, 1)
        ),
        sensitive=glass.tongue.text(f"{node.id}.sensitive", sensitive.note) if sensitive else "",
        exit=_exit(node, glass.tongue),
        skip=_skip(node, choices),
        number=number,
        about=max(number, about_decisions(position)),
    )


def _exit(node: Node, tongue: Tongue) -> tuple[Paragraph, ...]:
    return plain_text(tongue.text(f"{node.id}.exit.text", node.exit.text)) if node.exit else ()


def _skip(node: Node, choices: tuple[ChoiceView, ...]) -> str | None:
    """The choice that skipping takes: the story's, or where it is shut that of 1945."""
    if node.sensitive is None:
        return None
    real = next((choice.id for choice in node.choices if choice.historical), None)
    open_here = [choice.id for choice in choices if choice.enabled]
    wanted = (id for id in (node.sensitive.skip, real) if id in open_here)
    return next(wanted, open_here[0] if open_here else None)


def about_decisions(position: Position) -> int:
    """About how many decisions a campaign has: as many as the road of 1945."""
    return len(historical_path(position.program))


def _when(shown: Node | Ending, moment: Moment | None, glass: Glass) -> str:
    """When it is; the author's own words begin a line here, with a capital."""
    if shown.when:
        words = glass.tongue.text(f"{shown.id}.when", shown.when)
        return f"{words[:1].upper()}{words[1:]}"
    if moment is None:
        return ""
    return moment_words(moment, glass.program.story.manifest.zones, glass.tongue)


def _hour(shown: Node | Ending, moment: Moment | None, glass: Glass) -> str:
    if shown.when or moment is None:
        return _when(shown, moment, glass)
    return hour_words(moment, glass.tongue)


def callers_place(position: Position, stop: Stop) -> str | None:
    """The place of the nearest caller that has one."""
    callers = (thing(position, frame.caller).place for frame in reversed(stop.stack))
    return next((place for place in callers if place), None)


def _place(id: str | None, glass: Glass) -> str:
    place = glass.program.story.places.get(id or "")
    return glass.tongue.text(f"{place.id}.name", place.name) if place else ""


def _choices(position: Position, node: Node, glass: Glass) -> tuple[ChoiceView, ...]:
    by_id = {choice.id: choice for choice in node.choices}
    rows: list[ChoiceView] = []
    number = 0
    for option in options(position):
        choice, key = by_id[option.id], f"{node.id}.{option.id}"
        number += option.enabled
        say = glass.tongue.text
        reason = say(f"{key}.disabled_reason", choice.disabled_reason or "")
        rows.append(
            ChoiceView(
                option.id,
                line(say(f"{key}.label", choice.label), glass),
                line(say(f"{key}.detail", choice.detail or ""), glass),
                number if option.enabled else None,
                "" if option.enabled else line(reason, glass),
            )
        )
    return tuple(rows)


def _advice(
    node: Node, advice: Advice, choices: tuple[ChoiceView, ...], glass: Glass
) -> AdviceView:
    key = f"{node.id}.{advice.who or advice.post}"
    person = glass.program.story.people.get(advice.who or "")
    say = glass.tongue.text
    own = say(f"{person.id}.name", person.name) if person else ""
    name = own or say(f"{key}.post", advice.post or "")
    leans = next((c for c in choices if c.id == advice.leans and c.number is not None), None)
    return AdviceView(
        name[:1].upper() + name[1:],
        plain_text(say(key, advice.text), glass),
        (leans.number, leans.label) if leans and leans.number is not None else None,
        advice.imagined,
    )


def _fallback(node: Node, stop: Stop, glass: Glass) -> tuple[Paragraph, ...]:
    if not stop.fell or node.fallback is None or stop.after is None:
        return ()
    state, ledger = stop.after
    after = Glass(glass.program, state, ledger, stop.state, glass.tongue)
    return paragraphs(node.fallback.text, after, f"{node.id}.fallback.text")


def markers_of(thing: Node | Ending, glass: Glass) -> tuple[Marker, ...]:
    """The markers that hold, their words in the reader's language."""
    keyed = zip(thing.markers, marker_keys(thing.markers), strict=True)
    shown = [(marker, key) for marker, key in keyed if glass.holds(marker.condition)]
    if not glass.tongue.texts:
        return tuple(marker for marker, _ in shown)
    return tuple(_translated(marker, f"{thing.id}.marker.{key}", glass) for marker, key in shown)


def _translated(marker: Marker, key: str, glass: Glass) -> Marker:
    say = glass.tongue.text
    label = say(f"{key}.label", marker.label) if marker.label else None
    strength = say(f"{key}.strength", marker.strength) if marker.strength else None
    return replace(marker, label=label, strength=strength)
