"""A small newsroom for the plugin's tests: one rule of each severity, and articles that break them."""

from collections.abc import Callable
from pathlib import Path

import hypothesis  # noqa: F401  loaded once here, not once in every inner run
import pytest
from newsroom import GOOD, RULE, RULES

from pytest_numcheck import check_text

check_text("Of 5 ships, 3 sank.")  # the same for all that this loads when it is first needed


@pytest.fixture
def desk(pytester: pytest.Pytester) -> Path:
    """A folder of rules, named in the ini file."""
    folder = pytester.mkdir("pack") / "desk"
    folder.mkdir()
    for verb, severity in RULES.items():
        (folder / f"{verb}.yaml").write_text(RULE.format(name=verb, verb=verb, severity=severity))
    pytester.makeini("[pytest]\nnumcheck_rules = pack\nfilterwarnings = default\n")
    return pytester.path


@pytest.fixture
def write(pytester: pytest.Pytester) -> Callable[..., Path]:
    """Writes an article: ``write("news/a.txt", text)``."""
    def make(name: str, text: str = GOOD) -> Path:
        path = pytester.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path
    return make
