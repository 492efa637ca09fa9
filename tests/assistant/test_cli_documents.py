"""`alvh ask --save`, `alvh export` and `alvh replay`: files, exit codes, and the disclaimer on every way out."""

import json
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner

from assistant.cli import main
from tests.assistant.conversations import files
from tools.disclaimer import SHORT


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands run in a folder of the test's that holds the files, with a cache of its own."""
    files(tmp_path)
    for name in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


def alvh(*arguments: str):
    return CliRunner().invoke(main, list(arguments), prog_name="alvh")


BUTTERFLY = "25/30/35 butterfly at 0.85: break-evens?"
SAVED = ("ask", "did it cross?", "--then", BUTTERFLY, "--then", "and at 1.10?", "--data", "prices.csv")


@pytest.mark.parametrize("name", ["talk.json", "talk.md", "talk.ipynb", "TALK.JSON"])
def test_a_conversation_is_saved_in_the_form_of_the_files_ending(name: str) -> None:
    done = alvh(*SAVED, "--save", name)
    assert (done.exit_code, done.stderr.strip()) == (0, f"Saved in {name}")
    assert not list(Path().glob("*.part"))
    text = Path(name).read_text(encoding="utf-8")
    assert SHORT in text
    assert "1.1" in text


def test_further_questions_belong_to_the_same_conversation() -> None:
    answers = json.loads(alvh("ask", BUTTERFLY, "--then", "and at 1.10?", "--json").stdout)
    assert [answer["results"][0]["break_evens"] for answer in answers] == [[25.85, 34.15], [26.1, 33.9]]


def test_the_exit_code_is_that_of_the_last_answer() -> None:
    assert alvh("ask", "What is theta?", "--then", "should I buy it now?").exit_code == 4


def test_another_ending_is_refused_before_anything_is_asked() -> None:
    done = alvh("ask", "What is theta?", "--save", "talk.docx")
    assert done.exit_code == 2
    assert ".md, .json, .ipynb" in done.output
    assert SHORT in " ".join(done.output.split())
    assert not Path("talk.docx").exists()


def test_a_folder_that_is_not_there_is_said() -> None:
    done = alvh("ask", "What is theta?", "--save", "nowhere/talk.md")
    assert done.exit_code == 2
    assert "not saved" in done.output


def test_a_saved_conversation_replays_identically_beside_its_data() -> None:
    alvh(*SAVED, "--save", "talk.json")
    done = alvh("replay", "talk.json")
    assert done.exit_code == 0, done.output
    assert done.output.startswith("Identical: 3 answers")
    told = json.loads(alvh("replay", "talk.json", "--json").output)
    assert (told["identical"], told["differences"], told["disclaimer"]) == (True, [], SHORT)


def test_a_difference_is_told_in_words_and_leaves_with_1() -> None:
    alvh(*SAVED, "--save", "talk.json")
    text = Path("talk.json").read_text(encoding="utf-8")
    Path("talk.json").write_text(text.replace("33.9", "33.8"), encoding="utf-8")
    done = alvh("replay", "talk.json")
    assert done.exit_code == 1
    assert "Answer 3" in done.output
    assert "33.8" in done.output
    assert "changed after it was saved" in done.output
    assert SHORT in done.output


def test_missing_data_leaves_with_3_and_names_the_file() -> None:
    alvh(*SAVED, "--save", "talk.json")
    Path("apart").mkdir()
    Path("talk.json").rename("apart/talk.json")
    done = alvh("replay", "apart/talk.json")
    assert done.exit_code == 3
    assert "prices.csv" in done.output
    assert SHORT in done.output
    assert alvh("replay", "apart/talk.json", "--data", ".").exit_code == 0
    assert alvh("replay", "apart/talk.json", "--data", "prices.csv").exit_code == 0
    assert json.loads(alvh("replay", "apart/talk.json", "--json").output)["disclaimer"] == SHORT


def test_data_that_is_no_table_any_more_leaves_with_2() -> None:
    alvh(*SAVED, "--save", "talk.json")
    Path("prices.csv").write_bytes(b"%PDF-1.4")
    done = alvh("replay", "talk.json")
    assert done.exit_code == 2
    assert "PDF" in done.output


@pytest.mark.parametrize("command", [("replay", "other.csv"), ("export", "other.csv", "out.md")])
def test_another_file_is_no_record(command: tuple[str, ...]) -> None:
    done = alvh(*command)
    assert done.exit_code == 2
    assert "saved conversation in JSON" in " ".join(done.output.split())
    assert SHORT in " ".join(done.output.split())


def test_a_record_becomes_the_same_documents_as_the_conversation() -> None:
    alvh(*SAVED, "--save", "talk.json")
    for name in ("one.md", "one.ipynb", "one.json"):
        assert alvh("export", "talk.json", name).exit_code == 0
        alvh(*SAVED, "--save", f"two{Path(name).suffix}")
        assert Path(name).read_bytes() == Path(f"two{Path(name).suffix}").read_bytes()
    nbformat.read("one.ipynb", 4)


def test_the_working_is_shown_when_asked_for() -> None:
    assert "Lower break-even: 25 + 0.85 = 25.85" in alvh("ask", BUTTERFLY, "--working").output
    assert "Best to worst: 4.15 ÷ 0.85" in alvh("ask", BUTTERFLY, "--working").output
    assert "Best to worst" not in alvh("ask", BUTTERFLY).output
    assert alvh("ask", "What is theta?", "--working").output == alvh("ask", "What is theta?").output
