"""Files large enough for memory of huge pages are read like any other."""

import mmap

import numpy as np
import pandas as pd
import pytest
import xxhash

from tools import ToolError, load_table
from tools.sources import _LARGE, open_source

ROWS = 150_000
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


@pytest.mark.skipif(not hasattr(mmap, "MADV_HUGEPAGE"), reason="this system has no huge pages to ask for")
def test_the_file_itself_is_not_mapped(tmp_path, text):
    path = tmp_path / "large.csv"
    path.write_bytes(text)
    held = open_source(path).data
    assert isinstance(held, mmap.mmap)
    path.write_bytes(b"")  # a mapped file that shrinks would take the process down with it
    assert held[:] == text


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
