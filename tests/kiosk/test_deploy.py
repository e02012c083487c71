"""The files for the machine: what systemd, the shell and the terminal say of them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("files for Linux", allow_module_level=True)

DEPLOY = Path(__file__).parent.parent.parent / "game" / "kiosk" / "deploy"
SERVICE = "ten-days-kiosk.service"
PROGRAMS = ("/opt/ten-days/on-screen", "/opt/ten-days/venv/bin/ten-days")


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


def placed(folder: Path, name: str, to: str) -> None:
    """Copy a file to where systemd looks, with programs that this machine has."""
    text = (DEPLOY / name).read_text()
    for program in PROGRAMS:
        text = text.replace(program, "/bin/true")
    (folder / to).parent.mkdir(parents=True, exist_ok=True)
    (folder / to).write_text(text)


def verified(folder: Path) -> str:
    """What systemd has to say; it ends with 0 whatever it finds, so its words count."""
    done = subprocess.run(
        ["systemd-analyze", "verify", str(folder / SERVICE)], capture_output=True, text=True
    )
    return done.stdout + done.stderr


@needs("systemd-analyze")
@pytest.mark.parametrize("with_tty", [False, True])
def test_systemd_finds_nothing_to_say(tmp_path: Path, with_tty: bool) -> None:
    placed(tmp_path, SERVICE, SERVICE)
    if with_tty:
        placed(tmp_path, "tty.conf", f"{SERVICE}.d/tty.conf")
    assert verified(tmp_path) == ""


@needs("systemd-analyze")
def test_systemd_would_find_a_slip_in_either_file(tmp_path: Path) -> None:
    placed(tmp_path, SERVICE, SERVICE)
    placed(tmp_path, "tty.conf", f"{SERVICE}.d/tty.conf")
    with (tmp_path / f"{SERVICE}.d/tty.conf").open("a") as file:
        file.write("Wachdog=1\n")
    assert "Wachdog" in verified(tmp_path)


@needs("foot")
def test_the_terminal_takes_its_settings() -> None:
    words = ["foot", "--check-config", "--config", str(DEPLOY / "foot.ini")]
    done = subprocess.run(words, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("shell", ["sh", "dash", "bash"])
def test_the_script_is_sound_in_every_shell(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run([shell, "-n", str(DEPLOY / "on-screen")], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert os.access(DEPLOY / "on-screen", os.X_OK)


def script(folder: Path, kiosk: str, connected: bool = True) -> subprocess.CompletedProcess[str]:
    """Run the script with stand-ins for compositor, terminal and kiosk."""
    port = folder / "drm" / "card0-HDMI-A-1"
    port.mkdir(parents=True)
    (port / "status").write_text("connected\n" if connected else "disconnected\n")
    (port / "modes").write_text("1920x1080\n" if connected else "")
    for name, text in {
        "cage": 'shift; "$@"; exit 0\n',
        "foot": 'shift 2; exec "$@"\n',
        "kiosk": kiosk,
        "sleep": f"printf . >> {folder}/slept; printf connected > {port}/status; echo m > {port}/modes\n",
    }.items():
        (folder / name).write_text("#!/bin/sh\n" + text)
        (folder / name).chmod(0o755)
    environ = {
        "PATH": f"{folder}:{os.environ['PATH']}",
        "RUNTIME_DIRECTORY": str(folder),
        "TEN_DAYS": str(folder / "kiosk"),
        "TEN_DAYS_SCREENS": str(folder / "drm"),
    }
    words = [str(DEPLOY / "on-screen")]
    return subprocess.run(words, capture_output=True, text=True, env=environ, timeout=30)


@pytest.mark.parametrize("code", [0, 2, 86])
def test_it_ends_as_the_kiosk_ended_although_the_compositor_does_not(
    tmp_path: Path, code: int
) -> None:
    done = script(tmp_path, f'echo "$@"; exit {code}\n')
    assert done.returncode == code
    assert done.stdout == "kiosk --config /etc/ten-days/kiosk.toml\n"
    assert done.stderr == ""


def test_a_kiosk_that_never_ran_is_a_fault(tmp_path: Path) -> None:
    assert script(tmp_path, "kill -9 $PPID\n").returncode == 1


def test_it_waits_for_a_screen(tmp_path: Path) -> None:
    begun = time.monotonic()
    assert script(tmp_path, "exit 0\n", connected=False).returncode == 0
    assert (tmp_path / "slept").read_text() == "."
    assert time.monotonic() - begun < 20


def test_every_file_says_where_it_goes() -> None:
    for name in (
        "tty.conf",
        "foot.ini",
        "logind.conf",
        "system.conf",
        "sysctl.conf",
        "journald.conf",
    ):
        assert "Copy to" in (DEPLOY / name).read_text()
