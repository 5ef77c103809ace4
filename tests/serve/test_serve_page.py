"""The page to paste a story into."""

import base64
import hashlib
import re
from typing import Any
from xml.etree import ElementTree

import pytest

SLIP = "The new road is 5 miles (18 km) long."
NASTY = '</textarea><script>alert(1)</script><img src=x onerror="alert(1)"> & \'quotes\' '


def sent(client: Any, text: str, **fields: str) -> Any:
    return client.post("/", data={"text": text, **fields})


def test_the_page_is_complete_in_itself(client: Any) -> None:
    got = client.get("/")
    assert got.status_code == 200
    assert got.headers["content-type"] == "text/html; charset=utf-8"
    assert re.findall(r'(?:src|href)="(?!#)', got.text) == []
    policy = got.headers["content-security-policy"]
    for tag in ("style", "script"):
        inline = re.findall(rf"<{tag}>(.*?)</{tag}>", got.text, re.S)
        assert len(inline) == 1
        assert f"{tag}-src 'sha256-{base64.b64encode(hashlib.sha256(inline[0].encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none'")
    assert policy.endswith("form-action 'self'; frame-ancestors 'none'")
    assert "Content-Security-Policy" not in got.text


def test_the_numbers_light_up(client: Any) -> None:
    page = sent(client, "€12m 𝟙 café\r\n\r\n" + SLIP).text
    assert len(re.findall(r'<a class="n error" href="#a0n\d" id=', page)) == 2
    assert re.search(r'<a class="n \w+" href="#a0n0" id="a0n0">€12m</a>', page)
    assert "1 thing to look at." in page
    assert "5 miles is 8.05 km, not 18 km." in page
    assert "length: 5 mile (allows 4.5 to 5.5)" in page


def test_a_waiver_shows(client: Any) -> None:
    page = sent(client, f"<!-- numcheck: ignore convert/bracket -- read out in court -->\n{SLIP}", format=".md").text
    assert "1 waived" in page
    assert "<em>read out in court</em>" in page
    assert re.search(r'<a class="n waived" href="#a0n\d" id="a0n\d" aria-label="5 miles, waived">5 miles</a>', page)
    assert "gives no reason" in sent(client, f"<!-- numcheck: ignore convert/bracket -->\n{SLIP}", format=".md").text


@pytest.mark.parametrize("text", [NASTY + SLIP, SLIP + NASTY, f"<!-- numcheck: ignore {NASTY} -->\n" + SLIP])
def test_nothing_in_a_story_becomes_markup(client: Any, text: str) -> None:
    page = sent(client, text, published="2026-11-22").text
    assert len(re.findall("<script", page)) == 2  # the numbers as data, and the page's own
    assert page.count("alert(1)") == page.count("&gt;alert(1)&lt;") + page.count("=&#34;alert(1)&#34;") > 0
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
    plain = re.sub(r"<(script|style)\b.*?</\1>", "", plain, flags=re.S)
    root = ElementTree.fromstring(re.sub(r" (required|selected|hidden|open)\b(?=[^<>]*>)", r' \1=""', plain))
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    form = next(e for e in root.iter("form") if e.get("method") == "post")
    targets = {e.get("href", "")[1:] for e in root.iter("a")} | {e.get("for") for e in root.iter("label") if e.get("for")}
    targets |= {e.get("aria-labelledby") for e in root.iter() if e.get("aria-labelledby")}
    assert targets <= set(ids)
    fields = {e.get("id") for e in form.iter() if e.tag in ("textarea", "select", "input")}
    assert fields == {e.get("for") for e in form.iter("label")}
    assert root.get("lang") == "en"
