"""Hooks for other pytest plugins and for conftest.py files: docs/plugins.md shows each at work.

They are called only while ``--numcheck`` is on.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .articles.model import Article
    from .report.finding import Finding


@pytest.hookspec
def pytest_numcheck_rule_paths(config: pytest.Config) -> Iterable[str | Path]:  # type: ignore[empty-body]
    """Rule sets that the plugin brings: folders of rules, rule set files, names of built-in sets.

    They lie below the user's: what the user's rule set says of a rule, a word list or a table holds. Relative paths
    count from pytest's root folder.
    """


@pytest.hookspec(firstresult=True)
def pytest_numcheck_read_article(path: Path, config: pytest.Config) -> Article | None:
    """The article in a file, or None where it is not the plugin's to read; the first that is not None counts.

    It is asked for every file that is an article: ``numcheck_files`` says which are. May raise UnreadableArticle, whose
    text is shown as the one failing case of the file. What it read is not kept between runs.
    """


@pytest.hookspec
def pytest_numcheck_finding(finding: Finding, config: pytest.Config) -> None:
    """Called once for every finding, waived or not, in the order of the report, when all articles are judged.

    With pytest-xdist it is called in the main process only.
    """
