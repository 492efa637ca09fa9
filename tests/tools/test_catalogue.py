import typing

import pytest

import tools
from tools import CATALOGUE
from tools.result import Result

PARAMETERS = [(tool, p) for tool in CATALOGUE.values() for p in tool.parameters]
NAMED = [f"{tool.name}.{p.name}" for tool, p in PARAMETERS]


@pytest.mark.parametrize("tool", CATALOGUE.values(), ids=CATALOGUE)
def test_every_tool_says_what_it_does_in_one_line(tool):
    assert tool.meaning.endswith(".")
    assert 20 < len(tool.meaning) <= 120


@pytest.mark.parametrize("tool", CATALOGUE.values(), ids=CATALOGUE)
def test_every_tool_is_public_under_its_own_name_and_returns_its_result(tool):
    assert getattr(tools, tool.name) is tool.function
    assert issubclass(tool.result, Result)
    assert tool.result.tool == tool.name
    assert tool.fields


@pytest.mark.parametrize(("tool", "parameter"), PARAMETERS, ids=NAMED)
def test_every_parameter_has_a_meaning_and_an_allowed_range(tool, parameter):
    assert len(parameter.meaning) > 10
    assert parameter.meaning.endswith(".")
    assert parameter.allowed


@pytest.mark.parametrize(("tool", "parameter"), PARAMETERS, ids=NAMED)
def test_every_default_passes_its_own_check(tool, parameter):
    if parameter.required or parameter.default is None:
        return
    if parameter.number is not None:
        assert parameter.number.check(parameter.name, parameter.default) == parameter.default
    if parameter.choices:
        assert parameter.default in parameter.choices


def test_every_public_function_that_returns_a_result_is_in_the_catalogue():
    returning = []
    for name in tools.__all__:
        value = getattr(tools, name)
        if not callable(value) or isinstance(value, type):
            continue
        back = typing.get_type_hints(value).get("return")
        if isinstance(back, type) and issubclass(back, Result):
            returning.append(name)
    assert set(returning) <= set(CATALOGUE)


def test_everything_public_exists_and_is_named_once():
    assert len(tools.__all__) == len(set(tools.__all__))
    assert all(hasattr(tools, name) for name in tools.__all__)
