"""Small files as strangers have them, each with what it must come to, worked out by hand from the text."""

import pytest

from tools import Table, load_table


def loaded(text: str) -> Table:
    return load_table(text.encode())


def column(values: list[str]) -> str:
    rows = "".join(f'2024-01-{i:02},"{value}"\n' for i, value in enumerate(values, 2))
    return f"Date,P/L\n{rows}"


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("($1,234.50)", -1234.5),
        ("$(12.00)", -12),
        ("-$5.00", -5),
        ("(3.1%)", -0.031),
        ("(3.1)%", -0.031),
        ("5.00-", -5),
        ("–0.7", -0.7),  # a dash of the printer
        ("−0.7", -0.7),  # the minus sign of mathematics
        ("▼0.5", -0.5),
        ("▲1.5", 1.5),
        ("US$13.90", 13.9),
        ("13.90 €", 13.9),
        ("USD 13.90", 13.9),
        ("18.2 %", 0.182),
        ("18.2\u00a0%", 0.182),
        ("4\u00a0123.50", 4123.5),
        ("4\u202f123.50", 4123.5),
        ("4'123.50", 4123.5),
        ("4’123.50", 4123.5),
        ("3mm", 3e6),
        ("1.5bn", 1.5e9),
        ("850K", 850e3),
        ("\u200e13.2", 13.2),  # a mark of writing direction, as spreadsheets paste it
        ("13.2\u200b", 13.2),
        ("١٣٫٢", 13.2),  # Arabic-Indic digits and decimal sign
        ("۱۳.۲", 13.2),  # Persian ones
        ("１３.２", 13.2),  # wide ones
    ],
)
def test_a_number_however_it_is_dressed(cell: str, number: float):
    table = loaded(column([cell] * 3))
    assert table.frame["P/L"].tolist() == [pytest.approx(number, rel=1e-15)] * 3


@pytest.mark.parametrize("cell", ["n.a.", "#N/A N/A", "NM", "..", "(null)", "#NUM!", "#NAME?", "--", "—", "–"])
def test_marks_for_nothing_are_missing_values(cell: str):
    table = loaded(column(["1", "2", cell, "3"]))
    assert table.series().tolist() == [1, 2, 3]
    assert [(d.reason, d.lines) for d in table.report.dropped] == [("no value", (4,))]


def test_two_currencies_in_a_column_are_pointed_out():
    assert any("EUR and USD" in w for w in loaded(column(["$13.20", "€14.00", "$15.00"])).report.warnings)
    assert not loaded(column(["$13.20", "USD 14.00", "US$15.00"])).report.warnings


def test_sizes_behind_the_prices_are_left_aside_and_said():
    table = loaded("Date,Bid,Ask\n2024-01-02,13.2 x 10,13.3 x 12\n2024-01-03,13.4 x 11,13.5 x 9\n")
    assert table.frame["Bid"].tolist() == [13.2, 13.4]
    assert table.frame["Ask"].tolist() == [13.3, 13.5]
    assert sum("sizes" in note for note in table.report.notes) == 2


@pytest.mark.parametrize(
    ("head", "close"),
    [
        ("Date;Ouv.;Plus haut;Plus bas;Dern.", "last"),
        ("Datum;Eröffnung;Hoch;Tief;Schlusskurs", "close"),
        ("Data;Apertura;Massimo;Minimo;Chiusura", "close"),
    ],
)
def test_prices_named_in_neighbouring_languages(head: str, close: str):
    table = loaded(f"{head}\n02/01/2024;13,2;14,5;13,1;13,9\n15/01/2024;13,9;14,2;13,4;14,0\n")
    assert list(table.roles.values())[1:] == ["open", "high", "low", close]


def test_a_column_that_is_both_close_and_last_is_the_close():
    table = loaded('Date,Close/Last,Volume\n01/13/2024,$14.13,"1,234,567"\n01/12/2024,$14.04,N/A\n')
    assert table.series().tolist() == [14.04, 14.13]


def test_two_numbers_in_a_cell_do_not_turn_thousands_into_decimals():
    table = loaded(column(["1,564", "8,111", "9,235", "3,305", "124, 33"]))
    assert table.series().tolist() == [1564, 8111, 9235, 3305]
    assert any("no number in 1 cell" in warning for warning in table.report.warnings)
