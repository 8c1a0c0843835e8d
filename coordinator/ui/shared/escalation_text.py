"""The text of an escalation for a letter or an e-mail, to copy; it holds what the briefing holds.

No Qt. The receiver reads it: the person is a reference unless the chair decided otherwise.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.domain.papers.escalation import EscalationBriefing, TriedLine
from coordinator.papers.copies import Still
from coordinator.papers.escalations import briefing_model
from coordinator.wording import dates
from coordinator.wording.translation import _


@dataclass(frozen=True, slots=True)
class Letter:
    """A text for the receiver of an escalation.

    Attributes:
        agency: Theirs; nothing where they are of none.
        to: Who they are.
        still: Writes it anew.
    """

    text: str = field(repr=False)
    agency: str
    to: str
    still: Still | None = field(default=None, repr=False, compare=False)


def read_letter(desk: Desk, escalation: UUID) -> Letter:
    """Write the text for the receiver of one escalation.

    Raises:
        MissingRecordError, WithheldError, GuardError, NotPermittedError: As for its briefing.
    """
    briefing, facts = briefing_model(desk, escalation)
    agency = facts.audience.name if facts.audience.agency else ""
    to = briefing.receiver or briefing.receiver_role
    return Letter(letter(briefing), agency, to, partial(_still, escalation=escalation))


def _still(desk: Desk, escalation: UUID) -> str:
    return read_letter(desk, escalation).text


def letter(briefing: EscalationBriefing) -> str:
    """Write the text: the ask and its day first, the form of the answer last."""
    return "\n\n".join(part for part in _parts(briefing) if part)


def _parts(briefing: EscalationBriefing) -> Iterator[str]:
    imprint = briefing.imprint
    yield _("{panel}: {number}", panel=imprint.panel, number=briefing.number)
    to = ", ".join(filter(None, (briefing.receiver, briefing.receiver_role)))
    yield _("To: {who}", who=to) if to else ""
    yield _("Draft, not sent.") if briefing.is_draft else ""
    yield _said(_("We ask"), briefing.ask)
    if briefing.reply_by is not None:
        yield _("Please answer by {day}.", day=dates.long_day(briefing.reply_by))
    yield _said(_("Why we ask you"), briefing.authority)
    yield _said(_("The person"), briefing.person)
    yield _said(_("What stands in the way"), _barrier(briefing))
    yield _said(_("What has been tried"), "\n".join(map(_tried, briefing.tried)))
    yield _said(_("What it means now"), briefing.impact)
    yield _said(_("How often services were needed"), "\n".join(briefing.demand))
    yield _said(_("Options"), "\n".join(f"- {one}" for one in briefing.options))
    yield _said(_("What the panel recommends"), briefing.recommendation)
    yield _said(_("If nothing is done"), briefing.risk_if_nothing)
    yield _said(_("Others with the same barrier"), briefing.others)
    yield _("Please say: yes, partly or no; why; on what conditions; your name, role and the day.")
    yield "\n".join(f"{one.label}: {one.value}" for one in briefing.contacts if one.value)


def _said(title: str, text: str) -> str:
    return f"{title}\n{text}" if text.strip() else ""


def _barrier(briefing: EscalationBriefing) -> str:
    told = [briefing.barrier, briefing.barrier_text]
    if briefing.position.strip():
        told.append(_("{agency} says: {words}", agency=briefing.agency, words=briefing.position))
    return ". ".join(part.rstrip(". ") for part in told if part.strip())


def _tried(one: TriedLine) -> str:
    when = dates.day(one.on) if one.on else ""
    lead = ", ".join(filter(None, (when, one.who)))
    what = " ".join(one.what.split())
    return f"- {lead}: {what}" if lead else f"- {what}"
