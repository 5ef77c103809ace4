"""What the Scoop newsroom adds to pytest-numcheck: its file format, its rules, and a list of what was found."""

from datetime import date
from pathlib import Path

import pytest

from pytest_numcheck import Article, UnreadableArticle, read_text

HERE = Path(__file__).parent


def pytest_numcheck_rule_paths(config: pytest.Config) -> list[Path]:
    return [HERE / "rules"]


def pytest_numcheck_read_article(path: Path, config: pytest.Config) -> Article | None:
    """A .scoop file: a line ``date|headline``, then Markdown."""
    if path.suffix != ".scoop":
        return None
    head, _, body = path.read_text(encoding="utf-8").partition("\n")
    day, bar, headline = head.partition("|")
    if not bar:
        raise UnreadableArticle(f"{path.name}:1:1: the first line must read date|headline")
    return read_text(f"# {headline}\n\n{body}", name=path.name, suffix=".md", published=date.fromisoformat(day))


def pytest_numcheck_finding(finding, config: pytest.Config) -> None:
    with (config.rootpath / "scoop.log").open("a", encoding="utf-8") as log:
        log.write(f"{finding.outcome} {finding.node}: {finding.message}\n")
