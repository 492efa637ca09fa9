"""A tool of the agent that is cheap to call: the framework reads a tool's annotations at every call, twice.

Without the postponed evaluation of annotations here, there is no text of them to compile again each time. And it starts a
thread for every call, which takes a seventh of an embedded turn; `in_place` lets a call run where it stands.
"""

from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from contextvars import copy_context
from inspect import signature
from types import FunctionType, MethodType
from typing import Any

from langchain_core.tools import StructuredTool


class AgentTool(StructuredTool):
    """A structured tool whose function wants neither the run's settings nor its callbacks, and whose schema hides nothing."""

    def _run(self, *args: Any, **kwargs: Any) -> Any:
        """Call the function with what the schema let through and what the graph put in."""
        if self.func is None:
            raise NotImplementedError(f"{self.name} has no function to call")
        return self.func(*args, **kwargs)

    def _filter_injected_args(self, tool_input: dict[str, Any]) -> dict[str, Any]:
        """What tracing may see: all but what the graph put in."""
        return {k: v for k, v in tool_input.items() if k not in self._injected_args_keys}


# The framework asks for it at every call; read once, it costs a quarter.
AgentTool._run.__signature__ = signature(AgentTool._run)  # type: ignore[attr-defined]


class _Here:
    """An executor that does the work itself, each piece in a context of its own as the framework's does."""

    def map(self, work: Callable[..., Any], *rows: Iterable[Any]) -> list[Any]:
        return [copy_context().run(work, *row) for row in zip(*rows, strict=True)]


@contextmanager
def _here(config: Any) -> Generator[_Here]:
    yield _Here()


def in_place(agent: Any) -> Any:
    """`agent`, whose tool node runs a call in the thread that came to it; several calls of a turn still run side by side.

    The node's own function is kept, with another executor under the name by which it asks for one. A framework that asks for
    it by another name goes on starting threads, and nothing else changes.
    """
    node = agent.nodes["tools"].bound
    own = type(node)._func
    node.func = MethodType(
        FunctionType(own.__code__, {**own.__globals__, "get_executor_for_config": _here}, own.__name__, own.__defaults__), node
    )
    return agent
