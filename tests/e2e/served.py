"""Serves the page in a process of its own, with every socket to another host refused; prints its address as JSON.

python -m tests.e2e.served real|fake|late
"""

from __future__ import annotations

import json
import socket
import sys
import time
from typing import Any

from pytest_socket import socket_allow_hosts

from assistant.page import serve
from tests.e2e.fake import Fake

LATE = 12.0  # seconds; a busy machine opens the tab and types within them


class Late(Fake):
    """Arrives well after the page is served."""

    def warm(self) -> None:
        time.sleep(LATE)


def make(kind: str) -> Any:
    if kind == "real":
        from assistant import Assistant

        return Assistant()
    return Late() if kind == "late" else Fake(pause=0.12)


def any_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)
    page = serve(lambda: make(sys.argv[1]), port=any_port(), open_browser=False)
    print(json.dumps({"url": page.url, "seconds": page.seconds}), flush=True)
    page.wait()
