"""Delimited text made by hand: encodings, delimiters, headers that stand elsewhere, rows that do not fit."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tools import ToolError, load_table

PLAIN = "date,close\n2024-01-02,13.2\n2024-01-03,14.04\n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_an_encoding_is_found(codec: str):
    table = load_table("date,Schlußkurs é\n2024-01-02,13.2\n2024-01-03,14.04\n".encode(codec))
    assert table.series("Schlußkurs é").tolist() == [13.2, 14.04]


def test_latin_1_is_found():
    text = "Datum;Höhe über Null;Größe\n" + "".join(f"2024-01-{d:02};{d},5;{d}\n" for d in range(1, 20))
    table = load_table(text.encode("latin-1"))
    assert table.columns == ("Datum", "Höhe über Null", "Größe")
    assert table.report.encoding in ("cp1252", "latin_1")


@pytest.mark.parametrize(("delimiter", "name"), [(",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "bar")])
def test_a_delimiter_is_found(delimiter: str, name: str):
    table = load_table(PLAIN.replace(",", delimiter).encode())
    assert (table.report.delimiter, table.series().tolist()) == (name, [13.2, 14.04])


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_any_line_ending_is_read(newline: str):
    assert load_table(PLAIN.replace("\n", newline).encode()).series().tolist() == [13.2, 14.04]


def test_semicolons_with_decimal_commas_are_german():
    table = load_table(b"Datum;Schluss;Volumen\n02.01.2024;1.234,5;1.000\n31.01.2024;13,25;2.500\n")
    assert table.series("close").tolist() == [1234.5, 13.25]
    assert table.series("volume").tolist() == [1000, 2500]
    assert table.report.decimal == ","


def test_thousands_separators_in_quotes_are_read():
    assert load_table(b'date,close\n2024-01-02,"4,742.83"\n2024-01-03,"14,704.81"\n').series().tolist() == [4742.83, 14704.81]


def test_percent_signs_are_hundredths_and_said_so():
    table = load_table(b"date,IV\n2024-01-02,18.2%\n2024-01-03,20%\n")
    assert table.series().tolist() == pytest.approx([0.182, 0.20], abs=1e-15)
    assert any("hundredths" in n for n in table.report.notes)
    assert table.report.units == {"IV": "decimal"}


def test_a_header_on_row_four_is_found():
    text = "VIX history\nSource: an exchange\n\nDate , [Close]\n2024-01-02,13.2\n2024-01-03,14.04\n"
    table = load_table(text.encode())
    assert table.columns == ("Date", "Close")
    assert table.report.header_line == 4
    assert table.report.rows_read == 2


def test_a_preamble_as_wide_as_the_table_is_no_header():
    text = "Report,VIX\nRun,today\nDate,Close\n2024-01-02,13.2\n2024-01-03,14.04\n2024-01-04,13.9\n"
    assert load_table(text.encode()).columns == ("Date", "Close")


def test_a_table_without_header_gets_numbered_columns():
    table = load_table(b"20240102,13.2\n20240103,14.04\n")
    assert table.columns == ("column 1", "column 2")
    assert table.roles["column 1"] == "date"
    assert table.series().tolist() == [13.2, 14.04]


def test_a_first_row_with_bad_cells_is_not_mistaken_for_the_header():
    table = load_table(b"date,close,volume\n2024-01-02,abc,10\n2024-01-03,14.04,11\n2024-01-04,15,12\n")
    assert table.columns == ("date", "close", "volume")
    assert table.report.rows_kept == 3


def test_names_are_freed_of_padding_brackets_and_hashes():
    assert load_table(b"#date, <CLOSE> ,[ High ]\n2024-01-02,1,2\n").columns == ("date", "CLOSE", "High")


def test_repeated_names_are_numbered():
    assert load_table(b"date,x,x,x.2\n2024-01-02,1,2,3\n").columns == ("date", "x", "x.3", "x.2")


def test_a_header_repeated_in_the_middle_is_left_out_and_reported():
    table = load_table(b"date,close\n2024-01-02,13.2\ndate,close\n2024-01-03,14.04\n2024-01-04,15\n")
    assert table.series().tolist() == [13.2, 14.04, 15]
    assert [(d.reason, d.lines) for d in table.report.dropped] == [("the header again", (3,))]


def test_blank_lines_are_left_out_and_reported_with_their_place():
    table = load_table(b"date,close\n2024-01-02,13.2\n\n2024-01-03,14.04\n,\n2024-01-04,15\n\n\n")
    assert table.report.rows_read == 5
    assert {d.reason: d.lines for d in table.report.dropped} == {"blank": (3, 5)}


def test_a_short_row_is_filled_up_and_a_long_one_left_out():
    table = load_table(b"date,open,close\n2024-01-02,1,2\n2024-01-03,3\n2024-01-04,5,6,7\n2024-01-05,8,9,,\n2024-01-08,1,2\n")
    assert table.series("open").tolist() == [1, 3, 8, 1]
    assert table.series("close").tolist() == [2, 9, 2]
    assert [(d.reason, d.lines) for d in table.report.dropped] == [("more cells than the header", (4,))]
    assert any("fewer cells" in n for n in table.report.notes)


def test_a_footer_is_left_out_and_reported():
    table = load_table((PLAIN + "Source: an exchange\n").encode())
    assert [(d.reason, d.lines) for d in table.report.dropped] == [("date that cannot be read", (4,))]


def test_text_in_a_number_column_counts_as_missing_and_is_reported_with_its_line():
    table = load_table(b"date,close\n2024-01-02,13.2\n2024-01-03,oops\n2024-01-04,15\n2024-01-05,16\n2024-01-08,17\n")
    assert table.series().tolist() == [13.2, 15, 16, 17]
    assert any("no number in 1 cell" in w and "line 3" in w for w in table.report.warnings)


def test_a_column_without_any_value_is_empty_not_a_number():
    table = load_table(b"date,close,nothing\n2024-01-02,13.2,NA\n2024-01-03,14,\n2024-01-04,14,NA\n")
    assert table.roles["nothing"] == "empty"


def test_a_trailing_delimiter_makes_no_column():
    assert load_table(b"date,close,\n2024-01-02,13.2,\n2024-01-03,14,\n").columns == ("date", "close")


def test_a_single_column_of_numbers_is_a_series_without_dates():
    table = load_table(b"vix\n13.2\n14.04\n15\n")
    assert table.series().tolist() == [13.2, 14.04, 15]
    assert any("No column of dates" in w for w in table.report.warnings)


def test_one_row_is_enough():
    assert load_table(b"date,close\n2024-01-02,13.2\n").report.rows_kept == 1


def test_the_names_above_a_pair_of_columns_are_taken():
    text = "SPX,,VIX,\nDate,Close,Date,Close\n1/31/2024,4845,1/30/2024,13.3\n2/1/2024,4906,2/1/2024,13.9\n"
    table = load_table(text.encode())
    assert table.columns == ("Date", "SPX", "VIX")
    assert table.series("VIX").index[0].isoformat() == "2024-01-30T00:00:00"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b"", "empty"),
        (b"\n \n\n", "blank lines"),
        (b"date,close\n", "Only a header"),
        (b"date,close", "Only a header"),
        (b"Once upon a time\nthere was a table\nwithout a number\n", "text"),
        (b"date,close\nsoon,\nlater,\n", "text"),
        (bytes(range(256)) * 40, "not text"),
        (b"date,close\n" + b"2024-01-02,1\n" * 3 + b'2024-01-03,"' + b"x" * 40_000 + b'"\n', "32,767"),
    ],
)
def test_what_is_no_table_is_refused_in_words(text: bytes, says: str):
    with pytest.raises(ToolError, match=says):
        load_table(text)


def test_more_columns_than_the_limit_are_refused():
    header = ",".join(f"c{i}" for i in range(2_001))
    with pytest.raises(ToolError, match="2,000 columns"):
        load_table(f"{header}\n{','.join('1' * 2_001)}\n".encode())


@given(st.lists(st.floats(-1e12, 1e12), min_size=1, max_size=30))
@example([2.225073858507e-311, 1.0])  # the ratio of the two has no float
def test_every_float_written_is_read_back_exactly(values: list[float]):
    rows = "".join(f"{2000 + i}-01-03,{v!r}\n" for i, v in enumerate(values))
    assert load_table(f"date,close\n{rows}".encode()).series().tolist() == values


@given(st.binary(max_size=400))
def test_any_bytes_give_a_table_or_a_refusal(data: bytes):
    try:
        table = load_table(data)
    except ToolError:
        return
    assert table.summary()


@given(st.text(alphabet="0123456789,;.-/\n\"'ab%$ ", max_size=200))
def test_any_text_like_a_table_gives_a_table_or_a_refusal(text: str):
    try:
        table = load_table(text.encode())
    except ToolError:
        return
    assert table.report.rows_kept == len(table.frame) > 0
    table.to_dict()


def test_a_stray_byte_after_a_utf_8_mark_does_not_stop_the_load():
    text = b"\xef\xbb\xbfdate,close,note\n2024-01-02,1,caf\xe9\n2024-01-03,2\n2024-01-04,3,x\n"
    assert load_table(text).series().tolist() == [1, 2, 3]


def test_a_quote_left_open_is_pointed_out():
    table = load_table(b'date,close,note\n2024-01-02,1,a\n2024-01-03,2,"b\n2024-01-04,3,c\n')
    assert any("unclosed quote" in w for w in table.report.warnings)


@given(st.data())
def test_rows_read_are_rows_kept_plus_rows_left_out_whatever_is_spliced_in(data: st.DataObject):
    text = bytearray(b"date,open,close\n" + b"".join(b"2024-01-%02d,%d.5,%d\n" % (d, d, d + 1) for d in range(1, 29)))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.sampled_from([0, 1, 5, 20]))
        text[at : at + cut] = data.draw(
            st.sampled_from([b"", b",", b";", b"\n", b"\n\n", b'"', b"NA", b"\xff", b"inf", b"1e400", b"C", b"31/12/2020"])
        )
    try:
        report = load_table(bytes(text)).report
    except ToolError:
        return
    assert report.rows_read == report.rows_kept + report.rows_dropped


DAYS = [f"2024-01-{d:02}" for d in (2, 3, 4, 5, 8, 9, 10, 11, 12)]


def of_closes(cells: list[str], delimiter: str = ",") -> bytes:
    return "\n".join([f"date{delimiter}close", *(f"{d}{delimiter}{c}" for d, c in zip(DAYS, cells, strict=False))]).encode()


def test_no_row_is_lost_where_line_endings_are_mixed():
    text = b"date,close\r2024-01-02,1\r\n2024-01-03,2\n2024-01-04,3\r2024-01-05,4\r"
    assert load_table(text).series().tolist() == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("written", "values"),
    [
        (["¥1,300", "¥1,301"], [1300, 1301]),
        (["CHF 1,300.50", "CHF 1,301.50"], [1300.5, 1301.5]),
        (["12.50-", "13.50"], [-12.5, 13.5]),
        (["1'300.50", "12'301.50"], [1300.5, 12301.5]),
        (["1 300.50", "1 234 301.50"], [1300.5, 1234301.5]),
    ],
)
def test_numbers_are_read_as_they_are_written_elsewhere(written: list[str], values: list[float]):
    assert load_table(of_closes(written, "\t")).series().tolist() == values


@pytest.mark.parametrize("written", [["110'16", "110'17"], ["13 1/8", "13 3/8"], ["1 2", "1 3"]])
def test_parts_of_a_number_that_are_no_thousands_are_not_run_together(written: list[str]):
    with_other = of_closes([f"{w}\t{i}" for i, w in enumerate(written)], "\t").replace(b"close", b"close\tvolume")
    table = load_table(with_other)
    assert table.roles["close"] == "text"
    assert any("cannot be read as such" in w for w in table.report.warnings)


def test_a_comma_before_three_digits_between_semicolons_is_decimal_and_pointed_out():
    table = load_table(of_closes(["1,085", "1,092"], ";"))
    assert table.series().tolist() == [1.085, 1.092]
    assert any("1,085" in w and "decimal comma" in w for w in table.report.warnings)
    assert load_table(of_closes(["1,085,000", "1,092,000"], ";")).series().tolist() == [1_085_000, 1_092_000]


def test_spaces_of_no_width_are_nothing():
    text = "\u200bdate,\u200bclose\n\u200b2024-01-02,13.5\u200b\n\ufeff2024-01-03,14.5\n"
    assert load_table(text.encode()).series().tolist() == [13.5, 14.5]


def test_a_second_table_below_the_first_does_not_take_its_place():
    first = of_closes([str(13 + i) for i in range(9)]).decode()
    table = load_table((first + "\n\n" + first.replace("close", "volume").replace(",", ",9")).encode())
    assert table.series().tolist() == [13 + i for i in range(9)]
    assert any("a second table begins below the first" in w for w in table.report.warnings)
    assert table.report.rows_read == table.report.rows_kept + table.report.rows_dropped


def test_types_below_the_header_are_no_second_table():
    text = b"date,close\ndate,float\n2024-01-02,13\n2024-01-03,14\n2024-01-04,15\n"
    assert load_table(text).series().tolist() == [13, 14, 15]


def test_dates_across_are_refused_with_the_way_to_mend_it():
    text = f"date,{','.join(DAYS)}\nclose,{','.join('123456789')}\nopen,{','.join('123456789')}\n"
    with pytest.raises(ToolError, match="dates go down the rows"):
        load_table(text.encode())


@pytest.mark.parametrize(
    ("cells", "what"),
    [([f"{d},1,23{i},000" for i, d in enumerate(DAYS)], "number"), ([f"Jan {i + 2}, 2024,13" for i in range(9)], "date")],
)
def test_commas_that_divide_a_date_or_a_number_are_refused(cells: list[str], what: str):
    with pytest.raises(ToolError, match=f"A comma within a {what} is the usual cause"):
        load_table("\n".join(["Date,Volume", *cells]).encode())


def test_a_column_without_a_name_is_no_divided_number():
    assert load_table(b"date,close\n2024-01-02,13,101a\n2024-01-03,14,102a\n").series("close").tolist() == [13, 14]
    named_rows = b"close,volume\na,13,500\nb,14,600\nc,15,700\n"
    assert load_table(named_rows).series("volume").tolist() == [500, 600, 700]
