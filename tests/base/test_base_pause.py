"""The garbage collector steps aside, and comes back."""

import gc

import pytest

from pytest_numcheck.base.pause import settle, unhindered, unsettle


def _fails() -> None:
    with unhindered():
        assert not gc.isenabled()
        with unhindered():
            pass
        assert not gc.isenabled()
        raise KeyError


def test_it_comes_back_as_it_was() -> None:
    assert gc.isenabled()
    with pytest.raises(KeyError):
        _fails()
    assert gc.isenabled()


def test_what_has_settled_is_passed_over_until_it_is_taken_back() -> None:
    try:
        settle()
        assert gc.get_freeze_count() > 1000
    finally:
        unsettle()
    assert gc.get_freeze_count() == 0
