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
    table = loaded(column(["1,564", "8,111", "9,235", "3,305", "1,165", "124, 33"]))
    assert table.series().tolist() == [1564, 8111, 9235, 3305, 1165]
    assert any("no number in 1 cell" in warning for warning in table.report.warnings)


def test_cells_that_spreadsheets_are_to_take_for_text_are_read():
    table = loaded('Date,Close\n="2024-01-02",="13.2"\n="2024-01-03","=""14"""\n')
    assert table.series().tolist() == [13.2, 14]


def test_points_before_three_digits_between_semicolons_are_pointed_out():
    """A German index of 16.789 is sixteen thousand; a rate of 1.234 is not, and the file does not say which it is."""
    table = loaded("Datum;Kurs\n02.01.2024;16.789\n03.01.2024;16.512\n")
    assert any("16.789" in w and "thousands" in w for w in table.report.warnings)
    assert not loaded("Datum;Kurs\n02.01.2024;16.789,50\n03.01.2024;16.512,25\n").report.warnings
    assert not loaded("Datum;Kurs\n02.01.2024;16.78\n03.01.2024;16.512\n").report.warnings


@pytest.mark.parametrize("total", ["Total", "Grand Total", "TOTAL:", "Average"])
def test_a_total_below_rows_without_dates_is_left_out(total: str):
    table = loaded(f"Item,Amount\nOption A,100\nOption B,200\n{total},300\n")
    assert table.frame["Amount"].sum() == 300
    assert [(d.reason, d.lines) for d in table.report.dropped] == [("a total below the data", (4,))]


def test_a_row_called_total_between_others_stays():
    assert loaded("Item,Amount\nTotal,1\nShell,2\nBP,3\n").report.rows_kept == 3


def test_a_broker_footer_and_a_total_are_left_out_by_line():
    table = loaded(
        '"Transactions for account XX-1 as of 01/15/2024"\n"Date","Action","Price","Amount"\n'
        '"01/16/2024","Buy","$0.95","-$95.66"\n"01/13/2024 as of 01/12/2024","Sell","$0.40","$78.68"\n'
        '"01/12/2024","Sell","$0.40","$78.68"\n"Transactions Total","","","$61.70"\n'
    )
    assert [str(d)[:10] for d in table.frame["Date"]] == ["2024-01-12", "2024-01-13", "2024-01-16"]
    assert [(d.reason, d.lines) for d in table.report.dropped] == [("date that cannot be read", (6,))]


def test_text_among_numbers_is_pointed_out_where_it_keeps_the_column_text():
    table = loaded("Date,A\n2024-01-02,unch\n2024-01-03,13.2\n2024-01-04,13.3\n2024-01-05,Holiday\n")
    assert table.roles["A"] == "text"
    assert any("`unch`" in warning for warning in table.report.warnings)


def test_calls_left_and_puts_right_of_the_strikes_are_a_chain():
    table = loaded(
        "Stock quote and option quote for VIX\n\n,,Volume,Delta,Impl Vol,BID,BX,ASK,AX,Exp,Strike,BID,BX,ASK,AX,Volume,Delta,"
        'Impl Vol,,\n,,"1,234",.95,85.20%,2.10,C,2.20,C,17 JAN 24,12,.05,C,.10,C,234,-.05,84.20%,,\n'
        ",,34,.35,88.20%,.50,C,.60,C,17 JAN 24,14,.85,C,.90,C,34,-.65,87.20%,,\n"
    )
    chain = table.chain()
    assert table.kind == "chain"
    assert chain["kind"].tolist() == ["call", "call", "put", "put"]
    assert chain["delta"].tolist() == [0.95, 0.35, -0.05, -0.65]
    assert chain["bid"].tolist() == [2.1, 0.5, 0.05, 0.85]


def test_deltas_that_say_the_contrary_make_no_chain_of_it():
    table = loaded("Delta,Bid,Ask,Strike,Bid,Ask,Delta\n-0.05,1,2,12,3,4,0.95\n-0.65,1,2,14,3,4,0.35\n")
    assert table.kind != "chain"


def test_names_that_repeat_are_told_apart_by_the_groups_above_them():
    table = loaded("Date,VIX,,SPX,\n,Open,Close,Open,Close\n2024-01-02,13,13.2,4700,4710\n2024-01-03,13.4,14,4700,4690\n")
    assert table.columns == ("Date", "VIX Open", "VIX Close", "SPX Open", "SPX Close")
    assert table.series("SPX Close").tolist() == [4710, 4690]


def test_december_beside_the_other_months_is_no_number_of_declines():
    months = "Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec"
    table = loaded(f"Year,{months}\n2022,{'1.5,' * 11}2.5\n2023,{'1.5,' * 11}2.5\n")
    assert table.roles["Dec"] == "number"


@pytest.mark.parametrize(
    "above",
    [
        "^VIX (CBOE Volatility Index),Last: 13.20, Change: 0.75\nDate: January 2 2024 at 4:15 PM EST,Bid: 13.1,Ask: 13.3\n",
        "Stock quote and option quote for VIX on 1/2/24 16:15:00\n\n",
        "Quote Date,2024-01-02 16:15\n",
        "Quotes as of 2024-01-02 16:15:00\n",
    ],
)
def test_a_chain_whose_date_stands_above_it_has_that_date(above: str):
    head = "Expiration Date,Calls,Bid,Ask,IV,Strike,Puts,Bid,Ask,IV"
    rows = "".join(f"Wed Jan 17 2024,VIXC{k},2.1,2.2,0.85,{k},VIXP{k},0.1,0.2,0.84\n" for k in (12, 13, 14))
    table = loaded(f"{above}{head}\n{rows}")
    chain = table.chain()
    assert chain["date"].astype("str").unique().tolist() == ["2024-01-02 16:15:00"]
    assert chain["expiry"].astype("str").str[:10].unique().tolist() == ["2024-01-17"]
    assert any("stated above" in note for note in table.report.notes)


def test_a_chain_under_two_dates_has_none():
    table = loaded("From date: 2024-01-02\nTo date: 2024-01-03\nType,Strike,Bid,Ask\nCall,12,1,2\nPut,12,1,2\n")
    assert table.kind == "chain"
    assert table.date_column is None
