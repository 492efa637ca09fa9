"""What a butterfly is worth as days pass, held against the values of Black-76 worked out apart."""

import pytest

from assistant.guards.contradictions import Contradictions
from tools import butterfly, time_shift

# 24/28/32 for 0.80, with the normal distribution of SciPy: with the future at 20 it is worth 0.173 with 40 days left,
# 0.186 with 20 and 0 at expiry; at 28 it is 0.553, 0.873 and 4.
FLY = butterfly(24, 28, 32, 0.80)
SHIFT = time_shift(FLY, 20.0, (0.9, 1.0, 1.05), (40, 20, 0))

RIGHT = [
    "At an unchanged future it loses value as expiry nears.",
    "A move to 28 pays more at expiry than it does with 40 days left.",
    "The same jump to the body pays less early than at expiry.",
    "With 20 days left and the future at 20 it is worth less than its debit.",
    "With 20 days left and the future at 28 it is worth more than its debit.",
    "If the future does not stay at 20, nothing of this holds.",
]
WRONG = [
    "At an unchanged future it keeps gaining value as expiry nears.",
    "A move to 28 pays less at expiry than it does with 40 days left.",
    "The same jump to the body pays better early than at expiry.",
    "With 20 days left and the future at 20 it is worth more than its debit.",
    "With 20 days left and the future at 28 it is worth less than its debit.",
    "At the body its value falls steadily from 40 days to 20.",
]


@pytest.mark.parametrize("said", RIGHT)
def test_what_the_table_says_stands(said: str) -> None:
    assert Contradictions([(SHIFT, SHIFT.to_dict())]).fault(said) == ""


@pytest.mark.parametrize("said", WRONG)
def test_what_the_table_rules_out_is_stopped(said: str) -> None:
    assert Contradictions([(SHIFT, SHIFT.to_dict())]).fault(said)
