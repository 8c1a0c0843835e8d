"""What left the panel, in words."""

from collections.abc import Collection, Mapping
from datetime import date

from coordinator.domain.disclosing.holders import Held, WhyBack
from coordinator.domain.disclosing.log import ASTRAY, SPOKEN, TO_THEMSELVES, Checked, DisclosureRow
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.translation import N_, _, ngettext

_PAPERS: Mapping[str, str] = {
    "access": N_("What is held on a person"),
    "access-list": N_("Entries for the officer to decide"),
    "acceptance-letter": N_("Acceptance letter"),
    "accountability": N_("What agencies brought"),
    "demand": N_("Demand before and after"),
    "certificate": N_("Retention certificate"),
    "disposals": N_("Records to be erased"),
    "agenda": N_("Agenda"),
    "audit-log": N_("Audit log"),
    "closure-summary": N_("Closure summary"),
    "copy-out": N_("Copied for their own system"),
    "cover": N_("Cover sheet"),
    "disclosure-schedule": N_("Disclosure schedule"),
    "encryption": N_("How it is encrypted"),
    "escalation": N_("Escalation briefing"),
    "gaps": N_("Register of gaps"),
    "impact-assessment": N_("Impact assessment"),
    "hand-over-note": N_("Hand-over note"),
    "information_request": N_("Request for information"),
    "journey": N_("Journey map"),
    "journey-learning": N_("Journey map for learning"),
    "minutes": N_("Minutes"),
    "my-plan": N_("My plan"),
    "my-plan-large": N_("My plan in large print"),
    "my-plan-plain": N_("My plan without pictures"),
    "not-for-us-letter": N_("Letter: not for this panel"),
    "outreach": N_("Outreach sheet"),
    "places": N_("Place plans"),
    "own-letter": N_("Letter to the person"),
    "pack": N_("Meeting pack"),
    "plan": N_("Plan"),
    "plan-page": N_("Plan on one page"),
    "privacy-notice": N_("Draft privacy notice"),
    "processing-record": N_("Record of processing"),
    "report": N_("Quarterly report"),
    "referral-form": N_("Referral form"),
    "returns": N_("Returns sheet"),
    SPOKEN: N_("Told aloud"),
    ASTRAY: N_("Told aloud to somebody who must not be told"),
    "take-away": N_("Work pack to take away"),
    "update-sheet": N_("Update sheet to fill in"),
    "whole-panel": N_("Work pack of the whole panel"),
    "meeting-copy": N_("Work pack for a meeting"),
    "agency-actions": N_("Work pack of an agency's actions"),
    "tonight": N_("Who holds tonight"),
    "tracker": N_("Action tracker"),
    "users-and-rights": N_("Users and rights"),
    "who-holds-what": N_("Who holds which copies"),
}

_BACK: Mapping[WhyBack, str] = {
    WhyBack.NOT_TO_BE_TOLD: N_("they must not be told any more"),
    WhyBack.BASIS_WITHDRAWN: N_("the information basis was withdrawn since"),
    WhyBack.OBJECTED: N_("the person objected since"),
    WhyBack.KEPT_TOO_LONG: N_("the day to return or destroy it has passed"),
}


def paper_words(paper: str) -> str:
    """Name a paper by its kind; a kind of a newer version as it is stored."""
    return _(_PAPERS[paper]) if paper in _PAPERS else paper


def whom_words(row: DisclosureRow) -> str:
    """Say to whom it went: the recipient, the agency, or the panel itself."""
    named = dict.fromkeys(filter(None, (row.recipient, row.agency)))
    return ", ".join(named) or _("The panel's own copy")


def about_words(row: DisclosureRow) -> str:
    """Say about whom it was, by reference; who may not be named is counted."""
    shown = ", ".join(sorted(row.people))
    if not row.others:
        return shown or _("Nobody")
    more = ngettext("{count} other", "{count} others", row.others)
    return ", ".join(filter(None, (shown, more)))


def end_words(row: DisclosureRow, today: date) -> str:
    """Say what became of the copy."""
    if row.was_not_made:
        return _("The file could not be written: nothing left")
    if row.destroyed_on is not None:
        return _("Destroyed {day}", day=dates.day(row.destroyed_on, today))
    if row.returned_on is not None:
        return _("Came back {day}", day=dates.day(row.returned_on, today))
    if row.asked_back_on is not None:
        return _("Asked back {day}", day=dates.day(row.asked_back_on, today))
    if row.replaced_on is not None:
        day = dates.day(row.replaced_on, today)
        return _("With them; replaced {day} by {number}", day=day, number=row.replaced_by)
    is_with_others = row.recipient or row.agency  # as `whom_words` has it
    return _("With them") if is_with_others else _("Kept by the panel")


def left_words(row: DisclosureRow, today: date) -> str:
    """Say when it left and through whom."""
    made = row.made_at.astimezone(dates.HOME)
    told = {"day": dates.day(made.date(), today), "time": dates.clock(row.made_at)}
    if row.was_made_away:
        return _("{day} at {time}, by {who}, away from the panel", who=row.made_by, **told)
    return _("{day} at {time}, by {who}", who=row.made_by, **told)


def settled_words(row: DisclosureRow, today: date) -> str:
    """Say when and how a telling that went astray was dealt with; nothing while it was not."""
    if row.settled_on is None:
        return ""
    day = dates.day(row.settled_on, today)
    return _("{day}: {how}", day=day, how=row.settled_how) if row.settled_how else day


def back_words(why: Collection[WhyBack]) -> str:
    """Say why a copy should come back, as the end of a line."""
    return ", ".join(_(_BACK[one]) for one in why)


def to_ask_words(held: Collection[Held]) -> str:
    """Count what is to be asked back, as a heading."""
    count = len(held)
    return ngettext("{count} copy to ask back", "{count} copies to ask back", count)


def astray_words(count: int) -> str:
    """Count what was told to who must not be told, as a heading and on a chip."""
    return ngettext(
        "Told once to somebody who must not be told",
        "Told {count} times to somebody who must not be told",
        count,
    )


def astray_line(row: DisclosureRow, today: date) -> str:
    """Say when, to whom and about whom: one line."""
    return _(
        "{number}, {day}: {whom}, about {people}",
        number=row.number,
        day=dates.day(row.made_at.astimezone(dates.HOME).date(), today),
        whom=whom_words(row),
        people=about_words(row),
    )


def held_words(one: Held) -> str:
    """Say which copy of when, who holds it and why it should come back: one line."""
    row = one.row
    left = dates.plain_day(row.made_at.astimezone(dates.HOME).date())
    told = ", ".join(filter(None, (row.number, paper_words(row.paper), left, whom_words(row))))
    return _("{copy}: {why}", copy=told, why=back_words(one.why))


def basis_words(row: DisclosureRow) -> str:
    """Say on what basis and through which power it went; what is their own needs none."""
    if row.paper in TO_THEMSELVES:
        return _("None is needed: it is about them, and went to them")
    return "; ".join(label(one) for one in (row.lawful_basis, row.gateway) if one is not None)


def checked_words(found: Checked) -> str:
    """Say whether a file is one of the panel's."""
    if not found.is_ours:
        return _("Not one of this panel's papers, or something in it was changed since.")
    if not found.rows:
        return _("It is one of this panel's papers, unchanged, about somebody you may not see.")
    return ngettext(
        "One of this panel's papers, unchanged. It left once.",
        "One of this panel's papers, unchanged. It left {count} times.",
        len(found.rows) + found.withheld,
    )
