"""The description of the server for programs (OpenAPI 3.1), made from the schema of the report and from the finding's fields."""

from __future__ import annotations

import json
import types
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from .. import __version__
from ..report.finding import Finding
from .asked import JSON, TYPES

Schema = dict[str, Any]
_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}
_ERRORS = {
    400: "The request is not as described.",
    403: "The request names another host, or comes from another site's page.",
    408: "The request's body did not come in time.",
    413: "The article is too large.",
    415: "The content type is none of those that are read.",
    422: "The text cannot be read as an article.",
    500: "The checker itself failed.",
    503: "The article took too long, or all workers are busy.",
}


def document() -> Schema:
    """The whole description as plain data."""
    report = json.loads((Path(__file__).parents[1] / "report" / "schema.json").read_text(encoding="utf-8"))
    report.pop("$schema")
    schemas = {**report.pop("definitions"), "report": report, "finding": schema_of(Finding), "answer": _answer(),
               "refusal": _object({"error": {"type": "string"}}), "article": _article()}
    return {
        "openapi": "3.1.0",
        "info": {"title": "numcheck", "version": str(__version__), "summary": "Checks that the numbers in an article agree."},
        "paths": {"/check": {"post": {
            "operationId": "check", "summary": "Check an article",
            "parameters": [_parameter("name", "what to call a text/* article"),
                           _parameter("published", "date of publication, YYYY-MM-DD")],
            "requestBody": {"required": True, "content": {JSON: {"schema": _ref("article")},
                                                          **{t: {"schema": {"type": "string"}} for t in TYPES}}},
            "responses": {"200": _response("The verdicts.", "answer"),
                          **{str(code): _response(why, "refusal") for code, why in _ERRORS.items()}},
        }}},
        "components": {"schemas": _moved(schemas)},
    }


def _answer() -> Schema:
    return _object({
        "passed": {"type": "boolean", "description": "no number is in error"},
        "report": _ref("report"),
        "findings": {"type": "array", "items": _ref("finding")},
        "complaints": {"type": "array", "items": {"type": "string"},
                       "description": "what is wrong with the waivers in the article"}})


def _article() -> Schema:
    return {"type": "object", "required": ["text"], "additionalProperties": False, "properties": {
        "text": {"type": "string"},
        "name": {"type": ["string", "null"], "description": "its suffix says how to read the text"},
        "published": {"type": ["string", "null"], "format": "date"}}}


def schema_of(hint: Any) -> Schema:
    """The JSON Schema of a dataclass, or of what a field of one holds."""
    if is_dataclass(hint) and isinstance(hint, type):
        hints = get_type_hints(hint)
        return _object({f.name: schema_of(hints[f.name]) for f in fields(hint)})
    if get_origin(hint) in (types.UnionType, Union):
        some = [schema_of(h) for h in get_args(hint) if h is not type(None)]
        return {"type": [some[0]["type"], "null"]}
    if get_origin(hint) is tuple:
        first, *rest = get_args(hint)
        length = {} if Ellipsis in rest else {"minItems": 1 + len(rest), "maxItems": 1 + len(rest)}
        return {"type": "array", "items": schema_of(first), **length}
    return {"type": _PLAIN[hint]}


def _object(properties: Schema) -> Schema:
    return {"type": "object", "required": list(properties), "additionalProperties": False, "properties": properties}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _response(description: str, name: str) -> Schema:
    return _moved({"description": description, "content": {JSON: {"schema": _ref(name)}}})  # type: ignore[no-any-return]


def _parameter(name: str, description: str) -> Schema:
    return {"name": name, "in": "query", "required": False, "description": description, "schema": {"type": "string"}}


def _moved(value: Any) -> Any:
    """References point to where OpenAPI keeps its schemas."""
    if isinstance(value, dict):
        return {k: v.replace("#/definitions/", "#/components/schemas/") if k == "$ref" else _moved(v) for k, v in value.items()}
    return [_moved(v) for v in value] if isinstance(value, list) else value
