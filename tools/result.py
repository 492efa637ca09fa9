"""The result that every tool returns: frozen, with its inputs, its assumptions, its words, its picture and its call."""

from __future__ import annotations

import datetime as dt
import math
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

import numpy as np
import pandas as pd

from tools.disclaimer import SHORT
from tools.methodology import Assumption
from tools.working import WorkingStep

if TYPE_CHECKING:
    import plotly.graph_objects as go

T = TypeVar("T")

_DOLLAR = re.compile(r"(`[^`]*`)|\$")
_TAIL = 5  # rows of a long thing that a result shows
_INLINE = 10_000  # a longer series is named in `call`, not written out; what is typed or pasted is shorter


@dataclass(frozen=True, kw_only=True)
class Result(ABC):
    """Base of all results. Subclasses add the numbers as fields, set `tool`, and write `summary()`.

    Attributes:
        inputs: what the tool was called with, by parameter name (series and tables as given).
        assumptions: what the numbers rest on besides the inputs, each with its provenance.
    """

    tool: ClassVar[str]
    inputs: Mapping[str, Any] = field(repr=False)
    assumptions: tuple[Assumption, ...] = field(default=(), repr=False)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.__eq__ = Result._equal  # type: ignore[assignment,method-assign]  # dataclass leaves it alone, and makes the hash with it
        for name in ("summary", "working"):
            if name in vars(cls):
                setattr(cls, name, _once(vars(cls)[name]))

    @property
    def disclaimer(self) -> str:
        """The educational-only disclaimer."""
        return SHORT

    @property
    def call(self) -> str:
        """The Python line that reproduces this result, after `from tools import …`."""
        return f"{self.tool}({', '.join(f'{k}={_source(v)}' for k, v in self.inputs.items())})"

    @abstractmethod
    def summary(self) -> str:
        """The result in plain words, as Markdown; every figure in it is a figure of this result."""

    @abstractmethod
    def working(self) -> tuple[WorkingStep, ...]:
        """How the figures come about, step by step, each with the numbers put in."""

    def explain(self) -> str:
        """`summary()`, then the working, then what it rests on with the provenance, then the disclaimer."""
        parts = [self.summary(), "**The working**\n\n" + "\n".join(f"- {step}" for step in self.working())]
        if self.assumptions:
            parts.append("**What this rests on**\n\n" + "\n".join(f"- {a.says} *({a.provenance})*" for a in self.assumptions))
        parts.append(f"*{self.disclaimer}*")
        return "\n\n".join(parts)

    def _repr_markdown_(self) -> str:
        """How a notebook shows a result that ends a cell."""
        return in_notebook(self.explain())

    def _equal(self, other: object) -> bool:
        """Whether both are the same result of the same inputs; fields that are frames cannot be asked with `==`."""
        if type(self) is not type(other):
            return False
        return all(_same(getattr(self, f.name), getattr(other, f.name)) for f in fields(self))

    def to_dict(self) -> dict[str, Any]:
        """JSON-safe: NaN becomes None, ±inf becomes "inf"/"-inf", a frame its columns, length and last five rows."""
        own = {f.name: plain(getattr(self, f.name)) for f in fields(self) if f.name not in ("inputs", "assumptions")}
        return {
            "tool": self.tool,
            "call": self.call,
            "inputs": plain(dict(self.inputs)),
            **own,
            "working": plain(self.working()),
            "assumptions": plain(self.assumptions),
            "summary": self.summary(),
            "disclaimer": self.disclaimer,
        }

    def figure(self) -> go.Figure | None:
        """A Plotly figure where a picture helps, otherwise None. Plotly is imported only here."""
        return None


def _same(one: Any, other: Any) -> bool:
    """Whether two values of a field are the same, gaps included."""
    if type(one) is not type(other):
        return bool(one == other) if np.isscalar(one) and np.isscalar(other) else False
    if isinstance(one, (pd.DataFrame, pd.Series, pd.Index)):
        return bool(one.equals(other))
    if isinstance(one, np.ndarray):
        return np.array_equal(one, other, equal_nan=one.dtype.kind == other.dtype.kind == "f")
    if isinstance(one, Mapping):
        return one.keys() == other.keys() and all(_same(one[k], other[k]) for k in one)
    if isinstance(one, (tuple, list)):
        return len(one) == len(other) and all(map(_same, one, other))
    return bool(one == other) or (isinstance(one, float) and math.isnan(one) and math.isnan(other))


def in_notebook(text: str) -> str:
    """`text` for a notebook, in which two dollar signs would otherwise be the ends of a formula."""
    return _DOLLAR.sub(lambda m: m.group(1) or r"\$", text)


def _once(work: Callable[[Any], T]) -> Callable[[Any], T]:
    """A method of a frozen object that is worked out at the first call: an answer, its record and its export all ask for it."""
    place = f"_{work.__qualname__}"

    @wraps(work)
    def kept(self: Any) -> T:
        held = vars(self)
        if place not in held:
            held[place] = work(self)
        worked: T = held[place]
        return worked

    return kept


def plain(value: Any) -> Any:
    """`value` as JSON-safe Python: the one conversion used by results, answers and surfaces."""
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, (int, np.integer)):
        return int(value)
    if isinstance(value, (float, np.floating)):
        number = float(value)
        if math.isnan(number):
            return None
        return number if math.isfinite(number) else ("inf" if number > 0 else "-inf")
    if value is pd.NaT or value is pd.NA:
        return None
    if isinstance(value, (dt.datetime, pd.Timestamp)):
        return value.isoformat() if value.time() != dt.time(0) else value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, np.bool_):
        return bool(value)
    if isinstance(value, pd.DataFrame):
        return {"columns": [str(c) for c in value.columns], "rows": len(value), "last": _records(value.tail(_TAIL))}
    if isinstance(value, pd.Series):
        return {"name": plain(value.name), "rows": len(value), "last": plain(value.tail(_TAIL).tolist())}
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple, set, frozenset, pd.Index)):
        return [plain(v) for v in value]
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    return str(value)


def _records(frame: pd.DataFrame) -> Any:
    """The rows of a frame with its index, column by column: to convert it as a whole takes several times as long for a few."""
    index = frame.index
    name = index.name or "index"
    if not isinstance(index, pd.RangeIndex | pd.DatetimeIndex) or name in frame.columns or not frame.columns.is_unique:
        return plain(frame.reset_index().to_dict("records"))
    columns: dict[Any, list[Any]] = {name: index.tolist(), **{column: frame[column].tolist() for column in frame.columns}}
    return [plain(dict(zip(columns, row, strict=True))) for row in zip(*columns.values(), strict=True)]


def _source(value: Any) -> str:
    """How an input is written in Python: its own `call` where it came from a loaded table, otherwise its repr."""
    attrs = getattr(value, "attrs", None)
    if isinstance(attrs, dict) and "call" in attrs:
        return str(attrs["call"])
    if hasattr(value, "call"):
        return str(value.call)
    if isinstance(value, (pd.Series, np.ndarray)):
        items = plain(np.asarray(value).tolist())
        return repr(items) if len(items) <= _INLINE else "series"
    if isinstance(value, pd.DataFrame):
        return "frame"
    return repr(plain(value)) if isinstance(value, (np.generic, pd.Timestamp)) else repr(value)
