"""What a configuration asks of its story, held against the story."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

from game.kiosk.config.errors import ConfigError
from game.kiosk.config.sections import Config
from game.kiosk.content.checking import Facts, facts_of


def hold_against_story(
    config: Config, name: str, facts: Callable[[Path], Facts] = facts_of
) -> None:
    """Make sure that the story can be played, and has what is to be offered.

    The shipped story is known to be sound, and is not looked at where nothing is asked of it.

    Args:
        config: What is asked.
        name: What the configuration's file is called in messages.
        facts: Gives what is to be known of a story.

    Raises:
        ConfigError: if it has not.
    """
    from game.folders import story_folder

    visit = config.visit
    asked = (*visit.languages, visit.default_language, *visit.commanders)
    if config.kiosk.story is None and not any(asked):
        return
    found = facts(config.kiosk.story or story_folder())
    if found.errors:
        more = f" There are {len(found.errors)}: run author check." if found.errors[1:] else ""
        raise ConfigError(f"{name}, [kiosk] story: {found.errors[0]}{more}")
    wanted = {
        "languages": (visit.languages, found.languages),
        "default_language": ((visit.default_language,), found.languages),
        "commanders": (visit.commanders, found.commanders),
    }
    sentences = [
        f"{name}, [visit] {key}: the story has no {word!r}; it has {', '.join(there)}."
        for key, (words, there) in wanted.items()
        for word in words
        if word and word not in there
    ]
    if sentences:
        raise ConfigError(*sentences)
