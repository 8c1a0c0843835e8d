"""The columns and the marks of the requests for information."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coordinator.domain.lists.sharing import Known
from coordinator.domain.meetings.information_requests import KNOWS, RequestState
from coordinator.domain.meetings.information_views import (
    AgencyAsked,
    AskedPerson,
    Cell,
    RequestGrid,
)
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.tables import Column
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.kit.words import listed
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.translation import _

_STATES = {
    RequestState.NOT_ASKED: (Tone.NEUTRAL, "circle"),
    RequestState.WAITING: (Tone.CAREFUL, "clock"),
    RequestState.LATE: (Tone.URGENT, "triangle-alert"),
    RequestState.ANSWERED: (Tone.GOOD, "circle-check"),
}
_ANSWERS = {
    Known.KNOWN: (Tone.GOOD, "check"),
    Known.WILL_SHARE: (Tone.GOOD, "message-square"),
    Known.CANNOT_SHARE: (Tone.CAREFUL, "lock"),
    Known.NOT_KNOWN: (Tone.NEUTRAL, "x"),
}


@dataclass(frozen=True, slots=True)
class PersonReplies:
    """One person with what every agency asked about them answered."""

    person: AskedPerson
    known: tuple[str, ...]
    not_known: tuple[str, ...]
    missing: tuple[str, ...]


def agency_columns(today: date) -> tuple[Column[AgencyAsked], ...]:
    """Describe the agencies."""
    return (
        Column(_("Agency"), text=lambda row: row.name, share=2, width=160),
        Column(_("Where it stands"), text=state_words, mark=state_mark, width=178),
        Column(_("Replies"), text=replies_words, width=96),
        Column(_("Answers by"), text=lambda row: _by(row, today), width=120, keep=2),
        Column(_("Left out"), text=left_out_words, width=90, keep=1),
    )


def state_words(row: AgencyAsked) -> str:
    """Say where an agency stands, or why it cannot be asked."""
    return label(row.not_asked) if _is_barred(row) and row.not_asked else label(row.state)


def state_mark(row: AgencyAsked) -> Mark:
    """Give the chip of where an agency stands."""
    if _is_barred(row):
        return Mark(state_words(row), Tone.NEUTRAL, "link-2-off")
    return Mark(state_words(row), *_STATES[row.state])


def _is_barred(row: AgencyAsked) -> bool:
    return row.request is None and row.not_asked is not None


def replies_words(row: AgencyAsked) -> str:
    """Count what came back."""
    asked = [cell for cell in row.cells if cell.reply is not None]
    if not asked:
        return ""
    return _("{count} of {all}", count=len(asked) - row.missing, all=len(asked))


def left_out_words(row: AgencyAsked) -> str:
    """Count who is not named to an agency that may be asked."""
    return str(len(row.left_out)) if row.left_out and row.not_asked is None else ""


def _by(row: AgencyAsked, today: date) -> str:
    return dates.day(row.request.answer_by, today) if row.request else ""


def cell_columns(today: date) -> tuple[Column[Cell], ...]:
    """Describe the people one agency is asked about."""
    return (
        Column(_("Person"), text=lambda cell: about(cell.person), share=2, width=180),
        Column(_("Answer"), text=answer_words, mark=answer_mark, share=1, width=220),
        Column(_("One line"), text=_line, share=3, width=150, keep=2),
        Column(_("Came in"), text=lambda cell: _came(cell, today), width=110, keep=1),
    )


def about(person: AskedPerson) -> str:
    """Say whom a line is about."""
    name = listed(person.name, person.reference, initials_only=not person.show_detail)
    return _("{name} ({reference})", name=name, reference=person.reference)


def answer_words(cell: Cell) -> str:
    """Say what came back, or why nothing can."""
    return answer_mark(cell).text


def answer_mark(cell: Cell) -> Mark:
    """Give the chip of one answer; a missing one is a word, a shape and a colour, too."""
    if cell.reply is None and cell.left_out is not None:
        return Mark(label(cell.left_out), Tone.NEUTRAL, "link-2-off")
    if cell.reply is None:
        return Mark(_("Not asked yet"), Tone.NEUTRAL, "circle")
    if cell.reply.answer is None:
        return Mark(_("Reply missing"), Tone.CAREFUL, "clock")
    return Mark(label(cell.reply.answer), *_ANSWERS[cell.reply.answer])


def _line(cell: Cell) -> str:
    return cell.reply.note if cell.reply else ""


def _came(cell: Cell, today: date) -> str:
    return dates.day(cell.reply.came_on, today) if cell.reply and cell.reply.came_on else ""


def person_columns() -> tuple[Column[PersonReplies], ...]:
    """Describe the people with what all agencies answered."""
    return (
        Column(_("Person"), text=lambda row: about(row.person), share=1, width=180),
        Column(_("Known to"), text=lambda row: ", ".join(row.known), share=2, width=170),
        Column(_("Not known to"), text=lambda row: ", ".join(row.not_known), share=2, width=150),
        Column(_("No reply"), text=_missing_words, mark=_missing_mark, share=1, width=150),
    )


def _missing_words(row: PersonReplies) -> str:
    return ", ".join(row.missing)


def _missing_mark(row: PersonReplies) -> Mark | None:
    return Mark(_missing_words(row), Tone.CAREFUL, "clock") if row.missing else None


def by_person(grid: RequestGrid) -> tuple[PersonReplies, ...]:
    """Turn the grid round: one line for each person, in the order of the agenda."""
    return tuple(_of_person(person, grid.agencies, at) for at, person in enumerate(grid.people))


def _of_person(person: AskedPerson, rows: Sequence[AgencyAsked], at: int) -> PersonReplies:
    said = [(row.short_name or row.name, row.cells[at].reply) for row in rows]
    asked = [(name, reply.answer) for name, reply in said if reply is not None]
    return PersonReplies(
        person,
        known=tuple(_known(name, answer) for name, answer in asked if answer in KNOWS),
        not_known=tuple(name for name, answer in asked if answer is Known.NOT_KNOWN),
        missing=tuple(name for name, answer in asked if answer is None),
    )


def _known(name: str, answer: Known | None) -> str:
    if answer is Known.CANNOT_SHARE:
        return _("{agency} (cannot share)", agency=name)
    return _("{agency} (will share)", agency=name) if answer is Known.WILL_SHARE else name
