"""A bare figure in the unit of the duration before it."""

import pytest

from pytest_numcheck.language.value import Undecided
from pytest_numcheck.numbers.dimension import TIME


def test_a_bare_figure_takes_the_unit(make, work):
    like = make.number(74, "duration", dimension=TIME, unit="minute", scale=60.0)
    assert work("as_unit(a, b)", a=make.number(81), b=like).figure == 4860
    with pytest.raises(Undecided, match="counts something"):
        work("as_unit(a, b)", a=make.number(40, head="job"), b=like)
