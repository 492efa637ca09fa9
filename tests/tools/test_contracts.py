import pytest

from tools import ToolError, contract_value


@pytest.mark.parametrize(
    ("product", "price", "contracts", "notional", "per_point", "tick_value"),
    [
        ("VX", 19.5, 1, 19_500, 1000, 50),
        ("VX", 20, 3, 60_000, 1000, 50),
        ("VXM", 20, 1, 2_000, 100, 1),
        ("VIX option", 0.85, 1, 85, 100, 1),
        ("VIX option", 3, 1, 300, 100, 5),
        ("SPX option", 2.95, 1, 295, 100, 5),
        ("SPX option", 12.35, 2, 2_470, 100, 10),
    ],
)
def test_dollars_behind_a_quote(product, price, contracts, notional, per_point, tick_value):
    # The exchanges' specifications: VX $1,000 a point and $50 a tick of 0.05, VXM $100 and $1 a tick of 0.01, options $100.
    # Ticks of options: Cboe's announcement of 29 November 2022 (VIX: 0.01 under 3, 0.05 above), its SPX page (0.05, 0.10).
    value = contract_value(product, price, contracts)
    assert (value.notional, value.per_point, value.tick_value) == (notional, per_point, tick_value)


def test_a_future_is_told_with_its_tick_its_mini_and_its_risk():
    text = contract_value("VX", 20).summary()
    assert "20.00 × $1,000 = $20,000" in text
    assert "0.05 tick = $50" in text
    assert "one tenth: $2,000 at 20.00" in text
    assert "not limited to the budget" in text


def test_an_option_is_told_with_how_much_it_can_lose():
    text = contract_value("VIX option", 0.85).summary()
    assert "0.85 × $100 = $85" in text
    assert "whole premium and no more" in text
    assert "One 0.01 tick = $1 a contract at this price" in text
    assert "29 November 2022" in contract_value("VIX option", 0.85).explain()


@pytest.mark.parametrize("product", ["vx", " VX", "Vx "])
def test_a_choice_is_known_in_capitals_or_not(product):
    assert contract_value(product, 20).call == "contract_value(product='VX', price=20.0, contracts=1)"


def test_who_asks_for_the_vix_itself_is_told_what_there_is_instead():
    with pytest.raises(ToolError, match=r"mini VIX future.*the VIX itself cannot be traded"):
        contract_value("VIX", 19.5)


@pytest.mark.parametrize("product", ["V X", "VIX", "", None, 1])
def test_an_unknown_product_is_refused_with_the_known_ones(product):
    with pytest.raises(ToolError, match=r"product.*'VX', 'VXM', 'VIX option', 'SPX option'"):
        contract_value(product, 20)


def test_a_mini_is_told_with_the_full_size():
    # 18.60 × 1,000 × 2 = 37,200
    found = contract_value("VXM", 18.6, 2)
    assert found.full_size == 37_200
    assert "The full-size VX is ten times that: $37,200 at 18.60" in found.summary()
    assert contract_value("VX", 18.6).full_size is None


def test_several_minis_are_told_with_one_full_size_future():
    # 21.40 × 1,000 = 21,400
    assert "$64,200 at 21.40, $21,400 for one" in contract_value("VXM", 21.4, 3).summary()
