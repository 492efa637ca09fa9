"""Every tool in the catalogue against the shared table of nasty inputs: a refusal that names the parameter, or nothing."""

import json
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.nasty import (
    NO_CHOICES,
    NO_COLUMN,
    NO_DATES,
    NO_DAY,
    NO_FILLS,
    NO_FLAGS,
    NO_LEGS,
    NO_NUMBERS,
    NO_RULES,
    NO_SERIES,
    NO_TABLES,
)
from tools import CATALOGUE, ToolError

WAVE = [20 + 5 * math.sin(i / 9) for i in range(120)]
CHAIN = pd.DataFrame(
    {
        "strike": [25.0, 30.0, 35.0],
        "bid": [1.45, 0.80, 0.45],
        "ask": [1.50, 0.90, 0.55],
        "kind": "call",
        "date": pd.NaT,
        "expiry": pd.Timestamp("2013-08-21"),
    }
)
PAIRED = pd.DataFrame(
    {
        "strike": [90.0, 95.0, 100.0] * 2,
        "bid": [10.1, 5.6, 2.2, 0.05, 0.5, 2.1],
        "ask": [10.3, 5.8, 2.4, 0.15, 0.7, 2.3],
        "kind": ["call"] * 3 + ["put"] * 3,
        "open_interest": 100.0,
        "date": pd.Timestamp("2024-03-01"),
        "expiry": pd.Timestamp("2024-03-31"),
    }
)
# Arguments with which each tool answers; a tool that is not here gets some by the kinds of its parameters.
ANSWERED = {
    "butterfly": {"lower": 25, "body": 30, "upper": 35, "debit": 0.85},
    "position": {"legs": [("long", "call", 25, 1.5), ("short", "call", 30, 0.9)]},
    "butterfly_quote": {"chain": CHAIN, "lower": 25, "body": 30, "upper": 35},
    "butterfly_value": {"lower": 25, "body": 30, "upper": 35, "settlement": 29},
    "backtest": {"table": WAVE},
    "sweep": {"table": WAVE},
    "vix_expiries": {"date": "2024-08-05"},
    "breadth_divergence": {
        "price": [v + i / 20 for i, v in enumerate(WAVE)],
        "ad_line": [v - i / 20 for i, v in enumerate(WAVE)],
    },
    "implied_volatility": {"price": 1.0, "forward": 21.5, "strike": 25.0, "years": 0.1},
    "xirr": {"dates": ["2024-01-02", "2024-07-01", "2025-01-02"], "cash_flows": [-1000, 400, 700]},
    "trade_log": {"entries": [17.85, 19.1], "leaves": [21.4, 18.25]},
    "wacc": {"values": [60, 40], "costs": [0.09, 0.05]},
    "parity": {"strike": 20, "call": (3.0, 3.1), "put": (1.4, 1.5), "forward": (21.45, 21.55)},
    "pair_forward": {"strike": 20, "call": (3.0, 3.1), "put": (1.4, 1.5)},
    "parity_forward": {"chain": PAIRED},
    "ten_delta_put_iv": {"chain": PAIRED},
    "explain_data": {"table": pd.DataFrame({"iv": WAVE})},
    "confirmations": {"table": pd.DataFrame({"P/E": [20.0, 21.0, 22.0]})},
    "rescaled_series": {"factor": 100.0},
    "expected_value": {"amounts": [-85, 315], "chances": [0.6, 0.4]},
    "implied_butterfly": {"debit": 0.85, "max_profit": 415},
    "event_spacing": {"dates": ["2024-07-30", "2024-08-05"]},
    "exit_for_target": {"entry": 0.85, "target": 40},
    "fly_debit": {"lower_quote": [1.6, 1.7], "body_quote": [0.95, 1.05], "upper_quote": [0.6, 0.7]},
    "spread_by_width": {"width": 10, "net": -1.15},
    "event_window": {"dates": ["2024-07-30", "2024-08-05"]},
    "around_events": {"series": pd.Series(WAVE, pd.bdate_range("2024-01-02", periods=len(WAVE)))},
    "butterfly_value_today": {
        "lower": 25,
        "body": 30,
        "upper": 35,
        "forward": 21.5,
        "years": 0.1,
        "vol_lower": 0.85,
        "vol_body": 0.95,
        "vol_upper": 1.02,
    },
    "time_shift": {"butterfly": [25, 30, 35, 0.85], "forward": 21.5, "vols": [0.85, 0.95, 1.02], "days": [30, 15, 0]},
    "finish_chance": {"low": 25.85, "high": 34.15, "forward": 21.5, "years": 0.1, "vol": 0.95},
    "wing_adjustment": {
        "butterfly": [25, 30, 35, 0.85],
        "rsi_value": 74,
        "strikes": [20, 25, 30, 35, 40],
        "premiums": [2.2, 1.45, 0.8, 0.45, 0.3],
    },
    "dealer_gamma": {"chain": PAIRED, "spot": 98},
    "iv_at_delta": {"deltas": [-0.07, -0.115], "ivs": [0.268, 0.241]},
    "delta_bracket": {"deltas": [-0.07, -0.115]},
    "confirming_moves": {"names": ["P/E", "REITs"], "before": [24.0, 92.0], "now": [22.8, 87.4]},
    "iv_at_tenor": {"days": [23, 37], "ivs": [0.20, 0.22]},
    "net_advances_line": {"net": [400.0, -150.0, 90.0] * 40},
    "expected_move": {"vol": 0.15, "days": 30, "price": 5800},
    "range_level": {"value": 16.2, "low": 13.0, "high": 29.0},
    "macd_of_stretches": {"levels": [20.0, 26.0], "lengths": [100, 5]},
    "simple_signal": {"macd": [0.1, 0.12, 0.11, 0.13, 0.15, 0.16, 0.14, 0.17, 0.18]},
    "ema_of_values": {"values": [20, 26, 22, 25], "span": 3},
    "third_line": {"macd": 0.42, "histogram": 0.05},
    "macd_cross": {"macd_now": -0.05, "signal_now": -0.07, "macd_before": -0.12, "signal_before": -0.08},
}
MANY = ("list", "array")  # a parameter that takes many numbers takes these
# What is nasty elsewhere and fine here.
FINE = {
    ("time_shift", "vols"): ("a number",),  # a list of one may be given as a number
    ("time_shift", "days"): ("a number",),
    **{("parity", name): ("a number",) for name in ("call", "put", "forward")},  # one price stands for bid and ask
    **{("pair_forward", name): ("a number",) for name in ("call", "put")},
    ("tranche_plan", "events"): ("an empty list",),  # no cue yet
}
BY_KIND = {
    "number": 1.0,
    "integer": 5,
    "series": WAVE,
    "numbers": [18.2, 19.6, 20.1],
    "curve": [18.2, 19.6, 20.1],
    "fills": [(1.0, 30.0), (1.4, 20.0)],
}
NO_NAMES = {  # of rows: one each, of a few characters
    "text": "Mon Tue Wed",
    "too few": ["Mon"],
    "numbers": [1.0, 2.0, 3.0],
    "empty": ["", "", ""],
    "long": ["x" * 400] * 3,
    "nothing inside": [None, None, None],
    "a number": 3.0,
}


WINGS = pd.concat([CHAIN.assign(strike=CHAIN["strike"] + shift) for shift in (0, 15)], ignore_index=True)
# Arguments in which a parameter has a part to play, where `ANSWERED` leaves it out.
WITH = (
    {
        ("wing_adjustment", name): {"butterfly": [25, 30, 35, 0.85], "rsi_value": 74, "chain": WINGS}
        for name in ("chain", "expiry", "date")
    }
    | {
        ("breadth_divergence", name): {"price": WAVE, "advances": [1500.0] * len(WAVE), "declines": [1400.0] * len(WAVE)}
        for name in ("advances", "declines")
    }
    | {
        ("net_advances_line", name): {"advances": [1500.0] * len(WAVE), "declines": [1400.0] * len(WAVE)}
        for name in ("advances", "declines")
    }
)


def arguments(tool):
    if tool.name in ANSWERED:
        return dict(ANSWERED[tool.name])
    return {p.name: p.choices[0] if p.choices else BY_KIND[p.kind] for p in tool.parameters if p.required}


# What is nasty for each kind of parameter that is neither a number nor a choice.
OF_KIND = {
    "series": NO_SERIES,
    "numbers": NO_SERIES,
    "curve": NO_SERIES,
    "table": NO_TABLES,
    "legs": NO_LEGS,
    "fills": NO_FILLS,
    "dates": NO_DATES,
    "names": NO_NAMES,
    "events": NO_DATES,
    "calendar": NO_DATES,
    "flag": NO_FLAGS,
    "rules": NO_RULES,
}
TEXTS = {
    "date": NO_DAY,
    "expiry": NO_DAY,
    "events_from": NO_DAY,
    "series": NO_COLUMN,
    "price": NO_COLUMN,
}  # parameters of kind "value", by name


def nasty_for(p):
    return TEXTS[p.name] if p.kind == "value" else OF_KIND[p.kind]


def cases():
    for tool in CATALOGUE.values():
        for p in tool.parameters:
            bad = {}
            if p.number is not None:
                bad |= {name: value for name, value in NO_NUMBERS.items() if not (p.number.many and name in MANY)}
                if not p.required and p.default is not None:
                    bad["None"] = None
                if p.number.low > -math.inf:
                    bad["below"] = p.number.low if p.number.open_low else p.number.low - 1
                    bad["far below"] = -1e300
                if p.number.high < math.inf:
                    bad["above"] = p.number.high * 1.01 + 1
                    bad["far above"] = 1e300
                if p.number.whole:
                    bad["not whole"] = p.number.low + 0.5
            elif p.choices:
                bad |= NO_CHOICES
            else:
                bad |= {name: value for name, value in nasty_for(p).items() if p.required or value is not None}
                for name in FINE.get((tool.name, p.name), ()):
                    del bad[name]
            for name, value in bad.items():
                yield pytest.param(tool, p.name, value, id=f"{tool.name}-{p.name}-{name}")


@pytest.mark.parametrize("tool", CATALOGUE.values(), ids=CATALOGUE)
def test_every_tool_answers_with_words_json_and_the_disclaimer(tool):
    result = tool.run(**arguments(tool))
    assert result.disclaimer in result.explain()
    assert result.tool == tool.name
    said = json.loads(json.dumps(result.to_dict(), allow_nan=False))
    assert said["summary"] == result.summary()
    assert said["disclaimer"]
    assert "25 %" not in said["summary"]


@pytest.mark.parametrize("tool", CATALOGUE.values(), ids=CATALOGUE)
def test_every_tool_gives_the_same_answer_twice_and_leaves_its_inputs_alone(tool):
    given = arguments(tool)
    before = repr(given)
    first, second = tool.run(**given), tool.run(**given)
    assert json.dumps(first.to_dict()) == json.dumps(second.to_dict())
    assert first.explain() == second.explain()
    assert repr(given) == before


@pytest.mark.parametrize(("tool", "name", "value"), list(cases()))
def test_nonsense_is_refused_by_the_parameters_name(tool, name, value):
    kind = next(p.kind for p in tool.parameters if p.name == name)
    with pytest.raises(ToolError) as caught:
        tool.run(**{**WITH.get((tool.name, name), arguments(tool)), name: value})
    # A part of it may be named ("legs[0] strike"); a table that cannot be read is the loader's `source`.
    assert caught.value.parameter.startswith((name, "source") if kind == "table" else name)
    assert str(caught.value).startswith(f"{caught.value.parameter}: got ")
    assert caught.value.disclaimer


def test_numbers_of_numpy_are_numbers():
    split = CATALOGUE["budget_split"].run(budget=np.float64(1000), deployed=np.float32(0.5))
    assert split.to_dict()["used"] == 500.0
    units = CATALOGUE["tranche_units"].run(planned=np.int64(8))
    assert units.to_dict()["ladder"] == [2, 1, 2, 1, 2]


def allowed(number, data):
    """A number that the parameter takes: one of its ends, or something usual or extreme between them."""
    low = number.low if number.low > -math.inf else -1e6
    high = number.high if number.high < math.inf else 1e6
    near = low + 1e-9 * max(1.0, abs(low)) if number.open_low else low
    usual = [v for v in (0.0, 1e-6, 0.2, 0.85, 1.0, 5.0, 14.0, 30.0, 100.0, 1e6, -1e6) if near <= v <= high]
    value = data.draw(st.sampled_from([near, high, *usual]) | st.floats(near, high))
    return max(1, math.ceil(value)) if number.whole and value > 0 else int(value) if number.whole else value


@pytest.mark.parametrize("tool", CATALOGUE.values(), ids=CATALOGUE)
@settings(max_examples=25)
@given(st.data())
def test_whatever_is_allowed_is_answered_or_refused_and_never_breaks(tool, data):
    given_ = arguments(tool)
    for p in tool.parameters:
        if p.number is not None and data.draw(st.booleans()):
            given_[p.name] = allowed(p.number, data)
    try:
        result = tool.run(**given_)
    except ToolError:
        return  # a refusal is an answer too
    json.dumps(result.to_dict(), allow_nan=False)
    assert result.disclaimer in result.explain()
