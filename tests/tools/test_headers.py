"""Names and headers."""

from hypothesis import given
from hypothesis import strategies as st

from tools.headers import NAME_LENGTH, clean_name, find_header, shown, unique_names


def test_a_name_is_a_short_plain_label():
    assert clean_name("  [ Close\n\tprice ] ") == "Close price"
    assert clean_name("#expiry") == "expiry"
    assert clean_name(None) == clean_name(float("nan")) == ""
    assert len(clean_name("x" * 500)) == NAME_LENGTH


@given(st.text())
def test_what_is_shown_holds_nothing_that_markdown_acts_on(text: str):
    inside = shown(text)[1:-1]
    assert inside
    assert len(inside) <= NAME_LENGTH
    assert not set("`*<>[]|\\\n\r") & set(inside)
    assert inside.isprintable()


@given(st.lists(st.sampled_from(["", "a", "a.2", "b"]), max_size=12))
def test_names_become_unique(names: list[str]):
    unique = unique_names(names)
    assert len(set(unique)) == len(names)


def test_numbers_in_a_header_do_not_make_it_data():
    rows = [["date", "30", "60"], ["2024-01-02", "13", "14"], ["2024-01-03", "13", "15"], ["2024-01-04", "12", "15"]]
    assert find_header(rows, 3).row == 0
