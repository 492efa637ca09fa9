"""What every guard around a model call is made from: its work written once, run with or without `await`."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Awaitable, Callable, Generator
from functools import partial
from inspect import signature
from typing import Any, TypeAlias

from langchain.agents.middleware import AgentMiddleware, ModelRequest, ModelResponse

from assistant.context import TurnContext

Request: TypeAlias = ModelRequest[TurnContext]
Response: TypeAlias = ModelResponse[Any]
Calls: TypeAlias = Generator[Request, Response, Response]


class Around(AgentMiddleware[Any, TurnContext]):
    """A guard: `around` yields each request that it wants made and is sent the response, or thrown the error; it returns
    the response that goes further out.
    """

    @abstractmethod
    def around(self, request: Request) -> Calls:
        """The guard's work for one model call."""

    def wrap_model_call(self, request: Request, handler: Callable[[Request], Response]) -> Response:
        """Make the requests one by one."""
        work = self.around(request)
        try:
            wanted = next(work)
            while True:
                try:
                    response = handler(wanted)
                except Exception as error:  # the guard decides; what it does not take comes out again
                    wanted = work.throw(error)
                else:
                    wanted = work.send(response)
        except StopIteration as end:
            return _result(end)

    async def awrap_model_call(self, request: Request, handler: Callable[[Request], Awaitable[Response]]) -> Response:
        """The same, awaited."""
        work = self.around(request)
        try:
            wanted = next(work)
            while True:
                try:
                    response = await handler(wanted)
                except Exception as error:  # the guard decides; what it does not take comes out again
                    wanted = work.throw(error)
                else:
                    wanted = work.send(response)
        except StopIteration as end:
            return _result(end)


class InTurn(AgentMiddleware[Any, TurnContext]):
    """Several guards as one, the outermost first: every layer that the framework itself sees costs a traced call."""

    def __init__(self, *guards: Around) -> None:
        super().__init__()
        self._guards = guards

    def wrap_model_call(self, request: Request, handler: Callable[[Request], Response]) -> Response:
        """Each guard around the next."""
        for guard in reversed(self._guards):
            handler = partial(guard.wrap_model_call, handler=handler)
        return handler(request)

    async def awrap_model_call(self, request: Request, handler: Callable[[Request], Awaitable[Response]]) -> Response:
        """The same, awaited."""
        for guard in reversed(self._guards):
            handler = partial(guard.awrap_model_call, handler=handler)
        return await handler(request)


# The framework asks for it at every call; read once, it costs a quarter.
InTurn.wrap_model_call.__signature__ = signature(InTurn.wrap_model_call)  # type: ignore[attr-defined]


def _result(end: StopIteration) -> Response:
    response: Response = end.value
    return response
