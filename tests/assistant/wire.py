"""A server with OpenAI's chat interface on this machine, whose replies are written in advance."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = Callable[["Exchange"], None]


class Exchange(BaseHTTPRequestHandler):
    """One request. A reply is sent with `say`, `call`, `over` – as a stream – or as it likes with `send`."""

    server: WireServer
    protocol_version = "HTTP/1.0"

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def do_POST(self) -> None:
        """Play the next reply; the last one again and again."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        replies = self.server.replies
        reply = replies[min(len(self.server.requests), len(replies) - 1)]
        self.server.requests.append(body)
        try:
            reply(self)
        except (BrokenPipeError, ConnectionResetError):
            self.server.hung_up.set()

    def send(self, status: int, body: str, kind: str = "application/json") -> None:
        """A whole reply that is no stream."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body.encode())

    def delta(self, delta: dict[str, Any], finish: str | None = None) -> None:
        """One piece of a stream."""
        if not getattr(self, "begun", False):
            self.begun = True
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        chunk = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "scripted", "choices": [choice]}
        self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
        self.wfile.flush()

    def say(self, text: str, size: int = 5) -> None:
        """Text in small pieces, as models write it."""
        for start in range(0, len(text), size):
            self.delta({"role": "assistant", "content": text[start : start + size]})

    def call(self, name: str, arguments: str, number: int = 0) -> None:
        """A tool call whose arguments come in two pieces."""
        half = len(arguments) // 2
        self.delta({"role": "assistant", "tool_calls": [_part(number, arguments[:half], name)]})
        self.delta({"tool_calls": [_part(number, arguments[half:])]})

    def over(self, reason: str = "stop") -> None:
        """The proper end of a stream."""
        self.delta({}, reason)
        self.wfile.write(b"data: [DONE]\n\n")


def _part(number: int, arguments: str, name: str | None = None) -> dict[str, Any]:
    head = {"id": f"call_{number}", "type": "function"} if name else {}
    return {"index": number, **head, "function": {"arguments": arguments, **({"name": name} if name else {})}}


class WireServer(ThreadingHTTPServer):
    """Serves the replies and keeps the requests; `hung_up` is set when a client goes in the middle of a reply."""

    daemon_threads = True

    def __init__(self, *replies: Reply) -> None:
        super().__init__(("127.0.0.1", 0), Exchange)
        self.replies = list(replies)
        self.requests: list[dict[str, Any]] = []
        self.hung_up = threading.Event()

    @property
    def url(self) -> str:
        """Where the interface begins."""
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


def served(*replies: Reply) -> Iterator[WireServer]:
    """The server while it is needed."""
    server = WireServer(*replies)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def text(words: str, reason: str = "stop") -> Reply:
    """A reply of words."""

    def reply(to: Exchange) -> None:
        to.say(words)
        to.over(reason)

    return reply


def calls(name: str, arguments: str | dict[str, Any]) -> Reply:
    """A reply that calls one tool, with arguments as they are written."""

    def reply(to: Exchange) -> None:
        to.call(name, arguments if isinstance(arguments, str) else json.dumps(arguments))
        to.over("tool_calls")

    return reply


def status(code: int, words: str) -> Reply:
    """A refusal by the server itself."""
    return lambda to: to.send(code, json.dumps({"error": {"message": words, "type": "error", "code": None}}))
