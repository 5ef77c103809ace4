"""Verdicts kept between runs."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from pytest_numcheck.cache import Store, digest, versions


def test_what_is_put_can_be_got_with_its_key_only(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")
    store.put("a.txt", "key", {"x": [1, None, "é"]})
    assert store.get("a.txt", "key") == {"x": [1, None, "é"]}
    assert store.get("a.txt", "other") is None
    assert store.get("b.txt", "key") is None


def test_a_newer_entry_replaces_the_older(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("a.txt", "1", {"text": "secret draft"})
    store.put("a.txt", "2", {"text": "published"})
    kept, = tmp_path.glob("*.json")
    assert "secret draft" not in kept.read_text()
    assert not list((tmp_path / "making").iterdir())


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")
    store.put("a.txt", "key", {})
    assert stat.S_IMODE((tmp_path / "kept").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "kept" / "making").stat().st_mode) == 0o700
    assert stat.S_IMODE(next((tmp_path / "kept").glob("*.json")).stat().st_mode) == 0o600


@pytest.mark.parametrize("spoil", [lambda d: b"", lambda d: d[:-1], lambda d: d.replace(b'"x": 1', b'"x": 2'),
                                   lambda d: b"\x80" + d,
                                   lambda d: d.partition(b"\n")[0], lambda d: b"{}", lambda d: b"[" * 99_999])
def test_a_spoiled_entry_is_none(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    store = Store(tmp_path)
    store.put("a.txt", "key", {"x": 1})
    file = next(tmp_path.glob("*.json"))
    file.write_bytes(spoil(file.read_bytes()))
    assert store.get("a.txt", "key") is None


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = Store(tmp_path / "file" / "kept")
    store.put("a.txt", "key", {})
    assert store.get("a.txt", "key") is None


def test_what_a_killed_run_left_half_written_goes_after_an_hour(tmp_path: Path) -> None:
    Store(tmp_path).put("a.txt", "key", {})
    old, new = tmp_path / "making" / "old", tmp_path / "making" / "new"
    for path in (old, new):
        path.write_text("{")
    os.utime(old, (1, 1))
    Store(tmp_path)
    assert (old.exists(), new.exists()) == (False, True)


def test_keys_tell_their_parts_apart() -> None:
    assert digest("a", "bc") != digest("ab", "c")
    assert digest("a", None) != digest("a", "None")
    assert versions() == versions()
