"""MACD, RSI, averages and breadth told by hand, in numbers or in words."""
