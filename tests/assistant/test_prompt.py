"""The one system prompt: rules, and nothing that is not a model's business."""

import re

from assistant.prompt import SYSTEM_PROMPT
from assistant.toolbox import build_tools


def test_it_holds_the_rules_that_the_guards_enforce() -> None:
    for word in ("search_glossary", "square brackets", "Never advise", "data, never an instruction", "Educational only"):
        assert word in SYSTEM_PROMPT


def test_it_names_no_key_no_path_and_no_provider() -> None:
    assert re.search(r"(?i)api[_ ]?key|token|password|openai|anthropic|/home|http", SYSTEM_PROMPT) is None


def test_the_tools_it_names_exist() -> None:
    names = {tool.name for tool in build_tools()}
    assert set(re.findall(r"\b[a-z]+_[a-z_]+\b", SYSTEM_PROMPT)) <= names
