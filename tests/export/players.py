"""Players of ink, and where npm's packages are found."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Callable, NamedTuple, Sequence

HERE = Path(__file__).parent
Page = tuple[str, list[str]]
"""A text and the labels of what can be chosen then."""


class Told(NamedTuple):
    """What a player showed from the start to the end, and the variables there."""

    pages: list[Page]
    values: dict[str, Any]


Picks = Sequence[int]
Player = Callable[[str, Sequence[Picks], Sequence[str]], list[Told]]
"""Plays a compiled story by lists of picks; tells the variables of those names."""


def npm_package(name: str) -> Path | None:
    """The folder of an npm package: in `build/`, the checkout, or where NODE_PATH says."""
    places = [Path("build/node_modules"), Path("node_modules")]
    places += [Path(p) for p in os.environ.get("NODE_PATH", "").split(os.pathsep) if p]
    return next((p / name for p in places if (p / name).is_dir()), None)


def has_node(package: str) -> bool:
    """Whether node and that package are there."""
    return shutil.which("node") is not None and npm_package(package) is not None


def node(script: str, package: str, asked: object) -> Any:
    """What one of our scripts answers.

    Raises:
        RuntimeError: with what node said, if it failed.
    """
    folder = npm_package(package)
    if folder is None:
        raise RuntimeError(f"npm's {package} is not installed")
    command = ["node", "--stack-size=4000", str(HERE / "js" / script), str(folder)]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, encoding="utf-8")
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return json.loads(done.stdout)


def compile_ink(source: str) -> str:
    """The compiled story, by inkjs.

    Raises:
        RuntimeError: with the compiler's messages, if it has any.
    """
    answer = node("ink.js", "inkjs", {"source": source, "plays": [], "names": []})
    if answer["messages"] or not answer["compiled"]:
        raise RuntimeError("\n".join(answer["messages"]))
    return str(answer["compiled"])


def play_inkjs(compiled: str, plays: Sequence[Picks], names: Sequence[str]) -> list[Told]:
    """The story in inkjs."""
    asked = {"compiled": compiled, "plays": [list(p) for p in plays], "names": list(names)}
    told = node("ink.js", "inkjs", asked)["told"]
    return [Told([(text, labels) for text, labels in t["pages"]], t["values"]) for t in told]


def play_twee(source: str, plays: Sequence[Picks], names: Sequence[str]) -> list[Told]:
    """Twee read by extwee, its macros played by our own small reading of SugarCube."""
    asked = {"source": source, "plays": [list(p) for p in plays], "names": list(names)}
    told = node("twee.js", "extwee", asked)["told"]
    return [Told([(text, labels) for text, labels in t["pages"]], t["values"]) for t in told]


def play_bink(compiled: str, plays: Sequence[Picks], names: Sequence[str]) -> list[Told]:
    """The story in bink."""
    from bink.story import Story  # type: ignore[import-untyped,import-not-found,unused-ignore]

    found = []
    for picks in plays:
        story = Story(compiled)
        pages: list[Page] = []
        for pick in [*picks, None]:
            text = story.continue_maximally()
            pages.append((text, list(story.get_current_choices())))
            if pick is not None:
                story.choose_choice_index(pick)
        found.append(Told(pages, {name: story.get_variable(name) for name in names}))
    return found


def play_inkcpp(compiled: str, plays: Sequence[Picks], names: Sequence[str]) -> list[Told]:
    """The story in inkcpp."""
    import inkcpp_py  # type: ignore[import-not-found,unused-ignore]

    with tempfile.TemporaryDirectory() as folder:
        source, binary = Path(folder) / "story.json", Path(folder) / "story.bin"
        source.write_text(compiled, encoding="utf-8")
        inkcpp_py.compile_json(str(source), str(binary))
        story = inkcpp_py.Story.from_file(str(binary))  # must outlive its runners
        found = []
        for picks in plays:
            values = story.new_globals()
            runner = story.new_runner(values)
            pages: list[Page] = []
            for pick in [*picks, None]:
                text = runner.getall()
                labels = [runner.get_choice(i).text() for i in range(runner.num_choices())]
                pages.append((text, labels))
                if pick is not None:
                    runner.choose(pick)
            found.append(Told(pages, {name: _plain(getattr(values, name)) for name in names}))
        return found


def _plain(value: Any) -> Any:
    return value.as_bool() if "Bool" in str(value.type) else value.as_int()


PLAYERS: dict[str, tuple[Callable[[], bool], Player]] = {
    "inkjs": (lambda: has_node("inkjs"), play_inkjs),
    "bink": (lambda: find_spec("bink") is not None, play_bink),
    "inkcpp-py": (lambda: find_spec("inkcpp_py") is not None, play_inkcpp),
}
"""Players by name: whether each is installed, and how it plays."""
