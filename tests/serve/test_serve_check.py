"""POST /check."""

import json
import re
from typing import Any

import jsonschema
import pytest

from pytest_numcheck import check_text

SLIP = "The new road is 5 miles (18 km) long."
WAIVED = f"<!-- numcheck: ignore convert/bracket -- quoted from the record -->\n{SLIP}\n"


def post(client: Any, body: Any, kind: str = "text/plain", **query: str) -> tuple[int, Any]:
    data = json.dumps(body) if kind == "application/json" else body
    got = client.post("/check", content=data, headers={"content-type": kind}, params=query)
    assert got.headers["cache-control"] == "no-store"
    return got.status_code, got.json()


def test_a_slip_does_not_pass(client: Any) -> None:
    status, answer = post(client, SLIP)
    assert (status, answer["passed"]) == (200, False)
    (finding,) = answer["findings"]
    assert finding["rule"] == "convert/bracket"
    assert finding["message"] == "5 miles is 8.05 km, not 18 km"
    assert [s["text"] for s in finding["spots"]] == ["5 miles", "18 km"]


def test_the_report_is_the_one_of_the_package(client: Any) -> None:
    _, answer = post(client, {"text": SLIP, "name": "news/polls.txt", "published": "2026-11-22"}, "application/json")
    from datetime import date
    assert answer["report"] == check_text(SLIP, name="news/polls.txt", published=date(2026, 11, 22)).record()


def test_a_waiver_with_a_reason_passes_and_is_shown(client: Any) -> None:
    status, answer = post(client, WAIVED, "text/markdown")
    assert (status, answer["passed"]) == (200, True)
    assert [(f["outcome"], f["reason"]) for f in answer["findings"]] == [("waived", "quoted from the record")]


def test_what_is_wrong_with_waivers_is_told(client: Any) -> None:
    _, answer = post(client, "<!-- numcheck: ignore convert/bracket -- of old -->\nAll 5 ships sank.\n", "text/markdown")
    assert answer["complaints"] == ["article.md:2: the waiver of convert/bracket is not needed"]


@pytest.mark.parametrize(("kind", "suffix"), [
    ("text/plain", ".txt"), ("text/markdown; charset=utf-8", ".md"), ("text/html", ".html"),
])
def test_the_type_says_how_the_text_is_read(client: Any, kind: str, suffix: str) -> None:
    text = "# Rise of 5%\n\nThe `20 of 10` ships sank.\n"
    assert post(client, text, kind)[1]["report"] == check_text(text, suffix=suffix, name=f"article{suffix}").record()


def test_every_way_of_counting_is_right(client: Any) -> None:
    text = "€12m 𝟙 café: " + SLIP
    spot = post(client, text)[1]["findings"][0]["spots"][0]
    start = text.index("5 miles")
    assert (spot["start"], spot["column"]) == (start, start + 1)
    assert spot["bytes"][0] == len(text[:start].encode()) + 1
    assert spot["utf16"][0] == len(text[:start].encode("utf-16-le")) // 2 + 1


def test_old_encodings_are_read(client: Any) -> None:
    _, answer = post(client, ("Café: " + SLIP).encode("latin-1"), "text/plain; charset=ISO-8859-1")
    assert answer["findings"][0]["spots"][0]["column"] == 23
    assert post(client, b"x", "text/plain; charset=punycode")[0] == 415
    assert post(client, b"\xff", "text/plain; charset=us-ascii")[0] == 400


@pytest.mark.parametrize(("body", "kind", "status", "why"), [
    ("{", "application/json", 400, "not JSON"),
    ([1], "application/json", 400, "must be an object"),
    ({"text": 5}, "application/json", 400, "'text' must be text"),
    ({"name": "a.txt"}, "application/json", 400, "'text' is missing"),
    ({"text": "x", "body": "y"}, "application/json", 400, "no field 'body'"),
    ({"text": "x", "published": "yesterday"}, "application/json", 400, "2024-11-05"),
    ({"text": "x", "name": "a\nb"}, "application/json", 400, "one line"),
    ("x", "image/png", 415, "not image/png"),
    ("x", "", 415, "text/plain"),
    (b"%PDF-1.4", "text/plain", 400, "a PDF file"),
    ({"text": "a\0b"}, "application/json", 422, "NUL"),
    ("5 ships " * 4000, "text/plain", 413, "20,000 bytes"),
    ({"text": "é" * 11_000}, "application/json", 413, "20,000 bytes"),
])
def test_what_cannot_be_served_is_refused_in_plain_words(client: Any, body: Any, kind: str, status: int, why: str) -> None:
    data = body if isinstance(body, (str, bytes)) else json.dumps(body, ensure_ascii=False).encode()
    got = client.post("/check", content=data, headers={"content-type": kind})
    assert got.status_code == status
    assert why in got.json()["error"]
    assert set(got.json()) == {"error"}


def test_an_article_that_comes_in_pieces_is_measured_too(client: Any) -> None:
    got = client.post("/check", content=(b"5 ships " for _ in range(4000)), headers={"content-type": "text/plain"})
    assert got.status_code == 413


def test_other_addresses(client: Any) -> None:
    assert client.get("/check").status_code == 405
    missing = client.get("/secret")
    assert (missing.status_code, missing.json()) == (404, {"error": "there is nothing here; POST articles to /check"})


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "[::1", "192.168.1.4:8750", ""])
def test_other_names_are_refused(client: Any, host: str) -> None:
    got = client.post("/check", content=SLIP, headers={"content-type": "text/plain", "host": host})
    assert got.status_code == 403
    assert "--host" in got.json()["error"]


@pytest.mark.parametrize("host", ["localhost:8750", "[::1]:8750", "LOCALHOST"])
def test_this_machines_names_are_served(client: Any, host: str) -> None:
    assert client.get("/openapi.json", headers={"host": host}).status_code == 200


def test_other_sites_may_not_post(client: Any) -> None:
    for origin, status in (("https://evil.example", 403), ("null", 403), ("http://127.0.0.1", 200)):
        got = client.post("/check", content="x", headers={"content-type": "text/plain", "origin": origin})
        assert got.status_code == status


def test_the_description_describes_the_answers(client: Any) -> None:
    api = client.get("/openapi.json").json()
    assert api["openapi"].startswith("3.1")
    answers = api["paths"]["/check"]["post"]["responses"]
    for body, code in ((SLIP, "200"), (WAIVED, "200"), ("x" * 30_000, "413")):
        schema = answers[code]["content"]["application/json"]["schema"]
        whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "components": api["components"]}
        jsonschema.Draft202012Validator.check_schema(whole)
        jsonschema.validate(post(client, body, "text/markdown")[1], whole, jsonschema.Draft202012Validator)
    refs = set(re.findall(r'"\$ref": "#/components/schemas/(\w+)"', json.dumps(api)))
    assert refs <= set(api["components"]["schemas"])
