"""Reading what was learnt: notes, and what was said at closings and meetings, in one list."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.casework.need_to_know.sight import Sight, sight_of
from coordinator.db.models import (
    Case,
    Gap,
    LearningNote,
    LearningReview,
    Meeting,
    Person,
    Professional,
)
from coordinator.db.transaction import Reading
from coordinator.domain.learning.notes import (
    NoteFilter,
    NoteRow,
    Subject,
    kind_of,
    says_it,
)
from coordinator.domain.learning.views import LearningPage
from coordinator.domain.lists.learning import SharedWith
from coordinator.domain.roles import Right, may, sees_whole_panel

R = TypeVar("R")


def read_learning(desk: Desk, *, wanted: NoteFilter | None = None) -> LearningPage:
    """List what was learnt, the newest first, as far as the sitter may see it.

    What was said at a closing or a meeting stands among the notes until one holds its words.
    """
    asked = wanted or NoteFilter()
    with desk.read() as look:
        closings, meetings = look.learning.closings(), look.learning.meetings()
        rows = _rows(desk, look, look.learning.notes(), closings, meetings)
    role = desk.sitter.role
    return LearningPage(
        tuple(row for row in rows if asked.takes(row)),
        desk.today(),
        asked,
        may(role, Right.EDIT_PEOPLE),
        may(role, Right.DECIDE),
    )


def find_learning_about(desk: Desk, person_id: UUID) -> tuple[NoteRow, ...]:
    """List what was learnt from somebody's cases.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read() as look:
        shown_person(desk, look, person_id)
        notes, closings = look.learning.notes(person=person_id), look.learning.closings(person_id)
        return _rows(desk, look, notes, closings, ())


def find_learning_at(desk: Desk, meeting_id: UUID) -> tuple[NoteRow, ...]:
    """List what was learnt at a meeting.

    Raises:
        MissingRecordError: No such meeting.
    """
    with desk.read() as look:
        look.get(Meeting, meeting_id)
        notes, meetings = (
            look.learning.notes(meeting=meeting_id),
            look.learning.meetings(meeting_id),
        )
        return _rows(desk, look, notes, (), meetings)


def find_learning_of_gap(desk: Desk, gap_id: UUID) -> tuple[NoteRow, ...]:
    """List what was learnt of a gap.

    Raises:
        MissingRecordError: No such gap.
    """
    with desk.read() as look:
        look.get(Gap, gap_id)
        return _rows(desk, look, look.learning.notes(gap=gap_id), (), ())


@dataclass(frozen=True, slots=True)
class _Called:
    """What notes are about, in words; asked once for all of them."""

    people: Mapping[UUID, Person]
    meetings: Mapping[UUID, Meeting]
    gaps: Mapping[UUID, Gap]
    reviews: Mapping[UUID, LearningReview]
    workers: Mapping[UUID, Professional]

    def about(self, subject: Subject) -> str:
        found: Iterable[str] = (
            *(one.reference for one in _one(self.people, subject.person_id)),
            *(one.reference for one in _one(self.meetings, subject.meeting_id)),
            *(one.number for one in _one(self.gaps, subject.gap_id)),
            *(one.number for one in _one(self.reviews, subject.review_id)),
        )
        return next(iter(found), "")


def _one(found: Mapping[UUID, R], key: UUID | None) -> Iterable[R]:
    return (found[key],) if key is not None and key in found else ()


def _rows(
    desk: Desk,
    look: Reading,
    notes: Collection[LearningNote],
    closings: Collection[Case],
    meetings: Sequence[Meeting],
) -> tuple[NoteRow, ...]:
    people = {*(one.person_id for one in notes), *(one.person_id for one in closings)}
    sight = sight_of(desk, look, people)
    seen = [one for one in notes if _sees(desk, sight, one)]
    ended = [one for one in closings if sight.sees(one.person_id)]
    held = meetings if sees_whole_panel(desk.sitter.role) else ()
    called = _called(look, seen, ended, held)
    rows, said = [_row(one, called) for one in seen], _said_of(seen)
    rows += [
        row
        for row in (*_at_closings(ended, called), *_at_meetings(held, called))
        if row.happened and not _taken_up(row, said)
    ]
    return tuple(sorted(rows, key=lambda row: row.noted_on, reverse=True))


def _sees(desk: Desk, sight: Sight, note: LearningNote) -> bool:
    """Whether the sitter has a note: about a person by the one rule, else who runs the panel."""
    if not sight.sees(note.person_id, note.sensitivity):
        return False
    if note.person_id is not None:
        return True
    role = desk.sitter.role
    return may(role, Right.DECIDE) if note.review_id else sees_whole_panel(role)


def _called(
    look: Reading,
    notes: Collection[LearningNote],
    closings: Collection[Case],
    meetings: Collection[Meeting],
) -> _Called:
    people = {*(one.person_id for one in notes), *(one.person_id for one in closings)}
    held = {one.meeting_id for one in notes}
    return _Called(
        look.get_many(Person, [one for one in people if one]),
        {one.id: one for one in meetings} | look.get_many(Meeting, [one for one in held if one]),
        look.get_many(Gap, [one.gap_id for one in notes if one.gap_id]),
        look.get_many(LearningReview, [one.review_id for one in notes if one.review_id]),
        look.get_many(Professional, [one.noted_by_id for one in notes]),
    )


def _row(note: LearningNote, called: _Called) -> NoteRow:
    subject = Subject(note.person_id, note.case_id, note.meeting_id, note.gap_id, note.review_id)
    worker = called.workers.get(note.noted_by_id)
    return NoteRow(
        note.id,
        note.revision,
        subject,
        kind_of(subject),
        called.about(subject),
        note.noted_on,
        worker.name if worker else "",
        note.happened,
        note.differently,
        note.tag,
        note.shared_with,
        note.told_without_names,
        note.ended_on,
        note.end_reason,
        note.sensitivity,
    )


def _at_closings(closings: Iterable[Case], called: _Called) -> Iterable[NoteRow]:
    for one in closings:
        if one.closed_on is not None:
            subject = Subject(one.person_id, one.id)
            yield _said(subject, called, one.closed_on, one.learning)


def _at_meetings(meetings: Iterable[Meeting], called: _Called) -> Iterable[NoteRow]:
    for one in meetings:
        yield _said(Subject(meeting_id=one.id), called, one.on, one.learning)


def _said(subject: Subject, called: _Called, on: date, words: str) -> NoteRow:
    return NoteRow(
        id=None,
        revision=0,
        subject=subject,
        kind=kind_of(subject),
        about=called.about(subject),
        noted_on=on,
        noted_by="",
        happened=words.strip(),
        differently="",
        tag=None,
        shared_with=SharedWith.PANEL,
        telling="",
    )


def _said_of(notes: Iterable[LearningNote]) -> Mapping[UUID, Sequence[str]]:
    """Give what notes that stand say of each case and each meeting."""
    said: dict[UUID, list[str]] = defaultdict(list)
    for one in notes:
        if one.ended_on is None:
            for about in (one.case_id, one.meeting_id):
                if about is not None:
                    said[about].append(one.happened)
    return said


def _taken_up(row: NoteRow, said: Mapping[UUID, Sequence[str]]) -> bool:
    about = row.subject.case_id or row.subject.meeting_id
    return about is not None and any(says_it(one, row.happened) for one in said.get(about, ()))
