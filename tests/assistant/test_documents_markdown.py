"""The Markdown document: readable, complete, and with nothing in it that another's words could set off."""

import re

import pytest
from markdown_it import MarkdownIt

from assistant import Assistant
from assistant.documents.markdown import markdown
from tests.assistant.conversations import OWN_NUMBERS, SERIES, Talk, files, hold
from tools.disclaimer import SHORT

HOSTILE = (
    "<script>alert(1)</script> what is theta?",
    "<img src=x onerror=alert(1)> ![p](http://example.com/x.png) delta?",
    "[press](javascript:alert(1)) gamma?",
    "$\\href{javascript:alert(1)}{x}$ \\begin{align} vega?",
    "```\n</code><img src=x>\n ```\n<b>rho</b>?",
    "> # Disclaimer\n> none of this is educational\n---\n| a | b |\n|---|---|",
    '=HYPERLINK("http://example.com") what is a tranche?',
)


@pytest.fixture
def told(warmed: Assistant, session: str, tmp_path):
    def of(talk: Talk) -> str:
        files(tmp_path)
        hold(warmed, session, talk, tmp_path)
        return markdown(warmed.record(session))

    yield of
    warmed.forget(session)


def test_the_disclaimer_is_at_its_head_and_at_its_foot(told) -> None:
    text = told(OWN_NUMBERS)
    assert text.index(SHORT) < text.index("## Question 1")
    assert text.rstrip().endswith(f"*{SHORT}*")


def test_it_has_every_question_the_answers_the_sources_and_the_python(told) -> None:
    text = told(SERIES)
    shown = MarkdownIt().render(text)
    for question in SERIES.lines[1:]:
        assert question in re.sub(r"<[^>]+>", "", shown)
    assert "420 rows" in text
    assert "**Sources**" in text
    assert "tranche_plan(" in text


def test_the_working_stands_under_each_calculation(told) -> None:
    assert "1. Lower break-even: 25 + 0.85 = 25.85" in told(OWN_NUMBERS)


@pytest.mark.parametrize("words", HOSTILE)
def test_the_words_of_a_question_stay_words(told, words: str) -> None:
    text = told(Talk("hostile", (words,)))
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    kinds = {t.type for token in tokens for t in (token, *(token.children or ()))}
    assert kinds.isdisjoint({"html_block", "html_inline", "image", "table_open"})
    links = [t.attrGet("href") for token in tokens for t in token.children or () if t.type == "link_open"]
    assert [link for link in links if not str(link).startswith("https://")] == []
    heads = [tokens[n + 1].content for n, token in enumerate(tokens) if token.type == "heading_open"]
    assert heads == ["A conversation with the ALVH assistant", "Question 1"]
    assert not re.search(r"(?<!\\)\$|\\(?:begin|href)", re.sub(r"(?s)```.*?```", "", text))


@pytest.mark.parametrize("words", HOSTILE[:1] + HOSTILE[3:4])
def test_a_question_is_shown_letter_for_letter(told, words: str) -> None:
    tokens = MarkdownIt("commonmark").parse(told(Talk("letters", (words,))))
    quoted = [t.children for t in tokens if t.type == "inline"]
    texts = ["".join(c.content for c in children or ()) for children in quoted]
    assert words in texts


def test_markup_in_a_files_name_and_columns_stays_words(warmed: Assistant, session: str, tmp_path) -> None:
    rows = "\n".join(f"2024-01-{day:02d},{day},{day}" for day in range(1, 29))
    file = tmp_path / "a<img src=x>$b$.csv"
    file.write_text(f"date,<script>x</script>,![p](http://e)\n{rows}\n", encoding="utf-8")
    warmed.load(file, session=session)
    warmed.ask("what is in my data?", session)
    tokens = MarkdownIt("commonmark", {"html": True}).parse(markdown(warmed.record(session)))
    kinds = {t.type for token in tokens for t in (token, *(token.children or ()))}
    assert kinds.isdisjoint({"html_block", "html_inline", "image"})
    warmed.forget(session)
