"""The 10-delta put's volatility: real chains against a loop with another library, and chains made from known smiles."""

import csv
import math
from collections import defaultdict
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from statistics import median

import numpy as np
import pandas as pd
import py_lets_be_rational
import pytest

from tests.tools.test_parity_forward import chain
from tools import ToolError, load_table, macd_trigger, ten_delta_put_iv
from tools.black import value
from tools.normal import cumulative

SPXW = "data/chains/spxw_2018_jan_feb_data_full.csv"


def smiling(forward=100.0, days=30, date="2024-03-01", slope=0.4, at=0.2, underlying=100.0):
    """A chain whose volatility falls linearly in the put's delta: at − slope × (size − 0.1). Deltas are in the file."""
    sizes = np.array([0.02, 0.05, 0.08, 0.13, 0.2, 0.3, 0.4, 0.5])
    vol = at - slope * (sizes - 0.1)
    sd = vol * np.sqrt(days / 365)
    # strike where N(−d1) is the size: d1 = ln(F/K)/sd + sd/2, by bisection on the library's distribution
    low, high = np.full(len(sizes), -6.0), np.full(len(sizes), 6.0)
    for _ in range(200):
        middle = 0.5 * (low + high)
        big = cumulative(-middle) > sizes
        low, high = np.where(big, middle, low), np.where(big, high, middle)
    strike = forward * np.exp(-(low * sd - 0.5 * sd * sd))
    f = np.full(len(sizes), forward)
    rows = [
        pd.DataFrame({"kind": k, "strike": strike, "bid": (p := value(f, strike, sd, k == "call")), "ask": p, "delta": d})
        for k, d in (("call", 1 - sizes), ("put", -sizes))
    ]
    day = pd.Timestamp(date)
    return pd.concat(rows, ignore_index=True).assign(
        date=day, expiry=day + pd.Timedelta(days=days), iv=np.tile(vol, 2), underlying=underlying
    )


@pytest.mark.shared
def test_every_date_of_a_real_chain_agrees_with_a_loop_over_another_library(shared: Path):
    quotes: dict[str, list[dict[str, str]]] = defaultdict(list)
    with (shared / SPXW).open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            quotes[row["quote_date"]].append(row)
    expected = {}
    for day, rows in quotes.items():
        date, expiry = (datetime.strptime(text, "%m/%d/%Y") for text in (day, rows[0]["expiration"]))
        years = (expiry - date).days / 365
        mids: dict[str, dict[float, float]] = {"call": {}, "put": {}}
        deltas = {}
        for row in rows:
            if float(row["bid"]) > 0:
                mids[row["option_type"]][float(row["strike"])] = (float(row["bid"]) + float(row["ask"])) / 2
                if row["option_type"] == "put":
                    deltas[float(row["strike"])] = -float(row["delta"])
        both = sorted(mids["call"].keys() & mids["put"].keys(), key=lambda k: (abs(mids["call"][k] - mids["put"][k]), k))
        if years * 365 < 5 or not both:
            continue
        forward = median(k + mids["call"][k] - mids["put"][k] for k in both[:9])
        strikes = sorted(deltas)
        low, high = [(a, b) for a, b in pairwise(strikes) if deltas[a] <= 0.1 <= deltas[b]][-1]
        vols = [
            py_lets_be_rational.implied_volatility_from_a_transformed_rational_guess(mids["put"][k], forward, k, years, -1.0)
            for k in (low, high)
        ]
        share = (0.1 - deltas[low]) / (deltas[high] - deltas[low]) if deltas[high] > deltas[low] else 0.0
        expected[pd.Timestamp(date)] = vols[0] + share * (vols[1] - vols[0])
    found = ten_delta_put_iv(shared / SPXW)
    ours = dict(zip(found.frame["date"], found.frame["iv"], strict=True))
    assert ours.keys() == expected.keys()
    assert len(ours) == 34
    for date, iv in expected.items():
        assert ours[date] == pytest.approx(iv, abs=1e-10), date


@pytest.mark.shared
def test_one_call_takes_the_file_to_a_series_and_on_to_the_trigger(shared: Path):
    found = ten_delta_put_iv(load_table(shared / SPXW))
    series = found.series
    assert series["2018-01-03"] == pytest.approx(0.111, abs=0.001)
    assert found.frame.columns.tolist() == ["date", "iv", "strike", "dte", "method"]
    assert found.flags["date"].tolist() == [pd.Timestamp("2018-02-05")]
    assert found.refused["date"].tolist()[0] == pd.Timestamp("1990-01-03")
    assert len(found.frame) + len(found.refused) == 41
    assert "2018-02-05" in found.summary()
    assert "2648.98" in found.summary()
    triggered = macd_trigger(series)
    assert triggered.bars == 34
    assert triggered.call.startswith("macd_trigger(series=ten_delta_put_iv(chain=load_table('spxw_2018")
    assert len(found.figure().data) == 2


def test_a_flat_smile_is_given_back_from_prices_alone():
    found = ten_delta_put_iv(chain(strikes=range(60, 145, 2)))
    assert found.frame["iv"].tolist() == pytest.approx([0.2], abs=1e-12)
    assert found.frame["dte"].tolist() == [30]
    # N(−d1) = 0.1 at d1 = 1.2815516: K = F·exp(−1.2815516·sd + sd²/2), sd = 0.2·√(30/365); linear between strikes
    sd = 0.2 * math.sqrt(30 / 365)
    assert found.frame["strike"].tolist() == pytest.approx([100 * math.exp(-1.2815516 * sd + sd * sd / 2)], abs=0.2)
    assert any("implied" in said for said in found.found)
    assert any("computed" in said for said in found.found)


def test_between_strikes_the_volatility_is_linear_in_delta():
    found = ten_delta_put_iv(smiling(days=30))
    assert found.frame["iv"].tolist() == pytest.approx([0.2], abs=1e-12)
    assert found.frame["method"].tolist() == ["single"]
    implied = ten_delta_put_iv(smiling(days=30).drop(columns="iv"))
    assert implied.frame["iv"].tolist() == pytest.approx([0.2], abs=1e-9)
    nothing = ten_delta_put_iv(smiling(days=30).drop(columns=["iv", "delta"]))
    assert nothing.frame["iv"].tolist() == pytest.approx([0.2], abs=1e-9)


def test_two_expiries_make_a_constant_tenor_in_total_variance():
    found = ten_delta_put_iv(pd.concat([smiling(days=23, at=0.3), smiling(days=37, at=0.2)]))
    # (0.3²·23·(37 − 30) + 0.2²·37·(30 − 23)) ÷ (37 − 23) ÷ 30 = (14.49 + 10.36) ÷ 420 = 0.0591667
    assert found.frame["iv"].tolist() == pytest.approx([math.sqrt(24.85 / 420)], abs=1e-12)
    assert found.frame[["dte", "method"]].values.tolist() == [[30, "interpolated"]]
    assert "every date is interpolated to 30 days" in found.summary()


@pytest.mark.parametrize(
    ("days", "used"), [((10, 20), 20), ((40, 60), 40), ((30,), 30), ((3, 12), 12), ((20, 30, 40), 30), ((2, 200), 200)]
)
def test_without_expiries_around_the_tenor_the_nearest_stands_and_its_days_are_said(days, used):
    found = ten_delta_put_iv(pd.concat([smiling(days=d, at=0.1 + d / 1000) for d in days]))
    assert found.frame[["dte", "method"]].values.tolist() == [[used, "single"]]
    assert found.frame["iv"].tolist() == pytest.approx([0.1 + used / 1000], abs=1e-12)
    assert f"{used} days away" in found.summary()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"iv": 100.0}, "given in percent"),
        ({"delta": -1.0}, "put deltas are positive"),
        ({"delta": 100.0}, "put deltas are negative"),
        ({"iv": 100.0, "delta": -100.0}, "put deltas are positive"),
    ],
)
def test_units_and_signs_are_recognised_and_said(change, said):
    quotes = smiling(days=30)
    for column, factor in change.items():
        quotes[column] = quotes[column] * factor
    found = ten_delta_put_iv(quotes)
    assert found.frame["iv"].tolist() == pytest.approx([0.2], abs=1e-12)
    assert said in found.summary()


def test_a_wide_file_in_percent_goes_all_the_way(tmp_path):
    quotes = smiling(days=30)
    sides = [
        quotes[quotes["kind"] == k].set_index("strike")[["bid", "ask", "iv", "delta"]].add_prefix(f"{k}_")
        for k in ("call", "put")
    ]
    wide = pd.concat(sides, axis=1).reset_index().assign(quote_date="2024-03-01", expiration="2024-03-31")
    wide[["call_iv", "put_iv"]] *= 100
    wide.to_csv(tmp_path / "wide.csv", index=False)
    found = ten_delta_put_iv(load_table(tmp_path / "wide.csv"))
    assert found.frame["iv"].tolist() == pytest.approx([0.2], abs=1e-12)
    assert "given in percent" in found.summary()


def test_a_date_whose_deltas_do_not_reach_is_refused_never_extrapolated():
    near = smiling(date="2024-03-04").query("delta < -0.12 or kind == 'call'")
    found = ten_delta_put_iv(pd.concat([smiling(), near, smiling(date="2024-03-05", days=3)]))
    assert found.frame["date"].tolist() == [pd.Timestamp("2024-03-01")]
    assert found.refused["reason"].tolist() == [
        "delta 0.1 is not bracketed: the puts' deltas run from 0.130 to 0.500",
        "fewer than 5 days to expiry",
    ]
    with pytest.raises(ToolError, match="not bracketed"):
        ten_delta_put_iv(near)


def test_a_put_below_its_intrinsic_value_refuses_the_date():
    quotes = smiling().drop(columns="iv")
    quotes.loc[(quotes["delta"] == -0.08), ["bid", "ask"]] = 1e-300
    broken = quotes.copy()
    broken.loc[broken["delta"] == -0.13, ["bid", "ask"]] = 500.0
    with pytest.raises(ToolError, match="outside the bounds"):
        ten_delta_put_iv(broken)


def test_other_dates_never_change_a_date():
    days = [smiling(date=f"2024-03-{d:02d}", at=0.15 + d / 100, forward=100 + d) for d in range(1, 9)]
    whole = ten_delta_put_iv(pd.concat(days)).frame
    for count in range(1, 9):
        pd.testing.assert_frame_equal(ten_delta_put_iv(pd.concat(days[:count])).frame, whole.head(count))


def test_rows_in_any_order_and_twice_over_give_the_same_and_nothing_is_changed():
    quotes = pd.concat([smiling(days=d, date=f"2024-03-0{i}") for i in range(1, 5) for d in (20, 40)], ignore_index=True)
    mixed = pd.concat([quotes, quotes]).sample(frac=1, random_state=3)
    before = mixed.copy(deep=True)
    pd.testing.assert_frame_equal(ten_delta_put_iv(mixed).frame, ten_delta_put_iv(quotes).frame)
    pd.testing.assert_frame_equal(mixed, before)


@pytest.mark.parametrize(
    ("name", "bad"), [("delta", 0), ("delta", 10), ("tenor_days", 0), ("tenor_days", 30.5), ("min_dte", 0)]
)
def test_nonsense_is_refused_by_name(name, bad):
    with pytest.raises(ToolError) as caught:
        ten_delta_put_iv(smiling(), **{name: bad})
    assert caught.value.parameter == name


@pytest.mark.parametrize(
    "bad", [None, 5, [1.0], pd.DataFrame({"close": [1.0]}), smiling().iloc[:0], smiling().assign(date=pd.NaT), "missing.csv"]
)
def test_what_is_no_dated_chain_is_refused(bad):
    with pytest.raises(ToolError):
        ten_delta_put_iv(bad)
