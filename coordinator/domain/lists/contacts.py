"""Lists of contact attempts: how somebody tried, and what came of it."""

from enum import StrEnum


class ContactType(StrEnum):
    """How contact was tried. Source: domain enumerations, contact type."""

    STREET = "street"
    DOORSTEP = "doorstep"
    DROP_IN = "drop_in"
    APPOINTMENT = "appointment"
    PHONE = "phone"
    TEXT = "text"
    LETTER = "letter"
    OTHER_WORKER = "other_worker"
    HOSPITAL_OR_CUSTODY = "hospital_or_custody"
    ONLINE = "online"
    WITH_ADVOCATE = "with_advocate"


class ContactResult(StrEnum):
    """What came of it; *not there* is a result like any other, and never a fault."""

    MET_ENGAGED = "met_engaged"
    MET_BRIEF = "met_brief"
    MET_REFUSED = "met_refused"
    MET_UNSAFE = "met_unsafe"
    NO_REPLY = "no_reply"
    NOT_THERE = "not_there"
    SIGHTED = "sighted"
    MESSAGE_LEFT = "message_left"
    THIRD_PARTY = "third_party"
    MISSED = "missed"
    PERSON_CONTACTED_US = "person_contacted_us"


SEEN_RESULTS = frozenset(
    {
        ContactResult.MET_ENGAGED,
        ContactResult.MET_BRIEF,
        ContactResult.MET_REFUSED,
        ContactResult.MET_UNSAFE,
        ContactResult.SIGHTED,
    }
)
"""A worker saw the person with their own eyes: these set *last seen* (not by telephone)."""

REMOTE_TYPES = frozenset(
    {ContactType.PHONE, ContactType.TEXT, ContactType.LETTER, ContactType.ONLINE}
)
"""Ways in which nobody is seen, whatever the result."""
