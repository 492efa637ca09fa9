"""Events at the reader's pace: quick answers are shown once, slow ones as they grow."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

PAUSE = 0.08
"""Seconds between two pictures of an answer on its way; each picture costs the browser more than the agent's work."""


def paced(events: Iterable[T], pause: float = PAUSE) -> Iterator[T | None]:
    """The events in order, with None where something new has waited `pause` seconds to be shown.

    The events are read in a thread of their own, so that a None comes while the next event is still being made. An
    exception of the source is raised here, in its place. When this iterator is closed early, the source is read no further
    than its next event.
    """
    arrived: queue.SimpleQueue[tuple[str, T | None, Exception | None]] = queue.SimpleQueue()
    left = threading.Event()

    def read() -> None:
        try:
            for event in events:
                if left.is_set():
                    return
                arrived.put(("event", event, None))
            arrived.put(("end", None, None))
        except Exception as fault:
            arrived.put(("fault", None, fault))

    threading.Thread(target=read, name="events", daemon=True).start()
    shown, fresh = time.monotonic(), False
    try:
        while True:
            try:
                wait = max(0.0, shown + pause - time.monotonic()) if fresh else None
                what, event, fault = arrived.get(timeout=wait)
            except queue.Empty:
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
