"""What the tests of the calculations share: the one call that a question asks for, with nothing left to ask."""

from typing import Any

from assistant.understanding.framed.calculations import calculation
from assistant.understanding.text.quantities import Reading


def computed(text: str) -> tuple[str, dict[str, Any]]:
    """The tool and the arguments that `text` asks for."""
    found = calculation(Reading(text))
    assert found is not None, text
    assert not found.missing, (text, found.missing)
    return found.call.tool, dict(found.call.arguments)
