"""Nasty inputs, one table for all tools: what people and programs send by mistake."""

import datetime as dt
import math
from decimal import Decimal

import numpy as np
import pandas as pd

# Nothing here is a number, so every scalar parameter refuses it.
NO_NUMBERS = {
    "text": "abc",
    "empty text": "",
    "numeral as text": "12",
    "bytes": b"12",
    "true": True,
    "false": False,
    "numpy true": np.True_,
    "nan": math.nan,
    "numpy nan": np.float64("nan"),
    "inf": math.inf,
    "minus inf": -math.inf,
    "beyond a float": 10**400,
    "complex": 1 + 2j,
    "date": dt.date(2024, 8, 5),
    "time stamp": pd.Timestamp("2024-08-05"),
    "no time": pd.NaT,
    "missing": pd.NA,
    "list": [1.0],
    "empty list": [],
    "dict": {"a": 1},
    "array": np.array([1.0, 2.0]),
    "object": object(),
}

NO_CHOICES = {"text": "nonsense", "empty text": "", "number": 1, "true": True, "list": ["sma"], "none of them": "sma or first"}

# A series of these is refused, each for the reason in its name.
NO_SERIES = {
    "nothing": None,
    "a number": 5.0,
    "text": "1, 2, 3",
    "bytes": b"123",
    "empty": [],
    "empty array": np.array([]),
    "all blank": [math.nan] * 50,
    "all None": [None] * 50,
    "a blank inside": [1.0] * 20 + [math.nan] + [1.0] * 30,
    "None inside": [1.0] * 20 + [None] + [1.0] * 30,
    "a blank at the end": [1.0] * 50 + [math.nan],
    "inf inside": [1.0] * 20 + [math.inf] + [1.0] * 30,
    "minus inf at the start": [-math.inf] + [1.0] * 50,
    "text inside": [1.0] * 20 + ["n/a"] + [1.0] * 30,
    "thousands in text": ["1,234"] * 50,
    "truth values": [True, False] * 30,
    "truth array": np.array([True] * 50),
    "one truth value": [1.0] * 49 + [True],
    "dates": [dt.date(2024, 1, 1)] * 50,
    "date array": np.array(["2024-01-01"] * 50, dtype="datetime64[D]"),
    "complex": [1j] * 50,
    "nested": [[1.0, 2.0]] * 50,
    "two columns": np.ones((50, 2)),
    "a table": pd.DataFrame({"a": [1.0] * 50}),
    "a mapping": dict.fromkeys(range(50), 1.0),
    "a set": {float(i) for i in range(50)},
    "beyond a float": [10**400] * 50,
    "too large to average": [1e200] * 50,
    "newest first": pd.Series(range(50), index=pd.date_range("2024-01-01", periods=50)[::-1]),
    "a date twice": pd.Series(
        range(50), index=[pd.Timestamp("2024-01-01")] * 2 + list(pd.date_range("2024-02-01", periods=48))
    ),
}

# A series of these is fine, whatever holds it.
GOOD_SERIES = {
    "list of floats": [float(i % 7) for i in range(60)],
    "list of integers": [i % 7 for i in range(60)],
    "tuple": tuple(float(i % 7) for i in range(60)),
    "range": range(60),
    "array": np.arange(60.0),
    "integer array": np.arange(60, dtype="int32"),
    "float32": np.arange(60, dtype="float32"),
    "Series": pd.Series(np.arange(60.0)),
    "nullable Series": pd.Series(np.arange(60), dtype="Int64"),
    "dated Series": pd.Series(np.arange(60.0), index=pd.date_range("2024-01-01", periods=60)),
    "decimals": [Decimal("1.5")] * 60,
    "numerals": ["18.9", " 18.91 "] * 30,
    "leading blanks": [math.nan, None] + [1.0] * 60,
    "all zeros": [0.0] * 60,
    "negative": [-1.0] * 60,
    "tiny": [5e-324] * 60,
    "large": [1e99] * 60,
}

NO_TABLES = {
    "a number": 5.0,
    "a truth value": True,
    "text": "no table",
    "a file that is not there": "no-such-file.csv",
    "an object": object(),
    "a mapping": {"a": 1},
    "an empty list": [],
    "a list of text": ["a", "b"],
    "a list of blanks": [None, math.nan],
    "an empty table": pd.DataFrame(),
    "a table without rows": pd.DataFrame({"strike": [], "bid": []}),
    "a table of text": pd.DataFrame({"a": ["x", "y"], "b": ["u", "v"]}),
    "a table of other columns": pd.DataFrame({"height": ["tall", "short"], "colour": ["red", "blue"]}),
}

NO_LEGS = {
    "nothing": None,
    "a number": 5,
    "text": "long call 25",
    "an empty list": [],
    "a mapping": {"side": "long"},
    "numbers": [5],
    "too short": [("long", "call")],
    "too long": [("long", "call", 25, 1, 1, 1)],
    "another side": [("hold", "call", 25, 1)],
    "another kind": [("long", "option", 25, 1)],
    "a strike in text": [("long", "call", "25", 1)],
    "a strike of nothing": [("long", "call", 0, 1)],
    "a strike that is none": [("long", "call", math.nan, 1)],
    "a strike without end": [("long", "call", math.inf, 1)],
    "a negative premium": [("long", "call", 25, -1)],
    "a truth value": [("long", "call", 25, True)],
    "none of them": [("long", "call", 25, 1, 0)],
    "half a leg": [("long", "call", 25, 1, 1.5)],
    "a future with a premium": [("long", "future", 25, 1)],
    "a hundred and one": [("long", "call", 25, 1)] * 101,
    "an unknown part": [{"side": "long", "kind": "call", "strike": 25, "premium": 1, "colour": "red"}],
}

NO_FILLS = {
    "nothing": None,
    "a number": 5,
    "text": "1.00, 30",
    "an empty list": [],
    "a mapping": {1.0: 30},
    "numbers": [1.0, 30],
    "one part": [(1.0,)],
    "three parts": [(1.0, 30, 2)],
    "text inside": [("1.00", 30)],
    "a negative price": [(-1.0, 30)],
    "no units": [(1.0, 0)],
    "negative units": [(1.0, -30)],
    "a blank": [(math.nan, 30)],
    "without end": [(1.0, math.inf)],
    "a truth value": [(True, 30)],
    "beyond a float": [(10**400, 1)],
    "one bad among good": [(1.0, 30), (None, 20)],
}

NO_DATES = {
    "a number": 5,
    "one date": "2024-08-05",
    "an empty list": [],
    "a word": ["tomorrow", "2024-08-05"],
    "an empty text": [""],
    "a slashed date": ["03/04/2024"],
    "no such day": ["2024-02-30"],
    "no such month": ["2024-13-01"],
    "a blank": [None],
    "no time": [pd.NaT],
    "not a number": [math.nan],
    "a truth value": [True],
    "bytes": b"2024-08-05",
    "an object": object(),
    "a mapping": {"date": "2024-08-05"},
}

NO_FLAGS = {"text": "yes", "one": 1, "zero": 0, "nothing": None, "a list": [True], "not a number": math.nan}

NO_DAY = {
    "a number": 5,
    "a truth value": True,
    "an empty text": "",
    "a word": "tomorrow",
    "no such day": "2024-02-30",
    "a slashed date": "03/04/2024",
    "a list": ["2024-08-05"],
    "not a number": math.nan,
    "an object": object(),
}

NO_COLUMN = {
    "a number": 5,
    "a truth value": True,
    "no such column": "no such column",
    "an empty text": "",
    "an empty list": [],
    "blanks": [math.nan] * 3,
    "an object": object(),
    "a mapping": {"a": 1},
}

NO_RULES = {"nothing": None, "text": "METHOD", "a number": 5, "a mapping": {"fast": 12}}
