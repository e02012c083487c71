"""View data as lines of plain text, in the order in which it is best heard.

No boxes, no columns, no marks that a screen reader would spell out. A blank
line parts paragraphs; a list comes back without wrapping, one paragraph a line.
"""

from __future__ import annotations

import re
from typing import Iterable

from game.export.evidence import evidence_lines
from game.export.figures import figure_line
from game.export.prose_lines import Lines, prose_lines, sentence, told_lines
from game.view import ENGLISH, AdviceView, Answer, ChoiceView, Page, Tongue


def page_lines(page: Page, tongue: Tongue = ENGLISH) -> Lines:
    """A page, decision or ending, without its choices."""
    lines = [*head_lines(page, tongue), "", *told_lines(page.text, tongue)]
    for alt in page.pictures:
        lines += ["", tongue.say("Picture: {alt}").format(alt=alt)]
    if page.advice:
        lines += ["", *advice_lines(page.advice, tongue)]
    return lines


def head_lines(page: Page, tongue: Tongue = ENGLISH) -> Lines:
    """A page's title, and where it stands in time, place and story."""
    place = place_line(page, tongue)
    return [page.title, place] if place else [page.title]


def place_line(page: Page, tongue: Tongue = ENGLISH) -> str:
    """When and where, and how far one is."""
    parts = [page.when, page.place]
    if page.kind == "decision":
        words = tongue.say("Decision {number} of about {about}")
        parts.append(words.format(number=page.number, about=page.about))
    elif page.kind == "ending":
        parts.append(tongue.say("The end"))
    return " ".join(sentence(part) for part in parts if part)


def advice_lines(advice: Iterable[AdviceView], tongue: Tongue = ENGLISH) -> Lines:
    """What the advisers would do, one a paragraph."""
    rows = list(advice)
    imagined = any(row.imagined for row in rows)
    head = tongue.say("Advice, imagined and in reported speech:") if imagined else ""
    lines = [head or tongue.say("Advice:")]
    for row in rows:
        text = " ".join(paragraph.text for paragraph in row.text)
        leans = tongue.say("Leans to {number}.").format(number=row.leans[0]) if row.leans else ""
        lines += ["", f"{speaker(row.name, text)}{text} {leans}".rstrip()]
    return lines


def speaker(name: str, text: str) -> str:
    """Who advises, unless reported speech begins with the name itself."""
    first = re.split(r"\W", text, maxsplit=1)[0]
    return "" if first in name.split() else f"{name}: "


def choice_lines(page: Page, tongue: Tongue = ENGLISH) -> Lines:
    """The numbered choices; Skip first where it is offered, greyed ones last."""
    lines = [skip_line(page, tongue), ""] if page.can_skip else []
    lines += [_choice(choice) for choice in page.choices if choice.enabled]
    for choice in page.choices:
        if not choice.enabled:
            lines.append(f"{tongue.say('Not open:')} {choice.label} {choice.reason}".rstrip())
    return lines


def skip_line(page: Page, tongue: Tongue = ENGLISH) -> str:
    """Why a page may be passed over, and what passing over a decision counts as."""
    parts = [f"0. {tongue.say('Skip this page.')}", page.sensitive]
    counts = next((choice.number for choice in page.choices if choice.id == page.skip), None)
    if counts is not None:
        parts.append(tongue.say("It counts as order {number}.").format(number=counts))
    return " ".join(parts)


def _choice(choice: ChoiceView) -> str:
    return f"{choice.number}. {choice.label} {choice.detail}".rstrip()


def answer_lines(answer: Answer, tongue: Tongue = ENGLISH, brief: bool = False) -> Lines:
    """Your order, what followed, 1945, and how we know; in brief, conflicts are only named."""
    lines = [f"{tongue.say('Your order:')} {answer.order}"]
    lines += ["", *prose_lines(answer.outcome)] if answer.outcome else []
    lines += ["", tongue.say("What was done in 1945."), real_line(answer, tongue)]
    lines += ["", *prose_lines(answer.record.text)] if answer.record else []
    if answer.hidden:
        lines += ["", tongue.say("What he could not know:"), *prose_lines(answer.hidden)]
    how = how_lines(answer, tongue, brief)
    lines += ["", tongue.say("How we know."), *how] if how else []
    if answer.shares:
        lines += ["", share_line(answer, tongue)]
    return lines


def real_line(answer: Answer, tongue: Tongue = ENGLISH) -> str:
    """What was ordered in 1945, if it came to that."""
    if answer.as_in_1945:
        return tongue.say("The same order was given.")
    if answer.real_order:
        return tongue.say("The order given was: {order}").format(order=answer.real_order)
    return tongue.say("It never came to this point.")


def how_lines(answer: Answer, tongue: Tongue = ENGLISH, brief: bool = False) -> Lines:
    """The basis, the dispute, the conflicts, the sources."""
    lines: Lines = []
    if answer.basis_words:
        words = tongue.say("What followed your order is {basis}.")
        lines.append(words.format(basis=answer.basis_words))
    evidence = evidence_lines(answer.record, tongue, brief) if answer.record else []
    return [*lines, *evidence] if lines else evidence[1:]


def share_line(answer: Answer, tongue: Tongue = ENGLISH) -> str:
    """What an order adds to the ledger."""
    rows = [figure_line(label, tongue.number(n), unit) for label, n, unit in answer.shares]
    words = tongue.say("Added to the ledger, by the game's own reckoning. {rows}.")
    return words.format(rows="; ".join(rows))
