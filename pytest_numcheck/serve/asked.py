"""What a request asks for: an article's text, its name, how to read it and when it was published."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import parse_qs

#: Content types of articles, and the suffix of the files that are read in the same way.
TYPES = {"text/plain": ".txt", "text/markdown": ".md", "text/html": ".html"}
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
CHARSETS = ("utf-8", "utf8", "us-ascii", "iso-8859-1", "windows-1252", "utf-16")
FIELDS = ("text", "name", "published")
MAX_NAME = 500


class Refused(Exception):
    """The request cannot be served: an HTTP status and a sentence that says why."""

    def __init__(self, status: int, why: str):
        super().__init__(why)
        self.status, self.why = status, why


@dataclass(frozen=True, slots=True)
class Asked:
    """``suffix`` says how the text is read; ``published`` is an ISO date, or None where it is not said."""

    text: str
    name: str
    suffix: str
    published: str | None = None

    def data(self) -> dict[str, Any]:
        return asdict(self)


def from_body(content_type: str, body: bytes, query: dict[str, str]) -> Asked:
    """What is asked by ``POST /check``. Raises Refused: 400, 415."""
    kind, _, parameters = content_type.partition(";")
    kind = kind.strip().lower()
    if kind == JSON:
        return _from_json(body)
    if kind not in TYPES:
        raise Refused(415, f"send the article as {', '.join(TYPES)} or {JSON}" + (f", not {kind[:100]}" if kind else ""))
    suffix = TYPES[kind]
    return Asked(_decoded(body, parameters), _name(query.get("name") or f"article{suffix}"), suffix, _day(query.get("published")))


def from_form(body: bytes) -> dict[str, str]:
    """The fields of the page's form. Raises Refused."""
    try:
        fields = parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=10, errors="strict")
    except ValueError:
        raise Refused(400, "this is not the page's form") from None
    said = {name: values[-1] for name, values in fields.items()}
    return {**said, "text": said.get("text", "").replace("\r\n", "\n")}


def from_fields(fields: dict[str, str]) -> Asked:
    """What is asked on the page. Raises Refused."""
    suffix = fields.get("format", ".txt")
    if suffix not in TYPES.values():
        raise Refused(400, "there is no such format")
    return Asked(fields["text"], f"article{suffix}", suffix, _day(fields.get("published")))


def _from_json(body: bytes) -> Asked:
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        raise Refused(400, "the body is not JSON in UTF-8") from None
    if not isinstance(said, dict):
        raise Refused(400, 'the body must be an object such as {"text": "…"}')
    unknown = sorted(set(said) - set(FIELDS))
    if unknown:
        raise Refused(400, f"there is no field {unknown[0][:100]!r}; there are {', '.join(FIELDS)}")
    for field in FIELDS:
        if said.get(field) is not None and not isinstance(said[field], str):
            raise Refused(400, f"'{field}' must be text")
    if said.get("text") is None:
        raise Refused(400, "'text' is missing")
    name = _name(said.get("name") or "article.txt")
    return Asked(said["text"], name, PurePosixPath(name).suffix or ".txt", _day(said.get("published")))


def _decoded(body: bytes, parameters: str) -> str:
    from ..articles.decode import UndecodableError, decode
    charset = next((value.strip(' "').lower() for key, _, value in (p.partition("=") for p in parameters.split(";"))
                    if key.strip().lower() == "charset"), "")
    if charset not in ("", *CHARSETS):
        raise Refused(415, f"the charset must be one of {', '.join(CHARSETS)}")
    try:
        return decode(body) if charset in ("", "utf-8", "utf8") else body.decode(charset)
    except (UndecodableError, UnicodeError) as e:
        raise Refused(400, str(e) if isinstance(e, UndecodableError) else "the text is not in the charset that is said") from None


def _name(name: str) -> str:
    if len(name) > MAX_NAME or not name.isprintable():
        raise Refused(400, f"'name' must be one line of at most {MAX_NAME} characters")
    return name


def _day(text: str | None) -> str | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise Refused(400, "'published' must be a date such as 2024-11-05") from None
