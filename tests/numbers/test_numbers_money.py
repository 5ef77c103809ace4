import pytest
from readings import only, said


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit"),
    [
        ("The bridge cost $4.2 million.", "$4.2 million", 4.2e6, "USD"),
        ("The bridge cost US$4.2m.", "US$4.2m", 4.2e6, "USD"),
        ("The bridge cost A$18bn.", "A$18bn", 1.8e10, "AUD"),
        ("The bridge cost C$60.", "C$60", 60, "CAD"),
        ("The bridge cost HK$2,000.", "HK$2,000", 2000, "HKD"),
        ("The bridge cost NZ$3.5m.", "NZ$3.5m", 3.5e6, "NZD"),
        ("The bridge cost S$9.", "S$9", 9, "SGD"),
        ("The bridge cost R$12 billion.", "R$12 billion", 1.2e10, "BRL"),
        ("The bridge cost RM10 million.", "RM10 million", 1e7, "MYR"),
        ("The bridge cost Rs 500 crore.", "Rs 500 crore", 5e9, "INR"),
        ("The bridge cost ₹300.", "₹300", 300, "INR"),
        ("The bridge cost €3bn.", "€3bn", 3e9, "EUR"),
        ("The bridge cost 40 €.", "40 €", 40, "EUR"),
        ("The bridge cost USD1,700.", "USD1,700", 1700, "USD"),
        ("The bridge cost EUR 125.", "EUR 125", 125, "EUR"),
        ("The bridge cost SEK9 million.", "SEK9 million", 9e6, "SEK"),
        ("The bridge cost 50 million USD.", "50 million USD", 5e7, "USD"),
        ("The bridge cost $ 75.", "$ 75", 75, "USD"),
        ("The bridge cost 20m yen.", "20m yen", 2e7, "JPY"),
        ("The bridge cost five million Canadian dollars.", "five million Canadian dollars", 5e6, "CAD"),
        ("The bridge cost half a million euros.", "half a million euros", 5e5, "EUR"),
        ("The bridge cost 3 million Swiss francs.", "3 million Swiss francs", 3e6, "CHF"),
        ("The bridge cost 900 Belgian francs.", "900 Belgian francs", 900, "BEF"),
        ("The bridge cost 70 pence.", "70 pence", 70, "GBP_penny"),
        ("The bridge cost 65p.", "65p", 65, "GBP_penny"),
        ("The bridge cost 99 cents.", "99 cents", 99, "USD_cent"),
        ("The bridge cost 3 dollars and 50 cents.", "3 dollars and 50 cents", 3.5, "USD"),
        ("The bridge cost $5 million dollars.", "$5 million dollars", 5e6, "USD"),
        ("The company booked -$50.8bn.", "-$50.8bn", -5.08e10, "USD"),
    ],
)
def test_sums(text, surface, value, unit):
    m = only(text)
    assert (m.kind, m.text, m.unit) == ("money", surface, unit)
    assert m.value == pytest.approx(value)


def test_hundredths_are_in_their_currency():
    m = only("It fell 25 cents.")
    assert m.currency == "USD"
    assert m.printed is not None
    assert m.base().middle == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The parcel weighed 12 pounds.", "mass"),
        ("The clerk was fined 12 pounds.", "money"),
        ("They raised 12 million pounds.", "money"),
        ("A 200-pound man stood there.", "mass"),
        ("A 200-pound fine followed.", "money"),
        ("She lost 12 pounds (5.4 kg).", "mass"),
    ],
)
def test_pounds(text, kind):
    assert said(text, kind)[0][1] in (12, 200, 12e6)


def test_a_bracketed_sum_restates():
    assert [v for _, v, _ in said("The fee is €20,000 (£17,500; US$22,900).")] == [20000, 17500, 22900]


@pytest.mark.parametrize("text", ["The 4x4 won again.", "He won 12 games."])
def test_no_money(text):
    assert said(text, "money") == []


def test_prices_in_pence_and_lines_of_a_screen():
    assert said("Shares closed at 1130p, or 962p.") == [("1130p", 1130, "GBP_penny"), ("962p", 962, "GBP_penny")]
    assert said("It records in 1080p or 2160p.") == []
