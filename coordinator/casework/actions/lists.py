"""Actions as read: lists by owner, agency, person and date, open ones for an agenda, the tracker.

Every list costs the same few questions however many rows it has.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from coordinator.casework.actions.agreeing import shown_action
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know import how_far
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.casework.panel.lines import barrier_words
from coordinator.casework.people.contacts import since_seen_of
from coordinator.casework.records.unsettled import Marks, unsettled_of
from coordinator.db.models import (
    Action,
    ActionNote,
    Agency,
    Barrier,
    Goal,
    Person,
    PlacePlan,
    Professional,
)
from coordinator.db.transaction import Reading
from coordinator.domain.actions import rules
from coordinator.domain.actions.rows import (
    ActionBarrier,
    ActionFilter,
    ActionMoved,
    ActionPage,
    ActionRow,
    ActionStory,
    ActionUpdate,
    Cursor,
    Owner,
    Tracker,
    TrackerFilter,
    totals,
)
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.people.rules import PersonName
from coordinator.reference.working_days import working_days_after

CLOSED_LATELY = timedelta(days=84)
"""The tracker keeps closed actions for twelve weeks, and counts its percentages over them."""

_PAGE = 100
_MOST = 4000


def find_actions(
    desk: Desk,
    wanted: ActionFilter,
    *,
    after: Cursor | None = None,
    limit: int = _PAGE,
    reader: Reader | None = None,
) -> ActionPage:
    """Give a page of actions in order of their due date.

    Args:
        desk: Who asks.
        wanted: Which.
        after: Where the page before ended.
        limit: At most so many rows; what the reader may not see takes up no room.
        reader: For whom a paper is made, besides the sitter.
    """
    with desk.read(reader=reader) as look:
        seen: list[Action] = []
        size = limit + 1
        while len(seen) <= limit:
            found = look.actions.page(wanted, after=after, limit=size)
            seen += _visible(desk, look, found, reader)
            if len(found) < size:
                break
            after = Cursor(found[-1].due_on, found[-1].id)
            size = min(2 * size, _MOST)  # a reader of few people looks past many others
        shown = seen[:limit]
        more = Cursor(shown[-1].due_on, shown[-1].id) if len(seen) > limit else None
        return ActionPage(_with_seen(desk, look, rows_of(look, shown, desk.today())), more)


def find_open_actions(
    desk: Desk, people: Collection[UUID], *, reader: Reader | None = None
) -> Mapping[UUID, tuple[ActionRow, ...]]:
    """Give the open actions of some people, each person's by due date."""
    with desk.read(reader=reader) as look:
        shown = _visible(desk, look, look.actions.open_of(people), reader)
        return _by_person(rows_of(look, shown, desk.today()))


def find_actions_of_meeting(
    desk: Desk, meeting_id: UUID, *, reader: Reader | None = None
) -> tuple[ActionRow, ...]:
    """Give what was agreed at a meeting, in the order of its numbers."""
    with desk.read(reader=reader) as look:
        shown = _visible(desk, look, look.actions.of_meeting(meeting_id), reader)
        return rows_of(look, shown, desk.today())


def find_actions_without_owner(desk: Desk) -> tuple[ActionRow, ...]:
    """Give the open actions whose owner has left, was never named or must not be told."""
    with desk.read() as look:
        shown = _visible(desk, look, look.actions.without_owner(desk.today()), None)
        return _with_seen(desk, look, rows_of(look, shown, desk.today()))


def read_tracker(
    desk: Desk,
    *,
    agency_id: UUID | None = None,
    closed_since: date | None = None,
    wanted: TrackerFilter | None = None,
    reader: Reader | None = None,
) -> Tracker:
    """Give every open action and those closed lately, with their totals, by due date.

    Args:
        desk: Who asks.
        agency_id: Only the actions this agency owns.
        closed_since: Closed ones from this day on; twelve weeks when empty.
        wanted: What it is narrowed to.
        reader: For whom the paper is made, besides the sitter.

    Raises:
        MissingRecordError: No such agency.
    """
    since = closed_since or desk.today() - CLOSED_LATELY
    with desk.read(reader=reader) as look:
        agency = look.get(Agency, agency_id).name if agency_id else ""
        found = look.actions.tracked(agency=agency_id, closed_since=since)
        rows = rows_of(look, _visible(desk, look, found, reader), desk.today())
        if wanted is not None:
            rows = tuple(filter(wanted.fits, rows))
        return Tracker(rows, totals(rows), since, agency)


def read_action(desk: Desk, action_id: UUID) -> ActionStory:
    """Give one action with everything reported about it and every move of its date.

    Raises:
        MissingRecordError, WithheldError: No such action, or not theirs to see.
    """
    with desk.read() as look:
        action = shown_action(desk, look, action_id)
        notes, moves = look.actions.notes_of(action_id), look.actions.moves_of(action_id)
        who = [*(note.noted_by_id for note in notes), *(move.moved_by_id for move in moves)]
        names = {one.id: one.name for one in look.get_many(Professional, who).values()}
        (row,) = rows_of(look, [action], desk.today())
        return ActionStory(
            row,
            tuple(_update(note, names) for note in notes),
            tuple(
                ActionMoved(
                    move.moved_on,
                    names.get(move.moved_by_id, ""),
                    move.from_on,
                    move.to_on,
                    move.reason,
                )
                for move in moves
            ),
        )


def _with_seen(desk: Desk, look: Reading, rows: tuple[ActionRow, ...]) -> tuple[ActionRow, ...]:
    """Add when each person was last seen: asked once for all of them."""
    seen = since_seen_of(desk, look, (row.person_id for row in rows))
    return tuple(
        replace(row, seen=seen.get(row.person_id)) if row.person_id else row for row in rows
    )


def _visible(
    desk: Desk, look: Reading, found: Sequence[Action], reader: Reader | None
) -> list[Action]:
    sight = sight_of(desk, look, (action.person_id for action in found), reader)
    return [action for action in found if sight.sees(action.person_id, action.sensitivity)]


def _by_person(rows: Iterable[ActionRow]) -> dict[UUID, tuple[ActionRow, ...]]:
    found: dict[UUID, tuple[ActionRow, ...]] = {}
    for row in rows:
        if row.person_id is not None:
            found[row.person_id] = (*found.get(row.person_id, ()), row)
    return found


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around some actions, asked for once."""

    today: date
    people: Mapping[UUID, Person]
    posts: Mapping[UUID, Professional]
    goals: Mapping[UUID, Goal]
    barriers: Mapping[UUID, Barrier]
    words: Mapping[BarrierCategory, str]
    moved: Mapping[UUID, int]
    notes: Mapping[UUID, ActionNote]
    before: Mapping[UUID, Action]
    points: Mapping[UUID, str]
    untold: frozenset[UUID]
    places: Mapping[UUID, PlacePlan]
    meetings: Sequence[date]
    unsettled: Marks


def rows_of(look: Reading, actions: Sequence[Action], today: date) -> tuple[ActionRow, ...]:
    """Describe actions the reader may see, in the order given."""
    if not actions:
        return ()
    around = _around(look, actions, today)
    return tuple(_row(action, around) for action in actions)


def _around(look: Reading, actions: Sequence[Action], today: date) -> _Around:
    ids = [action.id for action in actions]
    notes = look.actions.last_notes(ids)
    posts = look.get_many(
        Professional, [*_posts(actions), *(n.noted_by_id for n in notes.values())]
    )
    stopping = _stopping(look, actions)
    ownerless = {a.owner_agency_id for a in actions if _needs_owner(a, posts, today)}
    return _Around(
        today=today,
        people=look.get_many(Person, [a.person_id for a in actions if a.person_id]),
        posts=posts,
        goals=look.get_many(Goal, [a.goal_id for a in actions if a.goal_id]),
        barriers=stopping,
        words=barrier_words(look) if stopping else {},
        moved=look.actions.times_moved(ids),
        notes=notes,
        before=look.get_many(Action, [a.continues_id for a in actions if a.continues_id]),
        points=look.actions.contact_points([one for one in ownerless if one], today),
        untold=look.week.owned_by_untold(ids),
        places=look.places.plans_of([a.id for a in actions if a.person_id is None]),
        meetings=look.actions.meeting_days(min(a.set_on for a in actions), today),
        unsettled=unsettled_of(look, ids),
    )


def _stopping(look: Reading, actions: Sequence[Action]) -> Mapping[UUID, Barrier]:
    """Give the barrier each action names; the newest where it names none (any more)."""
    named: dict[UUID | None, object] = {one.id: one.barrier_category for one in actions}
    standing = look.barriers.of_actions(list(named))
    far = how_far.of_barriers(look, standing)
    found = [(one.action_id, one) for one in standing if look.may_have(far[one.id])]
    others_first = sorted(found, key=lambda pair: named.get(pair[0]) is pair[1].category)
    return {action: one for action, one in others_first if action is not None}


def _posts(actions: Sequence[Action]) -> Iterable[UUID]:
    for action in actions:
        if action.owner_id is not None:
            yield action.owner_id
        yield from (UUID(hex=who) for who in action.coworkers)


def _needs_owner(action: Action, posts: Mapping[UUID, Professional], today: date) -> bool:
    owner = posts.get(action.owner_id) if action.owner_id else None
    return owner is None or (owner.left_on is not None and owner.left_on <= today)


def _row(action: Action, around: _Around) -> ActionRow:
    is_open = action.status in rules.STILL_OPEN
    late = rules.days_late(action.due_on, around.today, working_days_after) if is_open else 0
    person = around.people.get(action.person_id) if action.person_id else None
    goal = around.goals.get(action.goal_id) if action.goal_id else None
    before = around.before.get(action.continues_id) if action.continues_id else None
    coworkers = (around.posts.get(UUID(hex=who)) for who in action.coworkers)
    return ActionRow(
        id=action.id,
        revision=action.revision,
        number=action.number,
        set_on=action.set_on,
        person_id=action.person_id,
        reference=person.reference if person else "",
        name=_name(person),
        text=action.text,
        kind=action.action_kind,
        priority=action.priority,
        sensitivity=action.sensitivity,
        owner=_owner(action, around),
        coworkers=tuple(one.name for one in coworkers if one),
        due_on=action.due_on,
        original_due_on=action.original_due_on,
        due=rules.due_state(action.due_on, around.today, late),
        late=late,
        status=action.status,
        closed_on=action.closed_on,
        done_on=action.done_on,
        outcome_note=action.outcome_note,
        waiting_on=action.waiting_on,
        waiting_since=action.waiting_since,
        barrier_category=action.barrier_category,
        barrier=_barrier(around.barriers.get(action.id), around.words),
        last=_last(action, around),
        moved=around.moved.get(action.id, 0),
        carried=_carried(action, action.set_on, around),
        goal_id=action.goal_id,
        goal=(goal.own_words or goal.panel_words) if goal else "",
        meeting_id=action.meeting_id,
        case_id=action.case_id,
        to_accept=is_open and action.handed_over_on is not None and action.accepted_on is None,
        continues=before.number if before else "",
        meetings_late=_carried(action, action.due_on, around),
        unsettled=around.unsettled.get(action.id, ()),
        place=_place(around.places.get(action.id)),
    )


def _place(plan: PlacePlan | None) -> str:
    return f"{plan.number} {plan.place}" if plan else ""


def _name(person: Person | None) -> PersonName | None:
    if person is None:
        return None
    return PersonName(person.given_name, person.family_name, person.preferred_name)


def _owner(action: Action, around: _Around) -> Owner:
    post = around.posts.get(action.owner_id) if action.owner_id else None
    agency = action.owner_agency_id
    is_untold = action.id in around.untold
    missing = is_untold or _needs_owner(action, around.posts, around.today)
    return Owner(
        id=action.owner_id,
        name=post.name if post else "",
        agency_id=agency,
        agency=action.owner_agency,
        needs_owner=missing and action.status in rules.STILL_OPEN,
        contact_point=around.points.get(agency, "")
        if missing and agency and not is_untold
        else "",
    )


def _barrier(
    barrier: Barrier | None, words: Mapping[BarrierCategory, str]
) -> ActionBarrier | None:
    if barrier is None:
        return None
    return ActionBarrier(
        id=barrier.id,
        category=barrier.category,
        status=barrier.status,
        has_details=bool(barrier.description.strip()),
        description=barrier.description,
        revision=barrier.revision,
        own=barrier.own_category or words.get(barrier.category, ""),
    )


def _last(action: Action, around: _Around) -> ActionUpdate | None:
    note = around.notes.get(action.id)
    if note is None:
        return None
    post = around.posts.get(note.noted_by_id)
    return ActionUpdate(note.noted_on, post.name if post else "", note.status, note.text)


def _update(note: ActionNote, names: Mapping[UUID, str]) -> ActionUpdate:
    return ActionUpdate(note.noted_on, names.get(note.noted_by_id, ""), note.status, note.text)


def _carried(action: Action, since: date, around: _Around) -> int:
    """Count the meetings after a day at which an action still stood open."""
    closed = action.closed_on
    until = closed - timedelta(days=1) if closed else around.today
    return rules.times_carried(since, until, around.meetings)
