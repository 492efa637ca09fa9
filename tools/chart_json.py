"""The JSON behind the price charts of quote pages: seconds since 1970, and beside them a list for every price.

It reads {"chart": {"result": [{"meta": {"symbol": …}, "timestamp": […], "indicators": {"quote": [{"open": […], "close": […],
…}], "adjclose": [{"adjclose": […]}]}}], "error": null}}, one result or several.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from tools.errors import ToolError
from tools.headers import clean_name, shown
from tools.raw import Raw
from tools.records import read_frame

_FIELDS = ("open", "high", "low", "close", "volume")
_WITHIN_DAYS = ("m", "h")  # the last letter of the spacing of minutes and hours: "5m"


def is_chart(content: Any) -> bool:
    """Whether JSON is of this kind, with prices or with an error in their place."""
    return isinstance(content, dict) and isinstance(content.get("chart"), dict) and "result" in content["chart"]


def read_chart(content: Any, name: str) -> Raw:
    """The prices as a table of dates and prices, with a column of symbols where there are several.

    Raises:
        ToolError: an error in place of prices, no prices, or lists of different lengths.
    """
    chart = content["chart"]
    if chart.get("error"):
        told = chart["error"] if isinstance(chart["error"], dict) else {"description": chart["error"]}
        says = ": ".join(clean_name(told[key]) for key in ("code", "description") if told.get(key))
        raise ToolError("source", name, "a chart with prices", f"The page answered with an error instead: {says}.")
    results = chart["result"] if isinstance(chart["result"], list) else []
    if not results or not all(isinstance(result, dict) for result in results):
        raise ToolError("source", name, "a chart with prices", "Its list of results is empty.")
    frames, notes = [], []
    for result in results:
        meta = result.get("meta") if isinstance(result.get("meta"), dict) else {}
        symbol = clean_name(meta.get("symbol")) or "unnamed"
        frame, zone = _frame(result, meta, symbol, name)
        frames.append(frame if len(results) == 1 else frame.assign(symbol=symbol))
        currency = f", in {clean_name(meta['currency'])}" if isinstance(meta.get("currency"), str) else ""
        notes.append(f"The prices are those of {shown(symbol)}{currency}.")
        notes.append(f"Seconds since 1970 were read as {zone}.")
    raw = read_frame(pd.concat(frames, ignore_index=True), name, "JSON")
    return replace(raw, notes=(*dict.fromkeys(notes), *raw.notes))


def _frame(result: dict[str, Any], meta: dict[str, Any], symbol: str, name: str) -> tuple[pd.DataFrame, str]:
    """The prices of one symbol, and what its dates are."""
    stamps = result.get("timestamp")
    lists = _lists(result.get("indicators"))
    if not isinstance(stamps, list) or not stamps or "close" not in lists:
        mend = f"For {shown(symbol)} it holds no list of times with closing prices: ask the page for a longer stretch."
        raise ToolError("source", name, "a chart with prices", mend)
    for field, values in lists.items():
        if len(values) != len(stamps):
            mend = f"{field} of {shown(symbol)} has {len(values):,} values for {len(stamps):,} times: it is damaged."
            raise ToolError("source", name, "a chart with a price for every time", mend)
    try:
        moments = pd.to_datetime(pd.Series(stamps), unit="s", utc=True)
    except (ValueError, TypeError) as fault:
        raise ToolError("source", name, "a chart whose times are seconds since 1970", f"It has {stamps[0]!r}.") from fault
    local, zone = _local(moments, meta)
    days = local.dt.normalize()
    spacing = str(meta.get("dataGranularity", ""))
    within = spacing.endswith(_WITHIN_DAYS) if spacing else bool(days.duplicated().any())
    dates, said = (local, f"times of {zone}") if within else (days, f"days of {zone}")
    return pd.DataFrame({"date": dates, **lists}), said


def _local(moments: pd.Series, meta: dict[str, Any]) -> tuple[pd.Series, str]:
    """The moments by the clock of the exchange, without a zone; by UTC where it is not known."""
    zone = meta.get("exchangeTimezoneName")
    if isinstance(zone, str):
        try:
            return moments.dt.tz_convert(zone).dt.tz_localize(None), clean_name(zone)
        except (KeyError, ValueError):  # a zone that this machine does not know
            pass
    plain, offset = moments.dt.tz_localize(None), meta.get("gmtoffset")
    if isinstance(offset, int) and abs(offset) <= 14 * 3600:
        return plain + pd.Timedelta(seconds=offset), f"UTC{offset / 3600:+g} h"
    return plain, "UTC"


def _lists(indicators: Any) -> dict[str, list[Any]]:
    """The lists of prices and volumes by their names."""
    found: dict[str, list[Any]] = {}
    if isinstance(indicators, dict):
        quotes, adjusted = (indicators.get(key) for key in ("quote", "adjclose"))
        for part, fields in ((quotes, _FIELDS), (adjusted, ("adjclose",))):
            held = part[0] if isinstance(part, list) and part and isinstance(part[0], dict) else {}
            found |= {field: held[field] for field in fields if isinstance(held.get(field), list)}
    return found
