"""What takes too long is stopped; what is too much at once is told to come again; the workers survive it."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest

from pytest_numcheck.serve import pool as pools
from pytest_numcheck.serve.app import Limits, make_app
from pytest_numcheck.serve.pool import Busy, Pool, TooSlow

ASK = {"text": "Of the 5 ships, 3 sank.", "name": "a.txt", "suffix": ".txt", "published": None}


def test_an_article_that_takes_too_long_is_stopped() -> None:
    async def go() -> None:
        async with Pool(1, 30) as pool:
            first = next(iter(pool._all))
            assert "answer" in await pool.judge(ASK)
            pool.timeout = 0.001
            with pytest.raises(TooSlow):
                await pool.judge({**ASK, "text": "Of the 5 ships, 3 sank. " * 3000})
            pool.timeout = 60
            assert "answer" in await pool.judge(ASK)  # by another worker
            assert first.returncode is not None
    asyncio.run(go())


def test_who_finds_no_worker_free_is_told() -> None:
    async def go() -> None:
        pool = Pool(1, 0.01)  # nobody was hired
        with pytest.raises(Busy):
            await pool.judge(ASK)
    asyncio.run(go())


def test_a_worker_that_dies_is_replaced() -> None:
    async def go() -> None:
        async with Pool(1, 60) as pool:
            next(iter(pool._all)).kill()
            with pytest.raises(TooSlow):
                await pool.judge(ASK)
            assert "answer" in await pool.judge(ASK)
    asyncio.run(go())


def test_workers_that_cannot_start_are_no_server() -> None:
    async def go() -> None:
        async with Pool(2, 1, ("no-such-rules/",)):
            raise AssertionError
    with pytest.raises(RuntimeError, match="could not start"):
        asyncio.run(go())


@pytest.mark.parametrize(("fault", "why"), [(Busy, "try again in a moment"), (TooSlow, "within 10 seconds")])
def test_the_answer_says_when_to_come_again(monkeypatch: pytest.MonkeyPatch, fault: type[Exception], why: str) -> None:
    async def judge(*_: object) -> dict[str, Any]:
        raise fault
    monkeypatch.setattr(pools.Pool, "judge", judge)
    monkeypatch.setattr(pools.Pool, "_hire", lambda self: asyncio.sleep(0))
    got = _posted(lambda client: client.post("/check", content="x", headers={"content-type": "text/plain"}))
    assert (got.status_code, got.headers["retry-after"]) == (503, "5")
    assert why in got.json()["error"]
    assert why in _posted(lambda client: client.post("/", data={"text": "x"})).text


def test_an_article_that_does_not_come_is_not_waited_for() -> None:
    said: list[Any] = []

    async def receive() -> dict[str, Any]:
        if not said:
            said.append("half")
            return {"type": "http.request", "body": b"Of the 5 sh", "more_body": True}
        return await asyncio.sleep(60, {"type": "http.disconnect"})

    async def send(message: Any) -> None:
        said.append(message)
    scope = {"type": "http", "method": "POST", "path": "/check", "raw_path": b"/check", "root_path": "", "query_string": b"",
             "headers": [(b"host", b"localhost"), (b"content-type", b"text/plain")], "http_version": "1.1", "scheme": "http",
             "server": ("127.0.0.1", 80), "client": ("127.0.0.1", 9)}
    asyncio.run(make_app((), Limits(seconds=0.05))(scope, receive, send))
    assert said[1]["status"] == 408
    assert b"did not arrive" in said[2]["body"]


def test_a_fault_of_our_own_tells_nothing_of_the_story(monkeypatch: pytest.MonkeyPatch,
                                                       capfd: pytest.CaptureFixture[str]) -> None:
    from pytest_numcheck import engine, load_rules
    from pytest_numcheck.serve.worker import answer

    def broken(text: str, **_: object) -> None:
        raise KeyError(text)
    monkeypatch.setattr(engine, "check_text", broken)
    said = answer({**ASK, "text": "SECRET"}, load_rules())
    assert list(said) == ["fault"]
    assert "SECRET" not in json.dumps(said)
    assert "SECRET" not in "".join(capfd.readouterr())


def _posted(ask: Callable[[Any], Any]) -> Any:
    from starlette.testclient import TestClient
    with TestClient(make_app((), Limits()), base_url="http://127.0.0.1") as client:
        return ask(client)
