"""The page to paste a story into."""

import base64
import hashlib
import re
from typing import Any
from xml.etree import ElementTree

import pytest

from pytest_numcheck.serve.marks import marks

SLIP = "The new road is 5 miles (18 km) long."
NASTY = '</textarea><script>alert(1)</script><img src=x onerror="alert(1)"> & \'quotes\' '


def sent(client: Any, text: str, **fields: str) -> Any:
    return client.post("/", data={"text": text, **fields})


def test_the_page_is_complete_in_itself(client: Any) -> None:
    got = client.get("/")
    assert got.status_code == 200
    assert got.headers["content-type"] == "text/html; charset=utf-8"
    assert re.findall(r'(?:src|href)="(?!#)', got.text) == []
    assert "<script" not in got.text
    policy = got.headers["content-security-policy"]
    style = re.search(r"<style>(.*?)</style>", got.text, re.S)
    assert style
    assert f"'sha256-{base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none'")


def test_the_numbers_light_up(client: Any) -> None:
    page = sent(client, "€12m 𝟙 café\r\n\r\n" + SLIP).text
    assert '<mark class="bad" title="5 miles – length: 5 mile (allows 4.5 to 5.5)">5 miles</mark>' in page
    assert page.count('<mark class="bad"') == 3  # two numbers, and the key
    assert "<mark title=" in page
    assert re.search(r"1 finding\. \d numbers seen", page)
    assert "5 miles is 8.05 km, not 18 km." in page


def test_a_waiver_shows(client: Any) -> None:
    page = sent(client, f"<!-- numcheck: ignore convert/bracket -- read out in court -->\n{SLIP}", format=".md").text
    assert "Nothing to complain of" in page
    assert "Waived: read out in court." in page
    assert '<mark class="waived" title="5 miles' in page


@pytest.mark.parametrize("text", [NASTY + SLIP, SLIP + NASTY, f"<!-- numcheck: ignore {NASTY} -->\n" + SLIP])
def test_nothing_in_a_story_becomes_markup(client: Any, text: str) -> None:
    page = sent(client, text, published="2026-11-22").text
    assert "<script" not in page
    assert "<img" not in page
    assert page.count("</textarea>") == 1


def test_a_refused_story_is_still_there(client: Any) -> None:
    for fields, status, why in (({"published": "<b>"}, 400, "must be a date"), ({"format": ".exe"}, 400, "no such format")):
        got = sent(client, SLIP, **fields)
        assert got.status_code == status
        assert why in got.text
        assert "<b>" not in got.text
        assert SLIP in got.text
    assert sent(client, "x" * 30_000).status_code == 413
    assert client.post("/", content=SLIP, headers={"content-type": "text/plain"}).status_code == 415
    assert client.post("/", content=b"text=%ff", headers={"content-type": "application/x-www-form-urlencoded"}).status_code == 400


def test_the_page_is_well_formed_and_labelled(client: Any) -> None:
    page = sent(client, SLIP).text
    plain = re.sub(r"<(meta|input)([^>]*)>", r"<\1\2/>", page.removeprefix("<!DOCTYPE html>"))
    root = ElementTree.fromstring(re.sub(r" (required|selected)\b(?=[^<>]*>)", r' \1=""', plain))
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    targets = {e.get("href", "")[1:] for e in root.iter("a")} | {e.get("for") for e in root.iter("label")}
    targets |= {e.get("aria-labelledby") for e in root.iter() if e.get("aria-labelledby")}
    assert targets <= set(ids)
    fields = {e.get("id") for e in root.iter() if e.tag in ("textarea", "select", "input")}
    assert fields == {e.get("for") for e in root.iter("label")}
    assert root.get("lang") == "en"


def test_marks_never_overlap() -> None:
    mentions = [{"id": i, "start": start, "end": end, "text": "x", "kind": "count"}
                for i, (start, end) in enumerate([(0, 5), (3, 8), (8, 9), (90, 99)])]
    findings = [{"outcome": "inconsistent", "spots": [{"start": 4, "end": 8}]},
                {"outcome": "waived", "spots": [{"start": 8, "end": 9}]}]
    made = marks("0123456789", mentions, findings, {})
    assert [(m.start, m.end, m.kind, m.findings) for m in made] == [(4, 8, "bad", (1,)), (8, 9, "waived", (2,))]
