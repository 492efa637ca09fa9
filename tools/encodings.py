"""Bytes of a text file to UTF-8: byte-order marks, UTF-16 without one, UTF-8, and the older one-byte and Asian encodings."""

from __future__ import annotations

from charset_normalizer import from_bytes

from tools.errors import ToolError

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LEGACY = ["cp1252", "latin_1", "cp1250", "cp1251", "shift_jis", "gb18030", "big5", "euc_kr"]
_SAMPLE_BYTES = 131_072


def decoded(data: bytes, name: str) -> tuple[bytes, str]:
    """The text as UTF-8 bytes without a byte-order mark, and the encoding it was in."""
    for mark, codec in _BOMS:
        if data.startswith(mark):
            try:
                return (data[3:] if codec == "utf-8-sig" else data.decode(codec).encode()), (
                    "utf-8 (BOM)" if mark == _BOMS[0][0] else codec
                )
            except UnicodeError as fault:
                raise ToolError(
                    "source", name, f"text in {codec}, as its first bytes say", "Save it again as UTF-8."
                ) from fault
    head = data[:_SAMPLE_BYTES]
    if b"\x00" in head:
        even, odd = head[0::2].count(0), head[1::2].count(0)
        codec = (
            "utf-16-le"
            if odd > 4 * even and odd > len(head) / 5
            else "utf-16-be"
            if even > 4 * odd and even > len(head) / 5
            else ""
        )
        if not codec:
            raise _junk(name)
        return data.decode(codec, "replace").encode(), codec
    if sum(head.count(bytes([c])) for c in (*range(1, 9), *range(14, 26), *range(28, 32))) > len(head) / 100:
        raise _junk(name)
    if data.isascii():
        return data, "ascii"
    try:
        data.decode()
    except UnicodeDecodeError as fault:
        sample = data[max(0, fault.start - 20_000) : fault.start + 20_000]
        found = from_bytes(sample, cp_isolation=_LEGACY).best()
        codec = found.encoding if found is not None else "cp1252"
        try:
            text = data.decode(codec)
            if codec != "cp1252" and text == data.decode("cp1252", "replace"):
                codec = "cp1252"  # the same letters: the usual name for them
            return text.encode(), codec
        except UnicodeDecodeError:
            return data.decode("latin-1").encode(), "latin-1"
    return data, "utf-8"


def _junk(name: str) -> ToolError:
    return ToolError(
        "source", name, "a CSV, TSV, XLSX, Parquet or JSON table", "Its bytes are not text: export the table as CSV or XLSX."
    )
