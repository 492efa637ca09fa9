"""Questions as strangers type them, each of a kind that was once misread; the numbers are those of a hand calculation."""

import pytest

from assistant import Answer, Assistant
from tools import black76


def last(assistant: Assistant, session: str, *questions: str) -> Answer:
    *_, answer = [assistant.ask(question, session=session) for question in questions]
    return answer


def test_a_number_of_flies_that_are_listed_is_no_number_of_contracts(warmed: Assistant, session: str) -> None:
    answer = last(warmed, session, "three flys: 20/25/30 @ 1.10, 25/30/35 @ .85, 30/35/40 @ .55")
    assert [(r.inputs["body"], r.inputs.get("contracts", 1)) for r in answer.results] == [(25, 1), (30, 1), (35, 1)]
    settled = last(warmed, session, "which pays most at 31")
    # worth 0, 4 and 1 at 31, less what each cost
    assert [r.to_dict()["settlement_profit"] for r in settled.results] == pytest.approx([-110, 315, 45])


def test_fees_by_the_leg_are_fees(warmed: Assistant, session: str) -> None:
    (result,) = last(warmed, session, "how do fees matter for a fly: 25/30/35, 0.85, $1.30 per leg").results
    assert result.inputs["fees"] == pytest.approx(4 * 1.30)


def test_one_price_of_each_call_makes_the_debit(warmed: Assistant, session: str) -> None:
    answer = last(warmed, session, "My broker shows 25C 2.35 30C 1.40 35C 0.90. cost of the fly?")
    (result,) = answer.results
    assert result.inputs["debit"] == pytest.approx(2.35 - 2 * 1.40 + 0.90)
    assert "*Read as:*" in answer.text


def test_two_lines_at_two_times(warmed: Assistant, session: str) -> None:
    question = "macd today 0.12 yesterday 0.10 signal today 0.11 yesterday 0.11"
    (result,) = last(warmed, session, question, "did it expand").results
    assert (result.inputs["macd_before"], result.inputs["signal_before"]) == (0.10, 0.11)


def test_numbers_in_words(warmed: Assistant, session: str) -> None:
    warmed.ask("vix fly 25-30-35 debit eighty five cents ten contracts", session=session)
    (result,) = last(warmed, session, "profit if vix expires at thirty two").results
    assert [result.inputs[k] for k in ("debit", "contracts", "settlement")] == [0.85, 10, 32]


def test_a_future_that_moves(warmed: Assistant, session: str) -> None:
    (result,) = last(warmed, session, "if vix goes from 18 to 30 what does one future make").results
    assert result.to_dict()["settlement_profit"] == 12_000


def test_fills_are_called_by_their_numbers(warmed: Assistant, session: str) -> None:
    first = "tranche 1: 10 contracts at 0.80, tranche 2: 8 contracts at 1.10, tranche 3: 8 at 0.65, average cost?"
    changed = last(warmed, session, first, "change tranche 2 to 1.00").results[0].to_dict()
    assert changed["average"] == pytest.approx((8 + 8 + 5.2) / 26)
    assert last(warmed, session, "remove tranche 3").results[0].to_dict()["average"] == pytest.approx(16 / 18)


def test_earlier_calculations_again_and_side_by_side(warmed: Assistant, session: str) -> None:
    back = last(warmed, session, "25/30/35 fly at .85", "and at 1.05", "go back to the original")
    assert [r.inputs["debit"] for r in back.results] == [0.85]
    warmed.ask("and at 1.05", session=session)
    both = last(warmed, session, "show me both side by side")
    assert sorted(r.inputs["debit"] for r in both.results) == [0.85, 1.05]


@pytest.mark.parametrize("question", ["this is wrong", "that's not right", "you made a mistake"])
def test_a_doubt_is_met_with_what_the_figure_rests_on(warmed: Assistant, session: str, question: str) -> None:
    assert "deterministic arithmetic" in last(warmed, session, "25/30/35 fly at .85", question).text


@pytest.mark.parametrize("question", ["clear", "start over", "who made you", "are you a bot?", "export this conversation"])
def test_talk_about_the_assistant_is_no_subject(warmed: Assistant, session: str, question: str) -> None:
    answer = last(warmed, session, question)
    assert answer.kind == ("explanation" if question == "who made you" else "clarification")
    assert (answer.terms, answer.citations) == ((), ())
    assert not answer.citations


def test_thanks_are_not_what_it_refers_to(warmed: Assistant, session: str) -> None:
    assert last(warmed, session, "25/30/35 fly at .85", "thx", "what does it mean").results


@pytest.mark.parametrize("question", ["should i use 25/30/35 or 30/35/40", "should we go with futures or flies"])
def test_a_choice_between_two_is_advice(warmed: Assistant, session: str, question: str) -> None:
    assert last(warmed, session, question).kind == "no-advice"


def test_a_misspelt_word_beside_a_term_makes_no_other_thing_of_it(warmed: Assistant, session: str) -> None:
    assert last(warmed, session, "wat is macd trigger agian").kind == "explanation"


ROW = [18 + (n % 7) / 10 for n in range(40)]


@pytest.mark.parametrize(
    "pasted",
    [
        "macd of " + "; ".join(f"{v:.1f}".replace(".", ",") for v in ROW),
        "macd of " + "\n".join(f"{v:.2f}".replace(".", ",") for v in ROW),
        "macd of " + "\n".join(f"2024-{1 + n // 20:02d}-{1 + n % 20:02d}\t{v:.1f}" for n, v in enumerate(ROW)),
        "Date,IV\n" + "\n".join(f"2024-{1 + n // 20:02d}-{1 + n % 20:02d},{v:.1f}" for n, v in enumerate(ROW)),
        "macd of " + " | ".join(f"{v:.1f}%" for v in ROW),
    ],
    ids=["semicolons", "decimal commas", "dated by tabs", "dated by commas", "percent"],
)
def test_columns_as_they_are_pasted(warmed: Assistant, session: str, pasted: str) -> None:
    (result,) = last(warmed, session, pasted).results
    assert result.inputs["series"].tolist() == pytest.approx(ROW)
    assert last(warmed, session, "did the macd trigger").results


def test_thousands_stay_thousands(warmed: Assistant, session: str) -> None:
    (result,) = last(warmed, session, "irr of -5,000 1,500 2,500 3,250").results
    assert result.inputs["cash_flows"] == [-5000, 1500, 2500, 3250]


def test_a_butterfly_in_letters(warmed: Assistant, session: str) -> None:
    (result,) = last(warmed, session, "Butterfly calc pls: K1=25 K2=30 K3=35 D=0.85 N=6", "and D=1.10", "N=10", "K2=31").results
    assert [result.inputs[k] for k in ("lower", "body", "upper", "debit", "contracts")] == [25, 31, 35, 1.1, 10]


def test_one_volatility_for_every_leg(warmed: Assistant, session: str) -> None:
    first = "25/30/35 fly worth today with future 29, 10 days left, vol 100"
    (result,) = last(warmed, session, first, "what if vol drops to 80").results
    assert {result.inputs[f"vol_{leg}"] for leg in ("lower", "body", "upper")} == {0.8}


@pytest.mark.parametrize(
    ("question", "tool"),
    [
        ("vix options expiration in march 2025", "vix_expiries"),
        ("adline: start 0, +350 -120 +610 -80", "net_advances_line"),
        ("what is the dollar value of 2 vix calls at 1.35", "contract_value"),
    ],
)
def test_other_names_for_the_same(warmed: Assistant, session: str, question: str, tool: str) -> None:
    assert [r.tool for r in last(warmed, session, question).results] == [tool]


def test_a_comparison_goes_on(warmed: Assistant, session: str) -> None:
    answer = last(warmed, session, "25-30-35 for 85c x6 vs 30-35-40 for 55c x6", "at 36", "which one has the bigger loss")
    assert len(answer.results) == 2


@pytest.mark.parametrize(
    ("questions", "profit"),
    [
        (("if i buy the 20 25 30 fly for 1.05 and sell it later at 2.40 what do i make on 4",), 540),
        (("if i buy the 20 25 30 fly for 1.05 and sell it later at 2.40 what do i make on 4", "and if i sell at .60"), -180),
        (("bought 3 vix futures at 17.80 and sold them at 21, profit?",), 9600),
        (("bought 2 mini futures at 17, sold at 16.5",), -100),
        (("25/30/35 fly at .85", "what if i sell it at 1.30"), 45),
        (("paid .85, closed at 1.30, 10 contracts",), 450),
    ],
)
def test_bought_and_sold_before_settlement(warmed: Assistant, session: str, questions: tuple[str, ...], profit: float) -> None:
    (result,) = last(warmed, session, *questions).results
    assert (result.tool, result.to_dict()["profit"]) == ("round_trip", pytest.approx(profit))


def test_a_time_between_two_pairs_is_that_of_the_second(warmed: Assistant, session: str) -> None:
    (result,) = last(warmed, session, "macd -0.12 signal -0.15 yesterday -0.18 and -0.16. cross?").results
    assert [result.inputs[k] for k in ("macd_now", "signal_now", "macd_before", "signal_before")] == [
        -0.12,
        -0.15,
        -0.18,
        -0.16,
    ]
    levels = [last(warmed, session, asked).results[0].inputs["normalised"] for asked in ("level 0.74 normalised", "and 0.9?")]
    assert levels == [0.74, 0.9]


def test_shares_are_no_values_of_the_macd(warmed: Assistant, session: str) -> None:
    assert not last(warmed, session, "so the rule is: macd crosses up -> 25%, then +20% each day?").results


@pytest.mark.parametrize(
    ("asked", "strikes", "debit"),
    [
        ("ok so if i do 22 27 32 and pay 1.30 what can i lose", (22, 27, 32), 1.30),
        ("15 20 25, paid 1", (15, 20, 25), 1.0),
    ],
)
def test_strikes_in_a_row_with_what_was_paid(
    warmed: Assistant, session: str, asked: str, strikes: tuple[int, ...], debit: float
) -> None:
    (result,) = last(warmed, session, asked).results
    assert ([result.inputs[k] for k in ("lower", "body", "upper")], result.inputs["debit"]) == ([*strikes], debit)


def test_prices_in_the_order_of_the_butterflies(warmed: Assistant, session: str) -> None:
    found = last(warmed, session, "25/30/35 vs 22/27/32, paid .8 and 1.2", "settles 28").results
    assert [r.to_dict()["settlement_profit"] for r in found] == pytest.approx([100 * (3 - 0.8), 100 * (32 - 28 - 1.2)])


def test_one_price_for_both_butterflies_counts_for_both(warmed: Assistant, session: str) -> None:
    assert [r.inputs["debit"] for r in last(warmed, session, "25/30/35 vs 22/27/32, both paid 1.2").results] == [1.2, 1.2]


@pytest.mark.parametrize(
    ("asked", "at", "profit"),
    [
        ("straddle vix 20 call 1.8 put 1.9", 26, 600 - 370),
        ("strangle 18 put .9 25 call .8", 15, 300 - 170),
        ("short straddle 20 call 1.8 put 1.9", 21, 370 - 100),
        ("sold a 20 straddle, call 1.8 put 1.9", 21, 370 - 100),
        ("long 5000 put spx 45, short 4900 put 22", 4850, 10_000 - 2_300),
        ("i paid 2.15 for 5 vix 20 calls", 24.87, 5 * (487 - 215)),
    ],
)
def test_options_with_a_price_each(warmed: Assistant, session: str, asked: str, at: float, profit: float) -> None:
    (result,) = last(warmed, session, asked, f"and if vro had been {at}").results
    assert result.to_dict()["settlement_profit"] == pytest.approx(profit)


def test_a_call_named_before_its_strike_has_a_volatility(warmed: Assistant, session: str) -> None:
    (result,) = last(warmed, session, "call 25 on vx 18 costs 1.10 with 40 dte, iv?").results
    assert [result.inputs[k] for k in ("strike", "forward", "price")] == [25, 18, 1.10]
    assert black76(18, 25, 40 / 365, result.to_dict()["vol"]).price == pytest.approx(1.10)


@pytest.mark.parametrize(
    ("turns", "day"),
    [
        (("when do vix options expire in march 2025", "and april?"), "2025-04-16"),
        (("vix exp oct 2024, days from 2024-09-20",), "2024-10-16"),
    ],
)
def test_days_of_expiry(warmed: Assistant, session: str, turns: tuple[str, ...], day: str) -> None:
    assert day in last(warmed, session, *turns).text  # of Cboe's calendar


def test_rows_beside_words_that_say_nothing_here_are_told_of(warmed: Assistant, session: str) -> None:
    rows = "\n".join(
        f"{n:02d}.01.2024;{13 + n / 10:.2f}".replace(".", ",").replace(",01,2024", ".01.2024") for n in range(1, 29)
    )
    answer = last(warmed, session, f"Date;VIX\n{rows}\nwas ist das")
    assert "28 rows" in answer.text
    assert last(warmed, session, "what is odd in it").results


@pytest.mark.parametrize(("typed", "at"), [("settles at 31,5", 31.5), ("vix is 28,4", 28.4), ("at 33", 33.0)])
def test_a_settlement_with_a_decimal_comma(warmed: Assistant, session: str, typed: str, at: float) -> None:
    (result,) = last(warmed, session, "25/30/35 fly at 1.10", typed).results
    assert (result.inputs["settlement"], result.inputs["debit"]) == (at, 1.10)


def test_a_round_trip_in_minis_instead(warmed: Assistant, session: str) -> None:
    (result,) = last(warmed, session, "bought 2 vx at 17.35, sold at 19.05", "what if minis").results
    assert result.to_dict()["profit"] == pytest.approx(2 * 1.70 * 100)
