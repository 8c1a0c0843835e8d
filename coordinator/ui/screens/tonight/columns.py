"""The columns of who holds tonight: each day until the panel has one."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from coordinator.domain.tonight import MoveRow, PartState, Strip
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.tables import Column
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.kit.words import listed
from coordinator.ui.screens.tonight.painting import WIDTH
from coordinator.wording import dates
from coordinator.wording.holding import (
    day_words,
    met_words,
    move_words,
    part_words,
    short_words,
)
from coordinator.wording.labels import label
from coordinator.wording.translation import _


def columns(days: Sequence[date], today: date) -> tuple[Column[Strip], ...]:
    """Describe the caseload; where it is narrow, the last days go first: below they all stand."""
    held = tuple(
        Column(day_words(on), text=partial(_day, on), width=WIDTH, keep=len(days) - at + 2)
        for at, on in enumerate(days)
    )
    return (
        Column(_("Person"), text=_name, tip=_name, share=3, width=140),
        *held,
        Column(
            _("Tonight"),
            text=lambda one: short_words(one.tonight),
            mark=_tonight_mark,
            share=2,
            width=120,
            keep=2,
        ),
        Column(
            _("Ahead"),
            text=lambda one: _ahead(one, today),
            mark=lambda one: _ahead_mark(one, today),
            tip=lambda one: "; ".join(map(_told, one.moves)),
            share=3,
            width=170,
            keep=1,
        ),
    )


def _name(one: Strip) -> str:
    return listed(one.name, one.reference, initials_only=one.initials_only)


def _day(on: date, one: Strip) -> str:
    """Say in words what the shapes show."""
    parts = [part_words(part) for part in one.parts if part.on == on]
    return ". ".join((*parts, *[_told(move) for move in one.moves if move.on == on]))


def _told(move: MoveRow) -> str:
    return f"{move_words(move)}. {met_words(move)}"


def _tonight_mark(one: Strip) -> Mark | None:
    part = one.tonight
    if part is None or part.state is not PartState.NOBODY:
        return None
    return Mark(short_words(part), Tone.NEUTRAL, "circle")


def _ahead(one: Strip, today: date) -> str:
    move = next(iter((*one.unmet, *one.moves)), None)
    if move is None:
        return ""
    return _("{day}: {what}", day=dates.day(move.on, today), what=label(move.kind))


def _ahead_mark(one: Strip, today: date) -> Mark | None:
    if not one.unmet:
        return None
    return Mark(_ahead(one, today), Tone.CAREFUL, "triangle-alert")
