"""Times of day beside their dates. The oracle is datetime's own formatting of known moments."""

import datetime as dt

import pandas as pd
import pytest

from tools import Table, load_table

MOMENTS = [dt.datetime(2024, 1, 2, 7, 30) + dt.timedelta(minutes=37 * i) for i in range(40)]


def loaded(times: list[object], header: str = "Date,Time,Close") -> Table:
    rows = "".join(f"{m:%Y-%m-%d},{t},{13 + i}.5\n" for i, (m, t) in enumerate(zip(MOMENTS, times, strict=True)))
    return load_table(f"{header}\n{rows}".encode())


@pytest.mark.parametrize("form", ["%H:%M", "%H:%M:%S", "%H:%M:%S.%f", "%I:%M %p", "%I:%M%p", "%H%M", "%H%M%S", "%H:%M EST"])
def test_times_in_any_usual_form_are_joined(form: str):
    table = loaded([m.strftime(form) for m in MOMENTS])
    assert table.series().index.tolist() == [pd.Timestamp(m) for m in MOMENTS]
    assert table.report.rows_dropped == 0


def test_fractions_of_a_day_are_times_as_spreadsheets_keep_them():
    table = loaded([(m.hour * 60 + m.minute) / 1440 for m in MOMENTS])
    assert table.series().index.tolist() == [pd.Timestamp(m) for m in MOMENTS]


def test_hours_and_minutes_may_stand_in_two_columns():
    table = loaded([f"{m.hour},{m.minute}" for m in MOMENTS], "Date,Hour,Minute,Close")
    assert table.series().index.tolist() == [pd.Timestamp(m) for m in MOMENTS]


def test_a_file_without_a_header_has_its_times_right_of_the_dates():
    rows = "".join(f"{m:%Y.%m.%d},{m:%H:%M},13,14,12,13.5\n" for m in MOMENTS)
    table = load_table(rows.encode())
    assert table.report.rows_kept == len(MOMENTS)
    assert table.report.frequency == "intraday"


def test_the_hour_24_belongs_to_the_end_of_the_day():
    table = load_table(b"Date,Time,Close\n2024-01-02,23:00,1\n2024-01-02,24:00,2\n2024-01-03,01:00,3\n")
    assert [str(d) for d in table.series().index] == ["2024-01-02 23:00:00", "2024-01-03 00:00:00", "2024-01-03 01:00:00"]


def test_a_row_whose_time_cannot_be_read_is_left_out_and_named():
    times: list[object] = [m.strftime("%H:%M") for m in MOMENTS]
    times[5] = "99:99"
    (dropped,) = loaded(times).report.dropped
    assert (dropped.reason, dropped.lines) == ("date that cannot be read", (7,))


def test_dates_that_have_their_time_already_are_not_moved():
    table = load_table(b"Date,Time,Close\n2024-01-02 09:30,09:30,1\n2024-01-03 09:31,09:31,2\n")
    assert [str(d)[11:16] for d in table.series().index] == ["09:30", "09:31"]


@pytest.mark.parametrize("scale", [1, 1000])
def test_a_column_named_time_may_count_from_1970(scale: int):
    moments = [dt.datetime(2024, 1, day, 14, 30, tzinfo=dt.UTC) for day in (2, 3, 4)]
    rows = "".join(f"{int(m.timestamp()) * scale},13.5\n" for m in moments)
    table = load_table(f"time,close\n{rows}".encode())
    assert table.series().index.tolist() == [pd.Timestamp(m).tz_localize(None) for m in moments]
    assert any("since 1970" in note for note in table.report.notes)


def test_numbers_that_are_no_times_stay_numbers():
    table = load_table(b"Date,Time,Close\n2024-01-02,0.5,1\n2024-01-03,2.5,2\n")
    assert table.roles["Time"] == "number"
