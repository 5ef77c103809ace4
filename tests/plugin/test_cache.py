"""Verdicts kept between runs."""

import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from pytest_numcheck.cache import Claims, Store, digest, versions


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
    assert len(list(tmp_path.iterdir())) == 1
    assert "secret draft" not in next(tmp_path.iterdir()).read_text()


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")
    store.put("a.txt", "key", {})
    assert stat.S_IMODE((tmp_path / "kept").stat().st_mode) == 0o700
    assert stat.S_IMODE(next((tmp_path / "kept").iterdir()).stat().st_mode) == 0o600


@pytest.mark.parametrize("spoil", [lambda d: b"", lambda d: d[:-1], lambda d: d.replace(b'"x": 1', b'"x": 2'),
                                   lambda d: b"\x80" + d,
                                   lambda d: d.partition(b"\n")[0], lambda d: b"{}", lambda d: b"[" * 99_999])
def test_a_spoiled_entry_is_none(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    store = Store(tmp_path)
    store.put("a.txt", "key", {"x": 1})
    file = next(tmp_path.iterdir())
    file.write_bytes(spoil(file.read_bytes()))
    assert store.get("a.txt", "key") is None


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = Store(tmp_path / "file" / "kept")
    store.put("a.txt", "key", {})
    assert store.get("a.txt", "key") is None


def test_one_claim_wins_and_the_other_waits_for_its_entry(tmp_path: Path) -> None:
    store, claims = Store(tmp_path / "kept"), Claims(tmp_path)
    assert claims.take("key")
    assert not Claims(tmp_path).take("key")
    threading.Timer(0.05, lambda: store.put("a.txt", "key", {"x": 1})).start()
    assert claims.wait(store, "a.txt", "key") == {"x": 1}


def test_a_claim_that_nobody_fulfils_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pytest_numcheck.cache._PATIENCE", 0.05)
    assert Claims(tmp_path).wait(Store(tmp_path), "a.txt", "key") is None


def test_keys_tell_their_parts_apart() -> None:
    assert digest("a", "bc") != digest("ab", "c")
    assert digest("a", None) != digest("a", "None")
    assert versions() == versions()
