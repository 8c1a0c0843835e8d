"""The closing check: everything left open is told once, and nothing that is settled."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.actions.barriers import BarrierRow
from coordinator.domain.actions.rows import ActionRow, Owner
from coordinator.domain.actions.rules import DueState
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.meetings import (
    AgendaKind,
    Attendance,
    DecidedHow,
    DecisionAuthority,
    MeetingType,
)
from coordinator.domain.lists.plans import ActionKind, ActionPriority
from coordinator.domain.meetings.closing_check import ClosingFacts, Left, left_open
from coordinator.domain.meetings.kinds import kind_of
from coordinator.domain.meetings.rules import Quorum
from coordinator.domain.meetings.views import (
    AgendaEntry,
    DecisionRow,
    ItemRecord,
    NoteRow,
    PersonLine,
    PresenceRow,
)
from coordinator.domain.people.rules import PersonName
from coordinator.domain.states import (
    ActionStatus,
    BarrierStatus,
    DecisionStatus,
    ItemStatus,
    Sensitivity,
)

ON = date(2026, 11, 19)
LATER = ON + timedelta(days=28)
ITEM, PERSON, LEAD = UUID(int=1), UUID(int=2), UUID(int=3)
POLICE, HOUSING = UUID(int=21), UUID(int=22)
OFFICER, WORKER, CHAIR = UUID(int=31), UUID(int=32), UUID(int=33)


def item(
    status: ItemStatus = ItemStatus.TAKEN, *, lead: UUID | None = LEAD, **fields: object
) -> ItemRecord:
    """A line about one person, taken, with a lead and a review agreed."""
    person = PersonLine(PERSON, "KP-0001", PersonName("Tomos"), lead_id=lead)
    review = fields.pop("review", LATER)
    entry = AgendaEntry(
        1, ITEM, 1, AgendaKind.REVIEW, "", person, None, None, (), "", "", 5, status,
        review,  # type: ignore[arg-type]
    )  # fmt: skip
    usual: dict[str, object] = {"notes": (), "decisions": (), "actions": ()}
    words = ("", None, "", "", "", "", "", "", "", "")
    return ItemRecord(entry, *words, **(usual | fields))  # type: ignore[arg-type]


def decision(**fields: object) -> DecisionRow:
    made = DecisionRow(
        UUID(int=41), 1, ITEM, "Ask for a room.", "", DecidedHow.AGREED, DecisionAuthority.PANEL,
        True, (), "", "", DecisionStatus.MADE, None,
    )  # fmt: skip
    return replace(made, **fields)  # type: ignore[arg-type]


def action(
    owner: UUID | None = WORKER, *, number: str = "A26-0001", **fields: object
) -> ActionRow:
    return ActionRow(
        id=UUID(int=50 + int(number[-1])), revision=1, number=number, set_on=ON, person_id=PERSON,
        reference="KP-0001", name=None, text="Ring the surgery", kind=ActionKind.SUPPORT,
        priority=ActionPriority.NORMAL, sensitivity=Sensitivity.STANDARD,
        owner=Owner(owner, "Rhys Roskilly", HOUSING, "Kerrow Homes", bool(fields.get("left"))),
        coworkers=(), due_on=LATER, original_due_on=LATER, due=DueState.NOT_DUE, late=0,
        status=ActionStatus.OPEN, closed_on=None, done_on=None, outcome_note="", waiting_on="",
        waiting_since=None, barrier_category=None, barrier=None, last=None, moved=0, carried=0,
        goal_id=None, goal="", meeting_id=None, case_id=None, to_accept=False, continues="",
    )  # fmt: skip


def came(
    who: UUID, agency: UUID | None, result: Attendance | None = Attendance.PRESENT
) -> PresenceRow:
    name = {POLICE: "Kerrow Police", HOUSING: "Kerrow Homes"}.get(agency or ITEM, "")
    return PresenceRow(
        UUID(int=who.int + 100), 1, None, agency, name, who, "", "", result, False, None, True,
        "", None, None,
    )  # fmt: skip


def said(agency: UUID) -> NoteRow:
    return NoteRow(UUID(int=61), 1, agency, "", ON, Sensitivity.STANDARD, "Seen twice.")


def kinds(facts: ClosingFacts) -> list[Left]:
    return [one.what for one in left_open(facts)]


ALL_DONE = ClosingFacts(
    on=ON,
    items=(item(notes=(said(POLICE),), decisions=(decision(),), actions=(action(),)),),
    agreed=(action(),),
    attendance=(came(OFFICER, POLICE), came(WORKER, HOUSING)),
    quorum=Quorum(2, 2),
    cases={PERSON: None},
)


def test_a_meeting_that_settled_everything_leaves_nothing_open() -> None:
    assert left_open(ALL_DONE) == ()


def test_a_line_without_an_outcome_is_told_whatever_else_is_known() -> None:
    (line,) = left_open(ClosingFacts(ON, items=(item(ItemStatus.PLANNED),)))
    assert (line.what, line.item) == (Left.ITEM, ITEM)


def test_put_off_and_withdrawn_lines_ask_for_no_lead_and_no_review() -> None:
    for status in (ItemStatus.DEFERRED, ItemStatus.WITHDRAWN):
        one = item(status, lead=None, review=None)
        assert left_open(ClosingFacts(ON, items=(one,), cases={PERSON: None})) == ()


def test_whoever_has_a_case_leaves_with_a_lead_and_a_day() -> None:
    facts = ClosingFacts(ON, items=(item(lead=None, review=None),), cases={PERSON: ON})
    assert kinds(facts) == [Left.LEAD, Left.REVIEW]
    assert kinds(replace(facts, cases={PERSON: LATER})) == [Left.LEAD]
    assert kinds(replace(facts, cases={})) == []


def test_owners_who_left_and_owners_who_were_away_are_told_apart() -> None:
    rows = (
        action(number="A26-0001"),
        action(number="A26-0002"),
        action(left=True, number="A26-3"),
    )
    facts = ClosingFacts(ON, items=(item(actions=rows),), agreed=rows)
    owner, tell = left_open(facts)
    assert (owner.what, owner.numbers, owner.item) == (Left.OWNER, ("A26-3",), ITEM)
    assert (tell.what, tell.numbers) == (Left.TELL, ("A26-0001", "A26-0002"))
    here = replace(facts, attendance=(came(WORKER, HOUSING),))
    assert kinds(here) == [Left.OWNER]


def test_agencies_that_sat_there_and_were_not_heard_are_named_once() -> None:
    facts = ClosingFacts(
        ON,
        items=(item(notes=(said(HOUSING),)),),
        attendance=(
            came(OFFICER, POLICE),
            came(LEAD, POLICE),
            came(WORKER, HOUSING),
            came(CHAIR, UUID(int=23)),
            came(UUID(int=34), UUID(int=24), Attendance.OBSERVER),
            came(UUID(int=35), UUID(int=25), Attendance.ABSENT),
            came(UUID(int=36), UUID(int=26), None),
        ),
        officers=frozenset({CHAIR}),
        quorum=Quorum(3, 3),
    )
    assert [(one.what, one.who) for one in left_open(facts)] == [(Left.SILENT, "Kerrow Police")]
    differing = item(
        notes=(said(HOUSING),), decisions=(decision(dissent_agencies=("Kerrow Police",)),)
    )
    assert kinds(replace(facts, items=(differing,))) == []


def test_decisions_say_whether_anyone_was_asked_and_enough_were_there() -> None:
    facts = ClosingFacts(ON, items=(item(decisions=(decision(dissent_asked=False),)),))
    assert kinds(facts) == [Left.QUORUM, Left.DISSENT]
    assert kinds(replace(facts, quorum=Quorum(3, 3))) == [Left.DISSENT]
    by_chair = decision(how=DecidedHow.CHAIR)
    assert kinds(replace(facts, items=(item(decisions=(by_chair,)),))) == []
    replaced = decision(dissent_asked=False, status=DecisionStatus.SUPERSEDED)
    assert kinds(replace(facts, items=(item(decisions=(replaced,)),))) == []


def test_a_barrier_that_is_only_a_category_leads_to_its_person() -> None:
    barrier = BarrierRow(
        UUID(int=71), 1, PERSON, UUID(int=51), "A26-0001", None, next(iter(BarrierCategory)),
        None, "", "", "", None, ON, BarrierStatus.IDENTIFIED, "", "", None, Sensitivity.STANDARD,
    )  # fmt: skip
    (line,) = left_open(ClosingFacts(ON, items=(item(),), barriers=(barrier,)))
    assert (line.what, line.item, line.numbers) == (Left.BARRIER, ITEM, ("A26-0001",))


def test_a_statement_nobody_read_is_told_where_people_were_listed() -> None:
    assert kinds(ClosingFacts(ON, items=(item(),), is_read=False)) == [Left.STATEMENT]
    assert kinds(ClosingFacts(ON, is_read=False)) == []


def test_a_huddle_asks_for_neither_quorum_nor_seats_nor_reviews() -> None:
    facts = ClosingFacts(
        ON,
        items=(item(lead=None, review=None, decisions=(decision(),)),),
        attendance=(came(OFFICER, POLICE),),
        cases={PERSON: None},
        kind=kind_of(MeetingType.OUTREACH),
    )
    assert kinds(facts) == []


@given(st.lists(st.sampled_from(ItemStatus), max_size=12))
def test_exactly_the_lines_without_an_outcome_are_told(statuses: list[ItemStatus]) -> None:
    made = [
        replace(one, entry=replace(one.entry, id=UUID(int=1000 + at)))
        for at, one in enumerate(map(item, statuses))
    ]
    told = {one.item for one in left_open(ClosingFacts(ON, tuple(made))) if one.what is Left.ITEM}
    assert told == {one.entry.id for one in made if one.entry.status is ItemStatus.PLANNED}
