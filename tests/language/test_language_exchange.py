"""Sums of money in other currencies: the article's own rate first, then what rates there have been."""

import pytest

from pytest_numcheck.engine import check_text


def outcome(text, published=None, rule="convert/currency"):
    checks = [c for c in check_text(text, published=published).checks if c.rule == rule]
    return [c.outcome for c in checks]


@pytest.mark.parametrize(("text", "wanted"), [
    ("The firm was fined €4.34bn (£3.9bn).", "consistent"),
    ("The firm was fined €4.34bn (£3.9m).", "inconsistent"),
    ("The firm was fined €4.34bn, or $5.04 million.", "inconsistent"),
    ("The fare is 500 rupees ($7) a head.", "consistent"),
    ("The prize is worth 10 million Swedish kronor ($1.1 million).", "consistent"),
    ("The prize is worth 10 million Swedish kronor (US$11 million).", "inconsistent"),
    ("They had to find 1m krone – £1,000,000 – by May.", "inconsistent"),
    ("In 1936 the ship was sold for £2m ($10m).", "undecided"),
])
def test_what_no_rate_gives_is_caught(text, wanted):
    assert outcome(text) == [wanted]


def test_the_other_conversions_of_an_article_bind():
    text = "It raised £2.2bn ($3.3bn) in May, £4.4bn ($6.6bn) in June and £1.2bn (${}bn) in July."
    assert outcome(text.format("1.8")) == ["consistent"] * 3
    assert outcome(text.format("2.4")).count("inconsistent") == 1


def test_a_stated_rate_binds_alone():
    text = "The $50 million ($1 = 0.92 euros) plant, or {} million euros, opened."
    assert "inconsistent" not in outcome(text.format(46))
    assert "inconsistent" in outcome(text.format(64))


def test_bare_dollars_may_be_of_any_country_that_uses_them():
    assert outcome("She won $1.4 million (£0.7 million).") == ["consistent"]
    assert outcome("She won A$1,400 (US$1,000).") == ["consistent"]


def test_prices_in_one_currency_are_no_conversion():
    assert outcome("The most valued are Orion ($81.5bn) and Vega ($72.2bn).") == []
