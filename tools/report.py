"""What was found in a table: rows, dates, frequency, gaps, zeros, price steps and units, as numbers and as plain sentences."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from tools.cleaning import Clean
from tools.gaps import Gap, find_gaps
from tools.headers import shown
from tools.jumps import Rows, Step, sentence
from tools.questions import Question, which_first
from tools.raw import Dropped, Raw
from tools.roll_days import roll_days
from tools.spacing import DAY, Frequency, Steps
from tools.wording import counted

_PRICES = {"open", "high", "low", "close", "adjusted close", "settle", "last", "underlying", "value", "iv", "mid"}
_SHOWN = 5
_STRAY_DAYS = 365


@dataclass(frozen=True)
class Report:
    """The findings on one table.

    Attributes:
        rows_read: records below the header; rows_kept: rows of the clean frame.
        dropped: rows left out, with the reason, the count and example places in the file.
        first_date, last_date: None without dates.
        frequency: spacing of the dates; "none" with fewer than two dates.
        gaps: the longest first, at most five; gap_count counts all.
        calendar: the exchange whose trading days the dates were held against; None where they keep no known calendar.
        missing_sessions: trading days of that calendar without a date; closed_dates: dates on which it was closed.
        duplicates: rows left out because their date (or contract) came again later.
        out_of_order: rows that stood after a later date.
        zeros: columns of prices with the number of zeros in them.
        missing: columns with the number of missing values.
        tenfold: price steps of about ten times or more, at most five.
        units: column → "decimal" or "percent" for volatilities; "negative" or "positive" for put deltas.
        format, encoding, delimiter, decimal, header_line, sheet, sheets: what the file was found to be.
        place: what the numbers in `dropped` count: "line", "row" or "record".
        questions: what only the user can say, with the reading taken meanwhile.
        notes: what was done, in plain sentences; warnings: what to look at, in plain sentences.
    """

    rows_read: int
    rows_kept: int
    dropped: tuple[Dropped, ...]
    first_date: pd.Timestamp | None
    last_date: pd.Timestamp | None
    frequency: Frequency
    gaps: tuple[Gap, ...]
    gap_count: int
    calendar: str | None
    missing_sessions: int
    closed_dates: int
    duplicates: int
    out_of_order: int
    zeros: dict[str, int]
    missing: dict[str, int]
    tenfold: tuple[Step, ...]
    units: dict[str, str]
    format: str
    encoding: str | None
    delimiter: str | None
    decimal: str
    header_line: int | None
    sheet: str | None
    sheets: tuple[str, ...]
    place: str
    questions: tuple[Question, ...]
    notes: tuple[str, ...]
    warnings: tuple[str, ...]

    @property
    def rows_dropped(self) -> int:
        """All rows left out."""
        return sum(d.count for d in self.dropped)


def report_on(raw: Raw, table: Clean) -> Report:
    """The report on a clean table and the raw one it came from."""
    frame, roles = table.frame, table.roles
    date = next((n for n, r in roles.items() if r == "date"), None)
    dates = frame[date].to_numpy() if date is not None else np.array([], dtype="datetime64[us]")
    unique, steps, panel = dates, table.steps or Steps.of(dates), table.panel
    timeline = None
    if panel is not None and len(dates):
        timeline = panel.timeline(dates, np.append(True, steps.sizes > 0))
    if steps.least <= 0:  # sorted, so only repeated ones stand in the way
        unique = timeline.dates if timeline is not None else dates[np.append(True, steps.sizes > 0)]
        steps = Steps.of(unique)
    frequency = (steps if timeline is None else timeline.steps).frequency
    alone = _stray(unique, steps)
    found = find_gaps(unique[alone], frequency, steps if alone == slice(None) else None)
    absences: tuple[str, ...] = ()
    if timeline is not None and table.symbols is not None:
        found, absences = found.within(timeline.spanned), timeline.absences(frame[table.symbols])
    named = frame[table.row_names] if table.row_names is not None else None
    rows = Rows(dates, panel, frame[table.symbols] if panel is not None else None, named)
    zeros, missing, tenfold = {}, {}, []
    for name, role in roles.items():
        values = frame[name].to_numpy() if role not in ("text", "symbol", "kind", "time") else None
        if values is None or values.dtype.kind != "f":
            continue
        known = table.extremes.get(name)
        blanks = int(np.isnan(values).sum()) if known is None and np.isnan(values.sum()) else 0
        if role != "empty" and blanks:
            missing[name] = blanks
        if role in _PRICES or (role[:1] == "M" and role[1:].isdigit()):
            least, most = known or (np.fmin.reduce(values), np.fmax.reduce(values))
            if least <= 0 and (nil := int((values == 0).sum())):
                zeros[name] = nil
            if table.kind in ("series", "curve") and not 0 < most < 6.5 * least:
                tenfold += rows.jumps(name, values)
    units = _units(table)
    duplicates = sum(d.count for d in table.dropped if d.reason.startswith("repeated"))
    warnings = [
        *table.warnings,
        *_sentences(
            raw,
            table,
            gaps=[*found.sentences(), *absences],
            zeros=zeros,
            missing=missing,
            tenfold=tenfold,
            stray=_stray_words(unique, alone),
        ),
    ]
    return Report(
        rows_read=raw.rows_read,
        rows_kept=len(frame),
        dropped=table.dropped,
        first_date=pd.Timestamp(unique[0]) if len(unique) else None,
        last_date=pd.Timestamp(unique[-1]) if len(unique) else None,
        frequency=frequency,
        gaps=tuple(sorted(found.gaps, key=lambda g: (-(g.sessions or 0), -g.days, g.after))[:_SHOWN]),
        gap_count=len(found.gaps),
        calendar=found.calendar,
        missing_sessions=len(found.missing),
        closed_dates=len(found.closed),
        duplicates=duplicates,
        out_of_order=table.out_of_order,
        zeros=zeros,
        missing=missing,
        tenfold=tuple(tenfold[:_SHOWN]),
        units=units,
        format=raw.format,
        encoding=raw.encoding,
        delimiter=raw.delimiter,
        decimal=raw.decimal,
        header_line=raw.header_line,
        sheet=raw.sheet,
        sheets=raw.sheets,
        place=raw.place,
        questions=(*raw.questions, *which_first(table.asked), *table.questions),
        notes=(*table.notes, *_settlement_days(table, dates)),
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _settlement_days(table: Clean, dates: np.ndarray) -> tuple[str, ...]:
    """Which contract the front month of a curve is on the days on which one settles."""
    front, second = (next((n for n, r in table.roles.items() if r == month), None) for month in ("M1", "M2"))
    if table.kind != "curve" or front is None or second is None or not len(dates):
        return ()
    found = roll_days(dates, table.frame[front].to_numpy(), table.frame[second].to_numpy())
    return (found.sentence(),) if found is not None else ()


def _units(table: Clean) -> dict[str, str]:
    units = {}
    for name, role in table.roles.items():
        if role.split()[-1] == "iv":
            values = table.frame[name].to_numpy(dtype=float)
            held = values[values > 0]
            if len(held):
                units[name] = "percent" if float(np.median(held)) > 1.5 else "decimal"
        elif role.split()[-1] == "delta" and role.split()[0] != "call":
            values = table.frame[name].to_numpy(dtype=float)
            kind = next((n for n, r in table.roles.items() if r == "kind"), None)
            if role == "delta" and kind is not None:
                values = values[table.frame[kind].str.strip().str.lower().str.startswith("p").to_numpy(dtype=bool)]
            elif role == "delta":
                continue
            held = values[np.isfinite(values) & (values != 0)]
            if len(held):
                units[name] = "put deltas negative" if float(np.median(held)) < 0 else "put deltas positive"
    return units


def _sentences(
    raw: Raw,
    table: Clean,
    *,
    stray: list[str],
    gaps: list[str],
    zeros: dict[str, int],
    missing: dict[str, int],
    tenfold: list[Step],
) -> list[str]:
    out = []
    for d in table.dropped:
        places = f" ({raw.place} {', '.join(map(str, d.lines))}{' …' if d.count > len(d.lines) else ''})" if d.lines else ""
        stood = f": {'; '.join(d.stood)}" if d.stood else ""
        out.append(f"{counted(d.count, 'row')} left out: {d.reason}{places}{stood}.")
    out += [*stray, *gaps]
    if zeros:
        out.append(
            "Zeros that may stand for missing prices: "
            + ", ".join(f"{shown(n)} {c:,}" for n, c in list(zeros.items())[:8])
            + "."
        )
    if missing and table.kind != "chain":
        out.append("Missing values: " + ", ".join(f"{shown(n)} {c:,}" for n, c in list(missing.items())[:8]) + ".")
    if tenfold:
        out.append(sentence(tenfold))
    return out


def _stray(dates: np.ndarray, steps: Steps) -> slice:
    """The dates that lie together, without a few more than a year, and three usual steps, away from all others at one end."""
    if len(dates) < 20 or steps.most <= _STRAY_DAYS * DAY or steps.most <= 3 * np.median(steps.sizes):
        return slice(None)
    before = int(steps.sizes.argmax()) + 1
    after = len(dates) - before
    if min(before, after) > max(1, len(dates) // 50):
        return slice(None)
    return slice(before, None) if before <= after else slice(None, before)


def _stray_words(dates: np.ndarray, together: slice) -> list[str]:
    few = len(dates) - len(dates[together])
    if not few:
        return []
    first = together.start is not None
    at, near = (dates[0], dates[few]) if first else (dates[-1], dates[-few - 1])
    days = abs(int((dates[few - 1 if first else -few] - near).astype("timedelta64[D]").astype(int)))
    return [
        f"{counted(few, 'date')} at {days:,} days away from all others (for example {at.astype('datetime64[D]')}): "
        "probably stray rows. They were kept."
    ]
