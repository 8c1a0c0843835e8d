"""Writing down what was learnt, and saying how far it goes: beyond the panel without any name."""

from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.naming import refuse_names
from coordinator.casework.need_to_know.sharing import living_person, shown_person
from coordinator.db.models import Case, Gap, LearningNote, LearningReview, Meeting
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.errors import InvalidFieldsError, NotPermittedError
from coordinator.domain.learning import notes as rules
from coordinator.domain.learning.notes import NewNote, Sharing, Subject
from coordinator.domain.lists.learning import SharedWith
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right, may
from coordinator.domain.states import Sensitivity


def note_learning(desk: Desk, subject: Subject, new: NewNote) -> Done[UUID]:
    """Write down what was learnt; it stays at the panel until somebody shares a telling of it.

    Of what was said at a closing or a meeting the same words are given: they are typed once.

    Raises:
        InvalidFieldsError: As for `check_note` and `check_subject`; the case is another's.
        NotPermittedError: It is about no person, and not theirs to write.
        MissingRecordError, WithheldError: No such person, meeting, gap or review, or not theirs
            to see.
    """
    with desk.act(Right.EDIT_PEOPLE) as tx:
        rules.check_note(new, desk.today())
        rules.check_subject(subject)
        told = _subject(desk, tx, subject, new.sensitivity)
        made = LearningNote(
            id=desk.new_id(),
            person_id=told.person_id,
            case_id=told.case_id,
            meeting_id=told.meeting_id,
            gap_id=told.gap_id,
            review_id=told.review_id,
            noted_on=new.noted_on or desk.today(),
            noted_by_id=desk.sitter.professional,
            happened=new.happened.strip(),
            differently=new.differently.strip(),
            tag=new.tag,
            sensitivity=new.sensitivity,
        )
        tx.add(made)
        tx.journal("learning.noted", record=made.id, scope=made.person_id)
    return Done(made.id, tx.changes)


def change_learning(desk: Desk, learning_id: UUID, new: NewNote, *, seen: int) -> Done[int]:
    """Write anew what was learnt; what it is about and who may see it stay.

    Gives the new revision.

    Raises:
        InvalidFieldsError: As for `check_note`.
        GuardError: `note-ended`.
        StaleRecordError: Somebody else changed the same field meanwhile.
        NotPermittedError, MissingRecordError, WithheldError: As for `note_learning`.
    """
    with desk.act(Right.EDIT_PEOPLE) as tx:
        rules.check_note(new, desk.today())
        note = _standing(desk, tx, learning_id)
        fields = {
            "happened": new.happened.strip(),
            "differently": new.differently.strip(),
            "tag": new.tag,
            "noted_on": new.noted_on or note.noted_on,
        }
        put(tx, note, seen=seen, fields=fields)
        tx.journal("learning.changed", record=note.id, scope=note.person_id)
    return Done(note.revision, tx.changes)


def share_learning(desk: Desk, learning_id: UUID, sharing: Sharing, *, seen: int) -> Done[int]:
    """Say how far what was learnt goes; beyond the panel a telling without names alone does.

    Gives the new revision. Taken back to the panel, the telling stays to be used again.

    Raises:
        InvalidFieldsError: No telling, or it names somebody on file.
        GuardError: `note-restricted`, `note-ended`.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError, WithheldError: No such note, or not theirs to see.
    """
    with desk.act(Right.DECIDE) as tx:
        note = _standing(desk, tx, learning_id)
        rules.check_sharing(sharing, note.sensitivity)
        told = {"told_without_names": sharing.telling}
        if sharing.shared_with is not SharedWith.PANEL:
            refuse_names(desk, tx, told, nobody_is_meant=sharing.nobody_is_meant)
        fields = {
            "shared_with": sharing.shared_with,
            "told_without_names": sharing.telling.strip(),
        }
        put(tx, note, seen=seen, fields=fields)
        tx.journal("learning.shared", record=note.id, scope=note.person_id)
    return Done(note.revision, tx.changes)


def end_learning(desk: Desk, learning_id: UUID, *, reason: str) -> Done[None]:
    """Take a note back: it was wrong. It stays on file and is told nowhere any more.

    Raises:
        ReasonNeededError: `learning-ended`.
        GuardError: `note-ended`.
        NotPermittedError, MissingRecordError, WithheldError: As for `note_learning`.
    """
    with desk.act(Right.EDIT_PEOPLE) as tx:
        need_reason(reason, "learning-ended")
        note = _standing(desk, tx, learning_id)
        note.ended_on, note.end_reason = desk.today(), reason.strip()
        tx.journal("learning.ended", record=note.id, scope=note.person_id, reason=reason)
    return Done(None, tx.changes)


def _standing(desk: Desk, tx: Transaction, learning_id: UUID) -> LearningNote:
    note = tx.get(LearningNote, learning_id)
    if note.person_id is not None:
        shown_person(desk, tx, note.person_id, note.sensitivity)
    else:
        _check_of_panel(desk)
    rules.check_stands(note.ended_on)
    return note


def _subject(desk: Desk, tx: Transaction, said: Subject, how: Sensitivity) -> Subject:
    """Give what a note is about, looked up; about somebody's case, the case and the person."""
    of_case = tx.get(Case, said.case_id).person_id if said.case_id else None
    person = said.person_id or of_case
    if person is None:
        _check_of_panel(desk)
        _check_there(tx, said)
        return said
    if of_case not in {None, person}:
        raise InvalidFieldsError({"case_id": "unknown"})
    if said.case_id:
        shown_person(desk, tx, person, how)  # a closing is learnt from, also one by death
    else:
        living_person(desk, tx, person, how)
    return Subject(person, said.case_id or tx.actions.open_case(person))


def _check_there(look: Reading, said: Subject) -> None:
    if said.meeting_id:
        look.get(Meeting, said.meeting_id)
    if said.gap_id:
        look.get(Gap, said.gap_id)
    if said.review_id:
        look.get(LearningReview, said.review_id)


def _check_of_panel(desk: Desk) -> None:
    if not may(desk.sitter.role, Right.DECIDE):
        raise NotPermittedError(role=desk.sitter.role, right=Right.DECIDE)
