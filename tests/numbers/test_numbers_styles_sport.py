"""Sport: innings, sets, golf, times, transfers."""

from __future__ import annotations

import pytest
from readings import told

TABLE = [
    ("Kohli made 86 off 54 balls as India won by seven wickets.", "count 86; count 54 <ball>; count 7 <wicket>"),
    ("England were 245-6 at stumps, a lead of 112 runs.", "score 245..6; count 112 <run>"),
    ("Broad finished with figures of 5-43 from 18 overs.", "score 5..43; count 18 <over>"),
    ("Federer won 6-4, 7-6 (7-3) in one hour and 48 minutes.", "score 6..4; score 7..6; score 7..3; duration 108 minute"),
    ("She beat the third seed 6-3 3-6 7-5.", "ordinal 3; score 6..3; score 3..6; score 7..5"),
    ("Bolt ran the 100m in 9.58 seconds.", "length 100 meter; duration 9.58 second"),
    ("Kipchoge clocked 2:01:39 in Berlin.", "duration 7299 second"),
    ("Liverpool beat Everton 3-1 at Anfield in front of 53,000 fans.", "score 3..1; count 53000 <fan>"),
    ("City signed the winger for £45m on a five-year contract.", "money 45000000 GBP; duration 5 year"),
    ("The striker scored his 20th goal of the season in the 73rd minute.", "ordinal 20; ordinal 73"),
    ("The Lakers improved to 32-12 with a 118-104 win.", "score 32..12; score 118..104"),
    ("Manning threw for 345 yards and three touchdowns.", "length 345 yard; count 3 <touchdown>"),
    ("The 25-year-old midfielder joined on a free transfer in 2012.", "age 25 year; year 2012"),
    ("Hamilton won by 8.6 seconds after 52 laps.", "duration 8.6 second; count 52 <lap>"),
    ("He took pole with a lap of one minute 23.4 seconds.", "duration 83.4 second"),
    ("United are third, four points behind with two games in hand.", "ordinal 3; count 4 <point>; count 2 <game>"),
    ("New Zealand were bowled out for 183.", "count 183"),
    ("Ireland led 16-9 at half-time.", "score 16..9"),
    ("The bout lasted 11 rounds.", "count 11 <round>"),
    ("She cleared 4.91 metres to win gold.", "length 4.91 meter"),
    ("He weighed in at 147 pounds.", "mass 147 pound"),
    ("A crowd of 23,412 saw the 1-1 draw.", "count 23412 <crowd>; score 1..1"),
    ("Pietersen was out for 91.", "count 91"),
    ("They lost 4-2 on penalties after a 0-0 draw.", "score 4..2; score 0..0"),
    ("He has 14 majors and 79 PGA Tour wins.", "count 14 <major>; count 79 <win>"),
    ("The Giants took a 2-0 lead in the best-of-seven series.", "score 2..0"),
    ("The winning time was 3min 41.2sec.", "duration 221.2 second"),
    ("Nadal saved five of six break points.", "count 5 <point>; count 6 <point>"),
    ("Chelsea won 2–0 on aggregate.", "score 2..0"),
    ("Australia won the toss and made 302 for 7 in 50 overs.", "score 302..7; count 50 <over>"),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_style(text: str, expected: str) -> None:
    assert told(text) == expected
