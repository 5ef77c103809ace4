"""Who works on what among the processes of one run."""

import subprocess
import sys
from pathlib import Path

from pytest_numcheck.claims import Claims


def test_one_claim_wins_and_is_given_back(tmp_path: Path) -> None:
    with Claims(tmp_path).claim("a.txt") as mine:
        assert mine is not None
        assert (mine.key, mine.deaths) == (None, 0)
        with Claims(tmp_path).claim("a.txt") as other:
            assert other is None
        with Claims(tmp_path).claim("b.txt") as another:
            assert another is not None
        mine.begin()
        mine.done("key")
    with Claims(tmp_path).claim("a.txt") as mine:
        assert mine is not None
        assert (mine.key, mine.deaths) == ("key", 0)


def test_the_claim_of_who_dies_is_free_and_counted(tmp_path: Path) -> None:
    dies = ("import os, sys\nfrom pathlib import Path\nfrom pytest_numcheck.claims import Claims\n"
            "with Claims(Path(sys.argv[1])).claim('a.txt') as mine:\n    mine.begin()\n    os.abort()\n")
    for deaths in (1, 2):
        subprocess.run([sys.executable, "-c", dies, str(tmp_path)], check=False, timeout=60)
        with Claims(tmp_path).claim("a.txt") as mine:
            assert mine is not None
            assert (mine.key, mine.deaths) == (None, deaths)
