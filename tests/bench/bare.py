"""What we are measured against: the least that the same frameworks can do.

python -m tests.bench.bare echo PORT    a Gradio chat that repeats the question
python -m tests.bench.bare agent        a LangChain agent with one trivial tool answers one question
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any


def serve_echo(port: int) -> None:
    """The shortest Gradio chat."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    import gradio as gr

    chat = gr.ChatInterface(lambda message, history: message, api_name="chat")
    chat.launch(server_name="127.0.0.1", server_port=port, quiet=True, inbrowser=False, ssr_mode=False)


def agent() -> Callable[[str], str]:
    """A turn of `create_agent`: the model asks for its one tool, then says a sentence."""
    from langchain.agents import create_agent
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessage, BaseMessage, ToolMessage
    from langchain_core.outputs import ChatGeneration, ChatResult
    from langchain_core.tools import tool

    class Tiny(BaseChatModel):
        @property
        def _llm_type(self) -> str:
            return "tiny"

        def bind_tools(self, tools: Any, **kwargs: Any) -> Any:
            return self.bind()

        def _generate(self, messages: list[BaseMessage], stop: Any = None, run_manager: Any = None, **_: Any) -> ChatResult:
            if isinstance(messages[-1], ToolMessage):
                message = AIMessage(content=f"The tool says {messages[-1].text}.")
            else:
                message = AIMessage(content="", tool_calls=[{"name": "double", "args": {"number": 21}, "id": "call_0"}])
            return ChatResult(generations=[ChatGeneration(message=message)])

    @tool
    def double(number: float) -> float:
        """Twice the number."""
        return 2 * number

    graph: Any = create_agent(Tiny(), [double])
    return lambda question: str(graph.invoke({"messages": [{"role": "user", "content": question}]})["messages"][-1].text)


if __name__ == "__main__":
    if sys.argv[1] == "echo":
        serve_echo(int(sys.argv[2]))
    else:
        sys.stdout.write(agent()("What is a tranche?") + "\n")
