"""Bytes of a text file to UTF-8: byte-order marks, UTF-16 without one, UTF-8, and the older one-byte and Asian encodings."""

from __future__ import annotations

import mmap

import numpy as np
from charset_normalizer import from_bytes

from tools.errors import ToolError

_UTF8_MARK = b"\xef\xbb\xbf"
_MARKS = ((b"\xff\xfe\x00\x00", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# Spaces of no width and marks of writing direction, which no number or date has.
_UNSEEN = tuple(
    c.encode() for c in "\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c\u00ad"
)
_ZEROS = "\u0660\u06f0\u0966\uff10"  # Arabic, Persian, Devanagari and wide digits, each from its nought on
_DIGITS = {ord(zero) + i: str(i) for zero in _ZEROS for i in range(10)} | {0x066B: ".", 0x066C: "'", 0xFF0E: ".", 0xFF05: "%"}
_LEADS = tuple({chr(code).encode()[:2] for code in _DIGITS})
_LEGACY = ["cp1252", "latin_1", "cp1250", "cp1251", "shift_jis", "gb18030", "big5", "euc_kr"]
_CONTROLS = (*range(1, 9), *range(14, 26), *range(28, 32))  # never in text; 26 and 27 end old files and colour terminals
_SAMPLE_BYTES = 131_072


def decoded(data: bytes | mmap.mmap, name: str) -> tuple[bytes | mmap.mmap, str]:
    """The text as UTF-8 bytes without a byte-order mark, and the encoding it was in; ASCII is given back as it is.

    Raises:
        ToolError: the bytes are no text, or not in the encoding that their mark says.
    """
    if isinstance(data, mmap.mmap):
        head = data[:_SAMPLE_BYTES]
        if b"\x00" not in head and np.frombuffer(data, dtype=np.uint8).max() < 128:
            _refuse_junk(head, name)
            return data, "ascii"
        data = data[:]
    for mark, codec in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(codec).encode(), codec
            except UnicodeError as fault:
                allowed = f"text in {codec}, as its first bytes say"
                raise ToolError("source", name, allowed, "Save it again as UTF-8.") from fault
    if data.startswith(_UTF8_MARK):
        text, codec = decoded(data[len(_UTF8_MARK) :], name)
        return text, "utf-8 (BOM)" if codec in ("ascii", "utf-8") else codec
    head = data[:_SAMPLE_BYTES]
    if b"\x00" in head:
        codec = _unmarked_utf16(head, name)
        return data.decode(codec, "replace").encode(), codec
    _refuse_junk(head, name)
    if data.isascii():
        return data, "ascii"
    try:
        data.decode()
    except UnicodeDecodeError as fault:
        return _legacy(data, fault.start)
    for unseen in _UNSEEN:
        data = data.replace(unseen, b"")
    if any(lead in data for lead in _LEADS):
        data = data.decode().translate(_DIGITS).encode()
    return data, "utf-8"


def _refuse_junk(head: bytes, name: str) -> None:
    if sum(head.count(bytes([c])) for c in _CONTROLS) > len(head) / 100:
        raise _junk(name)


def _unmarked_utf16(head: bytes, name: str) -> str:
    """UTF-16 by where its zero bytes stand."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 4 * even and odd > len(head) / 5:
        return "utf-16-le"
    if even > 4 * odd and even > len(head) / 5:
        return "utf-16-be"
    raise _junk(name)


def _legacy(data: bytes, start: int) -> tuple[bytes, str]:
    """An encoding older than UTF-8, judged around the first byte that is not UTF-8."""
    found = from_bytes(data[max(0, start - 20_000) : start + 20_000], cp_isolation=_LEGACY).best()
    codec = found.encoding if found is not None else "cp1252"
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return data.decode("latin-1").encode(), "latin-1"
    if text == data.decode("cp1252", "replace"):
        codec = "cp1252"  # the same letters: the usual name for them
    return text.encode(), codec


def _junk(name: str) -> ToolError:
    mend = "Its bytes are not text: export the table as CSV or XLSX."
    return ToolError("source", name, "a CSV, TSV, XLSX, Parquet or JSON table", mend)
