"""Dates of a whole column at once: the format is found on a sample, then applied everywhere, never guessed row by row.

The formats are those of `tools.date_formats`. Which of day and month comes first is settled by `tools.day_first`; dates
spelled otherwise are brought to plain forms by `tools.spelled`. Dates with dots are always day-first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from tools.date_formats import EARLIEST, LATEST, NAT, by_format, by_iso, likely_formats, said_of
from tools.day_first import BothReadings, settled, wrong_days
from tools.distinct import Distinct
from tools.extremes import Extremes, extremes_of
from tools.headers import BLANK
from tools.periods import MONTHS, YEARS, period_of, read_months, read_years
from tools.spelled import Spelled, spelled

_OFFSET = r"(?<=\d)(?:Z|[+-]\d\d:?\d\d)$"
_SAMPLE = 1_000
_LIFETIME = 60  # years; few tables run longer


@dataclass(frozen=True)
class Dates:
    """A column read as dates.

    Attributes:
        values: datetime64[us], NaT where blank or unread; wall-clock time, without a zone.
        blank: cells that hold nothing.
        unread: cells that hold something that is no date in the format found.
        format: the format found, in strptime letters or in words.
        notes: what was done to them, in plain sentences.
        warnings: a reading that had to be chosen without evidence.
        asked: one date in both readings, where it is for the user to say which is meant.
        extremes: the first and the last in microseconds since 1970, where every cell holds a date.
    """

    values: np.ndarray
    blank: np.ndarray
    unread: np.ndarray
    format: str
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    asked: BothReadings | None = None
    extremes: Extremes | None = None

    @property
    def share(self) -> float:
        """Dates among the cells that hold something; 0 for a blank column."""
        filled = int((~self.blank).sum())
        return float(np.count_nonzero(~np.isnat(self.values))) / filled if filled else 0.0


def read_dates(column: pd.Series | Distinct, day_first: bool | None = None, *, extremes: Extremes | None = None) -> Dates:
    """Read dates from datetimes, from text, or from numbers such as 20151222, Excel day counts and epoch seconds.

    `day_first` is what the user says of dates that can be read both ways; `extremes` the first and the last of datetimes, where
    they are known.
    """
    if isinstance(column, Distinct):
        return _from_text(column, day_first)
    if isinstance(column.dtype, pd.DatetimeTZDtype):
        zone = str(column.dtype.tz)
        note = "Times with a zone were turned to UTC." if zone == "UTC" else "The time zone was left off the dates."
        return _made(column.dt.tz_localize(None).to_numpy(dtype="datetime64[us]"), f"datetime ({zone})", (note,))
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        return _made(column.to_numpy(dtype="datetime64[us]"), "ISO 8601", known=extremes)
    if pd.api.types.is_numeric_dtype(column.dtype):
        return _from_numbers(column.to_numpy(dtype=float, na_value=np.nan))
    return _from_text(Distinct.of(column), day_first)


def _made(
    values: np.ndarray,
    form: str,
    notes: tuple[str, ...] = (),
    warnings: tuple[str, ...] = (),
    blank: np.ndarray | None = None,
    known: Extremes | None = None,
) -> Dates:
    # As whole numbers, which are compared faster; a missing date is the least of them.
    first, last = known or (extremes_of(values.view(np.int64)) if len(values) else (0, -1))
    if EARLIEST.astype(np.int64) <= first <= last <= LATEST.astype(np.int64):
        none = np.zeros(len(values), dtype=bool)
        return Dates(values, none if blank is None else blank, none, form, notes, warnings, extremes=(first, last))
    none = np.isnat(values)
    empty = none if blank is None else blank
    odd = (values < EARLIEST) | (values > LATEST)  # NaT compares as false
    if odd.any():
        values = np.where(odd, NAT, values)
        none = none | odd
    return Dates(values, empty, none & ~empty, form, notes, warnings)


def _from_numbers(numbers: np.ndarray) -> Dates:
    blank = np.isnan(numbers)
    numbers = np.where(np.isinf(numbers), 0.0, numbers)  # no date in any form
    held = numbers[~blank]
    middle = float(np.median(held)) if len(held) else 0.0
    values = np.full(len(numbers), NAT, dtype="datetime64[us]")
    if 18_000_101 <= middle <= 22_000_101:
        whole = np.where(blank | (numbers % 1 != 0) | (numbers < 0) | (numbers > 1e8), 0, numbers).astype(np.int64)
        year, month, day = whole // 10_000, whole // 100 % 100, whole % 100
        start = ((year - 1970) * 12 + month - 1).astype("datetime64[M]")
        dates = start.astype("datetime64[D]") + (day - 1)
        real = (month >= 1) & (month <= 12) & (day >= 1) & (dates.astype("datetime64[M]") == start)
        values[real] = dates[real].astype("datetime64[us]")
        return _made(values, "%Y%m%d", blank=blank)
    if (months := read_months(held)) is not None:
        values[~blank] = months
        return _made(values, MONTHS, ("Months were read as their first day.",), blank=blank)
    if 1_800 <= middle < 2_200:
        return _made(read_years(numbers), YEARS, ("Years were read as their first day.",), blank=blank)
    if 10_000 <= middle <= 110_000:
        days = np.where(blank, 0.0, numbers)
        values = np.datetime64("1899-12-30", "us") + np.round(np.clip(days, 0, 200_000) * 86_400e3).astype("timedelta64[ms]")
        return _made(np.where(blank, NAT, values), "Excel day count", ("Day counts were read as Excel dates.",), blank=blank)
    for scale, low, unit in (
        (1e6, 1e8, "seconds"),
        (1e3, 1e11, "milliseconds"),
        (1.0, 1e14, "microseconds"),
        (1e-3, 1e17, "nanoseconds"),
    ):
        if low <= middle < 50 * low:
            stamps = np.round(np.where(blank, 0.0, numbers) * scale).astype(np.int64).astype("datetime64[us]")
            note = f"Numbers were read as {unit} since 1970 (UTC)."
            return _made(np.where(blank, NAT, stamps), f"epoch {unit}", (note,), blank=blank)
    return _made(values, "", blank=blank)


def _from_text(column: Distinct, day_first: bool | None) -> Dates:
    text = column.cells.str.strip()
    nothing = (text.isna() | text.str.lower().isin(BLANK)).to_numpy(dtype=bool)
    blank = column.rows(nothing)
    filled = np.flatnonzero(~blank)
    if not len(filled):
        return _made(np.full(len(column), NAT, dtype="datetime64[us]"), "", blank=blank)
    text = text.where(~nothing)
    sample = text.iloc[column.places[filled[np.unique(np.linspace(0, len(filled) - 1, _SAMPLE).astype(int))]]]
    iso = by_iso(sample)
    whole = 0 if iso is None else np.count_nonzero(~np.isnat(iso))
    if whole == len(sample):
        return _from_iso(text, column, blank)
    if (period := period_of(sample)) is not None:
        return _made(column.rows(period.read(text)), period.form, period.notes, blank=blank)
    best, forms = likely_formats(sample)
    plain = Spelled(text, np.full(len(text), -1), np.zeros(len(text), dtype="timedelta64[us]"), ())
    if max(best, whole) < len(sample):
        again = spelled(sample, sample).text
        others = likely_formats(again)
        if others[0] > max(best, whole):
            (best, forms), plain = others, spelled(text, sample)
    if whole >= max(best, 1):
        return _from_iso(text, column, blank)
    if not best:
        return _made(np.full(len(column), NAT, dtype="datetime64[us]"), "", blank=blank)
    found = {form: by_format(plain.text, form) + plain.added for form in forms[:2]}
    counts = {form: column.number(~np.isnat(values)) for form, values in found.items()}
    likely = [form for form in found if counts[form] == max(counts.values())]
    readings = {form: column.rows(found[form]) for form in likely}
    weekdays = column.rows(plain.weekdays)
    order = settled(readings, column, day_first, weekdays)
    form, values = order.form, readings[order.form]
    notes = (*plain.notes, *said_of(form), *order.notes)
    warnings = (*order.warnings, *wrong_days(values, weekdays), *_centuries(values, form))
    read = _made(values, form, notes, warnings, blank=blank)
    return replace(read, asked=order.asked)


def _from_iso(text: pd.Series, column: Distinct, blank: np.ndarray) -> Dates:
    """Times with a zone as UTC, which keeps them in order when clocks are changed; days as their own calendar has them."""
    values = by_iso(text)
    assert values is not None
    if not (zoned := text.str.contains(_OFFSET, regex=True).fillna(False).astype(bool)).any():
        return _made(column.rows(values), "ISO 8601", blank=blank)
    if (local := by_iso(text.where(zoned).str.replace(_OFFSET, "", regex=True))) is not None:
        days = np.isnat(local) | (local == local.astype("datetime64[D]"))
        if days.all():
            values = np.where(np.isnat(local), values, local)
            return _made(column.rows(values), "ISO 8601", ("The time zone was left off the days.",), blank=blank)
    return _made(column.rows(values), "ISO 8601", ("Times with a zone were turned to UTC.",), blank=blank)


def _centuries(values: np.ndarray, form: str) -> tuple[str, ...]:
    """The warning that dates with two-digit years lie so far apart that some may belong to the century before."""
    held = values[~np.isnat(values)].astype("datetime64[Y]")
    if "%y" not in form or not len(held) or (held.max() - held.min()).astype(int) < _LIFETIME:
        return ()
    return (f"Two-digit years run from {held.min()} to {held.max()}: the later ones may be of the century before.",)
