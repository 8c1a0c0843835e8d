"""Invented papers to print: a panel in a made-up county, with every section filled."""

from tests.exports.example_access import access, access_list, schedule
from tests.exports.example_bare import bare
from tests.exports.example_basics import DAY, STATEMENT, action, attendance, imprint, meeting
from tests.exports.example_escalations import answered_escalation, escalation
from tests.exports.example_gaps import gap_register
from tests.exports.example_journeys import bare_journey, crowded_journey, journey
from tests.exports.example_learning import learning
from tests.exports.example_letters import letter, own_letter
from tests.exports.example_minutes import approved_minutes, discussed, minutes
from tests.exports.example_office import office
from tests.exports.example_own_plans import long_own_plan, own_plan, short_own_plan
from tests.exports.example_packs import (
    agenda,
    case,
    cover,
    item,
    outreach,
    pack,
    referral_form,
    tracker,
)
from tests.exports.example_places import place_register
from tests.exports.example_plans import plan
from tests.exports.example_reports import accountability, demand, quarter
from tests.exports.example_retention import certificate, disposal_list
from tests.exports.example_tonight import tonight

__all__ = [
    "DAY",
    "STATEMENT",
    "access",
    "access_list",
    "accountability",
    "action",
    "agenda",
    "answered_escalation",
    "approved_minutes",
    "attendance",
    "bare",
    "bare_journey",
    "case",
    "certificate",
    "cover",
    "crowded_journey",
    "demand",
    "discussed",
    "disposal_list",
    "escalation",
    "gap_register",
    "imprint",
    "item",
    "journey",
    "learning",
    "letter",
    "long_own_plan",
    "meeting",
    "minutes",
    "office",
    "outreach",
    "own_letter",
    "own_plan",
    "pack",
    "place_register",
    "plan",
    "quarter",
    "referral_form",
    "schedule",
    "short_own_plan",
    "tonight",
    "tracker",
]
