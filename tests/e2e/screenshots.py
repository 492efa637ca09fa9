"""Takes the README's pictures of the page over the real assistant: docs/page-wide.png and docs/page-phone.png.

    python -m tests.e2e.screenshots [folder]

Needs Chromium (see conftest.py). The pictures are reduced to 256 colours, which keeps each well under 250 KB.
"""

from __future__ import annotations

import io
import sys
import threading
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from assistant import Assistant
from assistant.page import serve
from tests.e2e.conftest import ROOT, chromium
from tests.e2e.served import any_port

BUTTERFLY = "What are the break-evens of a 25/30/35 VIX call butterfly bought for 0.85?"
HEDGE = "What is the Adaptive Layered VIX Hedge?"


def ask(page: Page, question: str, answers: int) -> None:
    page.fill("#question textarea", question)
    page.press("#question textarea", "Enter")
    page.locator("#chat p.disclaimer").nth(answers - 1).wait_for(state="attached")


def opened(browser, url: str, width: int, height: int, scale: float) -> Page:
    page = browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=scale).new_page()
    page.goto(url)
    page.wait_for_selector("#chat .example")
    return page


def saved(page: Page, path: Path) -> None:
    page.wait_for_timeout(1200)  # the chart's entrance
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)
    sys.stdout.write(f"{path.name}: {path.stat().st_size // 1024} KB\n")


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    served = serve(Assistant, port=any_port(), open_browser=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium())
        wide = opened(browser, served.url, 1280, 1330, 1)
        ask(wide, BUTTERFLY, 1)
        wide.locator("#chat .js-plotly-plot .main-svg").first.wait_for()
        saved(wide, folder / "page-wide.png")
        phone = opened(browser, served.url, 390, 844, 1.5)
        ask(phone, HEDGE, 1)
        saved(phone, folder / "page-phone.png")
        browser.close()
    served.close()
    for thread in threading.enumerate():
        if thread.name == "assistant-arrives":
            thread.join()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs")
