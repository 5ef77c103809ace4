from datetime import date

import pytest

from pytest_numcheck.articles.read import read_text

BODY = "The council met on Monday and raised the price of bread to 3 crowns a loaf, the mayor said after the vote."


def shape(text: str) -> list[tuple[str, str]]:
    article = read_text(text)
    return [(p.role, article.text[p.start : p.end]) for p in article.paragraphs]


def test_headline_is_a_one_line_first_paragraph():
    assert shape(f"Bread at 3 crowns\n\n{BODY}\n") == [("headline", "Bread at 3 crowns"), ("body", BODY)]
    assert read_text(f"Bread at 3 crowns\n\n{BODY}\n").title == "Bread at 3 crowns"


def test_headline_may_be_a_sentence():
    assert shape(f"Bread costs 3 crowns now.\n\n{BODY}")[0][0] == "headline"


def test_a_long_first_sentence_is_no_headline():
    long = ("The council met on Monday after a year of strikes and raised the price of bread to three crowns a loaf, the most "
            "that it has cost since the mills were sold")
    assert shape(f"{long}\n\n{BODY}")[0][0] == "headline"
    for end in (".", '."'):
        assert shape(f"{long}{end}\n\n{BODY}")[0][0] == "body"


def test_a_single_paragraph_is_no_headline():
    assert shape(BODY) == [("body", BODY)]
    assert read_text(BODY).title is None


def test_a_first_paragraph_of_two_lines_is_no_headline():
    text = "The council met on Monday and raised the price of bread to\nthree crowns a loaf.\n\nMore text."
    assert [role for role, _ in shape(text)] == ["body", "body"]


def test_dateline_paragraph():
    roles = [role for role, _ in shape(f"Bread at 3 crowns\n\nFriday, January 4, 2019\n\n{BODY}")]
    assert roles == ["headline", "dateline", "body"]
    assert [role for role, _ in shape(f"Friday, January 4, 2019\n\n{BODY}\n\nMore.")] == ["dateline", "body", "body"]


def test_a_dateline_that_opens_the_story_keeps_its_date():
    for opening, published in (("OSLO, March 3, 2014 (AP) - ", date(2014, 3, 3)), ("OSLO, March 3, 2014 -- ", date(2014, 3, 3)),
                               ("OSLO (Reuters) — ", None), ("HAY, Wales (AP) - ", None)):
        article = read_text(f"{opening}The bridge is shut.\n\n{BODY}")
        assert [p.role for p in article.paragraphs] == ["body", "body"]
        assert article.published == published
    assert shape(f"OSLO BRIDGE (SHUT SINCE 2014) OPENS\n\n{BODY}")[0][0] == "headline"


def test_hard_wrapped_paragraphs_are_joined():
    text = (
        "Bread at 3 crowns\n\n"
        "The council met on Monday and raised the price of bread to 3 crowns\n"
        "a loaf. The mayor said it was the first rise in ten years, and that\n"
        "there would be no other before 2030.\n\n"
        "Bakers had asked for four crowns, which the council refused to grant\n"
        "them.\n"
    )
    parts = shape(text)
    assert [role for role, _ in parts] == ["headline", "body", "body"]
    assert "3 crowns a loaf. The mayor" in parts[1][1]
    assert len(read_text(text).paragraphs[1].sentences) == 2


def test_hard_wrapped_paragraphs_parted_by_a_short_last_line():
    text = (
        "The council met on Monday and raised the price of bread to 3 crowns\n"
        "a loaf, the mayor said.\n"
        "Bakers had asked for four crowns, which the council refused to grant\n"
        "them in a vote of nine to four after a long and angry night meeting.\n"
    )
    assert [text[:10] for _, text in shape(text)] == ["The counci", "Bakers had"]


def test_every_line_a_paragraph():
    long = " ".join([BODY, BODY])
    text = f"Bread at 3 crowns\n{long}\n{BODY}\nIt is law now.\n{long}\n"
    assert [part for _, part in shape(text)] == ["Bread at 3 crowns", long, BODY, "It is law now.", long]
    assert [role for role, _ in shape(text)] == ["headline", "body", "body", "body", "body"]


def test_lines_of_results_stay_apart():
    parts = shape("Results\n\nTown 3\nRovers 1\nUnited 0\n\nThe league met.")
    assert [text for _, text in parts] == ["Results", "Town 3", "Rovers 1", "United 0", "The league met."]


def test_bullets_and_numbers_are_items():
    text = "What to know\n\nThree things:\n\n- Bread rises.\n- Milk falls.\n\n1. Eggs stay.\n2. Tea is new.\n\n* Last one."
    items = [text for role, text in shape(text) if role == "item"]
    assert items == ["Bread rises.", "Milk falls.", "Eggs stay.", "Tea is new.", "Last one."]


def test_a_year_that_opens_a_line_is_no_item():
    assert shape("News\n\n12. That was the score.\n\nMore here.")[1] == ("body", "12. That was the score.")


def test_rules_of_dashes_are_no_prose():
    parts = shape("Bread\n=====\n\nIt rose.\n\n* * *\n\nMore.\n-----\n")
    assert parts == [("headline", "Bread"), ("body", "It rose."), ("body", "More.")]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_make_no_difference_but_offsets_do(newline):
    source = newline.join(["Bread at 3 crowns", "", "The council raised", "the price to 4 crowns.", "", "Now 5."])
    article = read_text(source)
    assert [p.role for p in article.paragraphs] == ["headline", "body", "body"] or newline == "\n"
    assert article.source == source
    for figure, line in (("3", 1), ("4", 4), ("5", 6)):
        at = article.text.index(figure)
        assert article.source[article.origin(at)] == figure
        assert article.line_column(at)[0] == line


def test_spaces_are_single_and_paragraphs_apart():
    article = read_text("  Title  here \n \t\n\n  A\u00a0 body\twith\u00ad gaps. \n\n\n")
    assert article.text == "Title here\n\nA body with gaps."


def test_long_first_paragraph_is_no_headline():
    assert shape(f"{BODY} {BODY} {BODY}\n\n{BODY}")[0][0] == "body"


def test_markup_of_waivers_is_not_prose():
    article = read_text("Bread at 3 crowns\n\n<!-- numcheck: ignore clock/elapsed -- it stopped -->\nIt ran from 3 to 4 p.m.\n")
    assert "numcheck" not in article.text
    assert [(i.rule, i.reason, i.line) for i in article.ignores] == [("clock/elapsed", "it stopped", 4)]


def test_empty_files():
    assert read_text("").paragraphs == ()
    assert read_text(" \n\n\t").text == ""
