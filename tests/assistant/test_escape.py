"""Words of others lose their power and keep their letters."""

import html
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from assistant.escape import attribute, code_block, literal, prose, web_address


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)


def tags(text: str) -> list[str]:
    parser = _Tags()
    parser.feed(text)
    parser.close()
    return parser.tags


@given(st.text())
def test_a_literal_reads_back_letter_for_letter(text):
    # HTML itself replaces NUL, lone surrogates and the C1 controls; no program can show those
    shown = "".join(sign for sign in text if sign.isprintable() or sign in " \n")
    assert html.unescape(literal(shown)) == shown


@given(st.text())
def test_a_literal_has_no_sign_that_markdown_or_html_reads(text):
    assert not set("<>\"'*_`[]()!|~$\\{}:/") & set(literal(text))


@given(st.text(alphabet="<>`~abc/=! \n\"'[]()", max_size=80))
def test_prose_opens_no_tag_but_its_own_code(text):
    assert set(tags(prose(text))) <= {"code", "pre"}


def test_prose_keeps_emphasis_lists_tables_and_web_links():
    text = "**bold** and *soft*\n\n- one\n- two\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n[page](https://example.org/x)"
    assert prose(text) == text


def test_prose_shows_a_tag_as_text():
    assert prose("<b>x</b>") == "&lt;b>x&lt;/b>"


def test_a_picture_becomes_its_words():
    assert prose("see ![the chart](https://example.com/p.png) here") == "see the chart here"
    assert prose("see ![the chart][1] here") == "see the chart here"
    assert "![" not in prose("![ [nested](x) ](y)")


def test_a_link_that_is_no_web_address_is_shown_as_it_is_written():
    assert prose("[x](javascript:alert(1))") == "[x]&#40;javascript:alert(1))"
    assert prose("[x]( javascript:alert(1))") == "[x]&#40; javascript:alert(1))"
    assert prose("[x](data:text/html,1)") == "[x]&#40;data:text/html,1)"


def test_a_link_definition_defines_nothing():
    assert prose("[x]: javascript:alert(1)") == "&#91;x]: javascript:alert(1)"


def test_code_is_shown_letter_for_letter():
    assert html.unescape(prose("`a < b & c[1]`")) == "<code>a < b & c[1]</code>"
    assert html.unescape(prose("```python\nx < 1\n\ny\n```")).count("x < 1\n\ny") == 1


def test_a_blank_line_does_not_end_a_block_of_code():
    assert "\n\n" not in code_block("a\n\nb")


def test_a_quote_does_not_end_an_attribute():
    assert '"' not in attribute('a" onclick="b')


def test_only_web_addresses_are_links():
    assert web_address("https://example.org/a?b=1#c") == "https://example.org/a?b=1#c"
    for other in ("javascript:alert(1)", "https://a b", 'https://a"b', "ftp://a", "", "//a.b", "https://a<b"):
        assert web_address(other) == ""
