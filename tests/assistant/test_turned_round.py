"""The last calculation changed over, moved to other strikes, closed, or asked about in words that name nothing of it."""

import pytest

from assistant import Assistant


def dollars(legs: list[tuple[str, str, float, float, int]], settled: float) -> float:
    """The profit by hand: each leg's worth at the settlement less what was paid for it, $100 a point."""
    worth = {"call": lambda k: max(settled - k, 0.0), "put": lambda k: max(k - settled, 0.0)}
    return 100 * sum((1 if s == "long" else -1) * n * (worth[kind](k) - paid) for s, kind, k, paid, n in legs)


@pytest.mark.parametrize(("many", "other"), [(2, 1), (3, 2), (1, 4)])
def test_so_many_of_one_and_so_many_of_another(warmed: Assistant, session: str, many: int, other: int) -> None:
    words = f"long {many} of the 25 call at 2.10, short {other} of the 35 call at 0.70"
    (result,) = warmed.ask(words, session).results
    assert result.inputs.get("contracts", 1) == 1
    at = warmed.ask("at 40?", session).results[0]
    legs = [("long", "call", 25.0, 2.1, many), ("short", "call", 35.0, 0.7, other)]
    assert at.settlement_profit == pytest.approx(dollars(legs, 40))  # type: ignore[attr-defined]


@pytest.mark.parametrize("words", ["no i meant puts", "ok and as puts", "what if they were puts", "puts instead"])
@pytest.mark.parametrize("settled", [20, 29, 36])
def test_the_same_as_puts(warmed: Assistant, session: str, words: str, settled: int) -> None:
    warmed.ask("long the 25 call at 2.10, short the 35 call at 0.70", session)
    (result,) = warmed.ask(words, session).results
    at = warmed.ask(f"and at {settled}", session).results[0]
    legs = [("long", "put", 25.0, 2.1, 1), ("short", "put", 35.0, 0.7, 1)]
    assert at.settlement_profit == pytest.approx(dollars(legs, settled))  # type: ignore[attr-defined]
    assert result.tool == "position"


@pytest.mark.parametrize("settled", [24, 28, 30, 33.5, 40])
def test_a_butterfly_of_puts_pays_at_settlement_what_one_of_calls_pays(warmed: Assistant, session: str, settled: float) -> None:
    calls = warmed.ask(f"25/30/35 fly at 0.95, 10 contracts, settles at {settled}", session).results[0]
    answer = warmed.ask("and as puts", session)
    assert answer.results[0].settlement_profit == pytest.approx(calls.settlement_profit)  # type: ignore[attr-defined]
    assert "same strikes" in answer.text


@pytest.mark.parametrize(("front", "second"), [(16.2, 17.8), (21.0, 19.5)])
def test_a_curve_the_other_way_round(warmed: Assistant, session: str, front: float, second: float) -> None:
    warmed.ask(f"m1 {front} m2 {second}", session)
    (result,) = warmed.ask("and the other way round?", session).results
    assert result.to_dict()["inputs"]["curve"] == [second, front]


def test_a_cross_the_other_way_round(warmed: Assistant, session: str) -> None:
    warmed.ask("today macd 0.4 signal 0.2, yesterday macd 0.1 signal 0.15", session)
    (result,) = warmed.ask("vice versa", session).results
    assert (result.inputs["macd_now"], result.inputs["signal_now"]) == (0.2, 0.4)


@pytest.mark.parametrize("words", ["what about the opposite", "reversed", "flip it"])
def test_a_position_the_other_way_round_pays_what_the_first_one_loses(warmed: Assistant, session: str, words: str) -> None:
    first = warmed.ask("25/30/35 fly at 0.9, settles at 31", session).results[0]
    (result,) = warmed.ask(words, session).results
    assert result.settlement_profit == pytest.approx(-first.settlement_profit)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("low", "high", "price"), [(30, 35, 0.9), (27.5, 32.5, 1.4)])
def test_a_spread_rolled_is_one_at_its_new_strikes(
    warmed: Assistant, session: str, low: float, high: float, price: float
) -> None:
    warmed.ask("bear call spread 25/30 for 1.20", session)
    answer = warmed.ask(f"roll it to {low}/{high} for {price}", session)
    (result,) = answer.results
    assert result.max_loss == pytest.approx(-100 * (high - low - price))  # type: ignore[attr-defined]
    assert "closing the old one" in answer.text


@pytest.mark.parametrize("price", [0.4, 0.9])
def test_a_spread_of_priced_legs_is_bought_back(warmed: Assistant, session: str, price: float) -> None:
    warmed.ask("sold 25c at 1.10 bought 30c at .35", session)
    (result,) = warmed.ask(f"buy it back at {price}", session).results
    assert result.to_dict()["profit"] == pytest.approx(100 * (0.75 - price))


@pytest.mark.parametrize("words", ["and with no fees", "without commissions?", "ignore the fees"])
def test_fees_are_left_out(warmed: Assistant, session: str, words: str) -> None:
    warmed.ask("25/30/35 at .95 x10", session)
    warmed.ask("fees 1.20 each", session)
    (result,) = warmed.ask(words, session).results
    assert result.inputs.get("fees", 0) == 0


@pytest.mark.parametrize("words", ["both in total", "the thing before", "from the top", "other one maybe", "more like that"])
def test_words_that_name_nothing_are_asked_about(warmed: Assistant, session: str, words: str) -> None:
    warmed.ask("25/30/35 fly at 0.95", session)
    answer = warmed.ask(words, session)
    assert answer.kind == "clarification"
    assert not answer.citations
    assert len(answer.follow_ups) > 1
    for choice in answer.follow_ups:
        assert warmed.ask(choice, session).kind == "calculation"


@pytest.mark.parametrize("words", ["what is contango", "why butterflies", "explain the tail", "who decides the settlement"])
def test_a_question_for_the_sources_is_not_asked_back(warmed: Assistant, session: str, words: str) -> None:
    warmed.ask("25/30/35 fly at 0.95", session)
    assert warmed.ask(words, session).kind != "clarification"
