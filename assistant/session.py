"""Sessions: each has its own tables, its own conversation and its own lock; none ever sees another's.

A turn that is stopped while a tool of its is at work cannot be ended there. It keeps the session that it began with, and the
conversation goes on at once with a copy: what the stopped turn may still write, nobody reads.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from assistant.answer import Answer
from tools import Table
from tools.errors import ToolError

if TYPE_CHECKING:
    from assistant.context import TurnContext

MAX_SESSIONS = 500
MAX_TABLES = 20
MAX_TURNS = 50
MAX_ARRIVALS = 200
MAX_LEFT = 2  # stopped turns of one session whose tools are still at work; with more the next question waits


@dataclass(frozen=True)
class Call:
    """One planned tool call: the catalogue name and its arguments, as the model gave them."""

    tool: str
    arguments: Mapping[str, Any]


ROWS: Final[Mapping[str, tuple[str, ...]]] = {
    "legs": ("side", "kind", "strike", "premium", "quantity"),
    "fills": ("price", "units"),
}
"""Kinds of parameters of which a call holds named rows and the tool takes tuples: the names in the tuple's order."""


def rows(kind: str, given: Sequence[Mapping[str, Any]] | None) -> list[tuple[Any, ...]]:
    """Rows of a call as the tool takes them."""
    return [tuple(row[name] for name in ROWS[kind]) for row in given or ()]


@dataclass(frozen=True)
class Turn:
    """One exchange that has been answered: the words, the calls that were made, the answer.

    `pending` is the calculation that waits for a number the answer asked for.
    """

    question: str
    calls: tuple[Call, ...]
    answer: Answer
    pending: Call | None = None


@dataclass(frozen=True)
class Arrival:
    """A table that became the active one when so many questions had been answered.

    Attributes:
        answered: how many.
        table: what was found in it, without its rows: the record of a conversation outlives the data.
        again: it was taken up again, not loaded.
        asked: the question that was being answered brought it about.
    """

    answered: int
    table: Table
    again: bool = False
    asked: bool = False


@dataclass
class Session:
    """One conversation.

    `lock` is held while a turn is made, so two questions at once are answered in order; a plain lock, because a streamed
    turn may end in another thread than it began in. `running` is the turn that is being made, None between two. `left` says
    that the conversation has gone on in a copy, and `stopped` are the locks of those that it has left.
    """

    name: str
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False)
    turns: list[Turn] = field(default_factory=list)
    arrivals: list[Arrival] = field(default_factory=list)
    answered: int = 0
    running: TurnContext | None = field(default=None, repr=False)
    left: bool = False
    stopped: tuple[threading.Lock, ...] = field(default=(), repr=False)
    _tables: OrderedDict[str, Table] = field(default_factory=OrderedDict)
    _writing: threading.RLock = field(default_factory=threading.RLock, repr=False)

    @property
    def tables(self) -> Mapping[str, Table]:
        """The loaded tables by name, oldest first; read-only."""
        return MappingProxyType(self._tables)

    @property
    def active(self) -> Table | None:
        """The table that 'it' and 'my data' mean: the one loaded or named last."""
        return next(reversed(self._tables.values()), None)

    def add(self, table: Table) -> None:
        """Keep `table` under its name; a second one of the same name replaces the first."""
        if len(self._tables) >= MAX_TABLES and table.name not in self._tables:
            raise ToolError("tables", len(self._tables), f"at most {MAX_TABLES} in one conversation", "Start a new chat.")
        self._keep(table, asked=False)

    def reread(self, table: Table) -> None:
        """Keep `table` in place of the one of its name that it was read from again, because a question asked for it."""
        self._keep(table, asked=True)

    def take_up(self, name: str) -> Table:
        """Make a loaded table the active one again; ToolError where there is none of that name."""
        table = self.pick(name)
        with self._writing:
            self._tables.move_to_end(table.name)
            self._arrived(Arrival(self.answered, table, again=True))
        return table

    def use(self, name: str) -> None:
        """Make the table called `name` the active one."""
        with self._writing:
            self._tables.move_to_end(name)

    def pick(self, name: str | None) -> Table:
        """The table called `name`, or the active one; ToolError where there is none."""
        if name:
            for key, table in self._tables.items():
                if key.lower() == name.lower():
                    return table
            raise ToolError("table", name, "one of " + ", ".join(self._tables) if self._tables else "a loaded table")
        if self.active is None:
            raise ToolError("table", None, "a loaded table", "Load a file first: CSV, Excel, Parquet or JSON.")
        return self.active

    def record(self, turn: Turn) -> None:
        """Remember a turn; the oldest go when there are many."""
        self.turns.append(turn)
        self.answered += 1
        del self.turns[:-MAX_TURNS]

    def apart(self) -> Session | None:
        """A copy in which the conversation can go on while a stopped turn holds this one; None where too many such are held."""
        held = tuple(lock for lock in (*self.stopped, self.lock) if lock.locked())
        if len(held) > MAX_LEFT:
            return None
        with self._writing:
            self.left = True
            tables = OrderedDict(self._tables)
            return Session(
                self.name, turns=[*self.turns], arrivals=[*self.arrivals], answered=self.answered, stopped=held, _tables=tables
            )

    def _keep(self, table: Table, *, asked: bool) -> None:
        with self._writing:
            self._tables.pop(table.name, None)
            self._tables[table.name] = table
            self._arrived(Arrival(self.answered, table, asked=asked))

    def _arrived(self, arrival: Arrival) -> None:
        described = replace(arrival.table, frame=arrival.table.frame.iloc[:0].copy(), origin=None)
        self.arrivals.append(replace(arrival, table=described))
        del self.arrivals[:-MAX_ARRIVALS]


class Sessions:
    """All sessions of one assistant; the least recently used goes when there are too many."""

    def __init__(self, limit: int = MAX_SESSIONS) -> None:
        self._limit = limit
        self._sessions: OrderedDict[str, Session] = OrderedDict()
        self._lock = threading.RLock()

    def get(self, name: str) -> Session:
        """The session called `name`, made when it is new."""
        with self._lock:
            session = self._sessions.setdefault(name, Session(name))
            self._sessions.move_to_end(name)
            while len(self._sessions) > self._limit:
                self._sessions.popitem(last=False)
            return session

    @contextmanager
    def held(self, name: str) -> Iterator[Session]:
        """The session called `name`, its lock held: the one in which the conversation goes on when its turn has come."""
        while True:
            session = self.get(name)
            with session.lock:
                if not session.left:
                    yield session
                    return

    def add(self, name: str, table: Table) -> None:
        """Keep a table in the session called `name`; see `Session.add`."""
        with self._lock:
            self.get(name).add(table)

    def end(self, session: Session, turn: Turn) -> bool:
        """Remember a turn that has been made; False, and nothing is kept, where it was stopped."""
        with self._lock:
            running, session.running = session.running, None
            if running is not None and running.unwanted:
                return False
            session.record(turn)
            return True

    def stop(self, name: str) -> None:
        """End the session's running turn at its next step; the conversation goes on without waiting for that."""
        with self._lock:
            session = self.get(name)
            if session.running is None:
                return
            session.running.stopped = session.running.unwanted = True
            apart = session.apart()
            if apart is not None:
                self._sessions[name] = apart

    def forget(self, name: str) -> None:
        """Drop a session with its tables and its conversation."""
        with self._lock:
            self._sessions.pop(name, None)
