"""The fuzzer's targets on its seeds and on what it once found: a few seconds of what ``fuzz/run.py`` does for hours."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "fuzz"))
import seeds
import targets
from prose import FRAGMENTS, bytes_for, prose

FOUND = sorted((Path(__file__).resolve().parent / "found").glob("*.*"))
READERS = ("plain", "markdown", "html", "json", "xml", "any", "yaml", "rule")


@pytest.mark.parametrize("name", targets.TARGETS)
def test_seeds(name: str) -> None:
    some = seeds.seeds(name)
    assert some
    dice = random.Random(name)
    for seed in some[:3]:
        targets.TARGETS[name](seed)
        for _ in range(4):  # and each cut, doubled and damaged a little
            at, end = sorted(dice.randrange(len(seed) + 1) for _ in range(2))
            targets.TARGETS[name](seed[:at] + bytes(dice.randrange(256) for _ in range(dice.randrange(4))) + seed[end:])


@pytest.mark.parametrize("path", FOUND, ids=lambda p: p.name)
def test_what_was_found_once(path: Path) -> None:
    for name in READERS:
        targets.TARGETS[name](path.read_bytes())


def test_prose_comes_back() -> None:
    text = "It rose 5% from 100 miles.\n"
    assert prose(bytes_for(text)) == text
    assert len(FRAGMENTS) <= 255
    assert set(seeds.WORDS) <= set(targets.TARGETS)
    assert set(targets.SHARES) <= set(targets.TARGETS)
