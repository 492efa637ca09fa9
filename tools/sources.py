"""Where a table comes from: a path, bytes, a file object or a DataFrame, brought to named bytes and a known format.

What is no table (a picture, a PDF, a web page, a pickle, an encrypted workbook …) is refused here by its first bytes.
"""

from __future__ import annotations

import mmap
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

import pandas as pd
import xxhash

from tools.errors import ToolError
from tools.headers import clean_name
from tools.limits import LIMITS, check_bytes

TableSource = str | os.PathLike[str] | bytes | bytearray | memoryview | IO[bytes] | IO[str] | pd.DataFrame

_ALLOWED = "a CSV, TSV, XLSX, Parquet or JSON table"
_SAVE = "Open it in the program it comes from and export the table as CSV or XLSX."
_REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF document", _SAVE),
    (b"\x89PNG", "a picture (PNG)", "A chart cannot be read as numbers: load the data behind it."),
    (b"\xff\xd8\xff", "a picture (JPEG)", "A chart cannot be read as numbers: load the data behind it."),
    (b"GIF8", "a picture (GIF)", "A chart cannot be read as numbers: load the data behind it."),
    (b"BM\x00", "a picture (BMP)", "A chart cannot be read as numbers: load the data behind it."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first and load the file inside."),
    (b"BZh", "a bzip2 archive", "Unpack it first and load the file inside."),
    (b"\xfd7zXZ", "an xz archive", "Unpack it first and load the file inside."),
    (b"7z\xbc\xaf", "a 7z archive", "Unpack it first and load the file inside."),
    (b"Rar!", "a RAR archive", "Unpack it first and load the file inside."),
    (b"SQLite format 3", "a SQLite database", _SAVE),
    (b"\x89HDF", "an HDF5 file", "Save the frame as CSV or Parquet."),
    (b"ARROW1", "an Arrow file", "Save the frame as CSV or Parquet."),
    (b"\x7fELF", "a program", _SAVE),
    (b"MZ\x90", "a program", _SAVE),
    (b"{\\rtf", "a formatted text document (RTF)", _SAVE),
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_LIST_STARTS = tuple(bytes([c]) for c in b'{["]-0123456789')
_LARGE = 5 << 20  # bytes from which a file is mapped, not copied

Content = bytes | mmap.mmap


@dataclass(frozen=True)
class File:
    """A large file on disk, and its size and time when its contents were taken."""

    path: Path
    size: int
    changed: int

    @classmethod
    def at(cls, path: Path) -> File:
        """The file as it is now."""
        found = path.stat()
        return cls(path, found.st_size, found.st_mtime_ns)


@dataclass(frozen=True)
class Source:
    """Named content: `data` for files and bytes, `frame` for a DataFrame; `call` is how Python names it.

    The contents of a large `file` are a map of it, which shows what others write to it; see `kept`.
    """

    name: str
    call: str
    data: Content = b""
    frame: pd.DataFrame | None = None
    file: File | None = None

    def kept(self) -> Source:
        """The same source with contents of its own, to be read again later."""
        return self if self.file is None else replace(self, data=self.data[:], file=None)

    def fingerprint(self) -> str:
        """The XXH3 hash of the content, 16 hex digits: it tells files apart and reads them as fast as memory does."""
        if self.frame is None:
            return xxhash.xxh3_64(self.data).hexdigest()
        digest = xxhash.xxh3_64(repr([str(c) for c in self.frame.columns]).encode())
        digest.update(pd.util.hash_pandas_object(self.frame.astype(str), index=True).to_numpy().tobytes())
        return digest.hexdigest()


@dataclass(frozen=True)
class Origin:
    """The content that a table was read from, and the arguments given."""

    source: Source
    given: Mapping[str, Any]


def open_source(source: TableSource) -> Source:
    """`source` as named content within the size limit.

    Raises:
        ToolError: nothing there, not readable, too big, or not a kind of source that is read.
    """
    if isinstance(source, pd.DataFrame):
        return Source("table", "load_table(frame)", frame=source)
    if isinstance(source, (bytes, bytearray, memoryview)):
        data = bytes(source)
        check_bytes(len(data), "data")
        return Source("data", "load_table(data)", data)
    if hasattr(source, "read"):
        return _from_file(source)
    if isinstance(source, (str, os.PathLike)):
        return _from_path(source)
    raise ToolError("source", type(source).__name__, "a path, bytes, an open file or a DataFrame")


def format_of(content: Content, name: str) -> str:
    """ "xlsx", "parquet", "json" or "text" by the first bytes; ToolError for what is no table."""
    data = content[:4096]
    if data.startswith(b"PK\x03\x04"):
        if content.find(b"xl/") >= 0:
            return "xlsx"
        raise ToolError(
            "source", name, _ALLOWED, "This is a zip archive or another office document: unpack or export the table."
        )
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if content.find("EncryptedPackage".encode("utf-16-le")) >= 0:
            raise ToolError("source", name, _ALLOWED, "This workbook is locked with a password: save a copy without one.")
        raise ToolError("source", name, _ALLOWED, "This is an old Excel workbook (.xls): save it as .xlsx or CSV.")
    if data.startswith(b"PAR1"):
        return "parquet"
    for magic, what, mend in _REFUSED:
        if data.startswith(magic):
            raise ToolError("source", name, _ALLOWED, f"This is {what}. {mend}")
    if data[:1] == b"\x80" and data[1:2] in b"\x02\x03\x04\x05" and content[-64:].rstrip(b"\n").endswith(b"."):
        raise ToolError(
            "source", name, _ALLOWED, "This is a Python pickle, which can run code when it is opened. Save it as Parquet."
        )
    head = (data.decode("utf-16", "ignore").encode() if data.startswith(_UTF16) else data.lstrip(b"\xef\xbb\xbf")).lstrip()
    if head[:1] == b"<" and _markup(head.lower()):
        raise ToolError(
            "source",
            name,
            _ALLOWED,
            "This is a web page or XML, not a table: use the site's download button instead of saving the page.",
        )
    # Names in square brackets, as some option files have them, begin like a list: "[QUOTE_DATE], [C_IV]".
    if head[:1] == b"{" or (head[:1] == b"[" and head[1:].lstrip()[:1] in _LIST_STARTS):
        return "json"
    return "text"


def _markup(head: bytes) -> bool:
    return any(tag in head for tag in (b"<!doctype", b"<html", b"<?xml", b"<head", b"<body", b"<table", b"<svg"))


def _from_path(source: str | os.PathLike[str]) -> Source:
    text = os.fspath(source)
    if not isinstance(text, str):
        raise ToolError("source", type(text).__name__, "a path as text")
    if text.lower().startswith(("http://", "https://", "ftp://")):
        raise ToolError(
            "source", text, "a file on this computer", "Nothing is downloaded: save the file first, then give its path."
        )
    if "\n" in text:
        raise ToolError("source", text, "a path", "To load text that is already in memory, give its bytes: text.encode().")
    path = Path(text)
    name = clean_name(path.name) or "file"
    try:
        if path.is_dir():
            raise ToolError("source", name, "a file", "This is a folder: give one file in it.")
        if not path.exists():
            raise ToolError("source", text, "a file that exists", "Check the spelling and the folder.")
        if not path.is_file():
            raise ToolError("source", name, "an ordinary file")
        check_bytes(path.stat().st_size, name)
        data, file = _contents(path, path.stat().st_size)
    except (OSError, ValueError) as fault:
        if isinstance(fault, ToolError):
            raise
        reason = getattr(fault, "strerror", None) or str(fault)
        raise ToolError("source", text, "a file that can be read", f"The system says: {reason}.") from fault
    check_bytes(len(data), name)
    return Source(name, f"load_table({path.name!r})", data, file=file)


def _contents(path: Path, size: int) -> tuple[Content, File | None]:
    """The bytes of a file; a large one is mapped."""
    if size < _LARGE:
        return path.read_bytes(), None
    file = File.at(path)
    with path.open("rb") as opened:
        return mmap.mmap(opened.fileno(), file.size, access=mmap.ACCESS_READ), file


def _from_file(source: Any) -> Source:
    label = getattr(source, "name", None)
    name = clean_name(Path(label).name) if isinstance(label, str) else ""
    try:
        content = source.read(LIMITS.file_bytes + 1)
    except (OSError, ValueError, UnicodeDecodeError) as fault:
        raise ToolError("source", name or "file", "an open file that can be read", f"The system says: {fault}.") from fault
    if isinstance(content, str):
        content = content.encode("utf-8", "surrogatepass")
    if not isinstance(content, (bytes, bytearray, memoryview)):
        raise ToolError("source", type(source).__name__, "a file whose read() gives bytes or text")
    check_bytes(len(content), name or "data")
    return Source(name or "data", f"load_table({name!r})" if name else "load_table(data)", bytes(content))
