"""One step further from a result, against the sums done by hand."""

import pytest

from assistant import Answer, Assistant


def asked(assistant: Assistant, session: str, *questions: str) -> Answer:
    *_, answer = [assistant.ask(question, session=session) for question in questions]
    return answer


def rsi(gain: float, loss: float) -> float:
    return 100 - 100 / (1 + gain / loss)


def test_an_rsi_is_moved_on_bar_by_bar(warmed: Assistant, session: str) -> None:
    def value(*questions: str) -> float:
        return float(asked(warmed, session, *questions).results[-1].to_dict()["rsi"])

    assert value("rsi avg gain 0.5 avg loss 0.4 period 14") == pytest.approx(rsi(0.5, 0.4))
    gain, loss = (13 * 0.5 + 0.7) / 14, 13 * 0.4 / 14
    assert value("one more day, up 0.7") == pytest.approx(rsi(gain, loss), abs=1e-4)
    down = rsi(13 * gain / 14, (13 * loss + 0.3) / 14)
    assert value("next day down 0.3") == pytest.approx(down, abs=1e-4)
    other = rsi(13 * gain / 14, (13 * loss + 0.5) / 14)
    assert value("down 0.5 instead") == pytest.approx(other, abs=1e-4)


def test_the_period_is_taken_from_the_words(warmed: Assistant, session: str) -> None:
    answer = asked(warmed, session, "avg gain .6 avg loss .2 rsi", "tomorrow it falls 1.2, period 9")
    assert answer.results[-1].to_dict()["rsi"] == pytest.approx(rsi(8 * 0.6 / 9, (8 * 0.2 + 1.2) / 9), abs=1e-4)


@pytest.mark.parametrize("question", ["in percent?", "what's the return in percent", "return?", "as a percent?"])
@pytest.mark.parametrize(("settlement", "share"), [(28, 5.0), (40, -1.0)])
def test_a_settled_butterfly_in_percent(warmed: Assistant, session: str, question: str, settlement: int, share: float) -> None:
    answer = asked(warmed, session, "25/30/35 fly at 0.5", f"settles at {settlement}", question)
    told = answer.results[-1].to_dict()
    assert told.get("share", told.get("settlement_return")) == pytest.approx(share)
    assert f"{abs(share):.0%}" in answer.text


def test_a_settled_credit_is_measured_against_what_it_can_lose(warmed: Assistant, session: str) -> None:
    answer = asked(warmed, session, "iron condor 15/20/30/35 credit 1.20", "settles 31", "as a percentage of risk")
    assert answer.results[-1].to_dict()["share"] == pytest.approx(20 / 380)


def test_after_the_percent_the_position_is_settled_anew(warmed: Assistant, session: str) -> None:
    answer = asked(warmed, session, "25/30/35 fly at 0.5", "settles at 28", "in percent?", "settles 29")
    assert answer.results[-1].to_dict()["settlement_profit"] == pytest.approx(350)


@pytest.mark.parametrize(
    ("questions", "dollars"),
    [
        (("VX1 19.5, VX2 20.8", "what does the roll cost in dollars"), -1300),
        (("VX1 19.5, VX2 20.8", "in dollars?"), -1300),
        (("VX1 19.5, VX2 20.8", "in dollars?", "roll cost for 3 contracts in dollars"), -3900),
        (("VX1 22, VX2 20.5", "and the roll in dollars for 2 minis"), 300),
        (("roll from 19.5 to 20.8 in dollars",), -1300),
    ],
)
def test_a_roll_in_dollars(warmed: Assistant, session: str, questions: tuple[str, ...], dollars: float) -> None:
    assert asked(warmed, session, *questions).results[-1].to_dict()["profit"] == pytest.approx(dollars)
