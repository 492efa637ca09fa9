"""Words that others wrote, made safe to show: no markup of theirs survives, no picture is fetched, no script link works.

The chat shows Markdown that the browser sanitises, yet the sanitiser lets forms, overlays and outside pictures through.
So every word that comes from a question, a file, a model or the glossary passes here first, and only the page's own
markup is left in it.
"""

from __future__ import annotations

import html
import re

_PLAIN = frozenset(" \n,;?")  # besides letters and digits: the signs that mean nothing in Markdown or HTML
_CODE = re.compile(r"^(```|~~~)[^\n`]*\n(?P<block>.*?)^\1[ \t]*$|(?<!`)`(?P<span>[^`\n]+)`(?!`)", re.MULTILINE | re.DOTALL)
_PICTURE = re.compile(r"!\[(?P<alt>[^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])?")
_OTHER_LINK = re.compile(r"\]\((?!https?://)", re.IGNORECASE)
_MEANT = re.compile(r"(?P<lead>(?m:^[ \t]*))(?=[-+#=])|[`*_\[\]|~!$]|(?<=\d)[.)](?=\s)")  # signs of Markdown
_POWERFUL = re.compile(r"[<>&\\$]")
_MATHEMATICS = re.compile(r"\\(?=[A-Za-z(\[\\])")
_DEFINITION = re.compile(r"^(?P<lead>[ \t>*+-]*)\[(?P<label>[^\]\n]+)\]:", re.MULTILINE)


def literal(text: str) -> str:
    """`text` shown letter for letter inside Markdown or HTML: every sign that could mean something becomes an entity."""
    return "".join(sign if sign.isalnum() or sign in _PLAIN else f"&#{ord(sign)};" for sign in text)


def prose(markdown: str) -> str:
    """Markdown with its emphasis, lists, tables and web links kept; tags shown as text; pictures left as their words."""
    parts: list[str] = []
    end = 0
    for code in _CODE.finditer(markdown):
        parts.append(_outside_code(markdown[end : code.start()]))
        block = code["block"]
        parts.append(code_block(block) if block is not None else f"<code>{literal(code['span'])}</code>")
        end = code.end()
    parts.append(_outside_code(markdown[end:]))
    return "".join(parts)


def document(markdown: str) -> str:
    """The same Markdown for a file that others will open: nothing in it is markup or mathematics, code stays readable."""
    parts: list[str] = []
    end = 0
    for code in _CODE.finditer(markdown):
        parts.append(_without_mathematics(_outside_code(markdown[end : code.start()])))
        block, span = code["block"], code["span"]
        parts.append(fenced(block) + "\n" if block is not None else _span(span))
        end = code.end()
    parts.append(_without_mathematics(_outside_code(markdown[end:])))
    return "".join(parts)


def spoken(text: str) -> str:
    """`text` letter for letter in a Markdown file, and still readable there: only signs that mean something are escaped."""
    entities = text.replace("&", "&amp;").replace("\\", "&#92;").replace("<", "&lt;").replace(">", "&gt;")
    return _MEANT.sub(lambda found: f"{found['lead']}\\" if found["lead"] is not None else f"\\{found[0]}", entities)


def fenced(code: str, language: str = "") -> str:
    """`code` as a fenced block of a Markdown file; the fence is longer than any in it, so nothing closes it early."""
    longest = max((len(run) for run in re.findall(r"`{3,}", code)), default=2)
    fence = "`" * (longest + 1)
    body = code.strip("\n")
    return f"{fence}{language}\n{body}\n{fence}"


def code_block(code: str) -> str:
    """`code` as a block that shows it letter for letter; blank lines do not end it."""
    lines = literal(code.strip("\n")).replace("\n", "&#10;")
    return f'<pre class="code" tabindex="0"><code>{lines}</code></pre>\n'


def attribute(text: str) -> str:
    """`text` inside a double-quoted HTML attribute."""
    return html.escape(text, quote=True).replace("\n", " ")


def web_address(url: str) -> str:
    """`url` when it is a plain web address, otherwise ""."""
    return url if re.fullmatch(r"https?://[^\s\"'<>`]+", url) else ""


def _outside_code(text: str) -> str:
    text = _PICTURE.sub(lambda picture: picture["alt"], text).replace("![", "&#33;[")
    text = _OTHER_LINK.sub("]&#40;", text)
    text = _DEFINITION.sub(r"\g<lead>&#91;\g<label>]:", text)
    return text.replace("<", "&lt;")


def _span(code: str) -> str:
    """A code span of a Markdown file; one whose signs could mean something outside code is written as entities."""
    return f"`{code}`" if not _POWERFUL.search(code) else f"<code>{literal(code)}</code>"


def _without_mathematics(text: str) -> str:
    return _MATHEMATICS.sub("&#92;", text).replace("$", "\\$")
