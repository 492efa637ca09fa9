"""Starting the page."""

import json
import os
import socket
import subprocess
import sys

import pytest

from assistant.page import launch


def run(code: str) -> str:
    environment = {**os.environ, "PYTHONPATH": os.getcwd()}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    return done.stdout.strip()


def test_a_taken_port_is_named_with_what_to_do():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(OSError, match="is taken"):
            launch.serve(lambda: None, port=other.getsockname()[1], open_browser=False)


def test_a_free_port_is_free():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", launch.free_port("127.0.0.1")))


def test_naming_the_page_imports_neither_gradio_nor_the_agent():
    code = "import sys, assistant.page; print([m for m in ('gradio', 'chromadb', 'langchain') if m in sys.modules])"
    assert run(code) == "[]"


def test_the_framework_writes_no_stubs_at_its_import():
    code = (
        "from assistant.page.launch import prepare; prepare(); import gradio.component_meta as m; "
        "print(m.create_or_modify_pyi.__name__)"
    )
    assert run(code) == "<lambda>"


def test_a_page_is_served_answers_and_closes():
    code = """
import urllib.request, json
from assistant.page import serve
from tests.e2e.fake import Fake
page = serve(Fake, open_browser=False)
with urllib.request.urlopen(page.url) as response:
    status, policy = response.status, response.headers["content-security-policy"]
assert page.ready(20)
page.close()
page.close()
print(json.dumps([status, "default-src 'self'" in policy, page.url.startswith("http://127.0.0.1:")]))
"""
    assert json.loads(run(code)) == [200, True, True]
