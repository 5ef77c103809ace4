"""The server, in this process; its workers are real."""

from collections.abc import Iterator
from typing import Any

import pytest

from pytest_numcheck.serve.app import Limits, make_app


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    from starlette.testclient import TestClient
    with TestClient(make_app((), Limits(bytes=20_000, seconds=30, workers=1)), base_url="http://127.0.0.1") as client:
        yield client
