"""A served page and a real browser. Without Chromium the tests are skipped, unless ALVH_REQUIRE_BROWSER=1 says they count."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, TimeoutError, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str | None:
    return os.environ.get("ALVH_CHROMIUM") or next((found for name in _NAMES if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        reason = "Chromium is not installed (apt-get install chromium), or name it in ALVH_CHROMIUM"
        if os.environ.get("ALVH_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


def _served(kind: str) -> Iterator[str]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.served", kind], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, f"the page did not start: python -m tests.e2e.served {kind}"
        yield str(json.loads(line)["url"])
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The page over the real assistant."""
    yield from _served("real")


@pytest.fixture(scope="session")
def fake_site() -> Iterator[str]:
    """The page over the fake: slow, failing and hostile answers."""
    yield from _served("fake")


@pytest.fixture
def late_site() -> Iterator[str]:
    """The page over an assistant that arrives after it; its own for each test."""
    yield from _served("late")


class Tab:
    """One browser tab on the page, with everything that went wrong in it."""

    def __init__(self, context: BrowserContext, url: str) -> None:
        self.context, self.url = context, url
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        self.page.set_default_timeout(30_000)
        self.page.goto(url)
        self.page.wait_for_selector("#question textarea")
        self.page.wait_for_selector("#chat .example")

    @property
    def box(self):
        return self.page.locator("#question textarea")

    @property
    def answers(self):
        """The finished answers: each ends in its disclaimer."""
        return self.page.locator("#chat p.disclaimer")

    @property
    def chat(self) -> str:
        return self.page.locator("#chat").inner_text()

    def ask(self, question: str) -> None:
        """Types, presses Enter and waits for the finished answer."""
        before = self.answers.count()
        self.box.fill(question)
        self.box.press("Enter")
        self.finished(before + 1)

    def finished(self, answers: int) -> None:
        try:
            self.answers.nth(answers - 1).wait_for(state="attached")
            # Until Send is back the answer may be drawn once more, which shuts what was unfolded in it.
            self.page.locator("#send").wait_for(state="visible")
        except TimeoutError as late:
            box, recent = self.box.input_value(), self.requests[-8:]
            raise AssertionError(f"no answer; in the box: {box!r}; chat: {self.chat!r}; last requests: {recent}") from late
        self.page.wait_for_function("() => !document.querySelector('#chat .message.pending, #chat .loading-spinner')")

    def add(self, *files) -> None:
        before = self.answers.count()
        self.page.set_input_files("#entry input[type=file]", files if len(files) > 1 else files[0])
        self.finished(before + 1)

    def sideways(self) -> int:
        """Pixels that the page is wider than its window."""
        return int(self.page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))


@pytest.fixture
def open_tab(browser: Browser) -> Iterator:
    """Opens tabs; every test ends by checking that nothing went wrong in them and that nothing left this machine."""
    tabs: list[Tab] = []

    def open_tab(url: str, *, width: int = 1280, height: int = 900, dark: bool = False) -> Tab:
        scheme = "dark" if dark else "light"
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        tabs.append(Tab(context, url))
        return tabs[-1]

    yield open_tab
    for tab in tabs:
        tab.context.close()
        assert tab.errors == []
        assert [r for r in tab.requests if not r.startswith((tab.url, "data:", "blob:"))] == []
