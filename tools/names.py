"""The names under which files carry dates, prices, quotes and breadth, and the role that each of them claims."""

from __future__ import annotations

import re
import unicodedata

# role: the names under which files carry it, in words joined by "_".
_NAMES: dict[str, str] = {
    "date": "date datetime timestamp day trade_date quote_date quotedate trading_date "
    "observation_date datum data_date as_of asof "
    "as_of_date date_time quote_datetime session_date tradedate trading_day",
    "time": "time bar_time quote_time trade_time hour t ts unix unixtime unix_time unix_timestamp epoch epoch_time",
    "expiry": "expiry expiration exp expire expires expir_date exp_date expiration_date "
    "expirydate expiry_date expire_date expdate "
    "maturity maturity_date exdate expirationdate",
    "kind": "option_type type right kind cp_flag call_put put_call cp pc callput "
    "putcall call_or_put put_or_call c_p p_c optiontype opt_type option_right",
    "strike": "strike strike_price strk strikeprice exercise_price",
    "symbol": "symbol ticker root underlying_symbol futures future contract code root_symbol act_symbol name series",
    "underlying": "underlying_price underlying spot spot_price underlying_last under_price "
    "undl_price stock_price underlyingprice "
    "underlying_close index_price active_underlying_price",
    "open": "open eroffnung eroffnungskurs ouverture ouv apertura opening_price open_price px_open o",
    "high": "high hoch tageshoch plus_haut haut maximo massimo high_price px_high day_high h",
    "low": "low tief tagestief plus_bas bas minimo low_price px_low day_low l",
    "close": "close closing_price close_price price px_last closing schluss schlusskurs close_last cloture cierre chiusura c",
    "adjusted close": "adj_close adjusted_close adjclose close_adj",
    "settle": "settle settlement settlement_price settle_price daily_settlement",
    "last": "last dern dernier letzter ultimo last_price last_sale lastsale last_trade_price last_traded_price lastprice",
    "change": "change chg net net_change change_percent pct_change chg_percent",
    "volume": "volume volumen volumes volumi total_volume trade_volume vol tradevolume v",
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
SIDED = {
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
_PERIODS = {
    **dict.fromkeys(("year", "years", "yr", "yyyy", "jahr"), "year"),
    **dict.fromkeys(("quarter", "qtr", "quartal"), "quarter"),
    **dict.fromkeys(("month", "mon", "mo", "mm", "monat"), "month"),
    **dict.fromkeys(("week", "wk", "woche"), "week"),
    **dict.fromkeys(("day", "dd", "tag"), "day"),
}
_DATE_PARTS = {
    **{name: part for name, part in _PERIODS.items() if part != "week"},
    **dict.fromkeys(("y", "jahre", "annee", "ano", "anno"), "year"),
    **dict.fromkeys(("m", "mnth", "mth", "monate", "mois", "mes", "mese", "period"), "month"),
    **dict.fromkeys(("d", "dy", "jour", "dia", "giorno"), "day"),
    **dict.fromkeys(("hour", "hours", "hr", "hh"), "hour"),
    **dict.fromkeys(("minute", "minutes", "min"), "minute"),
    **dict.fromkeys(("second", "seconds", "sec", "ss"), "second"),
}
_OF_DATES = {"date", "trade", "trading", "calendar", "cal", "quote", "obs", "observation", "data", "fiscal", "fy", "bar"}
_CALL, _PUT = {"c", "call", "calls"}, {"p", "put", "puts"}
_MARKETS = {"nyse", "nasdaq", "amex", "spx", "sp500", "spy", "vix", "cboe"}  # before a field: "VIX Close", "NYSE Declining"
_COUNTED = re.compile(r"^\d{1,2}\. ")  # before a field: "4. close"
_MONTH = re.compile(r"(?:m|vx|ux|uz|f|cm|v|month_?|c_?)([1-9]\d?)")
_IV_WORDS = {"iv", "impvol", "impliedvol", "volatility", "vola"}


def words_of(name: str) -> tuple[str, ...]:
    """A column name as lower-case words: "A/D Difference" → a, d, difference; "CallBid" → call, bid; "bid.c" → bid, c."""
    if not name.isascii():  # letters without their accents: "Eröffnung" is eroffnung
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    split = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", name).replace("%", " percent ")
    return tuple(w for w in re.split(r"[^a-z0-9]+", split.lower()) if w)


def claim(name: str) -> str | None:
    """The role that a column's name alone claims; None where it says nothing."""
    words = words_of(_COUNTED.sub("", name))
    joined = "_".join(words)
    if joined in _ROLE_OF:
        return _ROLE_OF[joined]
    if "".join(words) in _ROLE_OF:
        return _ROLE_OF["".join(words)]
    bare = [
        w
        for i, w in enumerate(words)
        if not (i == 0 and w in _MARKETS) and not (i and (w == "eod" or (w.isdigit() and len(w) == 4)))
    ]
    if 0 < len(bare) < len(words):
        return claim("_".join(bare))
    if match := _MONTH.fullmatch(joined):
        return f"M{int(match[1])}"
    if any(w in words for w in ("expiry", "expiration", "maturity", "expire")):
        return "expiry"
    if words and words[-1] in ("date", "datetime", "timestamp", "datum") and "settlement" not in words:
        return "date"
    if sided(name) is None and (_IV_WORDS & set(words) or ("implied" in words and "vol" in words)):
        return "iv"
    return None


def period_named(name: str) -> str | None:
    """ "year", "quarter", "month", "week" or "day" where a name ends in it ("Fiscal Year"); None otherwise."""
    words = words_of(name)
    return _PERIODS.get(words[-1]) if words else None


def date_part(name: str) -> str | None:
    """ "year", "quarter", "month", "day", "hour", "minute" or "second" where that is all a name says ("Trade Day")."""
    words = [w for w in words_of(name) if w not in _OF_DATES]
    return _DATE_PARTS.get(words[0]) if len(words) == 1 else None


def fiscal(name: str) -> bool:
    """Whether a name says that its periods are those of a fiscal year."""
    return bool({"fiscal", "fy", "fq"} & set(words_of(name)))


def sided(name: str) -> str | None:
    """ "call bid", "put iv" … where a name joins a side and an option field; None otherwise."""
    words = words_of(name)
    side = "call" if _CALL & set(words) else "put" if _PUT & set(words) else ""
    if not side or (_CALL & set(words) and _PUT & set(words)):
        return None
    rest = "_".join(w for w in words if w not in _CALL | _PUT)
    role = _ROLE_OF.get(rest, "iv" if rest in ("implied", "vol_implied") else None)
    return f"{side} {role}" if role in SIDED else None
