"""What stands beside a text: pictures and advice."""

from __future__ import annotations

from game.export.lines import speaker
from game.export.script.maker import Maker, opened
from game.export.script.parts import Bits, Choose, Say, Steps
from game.export.script.wording import Wording, said
from game.model import Advice, Node


def beside_text(make: Maker, node: Node, wording: Wording, leans: bool = True) -> Steps:
    """Pictures and advice; values are those before the order.

    Args:
        make: What passages are made with.
        node: The page.
        wording: What its texts are made with.
        leans: Whether it is said what advisers lean to.
    """
    say = make.tongue.say
    alts = (
        make.tongue.text(f"{node.id}.figure.{i}.alt", picture.alt)
        for i, picture in enumerate(node.pictures, 1)
    )
    steps = [Say((said(say("Picture: {alt}").format(alt=alt)),)) for alt in alts]
    if node.advice:
        imagined = any(advice.imagined for advice in node.advice)
        head = say("Advice, imagined and in reported speech:") if imagined else say("Advice:")
        steps.append(Say((head,)))
    for advice in node.advice:
        steps.append(
            Say(
                _advice(make, node, advice, wording) + (_leans(make, node, advice) if leans else ())
            )
        )
    return tuple(steps)


def _advice(make: Maker, node: Node, advice: Advice, wording: Wording) -> Bits:
    key = f"{node.id}.{advice.who or advice.post}"
    person = make.story.people.get(advice.who or "")
    name = person.name if person else make.tongue.text(f"{key}.post", advice.post or "")
    text = wording.line(advice.text, key)
    first = text[0] if text and isinstance(text[0], str) else ""
    by = said(speaker(name[:1].upper() + name[1:], first))
    return (by, *text) if by else text


def _leans(make: Maker, node: Node, advice: Advice) -> Bits:
    choice = next((c for c in node.choices if c.id == advice.leans), None)
    if choice is None:
        return ()
    before, _, after = make.tongue.say("Leans to: {label}").partition("{label}")
    label = make.wording().line(choice.label, f"{node.id}.{choice.id}.label")
    bits = (f" {before}", *label, *((after,) if after else ()))
    test = opened(node, choice)
    return (Choose(((test, bits),)),) if test else bits
