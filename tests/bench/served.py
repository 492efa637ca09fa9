"""Pages in processes of their own: started, asked over HTTP, stopped."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-c", "from assistant.cli import main; main()"]
# Compiled modules are kept, as an installation keeps them; the first, uncounted round writes them.
ENVIRONMENT = {**{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}, "NO_PROXY": "127.0.0.1"}
_PATIENCE = 120.0


def alvh(port: int) -> list[str]:
    """The page as `alvh` starts it."""
    return [*COMMAND, "--no-browser", "--port", str(port)]


def echo(port: int) -> list[str]:
    """The bare echo chat."""
    return [sys.executable, "-m", "tests.bench.bare", "echo", str(port)]


def run(command: list[str]) -> None:
    """A command to its end."""
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT)


class Server:
    """A page being served. `seconds`: from the start of the process to the first 200 on /."""

    def __init__(self, command: list[str], port: int) -> None:
        self._port = port
        begun = time.perf_counter()
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT
        )
        while self._status() != http.client.OK:
            if self._process.poll() is not None or time.perf_counter() - begun > _PATIENCE:
                self._process.kill()
                raise RuntimeError(f"the page did not start: {' '.join(command)}")
            time.sleep(0.01)
        self.seconds = time.perf_counter() - begun

    def __enter__(self) -> Server:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.kill()
        self._process.wait()

    def ask(self, endpoint: str, question: str) -> str:
        """One question to a named endpoint, as any HTTP client asks it: post it, then read the stream to its end."""
        posted = self._request("POST", f"/gradio_api/call/{endpoint}", json.dumps({"data": [question]}))
        said = self._request("GET", f"/gradio_api/call/{endpoint}/{json.loads(posted)['event_id']}")
        if "event: complete" not in said:
            raise RuntimeError(f"{endpoint} did not answer: {said[:300]}")
        return said

    def _request(self, method: str, path: str, body: str | None = None) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=_PATIENCE)
        try:
            connection.request(method, path, body, {"Content-Type": "application/json"} if body else {})
            return connection.getresponse().read().decode()
        finally:
            connection.close()

    def _status(self) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=_PATIENCE)
        try:
            connection.request("GET", "/")
            reply = connection.getresponse()
            reply.read()
            return reply.status
        except OSError:
            return 0
        finally:
            connection.close()


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
