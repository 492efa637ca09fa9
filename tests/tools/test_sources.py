"""Sources: what can be given, and what is refused by its first bytes."""

import gzip
import io
import pickle
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from tools import ToolError, load_table
from tools.limits import LIMITS, Limits, check_bytes, check_shape, check_unpacked

PLAIN = b"date,close\n2024-01-02,13.2\n2024-01-03,14.04\n"


def test_a_path_a_string_bytes_and_files_give_the_same_table(tmp_path: Path):
    path = tmp_path / "vix.csv"
    path.write_bytes(PLAIN)
    with path.open("rb") as binary, path.open() as text:
        tables = [load_table(s) for s in (path, str(path), PLAIN, bytearray(PLAIN), io.BytesIO(PLAIN), binary, text)]
    assert {tuple(t.series().tolist()) for t in tables} == {(13.2, 14.04)}
    assert len({t.fingerprint for t in tables}) == 1
    assert [t.call for t in tables[:3]] == ["load_table('vix.csv')", "load_table('vix.csv')", "load_table(data)"]
    assert str(tmp_path) not in tables[0].summary() + str(tables[0].to_dict())


REFUSED = {
    "PDF": b"%PDF-1.7 ...",
    "picture": b"\x89PNG\r\n\x1a\n....",
    "web page": b"<!DOCTYPE html><html><body><table></table></body></html>",
    "XML": b"<?xml version='1.0'?><a/>",
    "gzip": gzip.compress(PLAIN),
    "pickle": pickle.dumps(pd.DataFrame({"close": [1.0]})),
    "password": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100 + "EncryptedPackage".encode("utf-16-le"),
    "old Excel": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
    "SQLite": b"SQLite format 3\x00" + b"\x00" * 90,
    "program": b"\x7fELF" + b"\x00" * 50,
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_table_is_named_and_refused(what: str):
    with pytest.raises(ToolError, match=what):
        load_table(REFUSED[what])


def test_a_zip_that_is_no_workbook_is_refused():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("data.csv", PLAIN)
    with pytest.raises(ToolError, match="zip archive"):
        load_table(packed.getvalue())


@pytest.mark.parametrize(
    "source", [None, 5, ["a"], {"a": 1}, object(), b"", "", "no-such-file.csv", "a,b\n1,2\n", "bad\x00name"]
)
def test_what_is_no_source_is_refused(source: object):
    with pytest.raises(ToolError):
        load_table(source)  # type: ignore[arg-type]


def test_an_address_is_not_downloaded():
    with pytest.raises(ToolError, match="Nothing is downloaded"):
        load_table("https://example.org/vix.csv")


def test_a_folder_is_refused(tmp_path: Path):
    with pytest.raises(ToolError, match="folder"):
        load_table(tmp_path)


def test_a_sheet_is_only_for_workbooks():
    with pytest.raises(ToolError, match="only XLSX"):
        load_table(PLAIN, sheet="VIX")


def test_the_limits_refuse_in_plain_words():
    small = Limits(file_bytes=10, unpacked_bytes=10, rows=2, columns=2)
    for check in (
        lambda: check_bytes(11, "x", small),
        lambda: check_unpacked(11, "x", small),
        lambda: check_shape(3, 1, "x", small),
        lambda: check_shape(1, 3, "x", small),
    ):
        with pytest.raises(ToolError, match="at most"):
            check()


def test_a_file_above_the_limit_is_refused_before_it_is_read(tmp_path: Path):
    path = tmp_path / "big.csv"
    with path.open("wb") as file:
        file.truncate(LIMITS.file_bytes + 1)  # a sparse file: takes no room on the disk
    with pytest.raises(ToolError, match="200 MB"):
        load_table(path)
