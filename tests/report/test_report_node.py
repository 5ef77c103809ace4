"""Names of cases."""

from pytest_numcheck.report.node import MAX_WORD, node_name, node_names


def test_words_are_joined_after_the_rule() -> None:
    assert node_name("clock/elapsed", ["7:11 a.m.", "8:37 a.m.", "one hour and 26 minutes"]) == (
        "clock/elapsed[7:11 a.m.-8:37 a.m.-one hour and 26 minutes]")


def test_brackets_breaks_and_fine_quotes_do_not_reach_the_name() -> None:
    assert node_name("a/b", ["5\n miles", "[8] km", "\u201cten\u201d", "3\u20135", "\x1b[31m\u202e7", "1::2"]) == (
        'a/b[5 miles-(8) km-"ten"-3-5-(31m 7-1:2]')


def test_a_long_word_is_cut_between_words_and_a_long_list_is_counted() -> None:
    name = node_name("a/b", ["a very long phrase that goes on and on and on for ever"])
    assert name == "a/b[a very long phrase that goes on and...]"
    assert len(name) <= MAX_WORD + len("a/b[]")
    assert node_name("a/b", list("123456789")) == "a/b[1-2-3-4-5-6-and 3 more]"


def test_the_same_words_again_get_a_number() -> None:
    checks = [("a/b", ["5"]), ("a/c", ["5"]), ("a/b", ["5"]), ("a/b", ["5"])]
    assert node_names(checks) == ["a/b[5]", "a/c[5]", "a/b[5#2]", "a/b[5#3]"]
