"""Laws that the small tools and the option tools keep, whatever the numbers."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tools import (
    ToolError,
    black76,
    butterfly,
    butterfly_quote,
    butterfly_value_today,
    confirmations,
    contract_value,
    dealer_gamma,
    first_bars,
    macd,
    macd_values,
    parity_forward,
    rsi_extreme,
    rsi_value,
    running_share,
    smoothing_constant,
    ten_delta_put_iv,
    time_shift,
    tranche_units,
    units_for_budget,
    vix_expiries,
    wilder_step,
    wing_adjustment,
)

CENTS = st.integers(1, 10_000_000).map(lambda n: n / 100)
AVERAGE = st.integers(0, 100_000).map(lambda n: n / 1000)
SHARE = st.integers(1, 100).map(lambda n: n / 100)
VOL = st.integers(5, 200).map(lambda n: n / 100)
DAY = pd.Timestamp("2024-03-01")


@given(CENTS, CENTS)
def test_what_is_spent_and_what_is_left_make_the_budget(budget, cost):
    found = units_for_budget(budget, cost)
    assert found.spent + found.left == pytest.approx(budget)
    assert 0 <= found.left < cost
    assert found.units * cost == pytest.approx(found.spent)


@given(st.integers(1, 5000), SHARE, SHARE)
def test_the_ladder_makes_the_plan(planned, first, step):
    found = tranche_units(planned, first, step)
    assert sum(found.ladder) == planned
    assert min(found.ladder) >= 0


@given(SHARE, st.integers(0, 20), SHARE)
def test_the_running_share_rises_and_ends_at_the_cap(first, adds, step):
    found = running_share(first, adds, step)
    assert list(found.running) == sorted(found.running)
    assert found.share <= 1
    assert found.share == pytest.approx(min(1.0, found.uncapped))


@given(CENTS, st.integers(1, 500))
def test_a_vix_future_is_ten_minis(price, contracts):
    assert contract_value("VX", price, contracts).notional == pytest.approx(
        contract_value("VXM", price, 10 * contracts).notional
    )


@given(AVERAGE, AVERAGE, st.integers(1, 100))
def test_gains_and_losses_change_places_in_the_rsi(gain, loss, factor):
    assume(gain + loss > 0)
    found = rsi_value(gain, loss)
    assert 0 <= found.rsi <= 100
    assert found.rsi + rsi_value(loss, gain).rsi == pytest.approx(100)
    assert rsi_value(factor * gain, factor * loss).rsi == pytest.approx(found.rsi)


@given(AVERAGE, AVERAGE, st.integers(1, 200))
def test_wilder_s_average_stays_between_old_and_new(previous, value, period):
    found = wilder_step(previous, value, period).value
    assert min(previous, value) - 1e-9 <= found <= max(previous, value) + 1e-9
    assert found == pytest.approx(previous + (value - previous) / period, abs=1e-9)


@given(st.integers(1, 1000))
def test_wilder_s_average_is_an_exponential_one_of_another_span(span):
    found = smoothing_constant(span)
    assert smoothing_constant(found.wilder_as_span).alpha == pytest.approx(found.wilder)


@given(AVERAGE, AVERAGE, AVERAGE)
def test_the_macd_changes_sign_with_its_averages(fast, slow, signal):
    assert macd_values(fast, slow).macd == -macd_values(slow, fast).macd
    found = macd_values(fast, slow, signal)
    assert found.histogram == pytest.approx(found.macd - signal, abs=1e-9)


@given(st.integers(1, 20), st.integers(1, 30), st.integers(1, 20))
def test_the_first_bars_are_those_on_which_a_macd_begins(fast, more, signal):
    found = first_bars(fast, fast + more, signal)
    lines = macd(list(range(1, found.signal + 1)), fast, fast + more, signal)
    assert lines["macd"].first_valid_index() == found.macd - 1
    assert lines["signal"].notna().sum() == 1
    with pytest.raises(ToolError):
        macd(list(range(found.signal - 1)), fast, fast + more, signal)


@settings(max_examples=25)
@given(st.lists(st.integers(-50, 50), min_size=20, max_size=120), st.integers(30, 90))
def test_a_stretch_above_the_line_begins_before_it_ends(moves, above):
    values = 100 + np.cumsum(moves) / 10
    found = rsi_extreme(values, 5, above)
    kinds = found.events["kind"].tolist()
    assert kinds == (["above", "back"] * len(kinds))[: len(kinds)]
    assert found.bars_above == int((found.rsi > above).sum())
    assert found.extreme == (bool(kinds) and kinds[-1] == "above")


def quoted(strikes, mids, spreads):
    rows = zip(strikes, mids, spreads, strict=True)
    return pd.DataFrame(
        [{"kind": "call", "strike": k, "bid": m - s / 2, "ask": m + s / 2, "date": DAY, "expiry": DAY} for k, m, s in rows]
    )


SPREADS = st.lists(st.integers(0, 40).map(lambda n: n / 100), min_size=3, max_size=3)


@settings(max_examples=25)
@given(st.lists(st.integers(100, 900).map(lambda n: n / 100), min_size=3, max_size=3), SPREADS)
def test_crossing_the_spreads_costs_half_of_each(mids, spreads):
    found = butterfly_quote(quoted([25.0, 30.0, 35.0], mids, spreads), 25, 30, 35)
    assert found.slippage == pytest.approx(spreads[0] / 2 + spreads[1] + spreads[2] / 2, abs=1e-9)
    assert found.natural_debit >= found.mid_debit - 1e-12


def priced(forward, vol, days=30, strikes=range(60, 146, 3)):
    """Calls and puts by Black-76 at one volatility, without a spread."""
    rows = []
    for kind in ("call", "put"):
        for k in strikes:
            price = black76(forward, float(k), days / 365, vol, kind=kind).price
            rows.append({"date": DAY, "expiry": DAY + pd.Timedelta(days=days), "kind": kind, "strike": float(k)})
            rows[-1] |= {"bid": price, "ask": price, "open_interest": 100.0}
    return pd.DataFrame(rows)


@settings(max_examples=25)
@given(st.integers(90, 110), st.integers(15, 60))
def test_prices_give_back_the_forward_and_the_volatility_they_were_made_with(forward, vol):
    chain = priced(float(forward), vol / 100)
    assert parity_forward(chain).frame["forward"].tolist() == pytest.approx([float(forward)])
    assert ten_delta_put_iv(chain).frame["iv"].tolist() == pytest.approx([vol / 100], abs=1e-9)


@given(st.integers(5, 60), st.integers(1, 400), VOL, VOL, VOL)
def test_a_butterfly_today_is_its_three_options(forward, days, low, body, high):
    years = days / 365
    found = butterfly_value_today(25, 30, 36, forward, years, low, body, high)
    legs = [black76(float(forward), k, years, v) for k, v in ((25.0, low), (30.0, body), (36.0, high))]
    for name in ("price", "delta", "gamma", "vega", "theta"):
        expected = sum(w * getattr(leg, name) for w, leg in zip((1, -2, 1), legs, strict=True))
        assert getattr(found, "value" if name == "price" else name) == pytest.approx(expected, abs=1e-12)


@settings(max_examples=25)
@given(st.integers(5, 60), VOL, st.integers(1, 300))
def test_with_one_volatility_a_butterfly_is_worth_between_nothing_and_its_wing(forward, vol, days):
    found = butterfly_value_today(25, 30, 35, forward, days / 365, vol, vol, vol)
    assert -1e-9 <= found.value <= 5
    shifted = time_shift([25, 30, 35], forward, vol, [days, 0])
    assert shifted.now == pytest.approx(found.value, abs=1e-12)
    levels = shifted.frame.columns.to_numpy()
    np.testing.assert_allclose(shifted.frame.loc[0], butterfly(25, 30, 35, 0).value_at(levels), atol=1e-12)


PREMIUMS = st.lists(st.integers(1, 300), min_size=5, max_size=5).map(lambda ns: sorted((n / 100 for n in ns), reverse=True))


@settings(max_examples=25)
@given(PREMIUMS, st.integers(-50, 300).map(lambda n: n / 100), st.integers(71, 100))
def test_every_alternative_costs_what_was_paid_and_what_moving_costs(premiums, debit, rsi):
    found = wing_adjustment([25, 30, 35, debit], rsi, strikes=[20, 25, 30, 35, 40], premiums=premiums)
    assert found.frame["alternative"].iloc[0] == "as it is"
    np.testing.assert_allclose(found.frame["total"], debit + found.frame["change"], atol=1e-12)
    for row in found.frame.to_dict("records"):
        fly = butterfly(row["lower"], row["body"], row["upper"], row["total"])
        assert (fly.max_profit, fly.max_loss) == (row["max_profit"], row["max_loss"])
    assert not wing_adjustment([25, 30, 35, debit], 70, strikes=[20, 25, 30, 35, 40], premiums=premiums).review


@settings(max_examples=25)
@given(st.integers(92, 108), st.integers(2, 9))
def test_dealers_gamma_grows_with_open_interest_and_turns_with_the_sides(spot, factor):
    chain = priced(100.0, 0.3)
    chain.loc[chain["kind"] == "put", "open_interest"] = 40.0
    found = dealer_gamma(chain, float(spot))
    more = dealer_gamma(chain.assign(open_interest=factor * chain["open_interest"]), float(spot))
    assert more.total == pytest.approx(factor * found.total)
    weights = {"call": 40.0, "put": 100.0}
    turned = dealer_gamma(chain.assign(open_interest=chain["kind"].map(weights)), float(spot))
    assert turned.total == pytest.approx(-found.total, rel=1e-6)  # a call and a put of one strike have one gamma


@settings(max_examples=25)
@given(st.lists(st.integers(1, 500), min_size=2, max_size=60))
def test_a_percentile_does_not_depend_on_the_unit(values):
    found = confirmations(pd.DataFrame({"P/E": np.array(values, dtype=float)})).frame.iloc[0]
    other = confirmations(pd.DataFrame({"P/E": np.array(values) * 3.0 + 7})).frame.iloc[0]
    assert 0 < found["percentile"] <= 1
    assert other["percentile"] == found["percentile"]
    assert other["direction"] == found["direction"]


@given(st.dates(pd.Timestamp("2005-11-01").date(), pd.Timestamp("2060-01-01").date()), st.integers(1, 24))
def test_settlements_come_one_a_month_and_early_in_the_week_s_second_half(day, count):
    found = vix_expiries(day.isoformat(), count).frame
    assert len(found) == count
    months = pd.PeriodIndex(found["month"], freq="M")
    assert (np.diff(months.asi8) == 1).all()
    assert (found["settles"].dt.to_period("M") == months).all()
    assert found["settles"].dt.day_of_week.isin([0, 1, 2]).all()
    assert ((found["follows"] - found["settles"]).dt.days >= 30).all()
