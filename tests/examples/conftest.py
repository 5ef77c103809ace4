"""The scripts of docs/ are imported by name; a folder has what the pages speak of."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from programs import ROOT

sys.path.insert(0, str(ROOT / "docs"))

ARCHIVE = ('{"headline": "Bridge", "story": {"body": "Polls were open from 7 a.m. to 10 p.m., 15 hours."}, '
           '"day": "2026-03-06", "slug": "a"}\n')


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with everything that the commands of the pages speak of, where they speak of it."""
    shutil.copytree(ROOT / "examples" / "articles", tmp_path / "articles")
    shutil.copytree(ROOT / "examples" / "newsroom" / "rules", tmp_path / "rules")
    for folder in (tmp_path, tmp_path / "articles"):
        (folder / "archive.jsonl").write_text(ARCHIVE, encoding="utf-8")
    (tmp_path / "rules" / "clock").mkdir()
    shutil.copy(ROOT / "rules" / "clock" / "elapsed.yaml", tmp_path / "rules" / "clock")
    shutil.copy(ROOT / "examples" / "broken" / "missile-test.txt", tmp_path / "story.txt")
    (tmp_path / "story.html").write_text("<p>The new road is 5 miles (18 km) long.</p>", encoding="utf-8")
    return tmp_path
