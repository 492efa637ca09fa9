"""Frames of readings typed by hand: a histogram's bars and a level beside its average."""

from __future__ import annotations

from typing import Final

from assistant.understanding.filling.frame import Frame
from assistant.understanding.lines import confirming_told, readings, rescaled

RESCALED: Final = Frame(
    "rescaled_series",
    r"\bmacd|\bcross\w*|\bsignals?\b|\bhist|\bivs?\b",
    holds=(
        "every",
        "each",
        "all",
        "series",
        "values",
        "readings",
        "data",
        "column",
        "ivs",
        "iv ",
        "vol",
        "input",
        "real",
        "true",
        "actual",
    ),
    structure=rescaled.rescaled,
    numberless=True,
    unless=r"\bema ?\d|\brsi\b|\btranche|\bdays?\b|\bdelta\b(?! put)|\bfl(?:y|ies)\b|\bbutterfl|\bbudget|\bstrikes?\b|\$",
)
READINGS: Final = (
    Frame(
        "confirming_moves",
        r"\bp ?/ ?e\b|\bpe ratio|\bp ?/ ?cf\b|\bpcf\b|\bprice[- ](?:to[- ])?(?:earnings|cash)|\breits?\b|\bvnq\b|\breer\b"
        r"|\bexchange rate|\bdifferential\b",
        structure=confirming_told.confirming,
    ),
    Frame(
        "histogram_bars",
        r"\bhist|\bmacd (?:minus|less) (?:the |its )?sig|\b(?:gap|difference|distance|spread) between\b",
        structure=readings.histogram,
    ),
    Frame("histogram_bars", r"\bhist", structure=readings.first_bar, unless=r"\bpeak|\bhow many\b"),
    Frame(
        "depressed_readings",
        r"\bnorm\b|\bnormali[sz]\w*|\bdepressed\b",
        structure=readings.levels,
        unless=r"\bmean\b|\baverage\b|\bavg\b|\bmedian\b|\bhist|\brsi\b|\bmin\b|\bmax\b|\btranche|\$",
    ),
    Frame(
        "depressed_readings",
        r"\b(?:mean|average|avg|median|norm)\b",
        structure=readings.over_means,
        unless=r"\bema|\brsi\b|\btranche|\bfills?\b|\bprice|\bcost|\bfutures?\b|\$",
    ),
    Frame(
        "normalised_level",
        r"^(?=.*\b(?:mean|average|avg|median|usual\w*|norm)\b)(?=.*(?:\bnormali[sz]\w+|\bdepressed|(?<!\d)0?\.8\b|\blow\b|\blevel\b))",
        structure=readings.level,
        unless=r"\bema|\bmoving|\bgain|\bprice|\bcost|\bentry|\btranche|\$",
    ),
)
