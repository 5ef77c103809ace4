import pytest
from readings import only, said

from pytest_numcheck.numbers.dimension import MONEY, NUMBER, TIME, VOLUME


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit"),
    [
        ("Oil costs $75 a barrel.", "$75 a barrel", 75, "USD/oil_barrel"),
        ("It costs US$473.60 per metric ton.", "US$473.60 per metric ton", 473.6, "USD/metric_ton"),
        ("A £7-a-month deal.", "£7-a-month", 7, "GBP/month"),
        ("It pays $12bn annually.", "$12bn annually", 12e9, "USD/year"),
        ("It pays $20 an hour.", "$20 an hour", 20, "USD/hour"),
        ("It costs $80 million per astronaut.", "$80 million per astronaut", 8e7, "USD/astronaut"),
        ("They lose 12,000 soldiers every day.", "12,000 soldiers every day", 12000, "soldier/day"),
        ("They lose 12,000 casualties a day.", "12,000 casualties a day", 12000, "casualty/day"),
        ("It does eight miles to the gallon.", "eight miles to the gallon", 8, "mile/gallon"),
        ("It costs $3.2 million a day. After that it is free.", "$3.2 million a day", 3.2e6, "USD/day"),
        ("It makes 30 miles per gallon.", "30 miles per gallon", 30, "mile/gallon"),
        ("It emits 80mg/km.", "80mg/km", 80, "milligram/kilometer"),
        ("It pumps 500,000 barrels a day.", "500,000 barrels a day", 500000, "oil_barrel/day"),
        ("There live 70 people per square km.", "70 people per square km", 70, "person/kilometer**2"),
        (
            "There were 18.9 deaths per 100,000 people per year.",
            "18.9 deaths per 100,000 people per year",
            18.9,
            "death/100000/year",
        ),
        ("The rate is six per 100,000.", "six per 100,000", 6, "1/100000"),
        ("They train four times a week.", "four times a week", 4, "time/week"),
        ("It eats 80g per person per week.", "80g per person per week", 80, "gram/person/week"),
    ],
)
def test_rates(text, surface, value, unit):
    m = only(text)
    assert (m.kind, m.text, m.unit) == ("rate", surface, unit)
    assert m.value == pytest.approx(value)


def test_dimensions():
    assert only("Oil costs $75 a barrel.").dimension == MONEY / VOLUME
    daily = only("They lose 12,000 soldiers every day.")
    assert daily.dimension == NUMBER / TIME
    assert daily.base().middle * 86400 == pytest.approx(12000)
    assert (daily.per, daily.per_amount, daily.head) == ("day", 1, "soldier")
    share = only("The rate is 5 per 100,000 people.")
    assert (share.dimension, share.per, share.per_amount) == (NUMBER, "person", 100000)
    assert share.base().middle == pytest.approx(5e-5)


@pytest.mark.parametrize(
    "text",
    [
        "It has 80 million monthly users.",
        "It moved 30 miles a day later.",
        "It pays £60 per eight-hour shift.",
        "It costs €10 each.",
    ],
)
def test_no_rate(text):
    assert said(text, "rate") == []


def test_an_amount_of_something_keeps_its_unit_and_is_told_per_day():
    mention = only("The mill crushes 3,200 tonnes of cane a day.")
    assert (mention.unit, mention.per, mention.text) == ("tonne", "day", "3,200 tonnes")


def test_no_rate_is_elided_onto_a_sum_of_another_size():
    text = "It earned 1.5 mln dlrs, or 26 cts a share, up from 1.1 mln dlrs, or 19 cts a share."
    assert [words for words, _, _ in said(text, "rate")] == ["26 cts a share", "19 cts a share"]
