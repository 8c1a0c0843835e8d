"""What was learnt is written once, stays at the panel, and is told further without any name."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.learning.figures import read_learning_figures
from coordinator.casework.learning.notes import (
    change_learning,
    end_learning,
    note_learning,
    share_learning,
)
from coordinator.casework.learning.reading import (
    find_learning_about,
    find_learning_at,
    find_learning_of_gap,
    read_learning,
)
from coordinator.casework.need_to_know.restrictions import set_sensitivity
from coordinator.casework.people.entering import register_person
from coordinator.casework.stuck.gaps import raise_gap
from coordinator.db.models import Case, LeadRole, LearningNote, Meeting
from coordinator.domain.accountability import Period
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
    ReasonNeededError,
    WithheldError,
)
from coordinator.domain.learning.notes import About, NewNote, NoteFilter, Sharing, Subject
from coordinator.domain.lists.learning import LearningTag, SharedWith
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import CaseStatus, Sensitivity
from coordinator.domain.stuck.gaps import NewGap
from tests.meetings import next_meeting_of, weekly
from tests.stores import HEALTH, HOUSING, NURSE, OFFICER, POLICE, TODAY, WORKER, sitting

NOTE = NewNote("Tomos was asked twice by two of us.", "Agree who asks.", LearningTag.TEAMWORK)
TELLING = "Somebody was asked the same things twice; we now agree who asks."
BOARD = Sharing(SharedWith.BOARD, TELLING)
PERIOD = Period(TODAY - timedelta(days=30), TODAY)


@pytest.fixture
def person(desk: Desk) -> UUID:
    return register_person(desk, given_name="Tomos", family_name="Penhallow").result


@pytest.fixture
def lead(desk: Desk, person: UUID) -> Desk:
    case = Case(id=desk.new_id(), person_id=person, opened_on=TODAY)
    role = LeadRole(
        id=desk.new_id(), person_id=person, case_id=case.id, professional_id=NURSE, from_on=TODAY
    )
    with desk.act(Right.DECIDE) as tx:
        tx.cases.begin(case)
        tx.cases.begin_lead(role)
        tx.journal("lead.agreed", record=role.id, scope=person)
    return sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)


def closed_case(desk: Desk, person: UUID, learnt: str) -> UUID:
    case = Case(
        id=desk.new_id(), person_id=person, opened_on=TODAY, closed_on=TODAY, learning=learnt
    )
    case.status = CaseStatus.CLOSED
    with desk.act(Right.DECIDE) as tx:
        tx.add(case)
        tx.journal("case.closed", record=case.id, scope=person)
    return case.id


def learnt_at(desk: Desk, words: str) -> UUID:
    meeting = next_meeting_of(desk, weekly(desk))
    with desk.act(Right.RUN_MEETINGS) as tx:
        tx.get(Meeting, meeting).learning = words
        tx.journal("meeting.noted", record=meeting)
    return meeting


def test_a_note_of_a_case_is_listed_with_who_wrote_it_and_of_whom(
    desk: Desk, person: UUID, lead: Desk
) -> None:
    note_learning(lead, Subject(person), NOTE)
    (row,) = read_learning(desk).rows
    assert (row.kind, row.about, row.noted_by) == (About.CASE, "KP-0001", "Kasia Dębska")
    assert (row.happened, row.differently, row.tag) == (NOTE.happened, NOTE.differently, NOTE.tag)
    assert row.shared_with is SharedWith.PANEL
    assert row.subject.case_id is not None  # of the case under way
    assert find_learning_about(lead, person) == (row,)


def test_notes_are_kept_of_meetings_gaps_and_the_panels_own_work(desk: Desk) -> None:
    meeting = next_meeting_of(desk, weekly(desk))
    gap = raise_gap(desk, NewGap("No beds for couples")).result
    for subject in (Subject(meeting_id=meeting), Subject(gap_id=gap), Subject()):
        note_learning(desk, subject, NOTE)
    assert {row.kind for row in read_learning(desk).rows} == {
        About.MEETING,
        About.GAP,
        About.PANEL,
    }
    assert [row.kind for row in find_learning_at(desk, meeting)] == [About.MEETING]
    assert [row.kind for row in find_learning_of_gap(desk, gap)] == [About.GAP]


def test_what_was_said_at_a_closing_or_a_meeting_is_listed_and_never_typed_twice(
    desk: Desk, person: UUID
) -> None:
    case = closed_case(desk, person, "We rang too late.")
    meeting = learnt_at(desk, "Papers came a day late.")
    said = {row.happened: row for row in read_learning(desk).rows}
    assert said.keys() == {"We rang too late.", "Papers came a day late."}
    assert not any(row.stands for row in said.values())
    closing = said["We rang too late."]
    assert closing.subject == Subject(person, case)
    note_learning(desk, closing.subject, NewNote(closing.happened, "Ring on the day."))
    note_learning(desk, Subject(meeting_id=meeting), NewNote("Papers came  a day late. Again."))
    assert all(row.stands for row in read_learning(desk).rows)
    assert len(read_learning(desk).rows) == 2


def test_another_note_of_the_same_meeting_does_not_hide_what_was_said_there(desk: Desk) -> None:
    meeting = learnt_at(desk, "Papers came a day late.")
    note_learning(desk, Subject(meeting_id=meeting), NewNote("The room was cold."))
    assert len(find_learning_at(desk, meeting)) == 2


def test_notes_are_narrowed_by_tag_by_what_they_are_about_and_by_who_is_told(
    desk: Desk, person: UUID
) -> None:
    told = note_learning(desk, Subject(), NOTE).result
    share_learning(desk, told, BOARD, seen=1)
    note_learning(desk, Subject(person), NewNote("It worked.", tag=LearningTag.WORKED))

    def listed(**wanted: object) -> int:
        return len(read_learning(desk, wanted=NoteFilter(**wanted)).rows)  # type: ignore[arg-type]

    assert listed() == 2
    assert listed(tag=LearningTag.WORKED) == 1
    assert listed(about=About.PANEL) == 1
    assert listed(shared_with=SharedWith.BOARD) == 1
    assert listed(since=TODAY + timedelta(days=1)) == 0


@pytest.mark.parametrize(
    ("subject", "new", "wrong"),
    [
        (Subject(), NewNote(" "), {"happened": "required"}),
        (
            Subject(),
            NewNote("A", noted_on=TODAY + timedelta(days=1)),
            {"noted_on": "in-the-future"},
        ),
        (
            Subject(UUID(int=1), meeting_id=UUID(int=2)),
            NewNote("A"),
            {"about": "one-of-these"},
        ),
    ],
)
def test_a_note_that_cannot_be_is_told_at_the_field(
    desk: Desk, subject: Subject, new: NewNote, wrong: dict[str, str]
) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        note_learning(desk, subject, new)
    assert refused.value.fields == wrong


def test_beyond_the_panel_goes_a_telling_and_never_the_note(desk: Desk, person: UUID) -> None:
    note = note_learning(desk, Subject(person), NOTE).result
    assert read_learning_figures(desk, PERIOD).shared == ()
    share_learning(desk, note, BOARD, seen=1)
    figures = read_learning_figures(desk, PERIOD)
    assert [one.telling for one in figures.shared] == [TELLING]
    assert "Tomos" not in str([(one.telling, one.tag) for one in figures.shared])
    assert figures.by_tag == {LearningTag.TEAMWORK: 1}
    assert read_learning_figures(desk, PERIOD, told_to=SharedWith.PARTNERSHIP).shared == ()


@pytest.mark.parametrize(
    ("telling", "rule"),
    [
        ("", "required"),
        ("Tomos Penhallow was asked twice.", "names-somebody"),
        ("KP-0001 was asked twice.", "names-somebody"),
        ("Penhallow was full.", "may-name-somebody"),
    ],
)
def test_a_telling_that_names_somebody_on_file_goes_nowhere(
    desk: Desk, person: UUID, telling: str, rule: str
) -> None:
    note = note_learning(desk, Subject(person), NOTE).result
    with pytest.raises(InvalidFieldsError) as refused:
        share_learning(desk, note, Sharing(SharedWith.PARTNERSHIP, telling), seen=1)
    assert refused.value.fields == {"told_without_names": rule}
    assert read_learning(desk).rows[0].shared_with is SharedWith.PANEL


def test_a_plain_word_that_is_also_a_name_goes_when_nobody_is_meant(
    desk: Desk, person: UUID
) -> None:
    note = note_learning(desk, Subject(person), NOTE).result
    said = Sharing(SharedWith.BOARD, "The hall at Penhallow was full.", nobody_is_meant=True)
    share_learning(desk, note, said, seen=1)
    assert read_learning(desk).rows[0].shared_with is SharedWith.BOARD


def test_what_meanwhile_names_somebody_is_taken_out_of_what_was_told(desk: Desk) -> None:
    note = note_learning(desk, Subject(), NOTE).result
    share_learning(desk, note, Sharing(SharedWith.BOARD, "Wenna Trelawny helped."), seen=1)
    register_person(desk, given_name="Wenna", family_name="Trelawny")
    (told,) = read_learning_figures(desk, PERIOD).shared
    assert "Wenna" not in told.telling


def test_what_is_restricted_stays_at_the_panel_also_when_it_is_restricted_later(
    desk: Desk, person: UUID
) -> None:
    kept = NewNote("Said in confidence.", sensitivity=Sensitivity.RESTRICTED)
    note = note_learning(desk, Subject(person), kept).result
    with pytest.raises(GuardError) as refused:
        share_learning(desk, note, BOARD, seen=1)
    assert refused.value.guard == "note-restricted"
    other = note_learning(desk, Subject(person), NOTE).result
    share_learning(desk, other, BOARD, seen=1)
    set_sensitivity(desk, RecordKind.LEARNING_NOTE, other, Sensitivity.RESTRICTED, seen=2)
    assert read_learning_figures(desk, PERIOD).shared == ()


def test_a_lead_has_the_notes_of_their_own_people_and_none_that_is_restricted(
    desk: Desk, person: UUID, lead: Desk
) -> None:
    note_learning(desk, Subject(person), NOTE)
    note_learning(desk, Subject(person), NewNote("Kept.", sensitivity=Sensitivity.RESTRICTED))
    note_learning(desk, Subject(), NewNote("Of the panel."))
    assert [row.happened for row in read_learning(lead).rows] == [NOTE.happened]
    other = sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)
    assert read_learning(other).rows == ()
    with pytest.raises(WithheldError):
        note_learning(other, Subject(person), NOTE)


def test_whoever_does_not_run_the_panel_writes_nothing_of_its_meetings(
    desk: Desk, lead: Desk
) -> None:
    with pytest.raises(NotPermittedError):
        note_learning(lead, Subject(meeting_id=next_meeting_of(desk, weekly(desk))), NOTE)


def test_the_auditor_has_no_restricted_note(desk: Desk, person: UUID) -> None:
    note_learning(desk, Subject(person), NewNote("Kept.", sensitivity=Sensitivity.RESTRICTED))
    note_learning(desk, Subject(), NOTE)
    auditor = sitting(desk, OFFICER, Role.AUDITOR, POLICE)
    assert [row.happened for row in read_learning(auditor).rows] == [NOTE.happened]


def test_a_note_is_changed_and_taken_back_with_a_reason_and_then_told_nowhere(
    desk: Desk, person: UUID
) -> None:
    note = note_learning(desk, Subject(person), NOTE).result
    seen = change_learning(desk, note, NewNote("Asked thrice."), seen=1).result
    share_learning(desk, note, BOARD, seen=seen)
    assert read_learning(desk).rows[0].happened == "Asked thrice."
    with pytest.raises(ReasonNeededError):
        end_learning(desk, note, reason=" ")
    end_learning(desk, note, reason="It was somebody else.")
    assert read_learning(desk).rows == ()
    (row,) = read_learning(desk, wanted=NoteFilter(ended_too=True)).rows
    assert row.end_reason == "It was somebody else."
    assert read_learning_figures(desk, PERIOD).shared == ()
    with pytest.raises(GuardError):
        change_learning(desk, note, NOTE, seen=4)


def test_a_period_counts_its_own_days_and_no_other(desk: Desk) -> None:
    for days in (31, 30, 0):
        note_learning(
            desk, Subject(), NewNote("A", tag=LearningTag.VOICE, noted_on=TODAY - timedelta(days))
        )
    assert read_learning_figures(desk, PERIOD).by_tag == {LearningTag.VOICE: 2}


def test_everything_said_stays_in_the_log(desk: Desk, person: UUID) -> None:
    note = note_learning(desk, Subject(person), NOTE).result
    with desk.store.reading() as look:
        assert look.get(LearningNote, note).person_id == person
        assert look.history.acts(limit=1)[0].name == "learning.noted"
