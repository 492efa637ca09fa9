"""Shared fixtures: the folder of real data (skipped clearly where absent)."""

import os
from collections.abc import Generator
from pathlib import Path

import hypothesis
import pytest

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
os.environ.setdefault("LANGSMITH_TRACING", "false")

# The same examples on every run, and no time limit for one: a busy machine is not a fault of the program.
hypothesis.settings.register_profile("project", derandomize=True, deadline=None)
hypothesis.settings.load_profile("project")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with real data beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared with real data is not beside this checkout")
    return SHARED


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where the browser is required, a browser test that skips itself has failed; absent real data is another matter."""
    report = yield
    wanted = os.environ.get("ALVH_REQUIRE_BROWSER") == "1" and item.get_closest_marker("browser") is not None
    if report.skipped and wanted and "shared" not in getattr(item, "fixturenames", ()):
        report.outcome = "failed"
        why = report.longrepr[-1] if isinstance(report.longrepr, tuple) else report.longrepr
        report.longrepr = f"skipped, but ALVH_REQUIRE_BROWSER=1: {why}"
    return report


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests share one page and one browser: with `-n 2 --dist loadgroup` they run in one worker."""
    for item in items:
        if item.get_closest_marker("browser") is not None:
            item.add_marker(pytest.mark.xdist_group("browser"))
