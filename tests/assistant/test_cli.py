"""The `alvh` command: what it prints, which exit code a script gets, and that no way out lacks the disclaimer."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assistant.cli import main
from tools import CATALOGUE
from tools.disclaimer import SHORT

BUTTERFLY = ["tool", "butterfly", "--lower", "25", "--body", "30", "--upper", "35", "--debit", "0.85"]


@pytest.fixture(autouse=True, scope="module")
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The command keeps its index in the user's cache; here the user is a folder of the test's."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(tmp_path_factory.mktemp("home")))
        yield


def alvh(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), prog_name="alvh")


def one_line(text: str) -> str:
    """Help texts are wrapped; the disclaimer is looked for in one line."""
    return " ".join(text.split())


@pytest.fixture
def prices(tmp_path: Path) -> Path:
    """Two hundred daily closes that fall, rise and fall again, so that there are crosses."""
    rows = [
        f"{2020 + day // 300:04d}-{1 + day // 25 % 12:02d}-{1 + day % 25:02d},{20 + abs(day % 80 - 40) / 4}"
        for day in range(200)
    ]
    path = tmp_path / "prices.csv"
    path.write_text("\n".join(["DATE,CLOSE", *rows]) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("question", "kind", "code"),
    [
        ("What is a tranche?", "explanation", 0),
        ("break-evens of a 25/30/35 call butterfly for 0.85", "calculation", 0),
        ("Plan the tranches", "clarification", 3),
        ("Should I buy VIX calls today?", "no-advice", 4),
        ("Who won the football world cup in 1998?", "not-covered", 5),
    ],
)
def test_the_exit_code_says_what_kind_of_answer_it_is(question: str, kind: str, code: int) -> None:
    result = alvh("ask", question, "--json")
    told = json.loads(result.output)
    assert told["kind"] == kind
    assert result.exit_code == code
    assert told["disclaimer"] == SHORT


def test_a_printed_answer_ends_with_the_disclaimer() -> None:
    result = alvh("ask", "What", "is", "MACD?")
    assert result.exit_code == 0
    assert result.output.rstrip().rstrip("*").endswith(SHORT)


def test_without_a_cache_folder_the_index_stays_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "file"))
    assert alvh("ask", "What is MACD?").exit_code == 0
    refused = alvh("index")
    assert refused.exit_code == 2
    assert "--home" in refused.output


def test_a_question_without_words_asks_for_one() -> None:
    result = alvh("ask", " ")
    assert result.exit_code == 3
    assert SHORT in result.output


def test_a_fault_inside_exits_with_one_and_still_has_the_disclaimer(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a wire is cut")

    monkeypatch.setattr("assistant.embedded.EmbeddedModel._plan", broken)
    result = alvh("ask", "What is MACD?")
    assert result.exit_code == 1
    assert SHORT in result.output
    assert "Traceback" not in result.stdout


def test_a_loaded_table_answers_questions_about_it(prices: Path) -> None:
    result = alvh("ask", "when did it last trigger?", "--data", str(prices), "--json")
    told = json.loads(result.output)
    assert result.exit_code == 0
    assert told["kind"] == "calculation"
    assert "prices.csv" in told["code"]


def test_a_file_that_is_not_there_exits_with_two() -> None:
    result = alvh("ask", "what is in it?", "--data", "none.csv")
    assert result.exit_code == 2
    assert "none.csv" in result.output
    assert SHORT in result.output


def test_a_model_that_no_provider_has_is_refused_with_what_to_do() -> None:
    result = alvh("ask", "--model", "nobody:nothing", "hello")
    assert result.exit_code == 2
    assert "nobody:nothing" in result.output
    assert "--model" in result.output
    assert SHORT in result.output


@pytest.mark.parametrize("name", list(CATALOGUE))
def test_every_tool_of_the_catalogue_has_help(name: str) -> None:
    result = alvh("tool", name, "--help")
    assert result.exit_code == 0
    shown = one_line(result.output)
    assert " ".join(CATALOGUE[name].meaning.split()[:6]) in shown
    for parameter in CATALOGUE[name].parameters:
        if parameter.kind not in ("table", "events", "rules"):
            assert f"--{parameter.name.replace('_', '-')}" in shown
    assert SHORT in shown


def test_the_tool_list_names_the_whole_catalogue() -> None:
    shown = alvh("tool", "--help").output
    assert [name for name in CATALOGUE if name not in shown] == []


def test_a_tool_prints_its_figures_and_the_disclaimer() -> None:
    result = alvh(*BUTTERFLY)
    assert result.exit_code == 0
    for figure in ("25.85", "34.15", "$415", "$85"):  # K1 + d, 2 K2 - K1 - d, (5 - 0.85) x 100, 0.85 x 100
        assert figure in result.output
    assert SHORT in result.output


def test_a_tool_gives_json_that_a_script_can_read() -> None:
    told = json.loads(alvh(*BUTTERFLY, "--json").stdout)
    assert told["break_evens"] == [25.85, 34.15]
    assert told["disclaimer"] == SHORT


def test_an_unbounded_result_is_valid_json() -> None:
    told = json.loads(alvh("tool", "position", "--legs", "long,call,25,2.40", "--json").stdout)
    assert told["max_profit"] == "inf"


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["tool", "butterfly", "--lower", "35", "--body", "30", "--upper", "25", "--debit", "1"], "strikes"),
        (["tool", "butterfly", "--lower", "nan", "--body", "30", "--upper", "35", "--debit", "1"], "lower"),
        (["tool", "butterfly", "--lower", "x", "--body", "30", "--upper", "35", "--debit", "1"], "--lower"),
        (["tool", "butterfly", "--body", "30"], "--lower"),
        (["tool", "position", "--legs", "long,call"], "legs"),
        (["tool", "position", "--legs", "long,call,25,2.4,1.5"], "quantity"),
        (["tool", "position", "--legs", "long,call,25,two"], "legs"),
        (["tool", "staged_cost", "--fills", "20"], "fills"),
        (["tool", "tranche_plan", "--budget", "0"], "budget"),
        (["tool", "macd_trigger"], "series"),
        (["tool", "macd_trigger", "--series", "1,2,three"], "series"),
        (["tool", "macd_trigger", "--series", "1,2,3"], "series"),
        (["tool", "term_structure"], "curve"),
        (["tool", "butterfly_quote", "--lower", "25", "--body", "30", "--upper", "35"], "table"),
        (["tool", "nosuch"], "nosuch"),
        (["nosuch"], "nosuch"),
        (["ask"], "QUESTION"),
        (["--port", "0"], "--port"),
    ],
)
def test_bad_input_exits_with_two_names_the_input_and_has_the_disclaimer(arguments: list[str], named: str) -> None:
    result = alvh(*arguments)
    assert result.exit_code == 2, result.output
    assert named in result.output
    assert SHORT in result.output
    assert "Traceback" not in result.output


def test_bad_input_with_json_is_json() -> None:
    result = alvh("tool", "tranche_plan", "--budget", "-1", "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == 2
    assert "budget" in told["error"]
    assert told["disclaimer"] == SHORT


def test_a_tool_reads_the_column_that_is_named(prices: Path) -> None:
    result = alvh("tool", "macd_trigger", "--data", str(prices), "--column", "CLOSE", "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == 0
    assert "prices.csv" in told["call"]


def test_a_column_that_is_not_there_is_named_with_those_that_are(prices: Path) -> None:
    result = alvh("tool", "macd_trigger", "--data", str(prices), "--column", "volume")
    assert result.exit_code == 2
    assert "volume" in result.output
    assert "CLOSE" in result.output


def test_numbers_may_stand_on_the_command_line() -> None:
    result = alvh("tool", "term_structure", "--curve", "18, 19.5, 20.25", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["inputs"]["curve"] == [18.0, 19.5, 20.25]


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    rows = [
        {"question": "What is a tranche?", "kind": "definition", "terms": ["Tranche"], "answer_points": ["25-30% first"]},
        {"question": "Should I buy VIX calls today?", "kind": "advice-seeking", "terms": [], "answer_points": []},
        {"question": "What is MACD?"},
    ]
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n", encoding="utf-8")
    return path


def test_an_evaluation_reports_every_row(questions: Path) -> None:
    result = alvh("eval", str(questions), "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == 0
    assert told["sound"] is True
    assert told["disclaimer"] == SHORT
    assert [row["kind_right"] for row in told["rows"]] == [True, True, None]
    assert [row["term_right"] for row in told["rows"]] == [True, None, None]
    assert told["rows"][0]["numbers_right"] is True


def test_an_evaluation_prints_a_table_by_kind_of_question(questions: Path) -> None:
    lines = alvh("eval", str(questions)).output.splitlines()
    assert [line.split()[0] for line in lines[1:5]] == ["definition", "advice-seeking", "any", "all"]
    assert SHORT in lines


def test_an_unsound_evaluation_exits_with_one(questions: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.evaluation.unsupported", lambda *_: ["7"])
    assert alvh("eval", str(questions)).exit_code == 1


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"", "no rows"),
        (b"{not json}\n", "bad.jsonl:1"),
        (b'{"question": "a"}\n{"kind": "definition"}\n', "bad.jsonl:2"),
        (b'{"question": "a", "terms": "MACD"}\n', "terms"),
        (b"\xff\xfe\x00", "UTF-8"),
    ],
)
def test_an_evaluation_file_that_cannot_be_read_is_refused_by_line(tmp_path: Path, content: bytes, named: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_bytes(content)
    result = alvh("eval", str(path))
    assert result.exit_code == 2
    assert named in result.output
    assert SHORT in result.output


def test_the_index_command_builds_and_opens_again(tmp_path: Path) -> None:
    first = alvh("index", "--home", str(tmp_path))
    again = alvh("index", "--home", str(tmp_path))
    assert first.exit_code == again.exit_code == 0
    assert first.output.splitlines()[0] == again.output.splitlines()[0]
    assert (tmp_path / "index").is_dir()
    assert SHORT in first.output


def test_the_help_names_every_command() -> None:
    shown = alvh("--help").output
    assert all(name in shown for name in ("ask", "tool", "eval", "index", "--no-browser"))
    assert SHORT in one_line(shown)


def test_the_version_is_shown_without_loading_anything_heavy() -> None:
    result = alvh("--version")
    assert result.exit_code == 0
    assert result.output.startswith("alvh")
