"""The three starts, followed word for word: the files saved, the commands typed, what is printed compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from programs import PROGRAMS, ROOT
from try_starts import STARTS, follow


@pytest.mark.parametrize("page", STARTS)
def test_a_start_goes_as_it_says(page: str, tmp_path: Path) -> None:
    """Without the installing, which .ci/run does in an empty environment."""
    assert follow(ROOT / "docs" / page, tmp_path, path=PROGRAMS) == []
