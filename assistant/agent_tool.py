"""A tool of the agent that is cheap to call: the framework reads a tool's annotations at every call, twice.

Without the postponed evaluation of annotations here, there is no text of them to compile again each time.
"""

from inspect import signature
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
