"""What a reader has set: how the game looks and moves, kept in one small file beside the saves."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Mapping

NAME = "reader.settings"
LARGEST = 64 * 1024
MEASURES = (60, 66, 72)
"""Characters in a line of text, to choose from."""
RULERS = ("", "line", "paragraph")
"""What the reading ruler may mark."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How one reader likes it.

    Attributes:
        theme: A theme's name; empty for the one that fits the terminal.
        measure: Characters in a line of text.
        large: Set for a terminal whose letters are large: less on a screen, every control high.
        still: Whether nothing moves by itself.
        ruler: What the reading ruler marks: `line` or `paragraph`; empty for none.
        signs: What the map is drawn with: `braille`, `blocks` or `ascii`; empty for what
            suits the terminal.
        language: A language's code; empty for the story's first.
        rest: Keys of the file that this version does not know; they are written back.
    """

    theme: str = ""
    measure: int = 66
    large: bool = False
    still: bool = False
    ruler: str = ""
    signs: str = ""
    language: str = ""
    rest: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The file's content, what is not known here among it."""
        return {**self.rest, **{name: getattr(self, name) for name in NAMES}}


NAMES = tuple(found.name for found in fields(Settings) if found.name != "rest")
USUAL = Settings()


class SettingsFile:
    """The file in which settings are kept.

    Args:
        folder: Where it is, or is to be; None keeps nothing.
    """

    def __init__(self, folder: Path | None) -> None:
        self.path = folder / NAME if folder else None

    def read(self) -> tuple[Settings, str | None]:
        """What has been set, and in one sentence what is wrong with the file, or None.

        A file that cannot be read stays where it is until something is set; then it
        is kept under another name.
        """
        if self.path is None or not self.path.exists():
            return USUAL, None
        try:
            return settings_of(_content(self.path)), None
        except (OSError, ValueError, RecursionError) as fault:
            reason = fault.strerror if isinstance(fault, OSError) and fault.strerror else "broken"
            return USUAL, f"The settings in {NAME} could not be read ({reason})."

    def write(self, settings: Settings) -> str | None:
        """Keep settings; gives in one sentence why that could not be done, or None."""
        if self.path is None:
            return None
        import json

        from game.saves.files import set_aside, write_whole

        try:
            if self.path.exists() and self.read()[1]:
                set_aside(self.path)
            write_whole(self.path, json.dumps(settings.as_json(), indent=2) + "\n")
        except OSError as fault:
            return f"The settings could not be kept: {fault.strerror or fault}."
        return None


def _content(path: Path) -> Any:
    import json

    if path.stat().st_size > LARGEST:
        raise ValueError("too large")
    return json.loads(path.read_text("utf-8"))


def settings_of(content: Any) -> Settings:
    """Settings from a file's content. What cannot be is as usual; what is not known is kept.

    Raises:
        ValueError: if it is no table.
    """
    if not isinstance(content, dict):
        raise ValueError("no table")
    known: dict[str, Any] = {
        name: content[name]
        for name in NAMES
        if name in content and type(content[name]) is type(getattr(USUAL, name))
    }
    if known.get("measure", USUAL.measure) not in MEASURES:
        del known["measure"]
    if known.get("ruler", USUAL.ruler) not in RULERS:
        del known["ruler"]
    rest = {key: value for key, value in content.items() if key not in NAMES}
    return Settings(**known, rest=rest)
