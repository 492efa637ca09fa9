"""A reading of written arithmetic that knows nothing of how it was written: signs to Python's, then Python's own grammar."""

import ast
import math
import operator
import re
import statistics

_FUNCTIONS = {
    "sqrt": math.sqrt,
    "exp": math.exp,
    "ln": math.log,
    "N": statistics.NormalDist().cdf,
    "phi": statistics.NormalDist().pdf,
    "max": max,
    "min": min,
    "mean": lambda *values: statistics.fmean(values),
    "median": lambda *values: statistics.median(values),
    "floor": lambda x: math.floor(x + 1e-9),
    "ceil": lambda x: math.ceil(x - 1e-9),
}
_OPERATORS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
_SIGNS = {"−": "-", "×": "*", "÷": "/", "^": "**", "$": "", ",": "", ";": ",", "φ": "phi"}
_SIGNS |= {"⌊": "floor(", "⌋": ")", "⌈": "ceil(", "⌉": ")"}


def worked_out(line):
    """What a written line comes to."""
    text = "".join(_SIGNS.get(sign, sign) for sign in line)
    text = re.sub(r"(\d+(?:\.\d+)?)%", r"(\1/100)", text)
    text = re.sub(r"√(\d+(?:\.\d+)?)", r"sqrt(\1)", text).replace("√", "sqrt")
    try:
        return float(_evaluated(ast.parse(text.strip(), mode="eval").body))
    except ZeroDivisionError:
        return math.nan


def _evaluated(node):
    match node:
        case ast.Constant(value=int() | float() as number):
            return number
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return -_evaluated(inner)
        case ast.BinOp(left=left, op=sign, right=right):
            return _OPERATORS[type(sign)](_evaluated(left), _evaluated(right))
        case ast.Call(func=ast.Name(id=name), args=inner):
            return _FUNCTIONS[name](*map(_evaluated, inner))
    raise ValueError(ast.dump(node))
