"""Context as a whole: every number described once, by position, in linear time."""

from __future__ import annotations

import time

from marked import found, scanned


def test_all_fields_of_one_sentence():
    scan = scanned('He said "as many as [[8,000]] of those northern forces" and [[12%|percent]] of theirs fell by [[300]].')
    assert [d.noun for d in scan.drafts] == ["northern forces", None, "northern forces"]
    assert [d.hedge for d in scan.drafts] == ["at-most", None, None]
    assert [d.change for d in scan.drafts] == [None, None, "down"]
    assert [d.quoted for d in scan.drafts] == [True, False, False]


def test_drafts_are_put_in_order_and_have_ends():
    scan = scanned("First [[12]] came, then [[15]] boats.")
    scan.drafts.reverse()
    from pytest_numcheck.numbers.clause.context import describe

    describe(scan)
    assert [d.start for d in scan.drafts] == sorted(d.start for d in scan.drafts)
    assert all(d.lead <= d.start < d.end <= d.noun_end for d in scan.drafts)


def test_a_chain_of_references_ends():
    assert found("Of [[30]] hens, [[12]] of them lay, [[5]] of them well.", "noun") == ["hens"] * 3
    assert found("[[12]] of them " * 400, "noun") == [None] * 400


def test_long_sentences_take_linear_time():
    def cost(n: int) -> float:
        text = "a drop in costs of [[12]] and up to [[3]] of them or " * n
        start = time.process_time()
        scanned(text)
        return time.process_time() - start

    cost(50)
    assert cost(800) < 60 * max(cost(100), 0.005)
