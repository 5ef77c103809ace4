import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_numcheck.articles.sentences import split_sentences


def split(text: str) -> list[str]:
    return [text[s:e] for s, e in split_sentences(text, 0, len(text))]


ONE = [
    "U.S. Secretary of State Ann Poole met him.",
    "Launched at 7:11 a.m. local time, it landed at 8:37 a.m. outside the zone.",
    "It begins at 9 a.m. Monday and ends at 5 p.m. Eastern time.",
    "The quake hit at 10 a.m. Tongan time.",
    "It was felt at 6 p.m. (2100 GMT) in the north.",
    "The blaze began at 11:06 p.m. AKDT on Friday.",
    "The No. 5 seed beat No. 12 Ohio.",
    "On Sept. 3 he left, and on Dec. 31 he was back.",
    "Defence Secretary Lloyd J. Austin III and J. R. R. Norton spoke.",
    "Mr. Poole and Dr. Anna Lund met Gen. Smith, Sen. Ortiz and Prof. Wu in St. Louis.",
    "Acme Inc. Chief Executive Jo Park left Brown & Co. Ltd. in May.",
    "Robert Poole Jr. Day is a holiday in Washington, D.C. Circuit judges work.",
    "It cost $3.5m, up 2.4 per cent to 1.06.",
    '"Where is it?" he asked.',
    '"Never again!" Mr. Poole said on Monday.',
    "He waited ... and waited.",
    "See p. 12, Fig. 3 and Art. 5 of Vol. 2.",
    "Poole v. Ortega, Lund vs. Park and Smith et al. v. Jones were heard.",
    "The vessel is 5 ft. 3 in. long, e.g. Model T.",
    "Ads by Yahoo! Japan rose.",
    "The site example.com and example.co.uk were down.",
    "Maj. Gen. Ann Poole and Lt. Col. Wu spoke.",
    "Acme (formerly Bolt Inc.) said so.",
]
MANY = [
    ("It ended at 9 a.m. The next one began.", 2),
    ("It was over by 5 p.m. He left.", 2),
    ("He lives in the U.S. The rest left.", 2),
    ("She works for Acme Inc. It makes glue.", 2),
    ("He moved to Washington, D.C. They stayed.", 2),
    ("That was World War I. In the second, more died.", 2),
    ('"We lost." The crowd went home.', 2),
    ('He said: "We lost. We are sad." Then he left.', 3),
    ("Born in 1990. 12 people died.", 2),
    ("He said no. Five left.", 2),
    ("He left (at noon.) Then he slept.", 2),
    ("It ended… Nobody knew. More... And more.", 4),
    ("Sales rose. iPhone sales fell. eBay grew. al-Hakim left.", 4),
    ("Really? Yes! Now.", 3),
    ("So it was.[1] The rest is known.[2][3] Indeed.", 3),
    ("First point. • second point. • third point.", 3),
    ("1. Costs rose. 2. Jobs fell. 3. Votes.", 3),
    ("They were killed.The police came.", 2),
    ("It cost £5. £3 came back. €2 stayed.", 3),
    ("The rate fell to 3.4. $5 million went.", 2),
    ('"Go!" The door closed.', 2),
    ("A. B. C. Smith won. D. Lund lost.", 2),
]


@pytest.mark.parametrize("text", ONE)
def test_one_sentence(text):
    assert split(text) == [text]


@pytest.mark.parametrize(("text", "number"), MANY)
def test_several_sentences(text, number):
    assert len(split(text)) == number, split(text)


def test_a_quotation_that_opens_in_lower_case_is_a_sentence_after_a_full_stop():
    assert split('He left. "and so did I."') == ["He left.", '"and so did I."']


def test_spans_are_inside_the_part_asked_for():
    text = "One here. Two here. Three here."
    assert [text[s:e] for s, e in split_sentences(text, 10, 25)] == ["Two here.", "Three"]


def test_blank_text_has_no_sentence():
    assert split("") == split(" \n ") == []


def test_lines_are_white_space():
    assert split("He saw the U.S.\nSecretary.\nThen it\nended.") == ["He saw the U.S.\nSecretary.", "Then it\nended."]


@given(st.text(alphabet="aA1. \"'!?…)(\n$", max_size=60))
def test_sentences_cover_all_that_is_not_space(text):
    spans = split_sentences(text, 0, len(text))
    at = 0
    for start, end in spans:
        assert at <= start < end
        assert text[at:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        at = end
    assert text[at:].strip() == ""


@pytest.mark.parametrize(
    "text", ["x" * 10**6, "." * 10**6, ". " * 10**5, '"' * 10**6, "a." * 10**5, "A. " * 10**5, '."' * 10**5, ".[1] " * 10**5,
             "... " * 10**5, ". (" * 10**5, "." + " " * 10**6]
)
def test_hostile_text_is_linear(text):
    began = time.process_time()
    split_sentences(text, 0, len(text))
    assert time.process_time() - began < 3
