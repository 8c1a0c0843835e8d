"""The form that makes the packs; no Qt."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from coordinator.casework.attendance import Attendee
from coordinator.domain.directory import DirectoryPage
from coordinator.domain.packs import PackRow
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.wording.packs import prompt_sentence, recipient_words
from coordinator.wording.translation import _, ngettext

_REASON = "reason "


def make(rows: Iterable[PackRow], folder: Path, today: date) -> Question:
    """Ask why for each recipient something is not as usual about, and what goes beside."""
    going = tuple(rows)
    reasons = tuple(_reason(row, today) for row in going if row.prompts)
    mails = ((True, _("An e-mail ready to send for each, the pack attached")),)
    calendar = ((True, _("The meeting for a calendar; it names nobody")),)
    why = _(
        "Each copy holds the people its reader works with, and what the meeting needs of them."
    )
    beside = (
        Ask("proportionality", _("Why no less would do"), Kind.TEXT, why),
        Ask("mail", _("Beside them"), Kind.TICK, value=False, choices=mails),
        Ask("calendar", _("Also"), Kind.TICK, value=False, choices=calendar),
    )
    count = ngettext("Make {count} pack", "Make {count} packs", len(going))
    told = _("Into {folder}. Every copy is recorded.", folder=folder)
    return Question(count, (*reasons, *beside), count, about=told)


def _reason(row: PackRow, today: date) -> Ask:
    said = " ".join(prompt_sentence(prompt, row, today) for prompt in row.prompts)
    hint = _("{what} Say why it goes out all the same.", what=said)
    return Ask(_REASON + row.to.key.hex, recipient_words(row), Kind.TEXT, "", hint=hint)


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
    """Give who was named."""
    return Attendee(
        professional_id=said["professional_id"],
        agency_id=said.get("agency_id"),
        name=(said.get("name") or "").strip(),
        has_signed=bool(said["has_signed"]),
    )


def reasons_in(said: Mapping[str, Any]) -> dict[UUID, str]:
    """Give the reasons that were said, by recipient."""
    return {
        UUID(hex=name.removeprefix(_REASON)): str(text)
        for name, text in said.items()
        if name.startswith(_REASON)
    }


def unsaid(said: Mapping[str, Any]) -> dict[str, str]:
    """Name the reasons that are missing, as a form shows faults."""
    return {
        name: "required"
        for name, text in said.items()
        if name.startswith(_REASON) and not str(text).strip()
    }
