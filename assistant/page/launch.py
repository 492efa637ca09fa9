"""Starting the page: what must be set before the page framework is imported, a free port, and the server's life."""

from __future__ import annotations

import importlib.machinery
import logging
import os
import socket
import sys
import threading
import time
import webbrowser
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.abc import MetaPathFinder
from importlib.resources import as_file, files
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.page.conversation import Conversation

logger = logging.getLogger(__name__)

FIRST_PORT = 7860
_PORTS = 100


@dataclass
class Page:
    """A page that is being served.

    Attributes:
        url: its address.
        seconds: from the call of `serve` to the first byte that could be answered.
    """

    url: str
    seconds: float
    _blocks: Any = field(repr=False)
    _arriving: Any = field(repr=False)
    _closed: threading.Event = field(default_factory=threading.Event, repr=False)

    def wait(self) -> None:
        """Blocks until the page is closed or the user interrupts."""
        try:
            while not self._closed.wait(1.0):
                continue
        except KeyboardInterrupt:
            logger.info("Interrupted; closing the page")
        finally:
            self.close()

    def ready(self, timeout: float | None = None) -> bool:
        """Whether the assistant behind the page has arrived within `timeout` seconds."""
        return bool(self._arriving.wait(timeout))

    def close(self) -> None:
        """Stops serving; closing twice is harmless."""
        if not self._closed.is_set():
            self._closed.set()
            self._blocks.close(verbose=False)


def serve(
    make: Callable[[], Conversation],
    *,
    host: str = "127.0.0.1",
    port: int | None = None,
    open_browser: bool = True,
) -> Page:
    """Serves the page, then makes the assistant in a thread; questions that come earlier wait for it.

    Args:
        make: makes the assistant; called once, in a thread, after the page is served.
        host: address to listen on; 127.0.0.1 keeps the page on this machine.
        port: port to listen on; None takes the first free one from 7860.
        open_browser: whether to open the page in the user's browser.

    Raises:
        OSError: the port is taken, or none is free.
    """
    begun = time.perf_counter()
    port = free_port(host) if port is None else _checked_port(host, port)
    prepare()

    from starlette.middleware import Middleware

    from assistant.page.app import build, script, style
    from assistant.page.conversation import Arriving
    from assistant.page.headers import Headers
    from assistant.page.theme import theme

    arriving = Arriving(make)
    blocks = build(arriving)
    with as_file(files("assistant.page") / "mark.svg") as mark:
        blocks.launch(
            server_name=host,
            server_port=port,
            prevent_thread_lock=True,
            quiet=True,
            inbrowser=False,
            share=False,
            show_error=False,
            run_history=False,
            footer_links=[],
            enable_monitoring=False,
            ssr_mode=False,
            mcp_server=False,
            max_file_size="50mb",
            state_session_capacity=1000,
            favicon_path=mark,
            app_kwargs={"middleware": [Middleware(Headers)], "docs_url": None, "redoc_url": None, "openapi_url": None},
            theme=theme(),
            head=f"<style>{style()}</style>",  # as `css` the framework would rewrite every selector, and some of them wrongly
            js=script(),
        )
    url = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    served = Page(url=url, seconds=time.perf_counter() - begun, _blocks=blocks, _arriving=arriving)
    arriving.start()
    if open_browser:
        webbrowser.open(url)
    return served


def prepare() -> None:
    """Sets what the page framework reads at its import: nothing is reported to anyone, no type stubs are written."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    os.environ["HF_HUB_OFFLINE"] = "1"
    if "gradio" not in sys.modules and not any(isinstance(finder, _WithoutStubs) for finder in sys.meta_path):
        sys.meta_path.insert(0, _WithoutStubs())


def free_port(host: str) -> int:
    """The first free port from 7860 on."""
    for port in range(FIRST_PORT, FIRST_PORT + _PORTS):
        if _free(host, port):
            return port
    raise OSError(
        f"No free port between {FIRST_PORT} and {FIRST_PORT + _PORTS - 1} on {host}. Close another program or name a port."
    )


def _checked_port(host: str, port: int) -> int:
    if not _free(host, port):
        raise OSError(f"Port {port} on {host} is taken. Close the program that uses it, or name another port.")
    return port


def _free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


class _WithoutStubs(MetaPathFinder):
    """Imports the framework's component class without its habit of writing a .pyi file for each component.

    The writing takes about half of the import and is of use to an editor only.
    """

    name = "gradio.component_meta"

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """The ordinary module, with its stub writer taken out once it has run."""
        if fullname != self.name:
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        if spec is None or spec.loader is None:
            return spec
        run = spec.loader.exec_module

        def run_then_silence(module: ModuleType) -> None:
            run(module)
            if hasattr(module, "create_or_modify_pyi"):
                module.create_or_modify_pyi = lambda *_: None  # type: ignore[attr-defined]

        spec.loader.exec_module = run_then_silence  # type: ignore[method-assign]
        return spec
