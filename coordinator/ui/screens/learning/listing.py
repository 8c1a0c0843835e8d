"""Reading one part of what is learnt, with whom and what forms may choose from. No Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.cases.caseload import read_caseload
from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.learning.figures import find_shared_learning
from coordinator.casework.learning.programmes import read_programmes
from coordinator.casework.learning.reading import read_learning
from coordinator.casework.learning.reviews import read_reviews
from coordinator.casework.learning.themes import read_theme_register, read_themes
from coordinator.casework.meetings.reading import read_meetings
from coordinator.casework.stuck.gap_reads import find_gaps
from coordinator.domain.cases.caseload import CaseloadFilter
from coordinator.domain.learning.notes import NoteFilter, NoteRow, Subject
from coordinator.domain.roles import Right, may
from coordinator.domain.states import CaseStatus
from coordinator.ui.places.learning import LearningPart, LearningPlace
from coordinator.ui.screens.learning.entries import (
    Entry,
    of_note,
    of_programme,
    of_review,
    of_shared,
    of_theme,
)
from coordinator.wording import dates
from coordinator.wording.translation import _

Choices = Sequence[tuple[Any, str]]


@dataclass(frozen=True, slots=True)
class Listed:
    """One part as it is narrowed.

    Attributes:
        parts: Those the sitter is offered: reviews only who runs the panel, themes only where a
            register is kept.
        subjects: What a note may be about.
        people, gaps, owners: Who and what forms may choose from.
        may_restrict: Whether the sitter says who may see what is written.
        is_outside: The sitter sees nobody: only what is told beyond the panel is listed.
    """

    entries: tuple[Entry, ...]
    today: date
    parts: tuple[LearningPart, ...]
    may_add: bool
    subjects: Choices = ()
    people: Choices = ()
    gaps: Choices = ()
    owners: Choices = ()
    may_restrict: bool = False
    is_outside: bool = False


def read_listed(desk: Desk, place: LearningPlace) -> Listed:
    """Read a part; one that is not offered shows notes instead."""
    if not may(desk.sitter.role, Right.SEE_PEOPLE):
        return _read_outside(desk, place)
    runs_it = may(desk.sitter.role, Right.DECIDE)
    themes = read_themes(desk)
    parts = (
        LearningPart.NOTES,
        *((LearningPart.REVIEWS,) if runs_it else ()),
        LearningPart.PROGRAMMES,
        *((LearningPart.THEMES,) if themes.is_shown else ()),
    )
    part = place.part if place.part in parts else LearningPart.NOTES
    may_add = runs_it
    if part is LearningPart.NOTES:
        page = read_learning(desk, wanted=NoteFilter(tag=place.tag, ended_too=place.ended_too))
        rows = [row for row in page.rows if place.about is None or _is_about(row, place.about)]
        entries = [of_note(row, may_edit=page.may_edit, may_share=page.may_share) for row in rows]
        may_add = page.may_edit
    elif part is LearningPart.REVIEWS:
        entries = [of_review(row) for row in read_reviews(desk).rows]
    elif part is LearningPart.PROGRAMMES:
        programmes = read_programmes(desk)
        shown = [one for one in programmes.rows if place.ended_too or one.ended_on is None]
        entries = [of_programme(one, desk.today(), may_edit=runs_it) for one in shown]
    else:
        may_add = runs_it and themes.is_on
        kept = [one for one in themes.rows if place.ended_too or one.ended_on is None]
        entries = [of_theme(one, may_edit=runs_it) for one in kept]
    return Listed(
        tuple(entries),
        desk.today(),
        parts,
        may_add,
        may_restrict=may(desk.sitter.role, Right.SEE_RESTRICTED),
        **_choices(desk, runs_it=runs_it),
    )


def _read_outside(desk: Desk, place: LearningPlace) -> Listed:
    """Read what may leave the panel: what was learnt as the board is told it, and the register."""
    themes = read_theme_register(desk)
    parts = (LearningPart.NOTES, *((LearningPart.THEMES,) if themes.is_shown else ()))
    if place.part is LearningPart.THEMES and themes.is_shown:
        entries = [of_theme(one, may_edit=False) for one in themes.rows]
    else:
        told = (one for one in find_shared_learning(desk) if place.tag in {None, one.tag})
        entries = [of_shared(one) for one in told]
    return Listed(tuple(entries), desk.today(), parts, may_add=False, is_outside=True)


def _choices(desk: Desk, *, runs_it: bool) -> dict[str, Any]:
    people = _people(desk)
    if not runs_it:
        return {"subjects": tuple((Subject(one), words) for one, words in people)}
    gaps = tuple((one.id, f"{one.number} {one.title}") for one in find_gaps(desk))
    meetings = tuple(
        (one.id, _("{reference}, {day}", reference=one.reference, day=dates.plain_day(one.on)))
        for one in read_meetings(desk)
    )
    reviews = tuple((one.id, f"{one.number} {one.title}") for one in read_reviews(desk).rows)
    directory = read_directory(desk).professionals
    subjects = (
        *((Subject(one), words) for one, words in people),
        *((Subject(meeting_id=one), words) for one, words in meetings),
        *((Subject(gap_id=one), words) for one, words in gaps),
        *((Subject(review_id=one), words) for one, words in reviews),
    )
    owners = tuple((one.id, f"{one.name}, {one.agency}") for one in directory if not one.left_on)
    return {"subjects": subjects, "people": people, "gaps": gaps, "owners": owners}


def _people(desk: Desk) -> tuple[tuple[UUID, str], ...]:
    """List who may be chosen by reference alone: no name stands in a form that names nobody."""
    wanted = CaseloadFilter(statuses=frozenset(CaseStatus))
    rows = read_caseload(desk, wanted=wanted, limit=10_000).rows
    return tuple(dict(_referred(rows)).items())


def _referred(rows: Iterable[Any]) -> Iterable[tuple[UUID, str]]:
    return ((row.person, row.reference) for row in rows)


def _is_about(row: NoteRow, key: UUID) -> bool:
    of = row.subject
    return key in {of.person_id, of.meeting_id, of.gap_id, of.review_id}
