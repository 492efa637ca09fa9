"""What each column is: a role found by its name and checked against its content, with the reason in plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import numpy as np
import pandas as pd

from tools.columns import Column

TableKind = Literal["series", "chain", "curve", "breadth", "other"]

# role: the names under which files carry it, in words joined by "_".
_NAMES: dict[str, str] = {
    "date": "date datetime timestamp day trade_date quote_date quotedate trading_date "
    "observation_date datum data_date as_of asof "
    "as_of_date date_time quote_readtime quote_datetime session_date tradedate trading_day",
    "time": "time bar_time quote_time trade_time hour",
    "expiry": "expiry expiration exp expire expires expir_date exp_date expiration_date "
    "expirydate expiry_date expire_date expdate "
    "maturity maturity_date exdate expirationdate",
    "kind": "option_type type right kind cp_flag call_put put_call cp pc callput "
    "putcall c_p p_c optiontype opt_type option_right",
    "strike": "strike strike_price strk strikeprice exercise_price",
    "symbol": "symbol ticker root underlying_symbol futures future contract code root_symbol act_symbol name series",
    "underlying": "underlying_price underlying spot spot_price underlying_last under_price "
    "undl_price stock_price underlyingprice "
    "underlying_close index_price active_underlying_price",
    "open": "open opening_price open_price px_open o",
    "high": "high high_price px_high day_high h",
    "low": "low low_price px_low day_low l",
    "close": "close closing_price close_price price px_last closing schluss schlusskurs c",
    "adjusted close": "adj_close adjusted_close adjclose close_adj",
    "settle": "settle settlement settlement_price settle_price daily_settlement",
    "last": "last last_price last_sale lastsale last_trade_price last_traded_price lastprice",
    "change": "change chg net net_change change_percent pct_change chg_percent",
    "volume": "volume total_volume trade_volume vol volumen tradevolume v",
    "open interest": "open_interest openint openinterest oi open_int",
    "bid": "bid best_bid bid_price bid_close",
    "ask": "ask offer best_offer ask_price best_ask ask_close",
    "bid size": "bidsize bid_size",
    "ask size": "asksize ask_size",
    "mid": "mid mark mid_price midprice",
    "iv": "iv impvol implied_vol implied_volatility impl_vol impl_volatility imp_vol impliedvolatility "
    "vola volatility sigma iv_mid",
    "delta": "delta",
    "gamma": "gamma",
    "theta": "theta",
    "vega": "vega",
    "rho": "rho",
    "advances": "advances advancing advancers adv advancing_issues up_issues nyse_advances issues_advancing",
    "declines": "declines declining decliners dec declining_issues down_issues nyse_declines issues_declining",
    "unchanged": "unchanged unch unchanged_issues",
    "net_advances": "net_advances a_d_difference ad_difference ad_diff advance_decline adv_dec "
    "net_adv advances_minus_declines a_d "
    "net_advancing net_advancing_issues advances_declines nyse_net_advances nyad breadth",
    "ad_line": "ad_line a_d_line advance_decline_line cumulative_ad cumulative_net_advances adline",
    "value": "value values px level reading obs_value",
    "row number": "index id row no nr unnamed_0 rownum row_number",
}
_ROLE_OF = {name: role for role, names in _NAMES.items() for name in names.split()}
_SIDED = {
    "bid",
    "ask",
    "last",
    "change",
    "volume",
    "open interest",
    "iv",
    "delta",
    "gamma",
    "theta",
    "vega",
    "rho",
    "bid size",
    "ask size",
    "mid",
    "symbol",
}
_TEXT_ROLES, _DATE_ROLES = {"kind", "symbol"}, {"date", "expiry"}
_CALL, _PUT = {"c", "call", "calls"}, {"p", "put", "puts"}
_KINDS = {"c": "call", "call": "call", "calls": "call", "p": "put", "put": "put", "puts": "put"}
_MONTH = re.compile(r"(?:m|vx|ux|uz|f|cm|v|month_?|c_?)(\d{1,2})")
_IV_WORDS = {"iv", "impvol", "impliedvol", "volatility", "vola"}


def words_of(name: str) -> tuple[str, ...]:
    """A column name as lower-case words: "A/D Difference" → a, d, difference; "CallBid" → call, bid; "bid.c" → bid, c."""
    split = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", name).replace("%", " percent ")
    return tuple(w for w in re.split(r"[^a-z0-9]+", split.lower()) if w)


def claim(name: str) -> str | None:
    """The role that a column's name alone claims; None where it says nothing."""
    words = words_of(name)
    joined = "_".join(words)
    if joined in _ROLE_OF:
        return _ROLE_OF[joined]
    if "".join(words) in _ROLE_OF:
        return _ROLE_OF["".join(words)]
    if match := _MONTH.fullmatch(joined):
        return f"M{int(match[1])}"
    if any(w in words for w in ("expiry", "expiration", "maturity", "expire")):
        return "expiry"
    if words and words[-1] in ("date", "datetime", "timestamp", "datum") and "settlement" not in words:
        return "date"
    if sided(name) is None and (_IV_WORDS & set(words) or ("implied" in words and "vol" in words)):
        return "iv"
    return None


def sided(name: str) -> str | None:
    """ "call bid", "put iv" … where a name joins a side and an option field; None otherwise."""
    words = words_of(name)
    side = "call" if _CALL & set(words) else "put" if _PUT & set(words) else ""
    if not side or (_CALL & set(words) and _PUT & set(words)):
        return None
    rest = "_".join(w for w in words if w not in _CALL | _PUT)
    role = _ROLE_OF.get(rest, "iv" if rest in ("implied", "vol_implied") else None)
    return f"{side} {role}" if role in _SIDED else None


def kind_of_option(column: Column) -> pd.Series:
    """The column's cells as "call" or "put", missing where they say neither."""
    return column.text.str.strip().str.lower().map(_KINDS)


def assign(columns: Sequence[Column]) -> tuple[dict[str, str], dict[str, str]]:
    """(column → role, column → reason) for every column; a role that names one thing is given to one column only."""
    wide = _sides(columns)
    roles: dict[str, str] = {}
    reasons: dict[str, str] = {}
    for position, column in enumerate(columns):
        role, reason = _role(column, wide.get(column.name), position)
        holder = next((n for n, r in roles.items() if r == role), None)
        if holder is not None and role not in ("number", "text", "empty", "row number", "other date", "expiry"):
            reason = f"its name says {role} too, but {holder!r} came first and has that role"
            role = {"date": "other date", "text": "text"}.get(
                role, "number" if column.type == "number" else "text" if column.type == "text" else "other date"
            )
        roles[column.name], reasons[column.name] = role, reason
    if "date" not in roles.values():
        spare = next((c for c in columns if roles[c.name] == "other date"), None)
        if spare is not None:
            roles[spare.name], reasons[spare.name] = "date", "it is the first column that holds dates"
    return roles, reasons


def table_kind(roles: dict[str, str]) -> TableKind:
    """What the roles make of the table."""
    held = set(roles.values())
    if "strike" in held and ("kind" in held or any(r.startswith("call ") for r in held)):
        return "chain"
    if len([r for r in held if re.fullmatch(r"M\d+", r)]) >= 2:
        return "curve"
    if held & {"net_advances", "ad_line"} or {"advances", "declines"} <= held:
        return "breadth"
    measured = held - {"date", "time", "other date", "expiry", "text", "symbol", "kind", "empty", "row number"}
    return "series" if measured and "strike" not in held else "other"


def _sides(columns: Sequence[Column]) -> dict[str, str]:
    """Sided roles of a wide chain: by suffix or prefix, or by standing left and right of the strike under Calls and Puts."""
    by_name = {c.name: s for c in columns if (s := sided(c.name)) is not None}
    if len({s.split()[0] for s in by_name.values()}) == 2:
        return by_name
    bases = [c.base.lower() for c in columns]
    if "calls" not in bases or "puts" not in bases or "strike" not in bases:
        return {}
    middle = bases.index("strike")
    out = {}
    for i, column in enumerate(columns):
        role = claim(column.base)
        if role in _SIDED and bases.count(column.base.lower()) == 2:
            out[column.name] = f"{'call' if i < middle else 'put'} {role}"
    return out


def _role(column: Column, side: str | None, position: int) -> tuple[str, str]:
    name = column.name
    said = side or claim(column.base)
    if column.type == "empty":
        return "empty", "it holds nothing"
    if column.type == "date":
        if said in _DATE_ROLES:
            return said, f"its name {name!r} says so and it holds dates"
        if said is not None and re.fullmatch(r"M\d+", said):
            return "expiry", f"named {name!r}, and it holds dates: the expiry of that contract month"
        return "other date", "it holds dates"
    if column.type == "text":
        if said == "kind" and kind_of_option(column).notna().mean() >= 0.9:
            return "kind", f"its name {name!r} says so and its cells are calls and puts"
        if said == "symbol" or (side or "").endswith("symbol"):
            return ("symbol" if not side else "text"), f"its name {name!r} says so and it holds text"
        wrong = (
            f"its name {name!r} says {said}, but its cells are text" if said and said not in _TEXT_ROLES else "it holds text"
        )
        return "text", wrong
    if said in _DATE_ROLES or said in _TEXT_ROLES:
        return "number", f"its name {name!r} says {said}, but it holds numbers"
    if said == "row number" or (not column.base and position == 0) or (position == 0 and said is None):
        values = column.numbers
        if len(values) > 1 and np.array_equal(values, np.arange(len(values)) + values[0]) and values[0] in (0, 1):
            return "row number", "it counts the rows"
        if said == "row number":
            return "number", "it holds numbers"
    if said == "volume" and words_of(column.base) == ("vol",):
        held = column.numbers[np.isfinite(column.numbers)]
        if len(held) and (held % 1 != 0).any():
            return "iv", f"its name {name!r} can mean volume or volatility, and its numbers are not whole"
    if said is not None and said != "time":
        return said, f"its name {name!r} says so and it holds numbers"
    return "number", "it holds numbers and its name says nothing known"
