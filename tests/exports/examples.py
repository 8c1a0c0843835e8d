"""Invented papers to print: a panel in a made-up county, with every section filled."""

from tests.exports.example_basics import DAY, STATEMENT, action, attendance, imprint, meeting
from tests.exports.example_escalations import answered_escalation, escalation
from tests.exports.example_gaps import gap_register
from tests.exports.example_letters import letter, own_letter
from tests.exports.example_minutes import approved_minutes, discussed, minutes
from tests.exports.example_packs import (
    agenda,
    bare,
    case,
    cover,
    item,
    outreach,
    pack,
    referral_form,
    tracker,
)
from tests.exports.example_plans import plan
from tests.exports.example_reports import accountability
from tests.exports.example_tonight import tonight

__all__ = [
    "DAY",
    "STATEMENT",
    "accountability",
    "action",
    "agenda",
    "answered_escalation",
    "approved_minutes",
    "attendance",
    "bare",
    "case",
    "cover",
    "discussed",
    "escalation",
    "gap_register",
    "imprint",
    "item",
    "letter",
    "meeting",
    "minutes",
    "outreach",
    "own_letter",
    "pack",
    "plan",
    "referral_form",
    "tonight",
    "tracker",
]
