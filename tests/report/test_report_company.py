"""Numbers that an article holds nothing against."""

import pytest

from pytest_numcheck import check_text
from pytest_numcheck.report.company import alone


@pytest.mark.parametrize(("text", "wanted"), [
    ("The pipe is 9 km long.", {"9 km"}),
    ("The pipe is 9 km long and the road has 4 km.", set()),
    ("The pipe is 9 km long. It took two days.", set()),
    ("The hotel has 40 rooms. The town has 12,000 residents.", {"40", "12,000"}),
    ("The hotel has 40 rooms. Its rival has 30 rooms.", set()),
    ("The army lost 40 soldiers. Of the troops, 12 came home.", set()),
    ("The hotel has 40 rooms. It let 80% of them.", set()),
    ("It rose from 7 a.m.", {"7 a.m."}),
    ("", set()),
])
def test_alone(text: str, wanted: set[str]) -> None:
    mentions = check_text(text).record()["mentions"]
    assert {m["text"] for m in mentions if m["id"] in alone(mentions)} == wanted
    assert alone(mentions, {m["id"] for m in mentions}) == set()
