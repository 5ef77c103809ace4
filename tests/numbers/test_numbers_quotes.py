"""Which numbers are quoted."""

from __future__ import annotations

from marked import found


def test_inside_quotation_marks():
    assert found('He said "we saw [[12]] men", but [[15]] were there.', "quoted") == [True, False]


def test_a_paragraph_that_opens_a_quotation_and_does_not_close_it():
    text = '"We saw [[12]] men.\n\n"Then [[15]] more came," he said of the [[27]].'
    assert found(text, "quoted") == [True, True, False]


def test_inches_and_apostrophes_open_nothing():
    assert found("The boys' 5'10\" pole and [[12]] men", "quoted") == [False]
    assert found("It's the '60s band's [[12]] songs' day.", "quoted") == [False]


def test_single_marks_around_a_sentence():
    assert found("'It's [[12]] men,' he said of the [[27]].", "quoted") == [True, False]
