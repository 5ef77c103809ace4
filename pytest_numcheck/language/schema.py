"""The JSON Schema (draft-07) of a rule file, for editors: made from the model, so that it cannot drift from the loader."""

from __future__ import annotations

from typing import Any

from .grammar import MAX_LENGTH
from .kinds import BINDABLE
from .load import KEYS, MAX_LETS, NEEDED
from .model import CERTAINTIES, HEDGES, LINK_ROLES, ROUNDINGS, SEVERITIES, SLIPS
from .read_bind import MAX_PLACES, SELECTOR_KEYS
from .read_examples import KEYS as EXAMPLE_KEYS
from .read_match import MAX_ALTERNATIVES

Schema = dict[str, Any]

_NAME = "^[a-z][a-z0-9_]{0,29}$"
_ID = "^[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)+$"

#: One line for every key, shown by editors.
ABOUT: dict[str, str] = {
    "rule": "The id. It equals the file's path: group/name.",
    "title": "What must hold, in a few words.",
    "aliases": "Ids that the rule had before.",
    "severity": "error fails the run, warning warns, note only reports, off is silent. One word, or by certainty and slip.",
    "bind": "The numbers that the rule needs: a name for each, and which numbers may take it.",
    "within": "How far apart they may stand: sentence (default), N sentences, paragraph, article, headline+body.",
    "match": "Phrases that tie the numbers together; any one. {name} is a number, ... a gap, (a|b) a choice, [a] optional.",
    "link": "Ties the numbers by role instead: " + ", ".join(f"{k}({', '.join(r)})" for k, r in LINK_ROLES.items()) + ".",
    "lookup": "A name for a band of plausible values: the table whose word <table> matched in the phrase.",
    "each": "The place that makes one check apiece.",
    "when": "The rule applies only where this is true.",
    "absent": "Word lists: the rule does not apply to an article that has one of their words anywhere.",
    "unless": "The rule does not apply where this is true or may be.",
    "let": "Names for intermediate values.",
    "assert": "What must hold. It fails only if no values that the words allow can make it true.",
    "tolerance": "How much further apart the sides may be: 5%, 2 minutes.",
    "rounding": "How round numbers are read: printed (default) or loose.",
    "slips": "How well a mended slip must fit: as rounded (default), or close, to within one per cent of each figure.",
    "excuses": "Word lists whose words, standing in the passage, leave the check undecided.",
    "message": "What a failure says. {name} and {name:in unit} are filled in.",
    "explain": "Why the rule exists and what it leaves alone: its page in the documentation.",
    "examples": "Texts that the rule is tested on.",
}


def rule_schema() -> Schema:
    """The schema as plain data."""
    made = _properties()
    assert tuple(made) == KEYS
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "numcheck rule",
        "type": "object",
        "additionalProperties": False,
        "required": list(NEEDED),
        "properties": {key: {"description": ABOUT[key], **schema} for key, schema in made.items()},
        "definitions": {
            "severity": {"enum": list(SEVERITIES)},
            "certainty": {"enum": list(CERTAINTIES)},
            "kind": {"enum": list(BINDABLE)},
            "kinds": _one_or_more({"$ref": "#/definitions/kind"}),
            "words": _one_or_more({"type": "string", "minLength": 1}),
            "name": {"type": "string", "pattern": _NAME},
            "expression": {"type": "string", "minLength": 1, "maxLength": MAX_LENGTH},
            "truth": {"anyOf": [{"$ref": "#/definitions/expression"}, {"type": "boolean"}]},
            "selector": _selector(),
            "phrase": {"type": "string", "minLength": 1},
            "example": _example(),
        },
    }


def _properties() -> Schema:
    expression, truth = {"$ref": "#/definitions/expression"}, {"$ref": "#/definitions/truth"}
    named = {"propertyNames": {"$ref": "#/definitions/name"}}
    return {
        "rule": {"type": "string", "pattern": _ID},
        "title": {"type": "string", "minLength": 1},
        "aliases": {"type": "array", "items": {"type": "string", "pattern": _ID}},
        "severity": {"anyOf": [{"$ref": "#/definitions/severity"}, {
            "type": "object", "additionalProperties": False, "minProperties": 1,
            "properties": {k: {"$ref": "#/definitions/severity"} for k in (*CERTAINTIES, "slip", "else")}}]},
        "bind": {"type": "object", "minProperties": 1, "maxProperties": MAX_PLACES, **named,
                 "additionalProperties": {"$ref": "#/definitions/selector"}},
        "within": {"type": "string", "pattern": "^(sentence|[1-9][0-9]? sentences?|paragraph|article|headline\\+body)$"},
        "match": {"anyOf": [{"$ref": "#/definitions/phrase"}, {
            "type": "array", "minItems": 1, "maxItems": MAX_ALTERNATIVES, "items": _alternative()}]},
        "link": {"type": "string", "pattern": f"^\\s*({'|'.join(LINK_ROLES)})\\s*\\([^()]*\\)\\s*$"},
        "lookup": {"type": "object", **named, "additionalProperties": {"type": "string"}},
        "each": {"$ref": "#/definitions/name"},
        "when": truth,
        "absent": {"type": "array", "items": {"type": "string"}},
        "unless": truth,
        "let": {"anyOf": [{"type": "string"}, {
            "type": "object", "maxProperties": MAX_LETS, **named, "additionalProperties": expression}]},
        "assert": truth,
        "tolerance": {"anyOf": [{"type": "string", "pattern": "^\\s*[0-9]"}, {"type": "number", "minimum": 0}]},
        "rounding": {"enum": list(ROUNDINGS)},
        "slips": {"enum": list(SLIPS)},
        "excuses": {"type": "array", "items": {"type": "string"}},
        "message": {"type": "string", "minLength": 1},
        "explain": {"type": "string"},
        "examples": {"type": "object", "additionalProperties": False, "properties": {
            "fires": {"type": "array", "items": {"$ref": "#/definitions/example"}},
            "quiet": {"type": "array", "items": {"$ref": "#/definitions/example"}},
            "todo": {"type": "array", "items": {"$ref": "#/definitions/example"}}}},
    }


def _alternative() -> Schema:
    phrase, certainty = {"$ref": "#/definitions/phrase"}, {"$ref": "#/definitions/certainty"}
    alone = {"type": "object", "additionalProperties": False, "required": ["phrase"],
             "properties": {"phrase": phrase, "certainty": certainty}}
    together = {"type": "object", "additionalProperties": False, "required": ["all"], "properties": {
        "all": {"type": "array", "minItems": 2, "items": {"anyOf": [phrase, alone]}}, "certainty": certainty}}
    return {"anyOf": [phrase, alone, together]}


def _selector() -> Schema:
    kinds, words = {"$ref": "#/definitions/kinds"}, {"$ref": "#/definitions/words"}
    same = "^[a-z][a-z0-9_]*( in another unit)?$"
    properties = {
        "kind": kinds, "same as": {"type": "string", "pattern": same}, "of": words, "near": words,
        "hedge": _one_or_more({"enum": [*HEDGES, "none"]}), "in": {"enum": ["headline", "body"]},
        "unit": {"type": "string"}, "closed": {"type": "boolean"}}
    assert tuple(properties) == SELECTOR_KEYS
    return {"anyOf": [
        kinds, {"type": "string", "pattern": "^same as " + same[1:]},
        {"type": "object", "additionalProperties": False, "properties": properties,
         "anyOf": [{"required": ["kind"]}, {"required": ["same as"]}]}]}


def _example() -> Schema:
    properties: Schema = {key: {"type": "string", "minLength": 1} for key in EXAMPLE_KEYS}
    properties["published"]["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    properties["text"]["description"] = "The numbers that disagree stand in [[...]]."
    properties["because"]["description"] = "Why the rule is right to be quiet."
    return {"anyOf": [{"type": "string", "minLength": 1}, {
        "type": "object", "additionalProperties": False, "required": ["text"], "properties": properties}]}


def _one_or_more(item: Schema) -> Schema:
    return {"anyOf": [item, {"type": "array", "minItems": 1, "items": item}]}
