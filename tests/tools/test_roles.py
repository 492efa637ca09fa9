"""Roles by name and content."""

import pytest

from tools import load_table
from tools.names import claim, sided


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Quote Date", "date"),
        ("EXPIRATION", "expiry"),
        ("expire_date", "expiry"),
        ("Adj Close", "adjusted close"),
        ("Vol.", "volume"),
        ("A/D Difference", "net_advances"),
        ("ImplVol", "iv"),
        ("10d put IV", "iv"),
        ("openint", "open interest"),
        ("VX1", "M1"),
        ("M8", "M8"),
        ("UnderlyingPrice", "underlying"),
        ("weather", None),
    ],
)
def test_a_name_claims_a_role(name: str, role: str | None):
    assert claim(name) == role


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("bid.c", "call bid"),
        ("put_ask", "put ask"),
        ("CallDelta", "call delta"),
        ("impvol.p", "put iv"),
        ("Put Call Ratio", None),
        ("close", None),
        ("P/E", None),
    ],
)
def test_a_name_with_a_side_is_half_of_a_wide_chain(name: str, role: str | None):
    assert sided(name) == role


def test_every_role_comes_with_its_reason():
    table = load_table(b"date,close,Close2,weather,note\n2024-01-02,1,2,3,x\n2024-01-03,1,2,3,y\n")
    assert table.roles == {"date": "date", "close": "close", "Close2": "number", "weather": "number", "note": "text"}
    assert "close" in table.reasons["close"]
    assert all(table.reasons.values())


def test_a_second_close_does_not_take_the_role_of_the_first():
    table = load_table(b"date,Close,Price\n2024-01-02,1,2\n")
    assert table.roles["Price"] == "number"
    assert "Close" in table.reasons["Price"]


def test_a_name_that_lies_is_not_believed():
    table = load_table(b"date,close,value\n2024-01-02,up,1\n2024-01-03,down,2\n")
    assert table.roles["close"] == "text"
    assert "its cells are text" in table.reasons["close"]


def test_vol_is_volume_where_whole_and_volatility_where_not():
    assert load_table(b"date,vol\n2024-01-02,1200\n2024-01-03,1300\n").roles["vol"] == "volume"
    assert load_table(b"date,vol\n2024-01-02,0.21\n2024-01-03,0.22\n").roles["vol"] == "iv"


@pytest.mark.parametrize(
    ("header", "row", "kind"),
    [
        ("date,close", "2024-01-02,1", "series"),
        ("date,M1,M2", "2024-01-02,14,15", "curve"),
        ("date,advances,declines", "2024-01-02,1500,1400", "breadth"),
        ("strike,call_bid,put_bid", "20,1,2", "chain"),
        ("strike,type,bid", "20,C,2", "chain"),
        ("date,expiry", "2024-01-02,2024-01-17", "other"),
    ],
)
def test_the_roles_make_the_kind_of_the_table(header: str, row: str, kind: str):
    assert load_table(f"{header}\n{row}\n".encode()).kind == kind
