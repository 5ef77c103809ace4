"""File patterns of overrides."""

import time

import pytest

from pytest_numcheck.language.globs import Glob


@pytest.mark.parametrize(("pattern", "path", "fits"), [
    ("sport/**", "sport/a.txt", True), ("sport/**", "sport/2024/a.txt", True), ("sport/**", "news/sport/a.txt", False),
    ("**/sport/*", "news/sport/a.txt", True), ("**/sport/*", "sport/a.txt", True), ("sport/*", "sport/2024/a.txt", False),
    ("*.md", "news/a.md", True), ("*.md", "news/a.txt", False), ("a?.txt", "ab.txt", True), ("a?.txt", "a.txt", False),
    ("./sport/*", "sport/a", True), ("sport/*", "./sport/a", True), ("sport/*", "sport\\a", True), ("a.txt", "axtxt", False),
    ("2024/**/a.txt", "2024/a.txt", True), ("[ab].txt", "a.txt", False),
])
def test_patterns(pattern, path, fits):
    assert Glob(pattern).fits(path) is fits


@pytest.mark.parametrize("pattern", ["", "a" * 300, "*a" * 9])
def test_unusable_patterns(pattern):
    with pytest.raises(ValueError, match="usable"):
        Glob(pattern)


def test_no_pattern_is_slow():
    begun = time.perf_counter()
    Glob("*a*a*a*a*a*a*a*b").fits("a" * 60)
    assert time.perf_counter() - begun < 2
