import pytest
from readings import mentions, only, said


@pytest.mark.parametrize(
    ("text", "kind", "low", "high", "unit"),
    [
        ("It needs 3 to 5 km.", "length", 3, 5, "kilometer"),
        ("It needs 1kg to 3kg.", "mass", 1, 3, "kilogram"),
        ("It needs 10-15 days.", "duration", 10, 15, "day"),
        ("It needs 10–15%.", "percent", 10, 15, "percent"),
        ("It needs 25-30% of the vote.", "percent", 25, 30, "percent"),
        ("Between 3 and 5 boats sank.", "count", 3, 5, None),
        ("It costs $26-31 million.", "money", 26e6, 31e6, "USD"),
        ("It costs between US$300 and 400 billion.", "money", 3e11, 4e11, "USD"),
        ("They expect between 7.5 and 7.8 mln tonnes.", "mass", 7.5e6, 7.8e6, "tonne"),
        ("It burns between six and seven thousand litres.", "volume", 6000, 7000, "liter"),
        ("It costs £10-15.", "money", 10, 15, "GBP"),
        ("It costs Rs.2000-Rs.2500.", "money", 2000, 2500, "INR"),
        ("It costs five to six million US dollars.", "money", 5e6, 6e6, "USD"),
        ("It lies 16 million to 22 million kilometres off.", "length", 16e6, 22e6, "kilometer"),
        ("One to two hundred people came.", "count", 100, 200, None),
        ("Prices range from 50,000 to 175,000 euros.", "money", 50000, 175000, "EUR"),
        ("It drinks five to ten times more.", "multiplier", 5, 10, None),
    ],
)
def test_ranges(text, kind, low, high, unit):
    m = only(text)
    assert (m.kind, m.value, m.value2, m.unit) == (kind, pytest.approx(low), pytest.approx(high), unit)


def test_a_change_is_two_numbers_that_share_a_unit():
    assert said("It rose from 30 to 33%.") == [("30", 30, "percent"), ("33%", 33, "percent")]
    assert said("It rose from 3 to 5 million.") == [("3", 3e6, None), ("5 million", 5e6, None)]
    assert said("It rose by 500,000 to 10.1 million.") == [("500,000", 500000, None), ("10.1 million", 10.1e6, None)]
    assert said("It rose to 5.4% from 4.9 a year ago.")[1] == ("4.9", 4.9, "percent")


def test_the_size_told_twice_is_no_range():
    sizes = said("The news sent shares up more than 6%, or 16.75 pence to 293.5p.")
    assert sizes == [("6%", 6, "percent"), ("16.75 pence", 16.75, "GBP_penny"), ("293.5p", 293.5, "GBP_penny")]
    assert len(said("It fell 2%, or 16 to 20 pence, in May.")) == 2


def test_a_list_shares_its_unit():
    assert [u for _, _, u in said("They took 24, 25 and 26 percent.")] == ["percent"] * 3
    assert [u for _, _, u in said("They got 27021, 53.1%.")] == [None, "percent"]


def test_a_reversed_range_stays_as_written():
    m = only("Between 10 and 5 boats sank.")
    assert (m.value, m.value2) == (10, 5)
    assert (m.printed.low, m.printed.high) == (5, 10)


def test_plus_minus():
    m = only("It is 1010 ± 195 light years off.")
    assert (m.value, m.value2, m.unit) == (1010, None, "light_year")
    assert (m.printed.low, m.printed.high) == (815, 1205)


def test_the_span_of_a_range():
    assert [m.text for m in mentions("It needs 60–80 mph (95–130 km/h).")] == ["60–80 mph", "95–130 km/h"]
