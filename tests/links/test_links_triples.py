"""Three numbers that go together, and pairs of one rate or range: which are joined, how surely, and which are left alone."""

import pytest

from pytest_numcheck.engine import check_text


def links(text, kind):
    """The links of a kind: the words in each role, and how sure."""
    report = check_text(text)
    by_id = report.reading.by_id
    return [(tuple(by_id[i[0]].text for i in link.roles.values()), link.confidence) for link in report.links.by_kind[kind]]


def outcomes(text, rule):
    return [(c.outcome, c.severity) for c in check_text(text).checks if c.rule == rule]


@pytest.mark.parametrize(("text", "kind", "roles"), [
    ("Divers got 12 pesos per kilo. They brought up 450,000 kilos and earned 5.4 million pesos.", "rate-of",
     ("12 pesos per kilo", "450,000 kilos", "5.4 million pesos")),
    ("The 340 hectares gave 2.5 tonnes per hectare, a crop of 850 tonnes.", "rate-of",
     ("2.5 tonnes per hectare", "340 hectares", "850 tonnes")),
    ("It pumps 40 tonnes a day. In 30 days that adds up to 1,200 tonnes.", "rate-time",
     ("40 tonnes a day", "30 days", "1,200 tonnes")),
    ("The mill crushes 3,200 tonnes of cane a day. In 145 days that is 464,000 tonnes.", "rate-time",
     ("3,200 tonnes", "145 days", "464,000 tonnes")),
    ("Each of the nine buses carries 52 pupils, so that 468 children are brought in.", "each-of", ("nine", "52", "468")),
    ("Teachers will get a payment of £450. There are 12,600 of them, and the bill is £5.67 million.", "each-of",
     ("12,600", "£450", "£5.67 million")),
    ("The pension is £62.50 a week, or £3,250 a year.", "same-rate", ("£62.50 a week", "£3,250 a year")),
    ("The kitchen cooks 2,000 kg of lentils a day, which makes 14 tonnes a week.", "same-rate", ("2,000 kg", "14 tonnes a week")),
    ("Interest on the $80 million note, at 6.5 per cent, comes to $5.2 million a year.", "levied",
     ("6.5 per cent", "$80 million", "$5.2 million a year")),
    ("The youngest of the four was 17 and the oldest 46.", "extremes", ("17", "46")),
    ("Applicants must be at least 21 and no older than 35.", "extremes", ("21", "35")),
    ("They will take part in 35 to 20 wells this year.", "backwards", ("35", "20")),
    ("Hall earned $1.50 an hour, worked 40 hours a week and brought home $60.", "rate-of",
     ("$1.50 an hour", "40 hours a week", "$60")),
    ("The shed handles 300 crates of plums an hour. In an eight-hour shift it turned out 2,400 crates.", "rate-time",
     ("300", "eight-hour", "2,400")),
    ("Some 60 lorries cross the ford every day. That is 420 lorries a week.", "same-rate", ("60", "420 lorries a week")),
])
def test_what_goes_together(text, kind, roles):
    assert roles in [found for found, _ in links(text, kind)]


@pytest.mark.parametrize(("text", "kind"), [
    ("It earned $2.44 a share and sold 12 million tonnes for $95 million.", "rate-of"),
    ("The share rose 25 cents a share on 12,000 shares worth $400,000.", "rate-of"),
    ("They work seven days a week and took 40 days for it.", "rate-time"),
    ("Output rose to 2,000 cars a week from 80,000 cars a year.", "same-rate"),
    ("The house voted 35 to 20 for it.", "backwards"),
    ("The temperature went from 27 to 22 degrees.", "backwards"),
    ("The bank postponed repayment of 30 mln dlrs; 52 members met and 150 mln dlrs was spent.", "each-of"),
    ("The cheapest flat has 12 windows and the dearest costs £40,000.", "extremes"),
    ("It loses 900 men every day, and these are the first foreign troops there in a decade. Some 6,000 have gone.", "rate-time"),
    ("It expects six to eight launches a year for the next three years.", "rate-time"),
    ("It bought $3 billion of reserves, including 300 million barrels at $4 a barrel.", "rate-of"),
    ("It values the 150 million shares at $500 million and compares with a price of $2.80.", "each-of"),
    ("With a crop of at least 28 tonnes, the farm can sell up to 20 tonnes abroad.", "extremes"),
    ("Three-month money stood at 5-1/16 to 4-7/8 percent.", "backwards"),
    ("The currency is pegged at 7.80 to one dollar.", "backwards"),
    ("They would amend the planned five percent to perhaps three percent.", "backwards"),
])
def test_what_does_not(text, kind):
    assert links(text, kind) == []


def test_side_by_side_needs_no_slip():
    text = "It bought 1.2 million shares at 14.25 dollars a share, for {} million dollars."
    assert outcomes(text.format("17.1"), "rates/rate-of") == [("consistent", "warning")]
    assert outcomes(text.format("19.6"), "rates/rate-of") == [("inconsistent", "warning")]


def test_what_somebody_got_by_a_rate_needs_no_slip():
    text = "The mill pays growers 60 cents a kilo. Ms Hall, who sent in 5,000 kilos, took home ${}."
    assert outcomes(text.format("3,000"), "rates/rate-of") == [("consistent", "warning")]
    assert outcomes(text.format("4,000"), "rates/rate-of") == [("inconsistent", "warning")]


def test_a_sum_added_on_is_another():
    found = links("The printer costs £300 each with two trays and for £450 a rack comes with it.", "each-of")
    assert all(sure == "guessed" for _, sure in found)


def test_far_apart_only_a_slip_tells():
    text = ("Divers got 12 pesos per kilo for it. It was cold in the river that week, and some of them fell ill.\n\n"
            "By Friday they had earned {} million pesos. Some 450,000 kilos lay on the bank by then.")
    assert outcomes(text.format("5.4"), "rates/rate-of") in ([], [("consistent", "warning")])
    assert ("inconsistent", "warning") not in outcomes(text.format("7.9"), "rates/rate-of")


def test_a_trip_is_not_made_of_two_clauses():
    text = "Light crossed the 1.5 km in five microseconds; the sound, at 340 metres a second, took 4.4 seconds."
    assert all(found[2] != "340 metres a second" for found, _ in links(text, "trip"))


def test_where_aircraft_fly_any_speed_may_stand():
    assert outcomes("The driver was caught at 1,480 mph.", "plausible/any-speed") == [("inconsistent", "warning")]
    assert outcomes("The driver was caught at 1,480 mph. He had missed his flight.", "plausible/any-speed") == []
