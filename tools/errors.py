"""The one error that tools raise for input they cannot honestly compute with."""

from tools.disclaimer import SHORT


class ToolError(ValueError):
    """Bad input: which parameter, what was given, what is allowed, and how to mend it.

    Attributes:
        parameter: name of the offending parameter.
        given: the value as it was given (untouched).
        allowed: the allowed range or form, in words.
        mend: one sentence on what to do; may be empty.
        disclaimer: the educational-only disclaimer; errors carry it like every other answer.
    """

    disclaimer = SHORT

    def __init__(self, parameter: str, given: object, allowed: str, mend: str = "") -> None:
        self.parameter = parameter
        self.given = given
        self.allowed = allowed
        self.mend = mend
        shown = repr(given)
        if len(shown) > 80:
            shown = shown[:77] + "…"
        super().__init__(f"{parameter}: got {shown}; it must be {allowed}." + (f" {mend}" if mend else ""))
