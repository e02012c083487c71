"""Things that are declared and never used."""

from __future__ import annotations

from game.reader.checks.matter import Matter


def check_unused(matter: Matter) -> None:
    """Variables that nothing reads or nothing sets, derived values that nothing reads."""
    story = matter.story
    for id, path in matter.each("variables"):
        if id not in matter.read and not story.variables[id].shown:
            message = f"Nothing reads the variable `{id}`."
            matter.sink.add("W702", path, message, "read it in a condition, or remove it", key=True)
        elif id not in matter.written:
            message = f"Nothing changes the variable `{id}`."
            matter.sink.add("W703", path, message, "add an effect, or remove it", key=True)
    for id, path in matter.each("derived"):
        if id not in matter.read:
            message = f"Nothing reads the derived value `{id}`."
            matter.sink.add("W702", path, message, "read it in a condition, or remove it", key=True)
