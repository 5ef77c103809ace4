from pathlib import Path

import pytest

from pytest_numcheck.articles.choose import Chooser

ROOT = Path("/desk")


def chosen(path: str, files: tuple[str, ...] = (), ignore: tuple[str, ...] = (), named: bool = False) -> bool:
    return Chooser(files, ignore, ROOT).is_article(ROOT / path, named=named)


@pytest.mark.parametrize("path", ["a.txt", "news/2024/b.md", "c.TXT", "d.markdown", "license-fees-rise.html.txt"[8:]])
def test_stories_by_suffix(path):
    assert chosen(path)


@pytest.mark.parametrize(
    "path",
    ["README.md", "readme.txt", "docs/README.rst.md", "CHANGELOG.md", "LICENSE.txt", "CONTRIBUTING.md", "requirements.txt",
     "requirements-dev.txt", "robots.txt", "a.pdf", "a.py", "rules/x.yaml", ".hidden.txt", "._a.txt", "Makefile"],
)
def test_companions_are_no_stories(path):
    assert not chosen(path)


def test_a_named_file_always_is_one():
    for path in ("README.md", "story.html", "story", "drafts/a.txt"):
        assert chosen(path, ignore=("drafts",), named=True)


def test_code_and_rules_never_are():
    for path in ("test_a.py", "rules/clock.yaml", "pyproject.toml", "pytest.ini"):
        assert not chosen(path, files=("**/*",), named=True)


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        ("*.story", "a.story", True),
        ("*.story", "deep/down/a.story", True),
        ("*.story", "a.txt", False),
        ("news/*.txt", "news/a.txt", True),
        ("news/*.txt", "news/2024/a.txt", False),
        ("news/**/*.txt", "news/a.txt", True),
        ("news/**/*.txt", "news/2024/05/a.txt", True),
        ("news/**/*.txt", "old/news/a.txt", False),
        ("**/*.txt", "a.txt", True),
        ("**/news/*.txt", "a/b/news/c.txt", True),
        ("news/**", "news/a/b.txt", True),
        ("news/**", "news/a/b.html", True),
        ("news", "news/a/b.txt", True),
        ("news", "news/a/b.html", True),
        ("news", "news/a/b.css", False),
        ("news/", "news/README.md", False),
        ("./news/a?.txt", "news/a1.txt", True),
        ("news/[ab]*.txt", "news/b1.txt", True),
        ("news/[!ab]*.txt", "news/b1.txt", False),
        ("a+b(1).txt", "a+b(1).txt", True),
        ("**/**/**/*.txt", "x/a.txt", True),
    ],
)
def test_globs(glob, path, expected):
    assert chosen(path, files=(glob,)) is expected


@pytest.mark.parametrize(
    ("glob", "path"),
    [
        ("drafts", "news/drafts/a.txt"),
        ("drafts/", "drafts/x/a.txt"),
        ("*-old.txt", "b/a-old.txt"),
        ("news/**/x*.md", "news/q/x1.md"),
    ],
)
def test_ignored(glob, path):
    assert chosen(path)
    assert not chosen(path, ignore=(glob,))
    assert not chosen(path, files=("**/*",), ignore=(glob,))


def test_files_take_the_place_of_the_suffixes():
    assert chosen("README.md", files=("*.md",))
    assert not chosen("a.txt", files=("*.md",))


def test_a_path_outside_the_root():
    assert Chooser((), (), ROOT).is_article(Path("/elsewhere/a.txt"), named=False)
    assert Chooser(("**/*.txt",), (), ROOT).is_article(Path("/elsewhere/a.txt"), named=False)


def test_blank_patterns_are_nothing():
    assert chosen("a.txt", files=("", " "), ignore=("",))
