"""A page for monitoring: `/healthz` says whether all is well, `/metrics` how it is in JSON."""

from __future__ import annotations

import json
import socket
import socketserver
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Callable, Mapping

from game.kiosk.config import HealthSection
from game.kiosk.log import Log

Source = Callable[[], Mapping[str, object]]
"""Gives what is known now. `ok` in it says whether all is well."""

MOST_AT_ONCE = 8
PATIENCE = 3.0
"""Seconds in which a client has to say what it wants."""


class Server(ThreadingHTTPServer):
    """Answers in threads of its own, a few at once; whoever comes beyond that is turned away."""

    daemon_threads = True
    request_queue_size = 16

    def __init__(self, section: HealthSection, source: Source) -> None:
        self.address_family = socket.AF_INET6 if ":" in section.bind else socket.AF_INET
        self.source = source
        self._room = threading.BoundedSemaphore(MOST_AT_ONCE)
        super().__init__((section.bind, section.port), _Answer)

    def server_bind(self) -> None:
        """Bind, without asking the network for this machine's name."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread if there is room."""
        if self._room.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer, and make room again."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no matter."""

    def close(self) -> None:
        """Stop answering."""
        self.shutdown()
        self.server_close()


class _Answer(BaseHTTPRequestHandler):
    server: Server
    server_version, sys_version = "ten-days", ""
    timeout = PATIENCE
    error_content_type, error_message_format = "application/json", '{"ok": false}\n'

    def do_GET(self) -> None:
        facts = self._facts()
        well = bool(facts.get("ok"))
        if self.path == "/healthz":
            state = {"ok": well, "state": facts.get("state")}
            self._say(200 if well else 503, state)
        elif self.path == "/metrics":
            self._say(200, facts)
        else:
            self._say(404, {"pages": ["/healthz", "/metrics"]})

    do_HEAD = do_GET

    def _facts(self) -> Mapping[str, object]:
        try:
            return self.server.source()
        except Exception as fault:
            return {"ok": False, "fault": type(fault).__name__}

    def _say(self, code: int, facts: Mapping[str, object]) -> None:
        body = (json.dumps(facts, default=str) + "\n").encode("utf-8")
        self.send_response(code)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Who asks is nobody's business."""


def serve(section: HealthSection, source: Source, log: Log | None = None) -> Server | None:
    """Answer from now on, in a thread.

    Args:
        section: Where; port 0 for nowhere.
        source: What is told. It is called in other threads.
        log: Where it is noted that the port is taken.

    Returns:
        The server; None if there is to be none, or it cannot listen there.
    """
    if section.port == 0:
        return None
    try:
        server = Server(section, source)
    except OSError as fault:
        if log is not None:
            reason = fault.strerror or str(fault)
            log.note("health.none", bind=section.bind, port=section.port, reason=reason)
        return None
    threading.Thread(target=server.serve_forever, name="health", daemon=True).start()
    return server
