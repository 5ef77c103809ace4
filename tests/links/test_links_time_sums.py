"""Lengths of time and what they come to."""

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.links.times.time_sums import find
from pytest_numcheck.numbers.read import read_numbers


def told(text):
    reading = read_numbers(read_text(text))
    words = {m.id: m.text for m in reading}
    return [f"{k.kind} " + " · ".join(words[i] for i in k.ids) for k in find(View(reading, default_lexicon()))]


@pytest.mark.parametrize(("text", "expected"), [
    ("He got two years for theft and six for arson, an eight-year sentence in all.", "time-sum two years · six · eight-year"),
    ("She had four years at sea and five years ashore, 19 years altogether.", "time-sum four years · five years · 19 years"),
    ("It takes 50 minutes, half an hour less than the 80 minutes of the ferry.",
     "time-sum 50 minutes · 80 minutes · half an hour"),
    ("A wait of 11 days follows a queue of five days. That makes 26 days in all.", "time-sum 11 days · five days · 26 days"),
    ("The parts last 12 hours, nine hours and three hours, a total of 24 hours.",
     "summed 12 hours · nine hours · three hours · 24 hours"),
    ("One lap took 50 minutes and one 45 minutes. Total time on the lake was 105 minutes.",
     "time-sum 50 minutes · 45 minutes · 105 minutes"),
    ("After six years at sea and 12 years ashore, she leaves with 28 years of service.",
     "time-sum six years · 12 years · 28 years"),
    ("She got six years for fraud and three years for arson. She will serve a total of eight years.",
     "time-sum six years · three years · eight years"),
    ("The first stage takes two hours, the second six. It is eight hours altogether.", "time-sum two hours · six · eight hours"),
])
def test_sums(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize("text", [
    "He served two years in Cork and three years in Rome before he spent ten years in Bonn.",
    "She spent four years at sea with five sisters, eleven years altogether.",
    "The acts last 55 minutes, the second 40 and the third 35, so the opera runs for 130 minutes.",
    "They fix the price over four years. It was high in the past four years and is set every four years under the pact.",
    "The term of six years was cut by two years. With 10 years of work behind him, he knew it.",
    "He ran for three hours and slept for two hours. He has lived here for 60 years in all.",
])
def test_no_sums(text):
    assert told(text) == []
