"""The embedded model: the same words every time, in every process, without network or key."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import pytest_socket

from assistant import Assistant

QUESTIONS = (
    "What is contango?",
    "contango vs backwardation",
    "25/30/35 butterfly at 0.85: break-evens?",
    "plan the tranches for $20,000",
    "why does the article avoid at-the-money calls",
    "should I buy vix calls",
    "what is bitcoin",
    "how much is each later tranche",
    "is the first tranche 10%, right?",
    "when do vix options expire and why does it matter",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_same_question_has_the_same_answer(warmed: Assistant, session: str, question: str) -> None:
    assert len({str(warmed.ask(question, session=f"{session}-{n}")) for n in range(3)}) == 1


def test_two_processes_of_different_hash_seeds_say_the_same() -> None:
    code = (
        "import warnings; warnings.simplefilter('ignore')\n"
        "from assistant import Assistant\n"
        "a = Assistant()\n"
        f"for n, q in enumerate({QUESTIONS!r}): r = a.ask(q, session=str(n)); print(r, r.terms, r.follow_ups, r.code)\n"
    )
    root = Path(__file__).resolve().parents[2]
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        for seed in ("1", "2")
    ]
    said = [process.communicate(timeout=120) for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    assert said[0][0] == said[1][0]
    assert len(said[0][0]) > 2000


def test_no_key_and_no_network_are_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "ALVH_MODEL"):
        monkeypatch.delenv(name, raising=False)
    pytest_socket.disable_socket(allow_unix_socket=True)
    assert Assistant().ask("What is contango?").kind == "explanation"


def test_every_figure_of_an_answer_has_a_source(warmed: Assistant, session: str) -> None:
    """Independent of the guard: every figure stands in the question, a cited claim or a result."""
    import json
    import re

    figure = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
    for n, question in enumerate(QUESTIONS):
        answer = warmed.ask(question, session=f"{session}-{n}")
        body = re.sub(r"\[\d+\]", " ", answer.text)
        sources = " ".join(
            [
                question,
                *(c.text + c.term for c in answer.citations),
                *(json.dumps(r.to_dict(), ensure_ascii=False) for r in answer.results),
            ]
        )
        known = {float(f.replace(",", "")) for f in figure.findall(sources)}
        assert {f for f in figure.findall(body) if float(f.replace(",", "")) not in known} == set(), question
        assert answer.notes == ()


def test_every_claim_is_cited_and_every_mark_has_its_claim(warmed: Assistant, session: str) -> None:
    import re

    for n, question in enumerate(QUESTIONS):
        answer = warmed.ask(question, session=f"{session}-{n}")
        marks = {int(m) for m in re.findall(r"\[(\d+)\]", answer.text)}
        assert marks == {c.mark for c in answer.citations}
        for citation in answer.citations:
            assert warmed.glossary.claim(citation.claim_id).text == citation.text
            assert citation.source
