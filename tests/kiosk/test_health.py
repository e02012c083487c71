"""The page for monitoring, asked over a real socket; and the vitals that it tells."""

from __future__ import annotations

import http.client
import io
import json
import os
import select
import socket
from contextlib import closing
from pathlib import Path
from typing import Any, Iterator, Mapping

import pytest

from game.kiosk import health
from game.kiosk.clock import FakeClock
from game.kiosk.config import HealthSection
from game.kiosk.health import Server, serve
from game.kiosk.log import Log
from game.kiosk.vitals import disk_free, open_files, rss, vitals


class Facts(dict[str, Any]):
    def __call__(self) -> Mapping[str, object]:
        if "raises" in self:
            raise RuntimeError
        return self


@pytest.fixture
def facts() -> Facts:
    return Facts(ok=True, state="attract", rss=1)


def free_port() -> int:
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture
def server(facts: Facts) -> Iterator[Server]:
    found = serve(HealthSection(port=free_port()), facts)
    assert found is not None
    yield found
    found.close()


def asked(server: Server, path: str, method: str = "GET") -> tuple[int, Any]:
    client = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    client.request(method, path)
    answer = client.getresponse()
    body = answer.read()
    client.close()
    return answer.status, json.loads(body) if body else None


def test_all_is_well(server: Server) -> None:
    assert asked(server, "/healthz") == (200, {"ok": True, "state": "attract"})
    assert asked(server, "/healthz", "HEAD") == (200, None)
    assert asked(server, "/metrics") == (200, {"ok": True, "state": "attract", "rss": 1})


def test_all_is_not_well(server: Server, facts: Facts) -> None:
    facts["ok"] = False
    assert asked(server, "/healthz")[0] == 503
    assert asked(server, "/metrics")[0] == 200
    facts["raises"] = True
    assert asked(server, "/healthz") == (503, {"ok": False, "state": None})


def test_there_is_nothing_else(server: Server) -> None:
    assert asked(server, "/../../etc/passwd")[0] == 404
    assert asked(server, "/metrics", "POST") == (501, {"ok": False})


def test_clients_that_say_nothing_are_few_and_keep_nobody_out_for_long(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health._Answer, "timeout", 0.05)
    idle = [socket.create_connection(("127.0.0.1", server.server_port)) for _ in range(20)]
    ends = [one.recv(1) for one in idle]  # each is turned away, at once or when its time is over
    assert ends == [b""] * 20
    assert asked(server, "/healthz")[0] == 200
    for one in idle:
        one.close()


def test_no_more_than_a_few_are_answered_at_once(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health._Answer, "timeout", 600)
    waiting = [socket.create_connection(("127.0.0.1", server.server_port)) for _ in range(15)]
    away: set[socket.socket] = set()
    while len(away) < 15 - health.MOST_AT_ONCE:
        shut, _, _ = select.select([one for one in waiting if one not in away], [], [], 30)
        assert shut, "somebody who is one too many is kept waiting"
        away.update(shut)
    for one in waiting:
        one.close()


def test_a_taken_port_is_noted_and_no_more(server: Server, facts: Facts) -> None:
    out = io.StringIO()
    log = Log.to_stream(out, FakeClock())
    assert serve(HealthSection(port=server.server_port), facts, log) is None
    assert json.loads(out.getvalue())["event"] == "health.none"
    assert serve(HealthSection(bind="999.0.0.1", port=free_port()), facts) is None
    assert serve(HealthSection(port=0), facts) is None


def test_vitals_are_those_of_this_process(tmp_path: Path) -> None:
    if not Path("/proc/self/statm").exists():
        pytest.skip("there is no /proc here")
    before = open_files()
    with open(os.devnull, "rb"):
        assert open_files() == (before or 0) + 1
    assert (rss() or 0) > 1_000_000
    assert set(vitals(tmp_path)) == {"rss", "fds", "disk_free"}
    assert rss(2**30) is None
    assert disk_free(tmp_path / "not" / "yet") is not None
