"""What to do about one question."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.answer import Kind
from assistant.session import Call
from assistant.understanding.limits.scope import Decline
from assistant.understanding.text.manner import Manner
from assistant.understanding.text.of_itself import Topic
from assistant.understanding.text.shape import Shape
from assistant.understanding.text.wishes import Wish
from tools.result import Result


@dataclass(frozen=True)
class Plan:
    """What to do about one question.

    Attributes:
        question: the words.
        kind: the kind of answer meant; the search may still turn "explanation" into "not-covered".
        shapes: what the words ask for, the leading shape first.
        calls: tool calls to make, in order; () for an answer that needs none.
        terms: glossary terms named, in order of the question (or taken over from the turn before).
        named: whether the question itself names them.
        missing: what to ask for, in words.
        choices: what could be meant, each a question that can be sent as it stands.
        pending: the call that waits for what is missing.
        declined: why it is not answered as asked.
        wish: what it asks to be shown of the answer before it.
        courtesy: whether it asks nothing yet.
        topic: what of the assistant itself it asks.
        seen: ids of claims that the conversation has shown already and that are not wanted again.
        holds: a pattern of what the claims must have, which are then those of the terms alone; "" for any claims.
        assumed: what was assumed in reading the words.
        said: the answer before, its marks as claim ids, where it is to be told in another manner.
        manner: how the answer is to be told, where the question says so.
        event: which of the triggers or crosses is asked about, counted from 0, with the word for it.
        unclear: what could be changed in the calculation before, where it is open what the words ask of it.
        brief: whether a figure is asked for of a result that stands in the conversation, and no more than that.
        before: the results of the turn before, of which only what has changed is told.
    """

    question: str
    kind: Kind
    shapes: tuple[Shape, ...]
    calls: tuple[Call, ...] = ()
    terms: tuple[str, ...] = ()
    named: bool = False
    missing: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    pending: Call | None = None
    declined: Decline | None = None
    wish: Wish | None = None
    courtesy: bool = False
    topic: Topic | None = None
    seen: frozenset[str] = frozenset()
    holds: str = ""
    assumed: tuple[str, ...] = ()
    said: str = ""
    manner: Manner | None = None
    event: tuple[int, str] | None = None
    unclear: str = ""
    brief: bool = False
    before: tuple[Result, ...] = field(default=(), compare=False, repr=False)

    @property
    def shape(self) -> Shape:
        """The leading shape."""
        return self.shapes[0]
