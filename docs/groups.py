"""What the groups of rules are called on the pages."""

from __future__ import annotations

GROUPS = {
    "calendar": "Dates, years and ages",
    "clock": "Times of day",
    "convert": "Conversions in brackets",
    "format": "Slips of format",
    "lists": "Lists that were announced",
    "motion": "Motion",
    "order": "Order and direction",
    "parts": "Parts and wholes",
    "plausible": "Plausibility",
    "rates": "Rates",
    "repeat": "The same fact twice",
    "shares": "Percentages and shares",
    "sport": "Scores",
    "votes": "Votes and seats",
    "war": "War",
}
