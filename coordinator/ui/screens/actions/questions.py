"""The forms of Actions: what an outcome has to say, a new date, sheets for agencies; no Qt."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.panel.settings import BarrierChoice
from coordinator.domain.states import ActionStatus
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.ui.shared.precedents import choices_of_barriers
from coordinator.wording.labels import label
from coordinator.wording.translation import N_, _

Choices = Sequence[tuple[str, UUID]]
_ASKED = {
    ActionStatus.PARTLY_DONE: N_("What was done, and what is left?"),
    ActionStatus.NOT_DONE: N_("Why was it not done?"),
    ActionStatus.NOT_NEEDED: N_("Why is it no longer needed?"),
    ActionStatus.DECLINED: N_("What was offered, and what did they say?"),
}


def outcome(
    row: ActionRow,
    status: ActionStatus,
    everybody: Choices,
    barriers: Sequence[BarrierChoice] = (),
) -> Question:
    """Ask what an outcome needs.

    Args:
        row: The action.
        status: What became of it.
        everybody: Who could take it on.
        barriers: What may have stopped it, in the panel's order and words.
    """
    title = _("{number}: {status}", number=row.number, status=label(status))
    if status is ActionStatus.OPEN:
        title = _("{number}: open again", number=row.number)
    asks = _asks(row, status, everybody, barriers)
    return Question(title, asks, _("Save"), about=row.text)


def _asks(
    row: ActionRow,
    status: ActionStatus,
    everybody: Choices,
    barriers: Sequence[BarrierChoice],
) -> tuple[Ask, ...]:
    match status:
        case ActionStatus.COULD_NOT:
            return _about_barrier(barriers)
        case ActionStatus.WAITING:
            return (
                Ask("waiting_on", _("Whom or what does it wait for?"), value=""),
                _words("outcome_note", _("Note")),
            )
        case ActionStatus.OPEN:
            return (_words("reason", _("Why is it taken up again?")),)
        case ActionStatus.TRANSFERRED:
            others = tuple((who, name) for name, who in everybody if who != row.owner.id)
            return (
                _find("owner_id", _("New owner"), others, _("Type part of a name.")),
                _words("reason", _("Why")),
            )
        case _:
            return (_words("outcome_note", _(_ASKED.get(status, N_("Note")))),)


def _about_barrier(barriers: Sequence[BarrierChoice]) -> tuple[Ask, ...]:
    return (
        _find(
            "barrier",
            _("What stopped it?"),
            choices_of_barriers(barriers),
            _("Type part of the words, or choose from the list."),
        ),
        _words(
            "barrier_details",
            _("What exactly, and what has been tried?"),
            _("May follow; the minutes wait for it."),
        ),
        _words("outcome_note", _("Note")),
        Ask(
            "escalate",
            _("Escalate"),
            Kind.TICK,
            value=False,
            choices=((True, _("Draft an escalation with it")),),
            hint=_("Whom and what exactly is said before it is sent."),
        ),
    )


def new_date(row: ActionRow, today: date) -> Question:
    """Ask for a new date."""
    return Question(
        _("{number}: move the date", number=row.number),
        (
            Ask("due_on", _("New date"), Kind.CALENDAR, max(row.due_on, today)),
            _words("reason", _("Why is the date moved?")),
        ),
        _("Move the date"),
        about=row.text,
    )


def sheets(agencies: Choices, chosen: UUID | None) -> Question:
    """Ask for which agencies sheets are made, and about which actions."""
    named = tuple((one, name) for name, one in agencies)
    which = (
        (False, _("Due by the next meeting, and past their date")),
        (True, _("All that are open")),
    )
    return Question(
        _("Returns sheets for agencies to fill in"),
        (
            Ask(
                "agency",
                _("Agency"),
                Kind.CHOICE,
                chosen,
                ((None, _("All agencies")), *named),
            ),
            Ask(
                "all_open",
                _("About which actions"),
                Kind.CHOICE,
                value=False,
                choices=which,
                hint=_("Initials and references only. Send each sheet securely."),
            ),
        ),
        _("Choose a folder…"),
    )


def _find(name: str, title: str, choices: tuple[tuple[Any, str], ...], hint: str) -> Ask:
    return Ask(name, title, Kind.FIND, None, ((None, ""), *choices), hint=hint)


def _words(name: str, title: str, hint: str = "") -> Ask:
    return Ask(name, title, Kind.TEXT, "", hint=hint)
