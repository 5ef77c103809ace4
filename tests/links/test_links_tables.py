"""The phrase tables."""

from __future__ import annotations

import pytest

from pytest_numcheck.base.files import rules_root
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.base.strictyaml import DataError, parse
from pytest_numcheck.links.model import CONFIDENCES, LINK_KINDS
from pytest_numcheck.links.prose import tables


@pytest.mark.parametrize("name", sorted(p.stem for p in (rules_root() / "links").glob("*.yaml")))
def test_every_shipped_table_loads(name):
    rows = tables.link_phrases(default_lexicon(), name)
    assert rows
    for row in rows:
        assert row.kind in LINK_KINDS
        assert row.confidence in CONFIDENCES
        assert row.phrase.names


@pytest.mark.parametrize(("row", "what"), [
    ("{link: part-off, phrase: x, bind: {part: count}}", "did you mean 'part-of'"),
    ("{link: part-of, phrase: '{pat} of', bind: {part: count}}", "'pat' is not declared; did you mean 'part'"),
    ("{link: part-of, phrase: '{part} of', bind: {part: coumt}}", "'coumt' is not known here; did you mean 'count'"),
    ("{link: part-of, bind: {part: count}}", "'phrase' is missing"),
    ("{link: part-of, phrase: '{part} of', bind: {part: count}, confidence: sure}", "'sure' is not known"),
    ("{link: part-of, phrase: '{part} of', bind: {part: count}, because: x}", "unknown key 'because'"),
])
def test_errors_have_a_place(row, what):
    with pytest.raises(DataError) as caught:
        list(tables._rows(parse(f"- {row}", "desk.yaml"), default_lexicon()))
    assert what in str(caught.value)
    assert str(caught.value).startswith("desk.yaml:1:")
