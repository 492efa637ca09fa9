"""Events at the reader's pace: quick answers are shown once, slow ones as they grow."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Generator, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

PAUSE = 0.08
"""Seconds between two pictures of an answer on its way; each picture costs the browser more than the agent's work."""


_LOOK = 0.1  # seconds between two looks whether to stop


def paced(events: Iterable[T], stop: threading.Event, pause: float = PAUSE) -> Iterator[T | None]:
    """The events in order, with None where something new has waited `pause` seconds to be shown; no more once `stop` is set.

    The events are read in a thread of their own, so that a None comes while the next event is still being made. An
    exception of the source is raised here, in its place. When this iterator is closed or stopped early, the source is
    read no further than its next event, and closed.
    """
    arrived: queue.SimpleQueue[tuple[str, T | None, Exception | None]] = queue.SimpleQueue()
    left = threading.Event()

    def read() -> None:
        try:
            for event in events:
                if left.is_set():
                    break
                arrived.put(("event", event, None))
            if isinstance(events, Generator):
                events.close()
            arrived.put(("end", None, None))
        except Exception as fault:
            arrived.put(("fault", None, fault))

    threading.Thread(target=read, name="events", daemon=True).start()
    shown, fresh = time.monotonic(), False
    try:
        while not stop.is_set():
            due = shown + pause - time.monotonic() if fresh else _LOOK
            try:
                what, event, fault = arrived.get(timeout=min(max(0.0, due), _LOOK))
            except queue.Empty:
                if fresh and time.monotonic() >= shown + pause:
                    yield None
                    shown, fresh = time.monotonic(), False
                continue
            if fault is not None:
                raise fault
            if what == "end":
                return
            fresh = True
            yield event
    finally:
        left.set()
