"""Wing adjustments worked by hand from a small list of premiums and from a real chain's bids and asks."""

import math
from pathlib import Path

import pytest

from tools import ToolError, butterfly, load_table, wing_adjustment

STRIKES, PREMIUMS = [20, 25, 30, 35, 40], [2.2, 1.45, 0.8, 0.45, 0.3]


def rows(found):
    return {row["alternative"]: row for row in found.frame.to_dict("records")}


def test_hand_worked_alternatives():
    found = wing_adjustment([25, 30, 35, 0.85], 74, strikes=STRIKES, premiums=PREMIUMS)
    assert found.review
    by = rows(found)
    assert list(by) == ["as it is", "wider wings", "wider upper wing", "wider lower wing", "shifted up", "shifted down"]
    # wider wings: sell 25 at 1.45 and 35 at 0.45, buy 20 at 2.20 and 40 at 0.30: 2.20 + 0.30 − 1.45 − 0.45 = 0.60;
    # total 0.85 + 0.60 = 1.45; break-evens 20 + 1.45 and 60 − 20 − 1.45; best 10 − 1.45
    wider = by["wider wings"]
    assert (wider["change"], wider["total"]) == (0.6, 1.45)
    assert (wider["break_even_low"], wider["break_even_high"]) == (21.45, 38.55)
    assert (wider["max_profit"], wider["max_loss"], wider["tail"]) == (855, -145, 0)
    # wider upper wing: sell 35 at 0.45, buy 40 at 0.30: −0.15; total 0.70; tail 5 − 10 = −5; worst −5 − 0.70
    upper = by["wider upper wing"]
    assert (upper["change"], upper["total"], upper["tail"], upper["max_loss"]) == (-0.15, 0.7, -5, -570)
    # shifted up 25/30/35 → 30/35/40: sell 25 (1.45), buy three 30 (2.40), sell three 35 (1.35), buy 40 (0.30) = −0.10
    up = by["shifted up"]
    assert (up["change"], up["total"], up["break_even_low"], up["break_even_high"]) == (-0.1, 0.75, 30.75, 39.25)
    # wider lower wing: 2.20 − 1.45 = 0.75; total 1.60; no upper break-even, as 5 points are kept above 35
    lower = by["wider lower wing"]
    assert lower["break_even_low"] == 21.6
    assert math.isnan(lower["break_even_high"])
    assert found.left_out == ("for want of a listed strike: narrower wings, narrower upper wing, narrower lower wing",)


@pytest.mark.shared
def test_a_real_chain_is_traded_at_the_right_sides(shared: Path):
    table = load_table(shared / "data/chains/vix.2013.06.25.csv")
    found = wing_adjustment([22, 24, 26, 0.15], 74, chain=table)
    calls = table.chain().query("kind == 'call'").set_index("strike")
    bid, ask = calls["bid"], calls["ask"]
    by = rows(found)
    assert by["wider wings"]["change"] == pytest.approx(ask[21] + ask[27] - bid[22] - bid[26])
    assert by["narrower upper wing"]["change"] == pytest.approx(ask[25] - bid[26])
    assert by["shifted up"]["change"] == pytest.approx(
        3 * ask[24 - 1] - bid[22] - ask[23] * 2 + 2 * ask[24] + ask[27] - bid[26] - 2 * bid[25]
    )
    assert by["wider wings"]["total"] == pytest.approx(0.15 + by["wider wings"]["change"])
    assert len(found.figure().data) == len(found.frame)


def test_at_seventy_or_below_there_is_nothing_to_review():
    for rsi in (70, 35.5):
        found = wing_adjustment([25, 30, 35, 0.85], rsi, strikes=STRIKES, premiums=PREMIUMS)
        assert not found.review
        assert found.frame["alternative"].tolist() == ["as it is"]
        assert "No review is due" in found.summary()


def test_the_words_choose_nothing():
    said = wing_adjustment([25, 30, 35, 0.85], 74, strikes=STRIKES, premiums=PREMIUMS).summary()
    assert "none is recommended" in said
    assert "does not say how" in said
    assert said.count("break-even") == 6


def test_the_call_line_reproduces_the_result():
    found = wing_adjustment([25, 30, 35, 0.85], 74, strikes=STRIKES, premiums=PREMIUMS)
    again = eval(found.call, {"wing_adjustment": wing_adjustment, "butterfly": butterfly})
    assert again.to_dict() == found.to_dict()


@pytest.mark.parametrize(
    ("bad", "name"),
    [
        ({"butterfly": [25, 30, 35]}, "butterfly"),
        ({"butterfly": [25, 31, 35, 0.85]}, "butterfly"),
        ({"rsi_value": 101}, "rsi_value"),
        ({"strikes": None, "premiums": None}, "chain"),
        ({"premiums": [1, 2]}, "premiums"),
        ({"premiums": None}, "premiums"),
        ({"strikes": [20, 25, 30, 35, 35]}, "strikes"),
        ({"strikes": [-20, 25, 30, 35, 40]}, "strikes"),
        ({"premiums": [2.2, 1.45, "0.8", 0.45, 0.3]}, "premiums"),
    ],
)
def test_nonsense_is_refused_by_name(bad, name):
    given = {"butterfly": [25, 30, 35, 0.85], "rsi_value": 74, "strikes": STRIKES, "premiums": PREMIUMS} | bad
    with pytest.raises(ToolError) as caught:
        wing_adjustment(**given)
    assert caught.value.parameter == name
