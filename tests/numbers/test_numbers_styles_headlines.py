"""Headlines, telegrams, all capitals, social posts, questions and answers."""

from __future__ import annotations

import pytest
from readings import told

TABLE = [
    ("Three dead, 12 hurt as bus plunges into ravine", "count 3 <dead>; count 12 <hurt>"),
    ("£2m fine for water firm", "money 2000000 GBP"),
    ("Bank axes 8k jobs", "count 8000 <job> ^down"),
    ("UK inflation hits 10.1%", "percent 10.1 percent ^to"),
    ("TRUMP LEADS BY 3 POINTS IN OHIO", "count 3 <point>"),
    ("2 MILLION WITHOUT POWER AS STORM HITS COAST", "count 2000000"),
    ("FIVE KILLED, 20 HURT IN TRAIN CRASH", "count 5 <killed>; count 20 <hurt>"),
    ("7 in 10 back new law, poll finds", "ratio 0.7"),
    ("Man, 34, held over stabbing", "age 34 year"),
    ("Girl, 9, found safe after 3 days", "age 9 year; duration 3 day"),
    ("$1bn merger off", "money 1000000000 USD"),
    ("Apple to hire 20,000, invest $350bn over 5 years", "count 20000; money 3.5e+11 USD; duration 5 year"),
    ("Petrol up 5p a litre", "rate 5 GBP_penny/liter ^up"),
    ("1,000 jobs to go at carmaker", "count 1000 <job>"),
    ("Dow up 250 points on jobs data", "count 250 <point> ^up"),
    ("Rain kills 40, leaves 1.5m homeless", "count 40; count 1500000 <homeless>"),
    ("Virus toll tops 1m", "count 1000000"),
    ("Six-year-old wins £1,000", "age 6 year; money 1000 GBP"),
    ("Fed cuts rates by half a point", "percent-point 0.5 percentage_point ^down"),
    ("5 things to know about the vote", "count 5 <thing>"),
    ("Top 10 beaches of 2019", "count 10 <beach>; year 2019"),
    ("Teen gets 5 yrs in jail", "duration 5 year"),
    ("India beat Pakistan by 89 runs", "count 89 <run>"),
    ("4.8M STREAMED FINAL", "count 4800000"),
    ("Gas prices hit $4", "money 4 USD ^to"),
    ("Just got 10k followers, thanks all!", "count 10000 <follower>"),
    ("Paid 80 quid for this, 2 stars", "money 80 GBP; count 2 <star>"),
    ("u can win 500 bucks in 5 mins", "money 500 USD; duration 5 minute"),
    ("\"We had 15 minutes to leave,\" she said, \"and $20 between us.\"", "duration 15 minute; money 20 USD"),
    ("Q: How many people work here? A: About 120.", "count 120 ~about"),
    ("'It's 100 per cent safe,' said the 52-year-old.", "percent 100 percent; age 52 year"),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_style(text: str, expected: str) -> None:
    assert told(text) == expected
