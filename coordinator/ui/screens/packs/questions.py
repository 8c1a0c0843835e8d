"""The form that makes the packs; no Qt."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from coordinator.casework.meetings.attendance import Attendee
from coordinator.domain.directory.rules import DirectoryPage
from coordinator.domain.disclosing.packs import PackRow
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.ui.shared.outgoing import REASON, why_no_less
from coordinator.wording.packs import recipient_words, why_all_the_same
from coordinator.wording.translation import _, ngettext


def make(rows: Iterable[PackRow], folder: Path, today: date, own_words: str) -> Question:
    """Ask why for each recipient something is not as usual about, and what goes beside.

    Args:
        rows: Whose packs go out.
        folder: Where they go.
        today: The day it is asked.
        own_words: Why no less would do, as the panel says it.
    """
    going = tuple(rows)
    reasons = tuple(_reason(row, today) for row in going if row.prompts)
    mails = ((True, _("An e-mail ready to send for each, the pack attached")),)
    calendar = ((True, _("The meeting for a calendar; it names nobody")),)
    beside = (
        why_no_less(own_words),
        Ask("mail", _("Beside them"), Kind.TICK, value=False, choices=mails),
        Ask("calendar", _("Also"), Kind.TICK, value=False, choices=calendar),
    )
    count = ngettext("Make {count} pack", "Make {count} packs", len(going))
    told = _("Into {folder}. Every copy is recorded.", folder=folder)
    return Question(count, (*reasons, *beside), count, about=told)


def _reason(row: PackRow, today: date) -> Ask:
    hint = why_all_the_same(row.prompts, row.to.agreement_until, today)
    return Ask(REASON + row.to.key.hex, recipient_words(row), Kind.TEXT, "", hint=hint)


def observer(directory: DirectoryPage) -> Question:
    """Ask who is invited to look on."""
    posts = tuple((one.id, f"{one.name}, {one.agency}") for one in directory.professionals)
    agencies = tuple((one.id, one.name) for one in directory.agencies)
    by_hand = ("professional_id", frozenset({None}))
    return Question(
        _("Invite an observer"),
        (
            Ask(
                "professional_id",
                _("Who"),
                Kind.FIND,
                None,
                ((None, _("Somebody not in the directory")), *posts),
                hint=_("Type part of a name or an agency."),
            ),
            Ask("name", _("Their name"), Kind.LINE, "", only_for=by_hand),
            Ask(
                "agency_id",
                _("Agency"),
                Kind.CHOICE,
                None,
                ((None, _("None")), *agencies),
                only_for=by_hand,
                hint=_("Without an agency there is no pack."),
            ),
            Ask(
                "has_signed",
                _("Confidentiality"),
                Kind.TICK,
                value=False,
                choices=((True, _("They have signed the statement")),),
            ),
        ),
        _("Invite them"),
        about=_("A limited pack, or one without names. Say at the meeting if they stay away."),
    )


def invited(said: Mapping[str, Any]) -> Attendee:
    """Give who was named; of somebody in the directory nothing that was typed for another."""
    has_signed = bool(said["has_signed"])
    if said["professional_id"] is not None:
        return Attendee(professional_id=said["professional_id"], has_signed=has_signed)
    return Attendee(
        agency_id=said.get("agency_id"),
        name=(said.get("name") or "").strip(),
        has_signed=has_signed,
    )


def reasons_in(said: Mapping[str, Any]) -> dict[UUID, str]:
    """Give the reasons that were said, by recipient."""
    return {
        UUID(hex=name.removeprefix(REASON)): str(text)
        for name, text in said.items()
        if name.startswith(REASON)
    }


def unsaid(said: Mapping[str, Any]) -> dict[str, str]:
    """Name the words that are missing, as a form shows faults."""
    return {
        name: "required"
        for name, text in said.items()
        if (name.startswith(REASON) or name == "proportionality") and not str(text).strip()
    }
