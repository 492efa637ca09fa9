"""Large files are mapped and, where they are plain, read by another parser: the table is the same either way."""

import numpy as np
import pandas as pd
import pytest
import xxhash

from tools import ToolError, load_table
from tools.body import Layout
from tools.plain_body import Plain, parse_plain
from tools.sources import _LARGE, File

ROWS = 200_000
FRAME = pd.DataFrame(
    {
        "date": pd.date_range("1990-01-01", periods=ROWS, freq="h").strftime("%Y-%m-%d %H:%M:%S"),
        "close": np.round(20 + np.sin(np.arange(ROWS) / 50), 4),
        "volume": np.arange(ROWS),
    }
)


@pytest.fixture(scope="module")
def text():
    made = FRAME.to_csv(index=False, lineterminator="\n").encode()
    assert len(made) > _LARGE
    return made


@pytest.mark.parametrize(
    ("change", "encoding"),
    [
        (lambda text: text, "ascii"),
        (lambda text: text.replace(b"close", "clôse".encode()), "utf-8"),
        (lambda text: text.replace(b"close", "clôse".encode("cp1252")), "cp1252"),
        (lambda text: b"\xef\xbb\xbf" + text, "utf-8 (BOM)"),
        (lambda text: text.decode().encode("utf-16"), "utf-16"),
        (lambda text: text.replace(b"\n", b"\r"), "ascii"),
        (lambda text: text.replace(b"\n", b"\r\n"), "ascii"),
        (lambda text: text.replace(b",20.0", b',"20.0"'), "ascii"),
        (lambda text: text + b"\n\n", "ascii"),
    ],
    ids=["plain", "UTF-8", "Windows", "marked", "UTF-16", "old Mac", "DOS", "quotes", "blank end"],
)
def test_a_large_file_is_what_its_bytes_are(tmp_path, text, change, encoding):
    path = tmp_path / "large.csv"
    path.write_bytes(change(text))
    ours, again = load_table(path), load_table(path.read_bytes())
    pd.testing.assert_frame_equal(ours.frame, again.frame)
    assert ours.report == again.report
    assert ours.report.encoding == encoding
    assert ours.fingerprint == again.fingerprint == xxhash.xxh3_64_hexdigest(path.read_bytes())
    assert len(ours.frame) == ROWS


@pytest.mark.parametrize("width", [3, 4], ids=["narrow", "wide"])
def test_the_plain_reader_is_the_one_that_reads_a_plain_file(tmp_path, text, width):
    path = tmp_path / "large.csv"
    path.write_bytes(text if width == 3 else text.replace(b"\n", b",1\n"))
    rows = [line.split(",") for line in path.read_text().splitlines()[1:300]]
    body = parse_plain(Plain(File.at(path), 1, rows), Layout(",", width, "."))
    assert body is not None
    assert body.total == ROWS
    assert body.extremes[2] == (0, ROWS - 1)
    np.testing.assert_array_equal(body.frame[0].to_numpy(), pd.to_datetime(FRAME["date"]).to_numpy("datetime64[us]"))


SAID = b"1995-06-01 10:00:00,"


@pytest.mark.parametrize(
    "row",
    [
        SAID + b"20,5,9",
        SAID + b"20,5,",
        SAID + b"20",
        SAID + b"20,",
        SAID + b",",
        b"",
        b",,",
        b'"1995-06-01 10:00:00",20,5',
        b'"1995-06-01\n10:00:00",20,5',
        b'"left open,20,5',
        SAID + b'2"0,5',
        SAID + b"n/a,5",
        SAID + b"-,5",
        SAID + b"20%,5",
        SAID + b"1 000,5",
        SAID + b"2e1,5",
        SAID + b" 20 ,5 ",
        SAID + b"inf,5",
        SAID + b"1e400,5",
        SAID + b"123456789012345678901234567890,5",
        SAID + b"True,5",
        SAID + b"20,5\r1995-06-01 11:00:00,20,5",
        SAID + b"2\x000,5",
        b"1995-06-01\x00 10:00:00,20,5",
        b"1995-06-31 10:00:00,20,5",
        b"1995-06-01T10:00:00Z,20,5",
        b"01/06/1995 10:00,20,5",
        b"yesterday,20,5",
        b"19950601,20,5",
        "1995-06-01\u00a010:00:00,20,5".encode(),
        "\u00a0,20,5".encode(),
        b"date,close,volume",
    ],
)
@pytest.mark.parametrize("at", [1, 120_000, ROWS])
@pytest.mark.parametrize("further", [b"", b",1.5"], ids=["narrow", "wide"])  # each is read by a parser of its own
def test_an_odd_row_in_a_large_file_is_met_as_in_a_small_one(tmp_path, text, row, at, further):
    lines = (text.replace(b"\n", further + b"\n").replace(b"volume,1.5", b"volume,more") if further else text).split(b"\n")
    lines[at:at] = [row + further]
    path = tmp_path / "large.csv"
    path.write_bytes(b"\n".join(lines))
    met = []
    for source in (path, path.read_bytes()):
        try:
            table = load_table(source)
        except ToolError as error:
            met.append(str(error).replace("'large.csv'", "'data'"))
        else:
            met.append((table.frame, table.roles, table.report, table.fingerprint))
    ours, again = met
    if isinstance(ours, str):
        assert ours == again
        return
    pd.testing.assert_frame_equal(ours[0], again[0])
    assert ours[1:] == again[1:]


def test_a_column_that_is_text_here_and_numbers_there_is_text(tmp_path):
    path = tmp_path / "large.csv"
    path.write_bytes(b"name,a,b\n" + b"x,1,2\n" * 400_000 + b"07,1,2\n" * 600_000)
    assert path.stat().st_size > _LARGE
    assert load_table(path).frame["name"].iloc[[0, -1]].tolist() == ["x", "07"]


def test_a_table_that_may_be_read_again_keeps_contents_of_its_own(tmp_path):
    path = tmp_path / "large.csv"
    days = pd.date_range("2000-01-01", periods=12, freq="MS").strftime("%d/%m/%Y")  # 1 to 12: day and month can be taken
    frame = pd.DataFrame({"date": np.tile(days, 30_000), "symbol": np.repeat(np.arange(30_000), 12).astype(str)})
    frame.assign(close=20.5, open=19.5, name="contract").to_csv(path, index=False)
    table = load_table(path)
    assert table.report.questions
    path.write_bytes(b"")  # a mapped file that shrinks would take the process down with it
    for label in table.other_readings:
        assert len(table.answered(label).frame) == len(table.frame)


@pytest.mark.parametrize("head", [b"%PDF-1.4", b"\x89PNG", b"PK\x03\x04", b"\x80\x04", b"<html>", b"SQLite format 3\x00"])
def test_a_large_file_that_is_no_table_is_refused(tmp_path, head):
    path = tmp_path / "large.csv"
    path.write_bytes(head + b"\x00" * _LARGE + b".")
    with pytest.raises(ToolError):
        load_table(path)


@pytest.mark.parametrize("form", ["parquet", "json"])
def test_other_large_formats_are_read_too(tmp_path, form):
    path = tmp_path / f"large.{form}"
    frame = pd.DataFrame({"date": FRAME["date"], **{f"x{i}": np.random.default_rng(i).normal(size=ROWS) for i in range(5)}})
    frame.to_parquet(path) if form == "parquet" else frame.head(50_000).to_json(path, orient="records")
    assert path.stat().st_size > _LARGE
    assert list(load_table(path).columns) == list(frame.columns)
