"""What a journey is told in: its lanes, what happened, and when, by day or by month."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from coordinator.domain.person.journeys import Kind, Lane, month_of
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.translation import N_, _, ngettext

_LANES: Mapping[Lane, str] = {
    Lane.CASE: N_("With the panel"),
    Lane.PHASE: N_("Phase"),
    Lane.LEAD: N_("Lead professional"),
    Lane.CONTACT: N_("Contact"),
    Lane.HOME: N_("Home"),
    Lane.DECISION: N_("Decisions"),
    Lane.ESCALATION: N_("Escalations"),
    Lane.OFFER: N_("Offers"),
    Lane.MISSING: N_("Missing"),
}
_KINDS: Mapping[Kind, str] = {
    Kind.REFERRED: N_("Referred to the panel"),
    Kind.DECIDED: N_("A decision"),
    Kind.ASKED: N_("Somebody with more authority was asked"),
    Kind.MOVED_IN: N_("Moved in"),
    Kind.OFFERED: N_("An agency offered something"),
    Kind.OPEN: N_("On the caseload"),
    Kind.MISSING: N_("Missing"),
}


def lane_words(lane: Lane) -> str:
    """Name a lane."""
    return _(_LANES[lane])


def what_words(what: StrEnum | None) -> str:
    """Name what happened, by its list."""
    if isinstance(what, Kind):
        return _(_KINDS[what])
    return label(what) if what is not None else ""


def month_words(on: date, began: date) -> str:
    """Write when something was for learning: *Month 3*, with no date in it."""
    return _("Month {number}", number=month_of(on, began))


def span_words(since: date, until: date | None) -> str:
    """Write how long something lasted."""
    return dates.period(since, until)


def months_words(since: date, until: date | None, began: date) -> str:
    """Write how long something lasted, for learning: *Months 2 to 5*."""
    first = month_of(since, began)
    if until is None:
        return _("From month {first}", first=first)
    last = month_of(until, began)
    if last == first:
        return _("Month {number}", number=first)
    return _("Months {first} to {last}", first=first, last=last)


def tries_words(tried: int, met: int) -> str:
    """Count tries at contact, and how often they were met."""
    words = ngettext("{count} try", "{count} tries", tried)
    return _("{tries}, met {met}", tries=words, met=met)


def turn_words(number: int) -> str:
    """Name a lead by their turn, for learning."""
    return _("Lead {number}", number=number)
