"""The command line from outside: what is printed where, and with which exit code."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from game.saves import Store, code_of
from tests.ford import WHOLE, ford, played
from tests.helpers import folder_of

ROOT = Path(__file__).parent.parent
RUN = [sys.executable, str(ROOT / "run.py")]
Run = subprocess.CompletedProcess[str]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder for saves."""
    return tmp_path / "saves"


def ran(home: Path, *words: str, typed: str = "", **more: Any) -> Run:
    """One command, with its own folder of saves."""
    environment = os.environ | {"TEN_DAYS_SAVES": str(home)} | more.pop("env", {})
    return subprocess.run(
        [*RUN, *words], input=typed, env=environment, text=True, capture_output=True, **more
    )


def refused(run: Run, code: int) -> str:
    """The one sentence of a command that was refused."""
    assert (run.returncode, run.stdout) == (code, "")
    (sentence,) = run.stderr.splitlines()
    assert sentence.endswith((".", ")"))
    return sentence


@pytest.fixture(scope="module")
def small() -> str:
    """The folder of a small story."""
    return str(folder_of({"story.toml": WHOLE}))


LOADED = (
    "import sys; from game.cli import main; main({words}); "
    "print(*sorted({{m.partition('.')[0] for m in sys.modules}}))"
)


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_help_and_version_need_little(word: str) -> None:
    program = LOADED.format(words=[word])
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, text=True, capture_output=True)
    assert run.returncode == 0
    modules = run.stdout.splitlines()[-1].split()
    assert not {"textual", "rich", "tomli", "asyncio", "tree_sitter"} & set(modules)


def test_the_version(home: Path) -> None:
    assert re.fullmatch(r"ten-days \d+\.\d+\.\d+\n", ran(home, "--version").stdout)


@pytest.mark.parametrize("commander", ["meretskov", "shimizu"])
def test_the_same_digit_for_ever_ends_the_shipped_game(home: Path, commander: str) -> None:
    run = ran(home, "--plain", "--commander", commander, typed="1\n" * 400)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.endswith("The end.\n")


def test_without_a_commander_one_is_asked(home: Path, small: str) -> None:
    run = ran(home, "--plain", "--story", small, typed="1\nquit\n")
    assert run.stdout.startswith("The ford\n\nMen drown in this story.\n\nWhom do you command as?")
    assert "\nThe camp\n" in run.stdout
    assert run.returncode == 0


BROKEN = {
    "missing": (None, "missing:1:1: error E101: There is no story folder 'missing'."),
    "empty": (b"", "story.toml:1:1: error E202: The manifest lacks `format`. 4 more: run author check"),
    "huge": (b"#" * (17 << 20), "story.toml:1:1: error E105: The file is larger than 16 MB."),
    "latin": (b'title = "caf\xe9"', "story.toml:1:13: error E103: The file is not UTF-8 text."),
    "deep": (b"x = " + b"[" * 5000, "story.toml:1:1: error E108: The file nests"),
    "cut": (b'title = "x', "story.toml:1:11: error E104: A quotation mark is missing"),
    "no campaign": (b'format = 1\nid = "a"\nversion = "1"\ntitle = "A"\n',
                    "story.toml:1:1: error E214: The story has no campaign."),
    "control": (WHOLE.replace('id = "ford"', 'id = "\\u001b[2J"').encode(),
                "story.toml:3:6: error E205: `?[2J` is no id;"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BROKEN)
def test_a_story_that_cannot_be_read(home: Path, tmp_path: Path, kind: str) -> None:
    content, said = BROKEN[kind]
    folder = tmp_path / kind.replace(" ", "-")
    if content is not None:
        folder_of({"story.toml": content}, folder)
    sentence = refused(ran(home, "--plain", "--story", str(folder)), 1)
    assert sentence.startswith(said)
    assert "\x1b" not in sentence


MISUSED = [
    (["--commander", "nobody"], "There is no commander 'nobody'; the story has orlov."),
    (["--campaign", "nobody"], "There is no campaign 'nobody'; the story has north."),
    (["--lang", "xx"], "The story has no language 'xx'; it has en."),
    (["--load", "A0"], "There is no save 'A0'. A replay code has no sign '0'; look for a slip of the pen."),
    (["--bogus"], "Unrecognized arguments: --bogus. Try ten-days play --help."),
    (["--commander"], "Argument --commander: expected one argument. Try ten-days play --help."),
    (["replay", "A0"], "'A0' is no file and no code. A replay code has no sign '0'; look for a slip of the pen."),
    (["replay", "no/such"], "There is no file 'no/such'."),
    (["replay", "x.txt"], "There is no file 'x.txt'."),
    (["replay", "B" * 5000 + "0"], f"'{'B' * 40}' is no file and no code. A replay code has no sign '0'; look for a slip of the pen."),
]  # fmt: skip


@pytest.mark.parametrize(("words", "said"), MISUSED)
def test_a_command_that_is_used_wrongly(
    home: Path, small: str, words: list[str], said: str
) -> None:
    assert refused(ran(home, *words, "--story", small), 2) == said


@pytest.mark.parametrize("words", [["frobnicate"], ["replay"], ["author"], ["author", "x"]])
def test_a_command_that_does_not_exist(home: Path, words: list[str]) -> None:
    assert " Try ten-days " in refused(ran(home, *words), 2)


def test_debug_shows_what_lies_behind(home: Path) -> None:
    run = ran(home, "--commander", "nobody", "--debug", "--plain")
    assert run.stderr.startswith("Traceback (most recent call last):\n")
    assert "game.misuse.Misuse: There is no commander 'nobody'" in run.stderr


def test_a_fault_of_our_own_is_told_without_a_traceback(home: Path) -> None:
    program = (
        "import sys; from game import cli, commands\n"
        "def play(_): raise ZeroDivisionError('by \\x1b nothing')\n"
        "commands.play = play; sys.exit(cli.main(['--plain']))"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, text=True, capture_output=True)
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == (
        "Something in the game is broken (ZeroDivisionError: by \ufffd nothing).\n"
        "Run it again with --debug to see where, and please report it.\n"
    )


def replayed(home: Path, small: str, *words: str, typed: str = "") -> Any:
    run = ran(home, "replay", *words, "--story", small, "--format", "json", typed=typed)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def path_of(data: Any) -> list[str]:
    return [f"{order['node']}.{order['choice']}" for order in data["path"]]


def test_replay_of_history(home: Path, small: str) -> None:
    data = replayed(home, small, "history", "--commander", "orlov")
    assert (path_of(data), data["ending"]) == (["crossing.row", "far-bank.bury"], "over")
    assert list(data) == ["campaign", "path", "pages", "ending", "variables", "ledger", "code"]


def test_replay_of_a_code_a_list_and_a_save(home: Path, small: str, tmp_path: Path) -> None:
    choices = ["crossing.march", "drift.wait"]
    listed = "# my game\n\ncrossing.march\n  drift.wait  \n"
    (tmp_path / "mine.txt").write_text(listed)
    Store(home).save(played("march", "wait"), "mine")
    code = code_of(played("march", "wait"))
    for what in (code, str(tmp_path / "mine.txt"), str(home / "north-mine.json")):
        assert path_of(replayed(home, small, what)) == choices
    assert path_of(replayed(home, small, "-", typed=listed)) == choices


def test_replay_is_text_markdown_or_json(home: Path, small: str) -> None:
    words = ("replay", "history", "--story", small)
    assert ran(home, *words).stdout.startswith("The camp\n9 August 1945. North bank.\n")
    assert ran(home, *words, "--format", "markdown").stdout.startswith("# The ford\n\n## The camp")


def test_a_list_that_cannot_be_played_says_where(home: Path, small: str) -> None:
    run = ran(home, "replay", "-", "--story", small, typed="crossing.row\nfar-bank.x\n")
    assert refused(run, 2) == (
        "Choice 2 of 2 cannot be taken: There is no choice 'x' at 'far-bank'."
    )


def test_replay_only_reads(home: Path, small: str, tmp_path: Path) -> None:
    mine = tmp_path / "package.json"
    mine.write_text('{"name": "mine"}')
    for words in (["replay", str(mine)], ["--plain", "--load", str(mine)]):
        run = ran(home, *words, "--story", small)
        assert refused(run, run.returncode) == "The file is no save of this game."
    assert [path.name for path in tmp_path.iterdir()] == ["package.json"]


def test_replay_of_a_save_that_has_parted_says_so_beside_the_output(
    home: Path, tmp_path: Path
) -> None:
    Store(home).save(played("row", "bury"), "mine")
    edited = WHOLE.replace('goto = "far-bank"\neffects', 'goto = "drift"\neffects')
    folder = folder_of({"story.toml": edited}, tmp_path / "edited")
    saved = str(home / "north-mine.json")
    run = ran(home, "replay", saved, "--story", str(folder), "--format", "json")
    assert path_of(json.loads(run.stdout)) == ["crossing.row"]
    assert run.stderr.startswith("The story has changed since this save was made: after order 1")


def test_loading_by_name_by_file_and_by_code(home: Path, small: str) -> None:
    Store(home).save(played("row"), "My river")
    for named in ("My river", "north-my-river", str(home / "north-my-river.json"),
                  code_of(played("row"))):  # fmt: skip
        run = ran(home, "--plain", "--story", small, "--load", named, typed="quit\n")
        assert run.stdout.startswith("\nThe far bank\n10 August 1945, 21:00 river time.")


def test_a_broken_autosave_falls_back_to_the_one_before(home: Path, small: str) -> None:
    store = Store(home)
    store.autosave(played("row"))
    store.autosave(played("row", "bury"))
    (path,) = home.glob("autosave-north-*.json")
    path.write_bytes(path.read_bytes()[:99])
    run = ran(home, "--plain", "--story", small, "--load", path.stem)
    assert run.stdout.startswith(
        "The save was broken, and the one before it was taken. "
        f"It was kept as {path.name}.broken-1.\n\nThe far bank\n"
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_json_is_the_same_in_every_encoding(home: Path, encoding: str) -> None:
    run = ran(home, "replay", "history", "--commander", "shimizu", "--format", "json",
              env={"PYTHONIOENCODING": encoding})  # fmt: skip
    assert run.stdout.isascii()
    assert json.loads(run.stdout)["ending"]


def test_bytes_that_are_no_text(home: Path, small: str) -> None:
    run = subprocess.run(
        [*RUN, "--plain", "--story", small, "--commander", "orlov"],
        input=b"st\xff\xfe\nsave \xff\n\n1\nquit\n",
        env=os.environ | {"TEN_DAYS_SAVES": str(home)},
        capture_output=True,
    )
    assert (run.returncode, run.stderr) == (0, b"")
    assert [row.orders for row in Store(home).list(ford())] == [1, 0]


posix = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")


def shell(home: Path, line: str) -> Run:
    """A line of shell in which `play` is the game in lines."""
    game = f"{sys.executable} {ROOT / 'run.py'}"
    environment = os.environ | {"TEN_DAYS_SAVES": str(home)}
    environment.pop("PYTHONUNBUFFERED", None)
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; play() {{ {game} \"$@\"; }}; {line}"],
        env=environment, text=True, capture_output=True,
    )  # fmt: skip


@posix
def test_a_reader_who_goes_away_is_no_fault(home: Path, small: str) -> None:
    game = f"play --plain --story {small} --commander orlov"
    for line in (f"yes 1 | {game} | true", f"play replay history --story {small} | head -c 1"):
        assert shell(home, line).stderr == ""
    run = shell(home, f"(sleep 0.3; yes 1) | {game} | head -1; echo after")
    assert (run.stdout, run.stderr) == ("Men drown in this story.\nafter\n", "")


@posix
def test_streams_that_are_closed_or_full(home: Path, small: str) -> None:
    game = f"play --plain --story {small} --commander orlov"
    assert shell(home, f"{game} <&-").stdout.endswith(
        "The input has ended.\nNo order was given yet.\n"
    )
    for line in (f"{game} >&- </dev/null", "play --help >&-", f"{game} >&- 2>&- <&-"):
        run = shell(home, line)
        assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert shell(home, "play nonsense 2>&-").returncode == 2
    if Path("/dev/full").exists():
        run = shell(home, f"play replay history --story {small} >/dev/full")
        assert (run.returncode, run.stderr) == (1, "The system says: No space left on device.\n")
