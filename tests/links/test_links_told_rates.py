"""Rates of exchange told in prose, and the sums that they join."""

import pytest

from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.engine import check_text
from pytest_numcheck.links.rates.told_rates import rates_of


@pytest.mark.parametrize(("text", "price", "code"), [
    ("It paid 120 billion won. With the dollar at 1,176 won, that is $102 million.", "1,176 won", "USD"),
    ("At the current 14.20 rand to the pound, the £6.5 million grant brings R92 million.", "14.20 rand", "GBP"),
    ("A pie is 900 yen (A$9.50), he says, at 95 yen to his home dollar.", "95 yen", "AUD"),
    ("It is P330 million, or about $7.5 million at the rate of P44 to the dollar.", "P44", "USD"),
    ("It was sold for 1.5 billion crowns ($270 million). ($1 = 5.555 Danish crowns)", "5.555 Danish crowns", "USD"),
    ("It is insured for €350,000, which is 2.8 million kroner at eight kroner to the euro.", "eight kroner", "EUR"),
])
def test_a_rate_is_read_and_used(text, price, code):
    report = check_text(text)
    assert [(r.price.text, code in r.codes) for r in rates_of(report.reading, default_lexicon())] == [(price, True)]
    assert [c.outcome for c in report.checks if c.rule == "convert/currency"] == ["consistent"]


def test_a_sum_off_the_told_rate_is_caught():
    text = "It paid 120 billion won. With the dollar at 1,176 won, that is $120 million."
    assert [c.outcome for c in check_text(text).checks if c.rule == "convert/currency"] == ["inconsistent"]


def test_a_price_beside_a_dollar_is_no_rate():
    report = check_text("It rose 5 yen to 120 yen. A dollar was found, and $3 more.")
    assert rates_of(report.reading, default_lexicon()) == ()
