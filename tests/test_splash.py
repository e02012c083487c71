"""The title that stands before the screens: written at once, taken away whatever happens."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys

import pytest

from game.folders import story_folder
from game.reader import load
from game.splash import ENTER, LEAVE, TITLE, Splash, has_screen, placed


def test_the_title_is_that_of_the_shipped_story() -> None:
    assert load(story_folder()).manifest.title == TITLE


def test_the_window_is_given_back_unless_it_was_taken() -> None:
    out = io.StringIO()
    with Splash(out):
        assert out.getvalue() == ENTER + placed(TITLE, 80, 24)
    assert out.getvalue().endswith(LEAVE)
    out = io.StringIO()
    with Splash(out) as splash:
        splash.taken()
    assert LEAVE not in out.getvalue()


@pytest.mark.parametrize("fault", [ZeroDivisionError, KeyboardInterrupt, SystemExit])
def test_no_fault_keeps_the_window(fault: type[BaseException]) -> None:
    out = io.StringIO()
    with pytest.raises(fault), Splash(out):
        raise fault
    assert out.getvalue().endswith(LEAVE)


@pytest.mark.skipif(os.name != "posix", reason="signals are sent the POSIX way")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_gives_the_window_back(name: str) -> None:
    out = io.StringIO()
    number = getattr(signal, name)
    before = signal.getsignal(number)
    with pytest.raises(SystemExit) as ended, Splash(out):
        signal.raise_signal(number)
    assert ended.value.code == 128 + number
    assert out.getvalue().endswith(LEAVE)
    assert signal.getsignal(number) == before


def test_other_stories_have_no_title_of_ours() -> None:
    out = io.StringIO()
    with Splash(out, ""):
        pass
    assert out.getvalue() == ""


def test_words_stand_in_the_middle_or_not_at_all() -> None:
    assert placed("Title", 11, 5) == "\x1b[2;4H\x1b[1mTitle\x1b[0m"
    assert placed("Title", 4, 5) == ""


def test_nothing_is_written_where_there_is_no_terminal(tmp_path) -> None:
    done = subprocess.run(
        [sys.executable, "run.py"], cwd=story_folder().parent.parent, input="", text=True,
        capture_output=True, env=os.environ | {"TEN_DAYS_SAVES": str(tmp_path)}, check=False,
    )  # fmt: skip
    assert "\x1b" not in done.stdout + done.stderr


def test_a_dumb_terminal_has_no_screen() -> None:
    assert not has_screen({"TERM": "dumb"})


def test_the_first_word_asks_for_nothing_large() -> None:
    code = "import game.splash, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert not loaded & {"textual", "rich", "asyncio", "tomli", "argparse"}


def test_the_title_imports_nothing_that_it_does_not_show() -> None:
    code = "import sys, game.cli, game.commands, game.tui.app, game.tui.screens.title; "
    done = subprocess.run(
        [sys.executable, "-c", f"{code} print(*sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = set(done.stdout.split())
    later = {"palette", "widgets.prose", "screens.reading", "map", "cards"}
    assert "game.tui.screens.title" in loaded
    assert not loaded & {"argparse", "json", "tomli", "game.arguments", "game.reader", "game.view"}
    assert not loaded & {f"game.tui.{name}" for name in later}


def test_the_command_line_is_built_only_where_something_was_said(monkeypatch) -> None:
    from game import arguments, cli, commands, splash

    monkeypatch.setattr(splash, "has_screen", lambda: True)
    monkeypatch.setattr(commands, "to_title", lambda: 7)
    monkeypatch.delattr(arguments, "play_parser")
    assert (cli.main([]), cli.main(["play"])) == (7, 7)
    with pytest.raises(ImportError):
        cli.main(["--lang", "en", "--debug"])
