"""``numcheck serve`` itself: a process, a socket, and a browser where there is one."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

import pytest

from pytest_numcheck.cli.main import main

SLIP = "The new road is 5 miles (18 km) long."
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_open = build_opener(ProxyHandler({})).open


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address, and the file to which the server writes what it has to say."""
    folder = tmp_path_factory.mktemp("desk")
    with (folder / "err").open("w") as err:
        process = subprocess.Popen([sys.executable, "-m", "pytest_numcheck.cli", "serve", "--port", "0", "--workers", "1"],
                                   cwd=folder, stdout=subprocess.PIPE, stderr=err, text=True)
        assert process.stdout
        line = process.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+", line)
        assert address, line
        yield address[0], folder
        process.send_signal(signal.SIGTERM)
        out, _ = process.communicate(timeout=30)
    assert out == ""
    assert (folder / "err").read_text() == ""  # nothing of any story, nor anything else
    assert [p.name for p in folder.iterdir()] == ["err"]


def test_an_article_over_a_socket(server: tuple[str, Path]) -> None:
    request = Request(f"{server[0]}/check", SLIP.encode(), {"Content-Type": "text/plain"})
    with _open(request, timeout=60) as got:
        answer = json.load(got)
        assert got.headers["Server"] is None
    assert [f["rule"] for f in answer["findings"]] == ["convert/bracket"]
    request = Request(f"{server[0]}/check", b"x" * 1_000_001, {"Content-Type": "text/plain"})
    with pytest.raises(HTTPError) as e, _open(request, timeout=60):
        pass
    assert e.value.code == 413
    e.value.close()


@pytest.mark.skipif(CHROMIUM is None or find_spec("playwright") is None, reason="no Chromium here")
def test_the_page_in_a_browser(server: tuple[str, Path]) -> None:
    from playwright.sync_api import expect, sync_playwright
    with sync_playwright() as run:
        browser = run.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"] if os.getuid() == 0 else [])
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda m: said.append(m.text))
        page.on("pageerror", lambda e: said.append(str(e)))
        asked: list[str] = []
        page.on("request", lambda r: asked.append(r.url))
        page.goto(server[0])
        page.get_by_label("Story").fill(f"A <script>alert(1)</script> of €12m 𝟙 café\n\n{SLIP}")
        page.get_by_role("button", name="Check the numbers").click()
        expect(page.get_by_role("status")).to_contain_text("1 thing to look at")
        lit = page.locator("article .n.error")
        assert lit.all_inner_texts() == ["5 miles", "18 km"]
        assert lit.first.evaluate("e => getComputedStyle(e).backgroundColor") not in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)")
        page.locator(".finding .where a").first.click()
        assert re.search(r"#a0n\d+$", page.url)
        expect(page.locator("#card")).to_contain_text("length: 5 mile")  # style and script were let through by the policy
        assert said == []
        assert {u.removeprefix(server[0]) for u in asked} <= {"/", "/favicon.ico"}
        browser.close()


def test_it_says_what_it_needs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("pytest_numcheck.cli.common.find_spec", lambda name: None)
    assert main(["serve"]) == 2
    assert main(["lsp"]) == 2
    assert capsys.readouterr().err == ("numcheck: numcheck serve needs: pip install 'pytest-numcheck[serve]'\n"
                                       "numcheck: numcheck lsp needs: pip install 'pytest-numcheck[lsp]'\n")


@pytest.mark.parametrize(("args", "why"), [
    (["--port", "70000"], "--port wants"),
    (["--timeout", "0"], "more than 0"),
    (["--rules", "nowhere"], "no folder or file nowhere"),
    (["--host", "203.0.113.1", "--port", "0"], "cannot listen on 203.0.113.1"),
])
def test_what_cannot_be_is_told(args: list[str], why: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", *args]) == 2
    assert why in capsys.readouterr().err
