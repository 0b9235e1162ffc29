"""A real server that speaks chat completions on this machine, and does what a test has told it to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Act = Callable[["Handler", dict[str, Any]], None]
"""What the server does with a request's body."""


@dataclass
class ModelServerLog:
    """What was asked of the server: the bodies and headers, in the order in which they came."""

    url: str
    bodies: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        server = self.server
        assert isinstance(server, _Server)
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        with server.lock:
            server.log.bodies.append(body)
            server.log.headers.append({key.lower(): value for key, value in self.headers.items()})
            server.log.paths.append(self.path)
            act = server.acts.pop(0) if len(server.acts) > 1 else server.acts[0]
        act(self, body)

    def log_message(self, *args: object) -> None:
        """Nothing: a test's output is its own."""

    def send(self, status: int, content: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"content-type": "application/json", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    acts: list[Act]
    log: ModelServerLog
    lock: threading.Lock

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what some tests are about."""


@contextmanager
def model_server(acts: Sequence[Act]) -> Iterator[ModelServerLog]:
    """A server that does one act a request, and the last of them for ever."""
    server = _Server(("127.0.0.1", 0), Handler)
    server.acts, server.lock = list(acts), threading.Lock()
    server.log = ModelServerLog(f"http://127.0.0.1:{server.server_address[1]}/v1")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server.log
    finally:
        server.shutdown()
        server.server_close()


def completion(said: str | None) -> bytes:
    message = {"role": "assistant", "content": said}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    body = {"id": "1", "object": "chat.completion", "created": 0, "model": "any", "choices": [choice]}
    return json.dumps(body).encode()


def say(said: str | None) -> Act:
    return lambda handler, body: handler.send(200, completion(said))


def raw(content: bytes, status: int = 200, **headers: str) -> Act:
    return lambda handler, body: handler.send(status, content, **headers)


def fail(status: int, message: str = "no", **headers: str) -> Act:
    return raw(json.dumps({"error": {"message": message}}).encode(), status, **headers)


def hang(seconds: float) -> Act:
    return lambda handler, body: time.sleep(seconds)


def cut_off(handler: Handler, body: dict[str, Any]) -> None:
    """Half an answer, then nothing."""
    handler.send_response(200)
    handler.send_header("content-length", "1000")
    handler.end_headers()
    handler.wfile.write(completion("…")[:50])
    handler.wfile.flush()
    handler.close_connection = True
    handler.connection.close()


def dribble(handler: Handler, body: dict[str, Any]) -> None:
    """A byte now and then, for ever."""
    handler.send_response(200)
    handler.send_header("content-length", "1000000")
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def asked_ids(body: dict[str, Any], before: str = "方案全文：") -> list[str]:
    """The commitments, or measures, that a request asks about: what is listed before its text."""
    listed = body["messages"][1]["content"].partition(before)[0]
    return [line.split(" ", 1)[0] for line in listed.splitlines()[1:] if line]


def omit_all(handler: Handler, body: dict[str, Any]) -> None:
    """Nothing is anywhere."""
    items = [
        {"id": each, "verdict": "omitted", "reasons": [], "quotes": [], "why": "未见"}
        for each in asked_ids(body)
    ]
    say(json.dumps({"answers": items}))(handler, body)
