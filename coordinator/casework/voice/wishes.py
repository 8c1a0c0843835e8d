"""What people ask for: noted with an owner, answered, and the answer told to them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.actions.agreeing import check_own, owner_in_post
from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.sharing import (
    check_may_be_told,
    listed_names,
    living_person,
)
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.casework.need_to_know.urgent_work import check_work
from coordinator.db.models import Agency, Meeting, Person, Professional, Wish
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.agencies import NEVER_NAMED_DATA
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.need_to_know.sharing import ListedName
from coordinator.domain.outcomes import Done
from coordinator.domain.people import wishes as rules
from coordinator.domain.people.wishes import NewWish, WishOwner, WishRow
from coordinator.domain.roles import Right
from coordinator.domain.texts import is_blank


def note_wish(desk: Desk, new: NewWish) -> Done[UUID]:
    """Keep what somebody asked for, and who answers it by when.

    It waits for no information basis: it is what they said, and an answer is owed to them, also to
    whoever objects to the panel.

    Raises:
        InvalidFieldsError: It has no words or owner, or its days cannot be true.
        GuardError: The owner has left or is nobody in particular, their agency has ended or must
            not be told; `person-died`.
        NotPermittedError: A representative names an owner of another agency.
        MissingRecordError, WithheldError: No such person, owner or meeting, or not theirs to see.
    """
    rules.check_new(new, desk.today())
    with desk.act(Right.LOG_CONTACTS) as tx:
        living_person(desk, tx, new.person_id, new.sensitivity)
        asked_on = new.asked_on or desk.today()
        if new.meeting_id is not None:
            tx.get(Meeting, new.meeting_id)
        heard_by = tx.get(Professional, new.heard_by_id or desk.sitter.professional)
        wish = Wish(
            id=desk.new_id(),
            person_id=new.person_id,
            case_id=tx.actions.open_case(new.person_id),
            meeting_id=new.meeting_id,
            asked_on=asked_on,
            heard_by_id=heard_by.id,
            words=new.words.strip(),
            answer_by=new.answer_by or _promised(desk, tx, asked_on, new.meeting_id),
            sensitivity=new.sensitivity,
            **_owned_by(desk, tx, new.owner_id, new.person_id),
        )
        tx.add(wish)
        tx.journal("wish.noted", record=wish.id, scope=wish.person_id)
    return Done(wish.id, tx.changes)


def correct_wish(desk: Desk, wish_id: UUID, *, seen: int, **fields: Any) -> Done[int]:
    """Put right the words of a wish or the day its answer is promised for; the new revision.

    Raises:
        InvalidFieldsError: `unknown` field, no words, or promised for before it was asked.
        GuardError: `wish-answered`.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError, WithheldError: No such wish, or not theirs to see.
    """
    wrong = dict.fromkeys(set(fields) - {"words", "answer_by"}, "unknown")
    if is_blank(fields.get("words", "given")):
        wrong["words"] = "required"
    if wrong:
        raise InvalidFieldsError(wrong)
    with desk.act(Right.LOG_CONTACTS) as tx:
        wish = _wish_to_change(desk, tx, wish_id)
        rules.check_waiting(wish.answered_on)
        promised = fields.get("answer_by")
        if promised is not None and promised < wish.asked_on:
            raise InvalidFieldsError({"answer_by": "before-start"})
        put(tx, wish, seen=seen, fields=fields)
        tx.journal("wish.corrected", record=wish.id, scope=wish.person_id)
    return Done(wish.revision, tx.changes)


def give_wish_to(desk: Desk, wish_id: UUID, *, seen: int, owner_id: UUID | None) -> Done[int]:
    """Say who else answers a wish; gives the new revision.

    An answer is owed whatever stands on file, so at the agency that answers it anybody may; that
    another agency hears of the person waits for their information basis.

    Raises:
        ReasonNeededError, GuardError: As `check_work` has it, where another agency is asked.
        GuardError: `wish-answered`; the owner has left, is nobody in particular, or must not be
            told.
        InvalidFieldsError: Nobody was named.
        StaleRecordError: Somebody else changed the owner meanwhile.
        MissingRecordError, WithheldError: No such wish or owner, or not theirs to see.
    """
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        wish = _wish_to_change(desk, tx, wish_id)
        rules.check_waiting(wish.answered_on)
        owned = _owned_by(desk, tx, owner_id, wish.person_id)
        _check_passing_on(desk, tx, wish, owner_id)
        put(tx, wish, seen=seen, fields=owned)
        tx.journal("wish.passed_on", record=wish.id, scope=wish.person_id)
    return Done(wish.revision, tx.changes)


def answer_wish(
    desk: Desk, wish_id: UUID, *, seen: int, answer: str, answered_on: date | None = None
) -> Done[int]:
    """Answer a wish, or put its answer right until the person has been told; the new revision.

    Raises:
        InvalidFieldsError: Nothing was answered, or its day cannot be true.
        GuardError: `wish-told`.
        StaleRecordError: Somebody else answered it meanwhile.
        MissingRecordError, WithheldError: No such wish, or not theirs to see.
        NotPermittedError: It is another agency's to answer.
    """
    day = answered_on or desk.today()
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        wish = _wish_to_change(desk, tx, wish_id)
        rules.check_answer(
            answer, day, asked_on=wish.asked_on, told_on=wish.told_on, today=desk.today()
        )
        said = {
            "answer": answer.strip(),
            "answered_on": day,
            "answered_by_id": desk.sitter.professional,
        }
        put(tx, wish, seen=seen, fields=said)
        tx.journal("wish.answered", record=wish.id, scope=wish.person_id)
    return Done(wish.revision, tx.changes)


def tell_person(
    desk: Desk, wish_id: UUID, *, seen: int, told_by: str, told_on: date | None = None
) -> Done[int]:
    """Say who told the person the answer, and when; gives the new revision.

    Raises:
        GuardError: `wish-not-answered`.
        InvalidFieldsError: Nobody is named, or the day cannot be true.
        StaleRecordError: Somebody else said so meanwhile.
        MissingRecordError, WithheldError: No such wish, or not theirs to see.
    """
    day = told_on or desk.today()
    with desk.act(Right.LOG_CONTACTS) as tx:
        wish = tx.get(Wish, wish_id)
        living_person(desk, tx, wish.person_id, wish.sensitivity)
        rules.check_telling(told_by, day, answered_on=wish.answered_on, today=desk.today())
        put(tx, wish, seen=seen, fields={"told_on": day, "told_by": told_by.strip()})
        tx.journal("wish.told", record=wish.id, scope=wish.person_id)
    return Done(wish.revision, tx.changes)


def find_wishes(
    desk: Desk,
    people: Collection[UUID],
    *,
    waiting_only: bool = False,
    reader: Reader | None = None,
) -> Mapping[UUID, tuple[WishRow, ...]]:
    """Give what these people asked for: without an answer first, the oldest at the top."""
    with desk.read(reader=reader) as look:
        found = look.voice.wishes_of(people, waiting_only=waiting_only)
        rows: dict[UUID, tuple[WishRow, ...]] = {}
        for row in wish_rows(desk, look, found, reader):
            rows[row.person_id] = (*rows.get(row.person_id, ()), row)
        return {person: rules.in_order(some) for person, some in rows.items()}


def find_wishes_waiting(desk: Desk, *, mine: bool = False) -> tuple[WishRow, ...]:
    """List every wish that has no answer yet, the oldest first; the sitter's own with `mine`."""
    with desk.read() as look:
        owner = desk.sitter.professional if mine else None
        return wish_rows(desk, look, look.voice.waiting(owner=owner))


def find_wishes_owed(desk: Desk, reader: Reader) -> tuple[WishRow, ...]:
    """List what an agency has to answer, for a text that leaves for it, the oldest first.

    Whoever is to answer somebody may know of them: for these wishes that alone makes them theirs.
    An agency that must not be told about a person, or about nobody by name, gets none.

    Args:
        desk: Who asks; their own sight counts as well.
        reader: The agency the text is for.
    """
    with desk.read(reader=reader) as look:
        agency = look.get_many(Agency, [reader.agency] if reader.agency else [])
        if not agency or any(one.agency_kind in NEVER_NAMED_DATA for one in agency.values()):
            return ()
        found = look.voice.waiting(agencies=agency)
        people = reader.shared_people | {one.person_id for one in found}
        return wish_rows(desk, look, found, replace(reader, shared_people=people))


def wishes_about(
    desk: Desk, look: Reading, person: UUID | None, reader: Reader | None = None
) -> tuple[WishRow, ...]:
    """Give what one person asked for, inside a larger read, in the order it is told."""
    if person is None:
        return ()
    return rules.in_order(wish_rows(desk, look, look.voice.wishes_of([person]), reader))


def wish_rows(
    desk: Desk, look: Reading, found: Sequence[Wish], reader: Reader | None = None
) -> tuple[WishRow, ...]:
    """Describe wishes in the order given, as far as the reader may see their people."""
    sight = sight_of(desk, look, (one.person_id for one in found), reader)
    shown = [one for one in found if sight.sees(one.person_id, one.sensitivity)]
    people = look.get_many(Person, [one.person_id for one in shown])
    heard = (one.heard_by_id for one in shown)
    answered = (one.answered_by_id for one in shown)
    owners = (one.owner_id for one in shown)
    ids = [key for key in (*heard, *answered, *owners) if key is not None]
    around = _Around(
        people=people,
        names=listed_names(look, people.values()),
        posts=look.get_many(Professional, ids),
        meetings=look.get_many(Meeting, [one.meeting_id for one in shown if one.meeting_id]),
        today=desk.today(),
    )
    return tuple(_row(one, around) for one in shown)


@dataclass(frozen=True, slots=True)
class _Around:
    people: Mapping[UUID, Person]
    names: Mapping[UUID, ListedName]
    posts: Mapping[UUID, Professional]
    meetings: Mapping[UUID, Meeting]
    today: date

    def name_of(self, post: UUID | None) -> str:
        found = self.posts.get(post) if post is not None else None
        return found.name if found is not None else ""


def _row(wish: Wish, around: _Around) -> WishRow:
    meeting = around.meetings.get(wish.meeting_id) if wish.meeting_id else None
    until = wish.answered_on or around.today
    promised = wish.answer_by
    return WishRow(
        id=wish.id,
        revision=wish.revision,
        person_id=wish.person_id,
        reference=around.people[wish.person_id].reference,
        name=around.names[wish.person_id].name,
        words=wish.words,
        asked_on=wish.asked_on,
        heard_by=around.name_of(wish.heard_by_id),
        meeting=meeting.reference if meeting else "",
        owner=_owner(wish, around),
        answer_by=promised,
        answer=wish.answer,
        answered_on=wish.answered_on,
        answered_by=around.name_of(wish.answered_by_id),
        told_on=wish.told_on,
        told_by=wish.told_by,
        days=max((until - wish.asked_on).days, 0),
        late=wish.answered_on is None and promised is not None and promised < around.today,
        initials_only=around.names[wish.person_id].initials_only,
        sensitivity=wish.sensitivity,
    )


def _owner(wish: Wish, around: _Around) -> WishOwner:
    post = around.posts.get(wish.owner_id) if wish.owner_id else None
    has_left = post is None or (post.left_on is not None and post.left_on <= around.today)
    return WishOwner(
        wish.owner_id,
        around.name_of(wish.owner_id),
        wish.owner_agency,
        needs_owner=has_left,
        agency_id=post.agency_id if post else None,
    )


def _check_passing_on(desk: Desk, tx: Transaction, wish: Wish, owner_id: UUID | None) -> None:
    knows = {_agency_of(tx, [wish.owner_id]), desk.sitter.agency}
    if _agency_of(tx, [owner_id]) not in knows:
        check_work(desk, tx, wish.person_id)


def _owned_by(desk: Desk, tx: Transaction, owner_id: UUID | None, person: UUID) -> dict[str, Any]:
    owner = owner_in_post(tx, owner_id, desk.today())
    check_own(desk, owner.agency_id)
    check_may_be_told(tx, person, [owner.agency_id, owner.id])
    return {"owner_id": owner.id, "owner_agency": tx.get(Agency, owner.agency_id).name}


def _promised(desk: Desk, tx: Transaction, asked_on: date, meeting_id: UUID | None) -> date:
    """Say by when: by the meeting after the one it was noted at, else by the next one."""
    here = tx.get(Meeting, meeting_id) if meeting_id else None
    after = tx.meetings.after(here) if here else tx.week.next_of_cycle(desk.today())
    return rules.promised_by(asked_on, after.on if after else None)


def _wish_to_change(desk: Desk, tx: Transaction, wish_id: UUID) -> Wish:
    wish = tx.get(Wish, wish_id)
    living_person(desk, tx, wish.person_id, wish.sensitivity)
    check_own(desk, _agency_of(tx, [wish.owner_id]))
    return wish


def _agency_of(look: Reading, posts: Iterable[UUID | None]) -> UUID | None:
    found = look.get_many(Professional, [one for one in posts if one is not None])
    return next((one.agency_id for one in found.values()), None)
