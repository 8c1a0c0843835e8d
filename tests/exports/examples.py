"""Invented papers to print: a panel in a made-up county, with every section filled."""

from tests.exports.example_basics import DAY, STATEMENT, action, attendance, imprint, meeting
from tests.exports.example_minutes import approved_minutes, discussed, minutes
from tests.exports.example_packs import (
    agenda,
    bare,
    case,
    cover,
    item,
    pack,
    referral_form,
    tracker,
)
from tests.exports.example_plans import plan
from tests.exports.example_reports import accountability

__all__ = [
    "DAY",
    "STATEMENT",
    "accountability",
    "action",
    "agenda",
    "approved_minutes",
    "attendance",
    "bare",
    "case",
    "cover",
    "discussed",
    "imprint",
    "item",
    "meeting",
    "minutes",
    "pack",
    "plan",
    "referral_form",
    "tracker",
]
