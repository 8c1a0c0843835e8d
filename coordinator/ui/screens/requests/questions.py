"""The forms of requests for information; no Qt."""

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from coordinator.domain.lists.sharing import Channel, Known
from coordinator.domain.meetings.information_views import AgencyAsked, Cell, RequestGrid
from coordinator.domain.states import Sensitivity
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.kit.words import listed
from coordinator.ui.shared.who_may_see import ask_who_may_see
from coordinator.wording.labels import label
from coordinator.wording.translation import _, ngettext

WITH_SHEETS = (Channel.SECURE_MAIL, Channel.PRINTED)
WITHOUT = (Channel.SPOKEN,)


def ask_agencies(
    grid: RequestGrid, rows: Sequence[AgencyAsked], chosen: Collection[UUID], folder: Path | None
) -> Question:
    """Ask which agencies are asked, until when, and how."""
    channels = WITH_SHEETS if folder else WITHOUT
    where = (
        _("A sheet for each agency goes into {folder}.", folder=folder)
        if folder
        else _("Nothing is saved: the agencies are asked in person or by telephone.")
    )
    told = _("Each name that goes out is recorded for the person and the agency.")
    return Question(
        _("Ask the agencies"),
        (
            Ask("answer_by", _("Answers by"), Kind.DAY, grid.answer_by),
            Ask("how", _("How"), Kind.CHOICE, channels[0], tuple((c, label(c)) for c in channels)),
            Ask(
                "agencies",
                _("Agencies"),
                Kind.MANY,
                tuple(row.id for row in rows if row.id in chosen),
                tuple((row.id, _agency(row)) for row in rows),
            ),
        ),
        _("Save the sheets and mark as asked") if folder else _("Mark as asked"),
        about=f"{where} {told}",
    )


def _agency(row: AgencyAsked) -> str:
    count = ngettext("{count} person", "{count} people", len(row.to_ask))
    if row.request is not None:
        return _("{agency}, again: {count}", agency=row.name, count=count)
    return _("{agency}: {count}", agency=row.name, count=count)


def usual(rows: Sequence[AgencyAsked]) -> frozenset[UUID]:
    """Choose whom to ask unless somebody says otherwise: seats not asked yet, else who owes."""
    first = [row.id for row in rows if row.has_seat and row.request is None]
    again = [row.id for row in rows if row.missing]
    return frozenset(first or again or [row.id for row in rows])


def reply(agency: AgencyAsked, cell: Cell, today: date) -> Question:
    """Ask what an agency answered about somebody, with its line and the day it came."""
    person, stood = cell.person, cell.reply
    return Question(
        _("Reply of {agency}", agency=agency.name),
        (
            Ask(
                "answer",
                _("Answer"),
                Kind.CHOICE,
                stood.answer if stood else None,
                choices_of(Known, _("No reply yet")),
            ),
            Ask("note", _("One line"), Kind.LINE, stood.note if stood else ""),
            Ask("came_on", _("Came in on"), Kind.DAY, (stood and stood.came_on) or today),
            ask_who_may_see(stood.sensitivity if stood else Sensitivity.STANDARD),
        ),
        _("Note it"),
        about=listed(person.name, person.reference, initials_only=not person.show_detail),
    )


def answers(values: dict[str, Any]) -> Known | None:
    """Read the answer of a form."""
    said = values["answer"]
    return Known(said) if said else None
