"""What left the panel, in words."""

from collections.abc import Mapping
from datetime import date

from coordinator.domain.disclosures import Checked, DisclosureRow
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.translation import N_, _, ngettext

_PAPERS: Mapping[str, str] = {
    "acceptance-letter": N_("Acceptance letter"),
    "accountability": N_("What agencies brought"),
    "agenda": N_("Agenda"),
    "closure-summary": N_("Closure summary"),
    "copy-out": N_("Copied for their own system"),
    "cover": N_("Cover sheet"),
    "escalation": N_("Escalation briefing"),
    "gaps": N_("Register of gaps"),
    "hand-over-note": N_("Hand-over note"),
    "information_request": N_("Request for information"),
    "minutes": N_("Minutes"),
    "not-for-us-letter": N_("Letter: not for this panel"),
    "outreach": N_("Outreach sheet"),
    "own-letter": N_("Letter to the person"),
    "pack": N_("Meeting pack"),
    "plan": N_("Plan"),
    "plan-page": N_("Plan on one page"),
    "referral-form": N_("Referral form"),
    "returns": N_("Returns sheet"),
    "spoken": N_("Told aloud"),
    "tonight": N_("Who holds tonight"),
    "tracker": N_("Action tracker"),
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
    shown = ", ".join(row.people)
    if not row.others:
        return shown or _("Nobody")
    more = ngettext("{count} other", "{count} others", row.others)
    return ", ".join(filter(None, (shown, more)))


def end_words(row: DisclosureRow, today: date) -> str:
    """Say what became of the copy."""
    if row.destroyed_on is not None:
        return _("Destroyed {day}", day=dates.day(row.destroyed_on, today))
    if row.returned_on is not None:
        return _("Came back {day}", day=dates.day(row.returned_on, today))
    if row.asked_back_on is not None:
        return _("Asked back {day}", day=dates.day(row.asked_back_on, today))
    return _("With them")


def basis_words(row: DisclosureRow) -> str:
    """Say on what basis and through which power it went."""
    return ", ".join(label(one) for one in (row.lawful_basis, row.gateway) if one is not None)


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
