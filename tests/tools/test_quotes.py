"""Butterflies from an option chain's quotes, on a small chain by hand and on the real VIX chain of 2013-06-25."""

import math

import pandas as pd
import pytest

from tools import butterfly, butterfly_quote
from tools.errors import ToolError
from tools.table import load_table


def chain(rows, **columns):
    frame = pd.DataFrame(rows, columns=["strike", "bid", "ask"])
    return frame.assign(kind="call", date=pd.NaT, expiry=pd.Timestamp("2013-08-21")).assign(**columns)


SMALL = chain([(25, 1.45, 1.50), (30, 0.80, 0.90), (35, 0.45, 0.55), (40, math.nan, 0.35), (45, 0.15, math.nan)])


def test_mid_and_natural_by_hand():
    # natural: 1.50 − 2 × 0.80 + 0.55 = 0.45;  mid: 1.475 − 2 × 0.85 + 0.50 = 0.275
    quote = butterfly_quote(SMALL, 25, 30, 35)
    assert (quote.natural_debit, quote.mid_debit, quote.slippage) == (0.45, 0.275, 0.175)
    assert quote.natural.break_evens == (25.45, 34.55)
    assert quote.mid.break_evens == (25.275, 34.725)
    assert (quote.natural.max_profit, quote.natural.max_loss) == (455, -45)
    assert [leg.mid for leg in quote.legs] == [1.475, 0.85, 0.50]
    assert quote.expiry == "2013-08-21"
    assert quote.date is None
    for part in ("0.275", "$27.50", "25.275 and 34.725", "0.45", "25.45 and 34.55", "1.45 / 1.50"):
        assert part in quote.summary()


def test_contracts_multiplier_and_fees_reach_both_butterflies():
    quote = butterfly_quote(SMALL, 25, 30, 35, contracts=6, multiplier=10, fees=1)
    for fly, debit in ((quote.natural, 0.45), (quote.mid, 0.275)):
        assert fly.to_dict() == butterfly(25, 30, 35, debit, contracts=6, multiplier=10, fees=1).to_dict()


def test_a_wing_without_a_bid_has_a_natural_price_but_no_mid():
    # 35/40 and 30: 0.90 − 2 × 0.45 + 0.35 = 0.35
    quote = butterfly_quote(SMALL, 30, 35, 40)
    assert quote.natural_debit == 0.35
    assert (quote.mid, quote.mid_debit, quote.slippage) == (None, None, None)
    assert "strike 40 has no bid" in quote.summary()


def test_a_body_without_a_bid_is_refused():
    with pytest.raises(ToolError, match="no bid at strike 40"):
        butterfly_quote(SMALL, 35, 40, 45)


def test_a_wing_without_an_ask_is_refused():
    with pytest.raises(ToolError, match="no ask at strike 45"):
        butterfly_quote(SMALL, 25, 35, 45)


def test_an_ask_of_zero_is_no_offer():
    with pytest.raises(ToolError, match="no ask at strike 35"):
        butterfly_quote(chain([(25, 1.4, 1.5), (30, 0.8, 0.9), (35, 0, 0)]), 25, 30, 35)


def test_an_unlisted_strike_names_its_neighbours():
    with pytest.raises(ToolError, match="nearest listed are 25 and 30"):
        butterfly_quote(SMALL, 25, 27.5, 30, snap=False)
    with pytest.raises(ToolError, match="nearest listed are 45"):
        butterfly_quote(SMALL, 25, 30, 50)  # beyond the listed strikes there is nothing to snap to


def test_an_unlisted_strike_is_replaced_by_the_nearest_and_that_is_said():
    quote = butterfly_quote(SMALL, 25, 31, 35)
    assert quote.natural_debit == butterfly_quote(SMALL, 25, 30, 35).natural_debit
    assert [(m.wished, m.taken, m.neighbours) for m in quote.snapped] == [(31.0, 30.0, (30.0, 35.0))]
    assert "**Not the strikes asked for**: 31 is not listed; 30 was taken (neighbours: 30 and 35)." in quote.summary()
    assert "25/30/35" in quote.summary()
    assert quote.inputs["body"] == 31.0  # the call says what was asked
    assert butterfly_quote(SMALL, 25, 30, 35).snapped == ()


def test_of_two_strikes_as_near_the_lower_is_taken():
    assert butterfly_quote(SMALL, 25, 32.5, 40).snapped[0].taken == 30.0


def test_wishes_that_fall_on_one_strike_are_refused():
    with pytest.raises(ToolError, match="three different listed ones") as caught:
        butterfly_quote(SMALL, 29, 30, 35)
    assert caught.value.parameter == "strikes"


def test_crossed_negative_and_doubtful_quotes_are_refused():
    with pytest.raises(ToolError, match=r"bid 1\.6 above ask 1\.5"):
        butterfly_quote(chain([(25, 1.6, 1.5), (30, 0.8, 0.9), (35, 0.4, 0.5)]), 25, 30, 35)
    with pytest.raises(ToolError, match="-1"):
        butterfly_quote(chain([(25, -1, 1.5), (30, 0.8, 0.9), (35, 0.4, 0.5)]), 25, 30, 35)
    with pytest.raises(ToolError, match="2 different quotes for strike 25"):
        butterfly_quote(pd.concat([SMALL, chain([(25, 1.0, 1.1)])]), 25, 30, 35)


def test_rows_that_repeat_are_one_quote():
    assert butterfly_quote(pd.concat([SMALL, SMALL]), 25, 30, 35).natural_debit == 0.45


def test_several_expiries_or_dates_have_to_be_chosen():
    later = SMALL.assign(expiry=pd.Timestamp("2013-09-18"), ask=SMALL["ask"] + 0.10)
    both = pd.concat([SMALL, later])
    with pytest.raises(ToolError, match="2013-08-21, 2013-09-18") as caught:
        butterfly_quote(both, 25, 30, 35)
    assert caught.value.parameter == "expiry"
    assert butterfly_quote(both, 25, 30, 35, expiry="2013-09-18").natural_debit == 0.65
    dated = pd.concat([SMALL.assign(date=pd.Timestamp(day)) for day in ("2013-06-25", "2013-06-26")])
    with pytest.raises(ToolError, match="2013-06-25, 2013-06-26"):
        butterfly_quote(dated, 25, 30, 35)
    assert butterfly_quote(dated, 25, 30, 35, date="2013-06-26").date == "2013-06-26"


@pytest.mark.parametrize("wanted", ["soon", "2020-01-01", ""])
def test_an_expiry_that_is_not_there_is_refused(wanted):
    with pytest.raises(ToolError) as caught:
        butterfly_quote(SMALL, 25, 30, 35, expiry=wanted)
    assert caught.value.parameter == "expiry"


def test_put_butterflies_need_equal_wings():
    puts = SMALL.assign(kind="put")
    assert butterfly_quote(puts, 25, 30, 35, kind="put").natural_debit == 0.45
    with pytest.raises(ToolError, match="equal"):
        butterfly_quote(puts, 25, 30, 40, kind="put")
    with pytest.raises(ToolError, match="kind"):
        butterfly_quote(SMALL, 25, 30, 35, kind="put")


@pytest.mark.parametrize("bad", [None, 5, "chain.csv", pd.DataFrame({"strike": [25]}), SMALL.iloc[:0]])
def test_what_is_no_chain_is_refused(bad):
    with pytest.raises(ToolError):
        butterfly_quote(bad, 25, 30, 35)


def test_the_chain_is_left_as_it_was():
    before = SMALL.copy(deep=True)
    butterfly_quote(SMALL, 25, 30, 35)
    pd.testing.assert_frame_equal(SMALL, before)


def test_anything_with_a_chain_method_serves():
    class Loaded:
        call = "load_table('chain.csv')"

        def chain(self):
            return SMALL

    quote = butterfly_quote(Loaded(), 25, 30, 35)
    assert quote.call == "butterfly_quote(chain=load_table('chain.csv'), lower=25.0, body=30.0, upper=35.0)"


@pytest.mark.shared
def test_the_real_vix_chain(shared):
    # the file's calls: 25: 1.45/1.50, 30: 0.80/0.90, 35: 0.45/0.55; 60 has no bid
    table = load_table(shared / "data" / "chains" / "vix.2013.06.25.csv")
    quote = butterfly_quote(table, 25, 30, 35)
    assert (quote.mid_debit, quote.natural_debit) == (0.275, 0.45)
    assert quote.mid.break_evens == (25.275, 34.725)
    assert quote.natural.break_evens == (25.45, 34.55)
    assert quote.call == "butterfly_quote(chain=load_table('vix.2013.06.25.csv'), lower=25.0, body=30.0, upper=35.0)"
    with pytest.raises(ToolError, match=r"30 and 32\.5"):
        butterfly_quote(table, 25, 31, 35, snap=False)
    moved = butterfly_quote(table, 24.9, 31, 35)
    assert (moved.natural_debit, moved.natural.strikes) == (0.45, (25.0, 30.0, 35.0))
    assert [(m.wished, m.taken, m.neighbours) for m in moved.snapped] == [
        (24.9, 25.0, (24.0, 25.0)),
        (31.0, 30.0, (30.0, 32.5)),
    ]
    assert "31 is not listed; 30 was taken (neighbours: 30 and 32.5)" in moved.summary()
    assert butterfly_quote(table, 50, 55, 60).mid is None


@pytest.mark.shared
def test_a_real_chain_of_many_dates_asks_for_one(shared):
    # the file's SPXW puts of 2018-02-05, expiry 2018-02-28: 2700: 104/119.80, 2750: 7.90/139.60, 2800: 169/184.50
    table = load_table(shared / "data" / "chains" / "spxw_2018_jan_feb_data_full.csv")
    with pytest.raises(ToolError, match="one of the 40") as caught:
        butterfly_quote(table, 2700, 2750, 2800)
    assert caught.value.parameter == "date"
    quote = butterfly_quote(table, 2700, 2750, 2800, kind="put", date="2018-02-05")
    assert quote.expiry == "2018-02-28"
    assert quote.natural_debit == 288.50  # 119.80 − 2 × 7.90 + 184.50
    assert quote.mid_debit == 141.15  # 111.90 − 2 × 73.75 + 176.75


def test_fees_that_are_counted_are_said():
    assert "Fees of $3 per butterfly are counted" in butterfly_quote(SMALL, 25, 30, 35, fees=3).summary()
    assert "Fees" not in butterfly_quote(SMALL, 25, 30, 35).summary()


def test_of_unequal_wings_the_end_at_which_the_most_is_lost_is_said():
    # natural: 1.50 − 2 × 0.80 + 0.35 = 0.25; at and above 40 it owes 5, so 5.25 are lost there
    said = butterfly_quote(SMALL, 25, 30, 40).summary()
    assert "max loss $525 per butterfly at or above 40." in said
    assert "butterfly at or" not in butterfly_quote(SMALL, 25, 30, 35).summary()
