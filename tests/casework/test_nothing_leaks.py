"""Every read, asked from every seat: nobody gets a word about a person they may not know of.

The reads are found in the package, so that one written tomorrow is asked, too.
"""

import dataclasses
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import timedelta
from functools import partial
from types import ModuleType
from typing import Any
from uuid import UUID

import pytest

import coordinator.casework
import coordinator.casework.escalations
import coordinator.casework.live
import coordinator.casework.outreach
from coordinator.casework.action_outcomes import report_action, set_outcome
from coordinator.casework.actions import add_action
from coordinator.casework.agendas import NewItem, add_item
from coordinator.casework.barriers import find_barriers
from coordinator.casework.bases import record_basis
from coordinator.casework.comms import agree_comms_line
from coordinator.casework.contacts import log_contact
from coordinator.casework.decisions import Decided, record_decision
from coordinator.casework.desk import Desk
from coordinator.casework.discussions import add_note, take_item, write_facts
from coordinator.casework.escalations.answering import answer_escalation
from coordinator.casework.escalations.raising import raise_from_action
from coordinator.casework.escalations.sending import send_escalation
from coordinator.casework.exclusions import exclude_agency
from coordinator.casework.gaps import raise_gap
from coordinator.casework.goals import add_goal
from coordinator.casework.leads import agree_lead
from coordinator.casework.meetings import close_meeting, open_meeting, record_statement_read
from coordinator.casework.minutes import (
    approve_minutes,
    correct_minutes,
    draft_minutes,
    issue_minutes,
)
from coordinator.casework.people import add_alias, add_identifier, register_person
from coordinator.casework.plan_reads import read_plan, read_versions
from coordinator.casework.plans import agree_plan, begin_plan, edit_plan, propose_plan
from coordinator.casework.referrals import (
    accept_referral,
    draft_referral,
    screen_referral,
    submit_referral,
)
from coordinator.casework.safety import add_risk, add_strength, add_warning
from coordinator.casework.wishes import answer_wish, note_wish
from coordinator.domain.action_rows import ActionFilter
from coordinator.domain.actions import NewAction, Outcome
from coordinator.domain.comms import NewCommsLine
from coordinator.domain.contacts import NewContact
from coordinator.domain.errors import (
    MissingRecordError,
    NotPermittedError,
    WithheldError,
)
from coordinator.domain.escalations import NewEscalation, Reply
from coordinator.domain.gaps import NewGap
from coordinator.domain.lists.barriers import BarrierCategory, EscalationOutcome
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.lists.meetings import DecidedHow
from coordinator.domain.lists.panel import TextKey, Topic
from coordinator.domain.plans import Agreement
from coordinator.domain.roles import Role
from coordinator.domain.states import ActionStatus, Answer, Sensitivity
from coordinator.domain.wishes import NewWish
from tests.casework.known import keep_all
from tests.casework.records import case_of
from tests.meetings import NOON as MIDDAY
from tests.meetings import TEN, add_seats, next_meeting_of, weekly
from tests.stores import (
    CHAIR,
    COORDINATOR,
    COUNCIL,
    HEALTH,
    HOUSING,
    NOON,
    NURSE,
    OFFICER,
    POLICE,
    TODAY,
    WORKER,
    sitting,
)

PLAIN, GUARDED = "heronwater", "nightjarhill"
"""Two words that stand in every text about the person: the second in restricted ones alone."""
WEEK = TODAY + timedelta(days=7)
RESTRICTED = Sensitivity.RESTRICTED
Asked = Mapping[str, Callable[[], object]]


@dataclasses.dataclass(frozen=True)
class Told:
    """Somebody about whom everything is on file, and where it stands."""

    person: UUID
    referral: UUID
    meeting: UUID
    actions: tuple[UUID, ...]
    versions: tuple[UUID, ...]
    records: tuple[UUID, ...]
    barriers: tuple[UUID, ...]
    escalations: tuple[UUID, ...]
    gaps: tuple[UUID, ...]
    sheet: UUID
    case: UUID
    items: tuple[UUID, ...]


@pytest.fixture
def told(desk: Desk, chair: Desk) -> Told:
    """Petroc Heronwater, taken on, planned for, talked about and minuted."""
    add_seats(desk)
    person = register_person(
        desk, given_name="Petroc", family_name=PLAIN, children_affected=Answer.NO
    ).result
    add_alias(desk, person, f"Pete {PLAIN}")
    add_identifier(desk, person, issuer="NHS", value=f"{PLAIN} 1")
    record_basis(desk, person, told_by=PLAIN)
    referral = _taken_on(chair, person)
    actions = _set(desk, person)
    _noted(desk, person)
    meeting = _talked_about(desk, chair, person)
    barriers, escalations, gaps = _stuck(desk, person, actions, meeting)
    sheet = keep_all(desk, person, TODAY, PLAIN, GUARDED)
    with desk.store.reading() as look:
        items = tuple(one.id for one in look.meetings.items(meeting) if one.person_id == person)
        changes = look.history.changes_in(person, [act.id for act in look.history.acts()])
    return Told(
        person,
        referral,
        meeting,
        actions,
        tuple(row.id for row in read_versions(desk, person)),
        tuple({change.record for change in changes}),
        barriers,
        escalations,
        gaps,
        sheet,
        case_of(desk, person),
        items,
    )


def _taken_on(chair: Desk, person: UUID) -> UUID:
    said = {"why_now": PLAIN, "offer": PLAIN, "risk": PLAIN}
    referral = draft_referral(chair, person, referrer_id=NURSE, **said).result
    submit_referral(chair, referral)
    screen_referral(chair, referral, note=PLAIN)
    agree_lead(chair, accept_referral(chair, referral, reason=PLAIN).result, NURSE)
    return referral


def _set(desk: Desk, person: UUID) -> tuple[UUID, ...]:
    plain = add_action(desk, NewAction(PLAIN, NURSE, WEEK, person)).result
    guarded = add_action(desk, NewAction(GUARDED, NURSE, WEEK, person, sensitivity=RESTRICTED))
    report_action(desk, plain, PLAIN)
    report_action(desk, guarded.result, GUARDED)
    stopped = partial(Outcome, ActionStatus.COULD_NOT, barrier=BarrierCategory.DEBT)
    set_outcome(desk, plain, stopped(barrier_details=PLAIN), seen=1)
    set_outcome(desk, guarded.result, stopped(GUARDED, barrier_details=GUARDED), seen=1)
    return plain, guarded.result


def _stuck(
    desk: Desk, person: UUID, actions: tuple[UUID, ...], meeting: UUID
) -> tuple[tuple[UUID, ...], tuple[UUID, ...], tuple[UUID, ...]]:
    """Ask somebody about what stopped both actions; give barriers, escalations and gaps."""
    raised = []
    for action, words in zip(actions, (PLAIN, GUARDED), strict=True):
        said = NewEscalation(receiver=words, ask=words, impact=words, meeting_id=meeting)
        key = raise_from_action(desk, action, said).result.id
        send_escalation(desk, key, seen=1)
        reply = Reply(EscalationOutcome.PARTLY, words, words, words)
        answer_escalation(desk, key, reply, seen=2)
        raised.append(key)
    barriers = tuple(one.id for one in find_barriers(desk, [person])[person])
    gap = raise_gap(desk, NewGap("No help with debts"), barriers=barriers).result
    return barriers, tuple(raised), (gap,)


def _noted(desk: Desk, person: UUID) -> None:
    for words, sensitivity in ((PLAIN, Sensitivity.STANDARD), (GUARDED, RESTRICTED)):
        add_risk(desk, person, text=words, sensitivity=sensitivity, person_told=Answer.YES)
        add_warning(desk, person, text=words, sensitivity=sensitivity, person_told=Answer.YES)
    add_strength(desk, person, text=PLAIN)
    wish = note_wish(desk, NewWish(person, PLAIN, COORDINATOR)).result
    answer_wish(desk, wish, seen=1, answer=PLAIN)
    note_wish(desk, NewWish(person, PLAIN, COORDINATOR))
    agree_comms_line(desk, NewCommsLine(person, may_say=PLAIN, not_say=PLAIN, said_by=PLAIN))
    seen = partial(NewContact, person, NOON, ContactType.STREET, ContactResult.MET_ENGAGED)
    log_contact(desk, seen(note=PLAIN, restricted_note=GUARDED))
    plan = begin_plan(desk, person).result
    add_goal(desk, plan, own_words=PLAIN)
    seen_at = read_plan(desk, person).revision
    edit_plan(desk, plan, seen=seen_at, what_matters=PLAIN)
    propose_plan(desk, plan, seen=read_plan(desk, person).revision)


def _talked_about(desk: Desk, chair: Desk, person: UUID) -> UUID:
    meeting = next_meeting_of(desk, weekly(desk))
    item = add_item(desk, meeting, NewItem(title=PLAIN, person_id=person)).result
    open_meeting(desk, meeting, at=TEN)
    record_statement_read(desk, meeting, at=TEN, by_id=CHAIR)
    take_item(desk, item)
    with desk.read() as look:
        (row,) = [one for one in look.meetings.items(meeting) if one.id == item]
    write_facts(desk, item, seen=row.revision, summary=PLAIN, restricted=GUARDED)
    add_note(desk, item, agency_id=HEALTH, text=PLAIN)
    add_note(desk, item, agency_id=HEALTH, text=GUARDED, sensitivity=RESTRICTED)
    record_decision(desk, item, Decided(PLAIN, PLAIN, how=DecidedHow.CHAIR))
    plan = read_plan(desk, person)
    agree_plan(desk, plan.id, Agreement(meeting_id=meeting), seen=plan.revision)
    add_action(desk, NewAction(PLAIN, NURSE, WEEK, person, meeting_id=meeting))
    close_meeting(desk, meeting, at=MIDDAY)
    draft_minutes(desk, meeting)
    issue_minutes(desk, meeting)
    approve_minutes(chair, meeting)
    correct_minutes(desk, meeting, text=PLAIN, item_id=item)
    return meeting


def asked(desk: Desk, about: Told) -> Asked:
    """Give every read there is, ready to be asked from a desk."""
    found: dict[str, Callable[[], object]] = {}
    for read in _reads():
        for number, arguments in enumerate(_arguments(read, about)):
            found[f"{read.__module__}.{read.__name__} {number}"] = partial(read, desk, **arguments)
    return found


def _reads() -> Iterator[Callable[..., object]]:
    work = coordinator.casework
    for package in (work, work.escalations, work.live, work.outreach):
        yield from _reads_in(package)


def _reads_in(package: ModuleType) -> Iterator[Callable[..., object]]:
    for module in pkgutil.iter_modules(package.__path__):
        loaded = importlib.import_module(f"{package.__name__}.{module.name}")
        for name, found in inspect.getmembers(loaded, inspect.isfunction):
            is_read = name.startswith(("read_", "find_", "next_"))
            first, *rest = [*inspect.signature(found).parameters, "", ""]
            is_whole = first == "desk" and rest[0] != "look"  # the others are parts of reads
            if is_read and is_whole and found.__module__ == loaded.__name__:
                yield found


def _arguments(read: Callable[..., object], about: Told) -> Iterable[dict[str, Any]]:
    known: dict[str, tuple[object, ...]] = {
        "person_id": (about.person,),
        "people": ([about.person],),
        "referral_id": (about.referral,),
        "meeting_id": (about.meeting,),
        "agency_id": (HEALTH,),
        "agencies": ([HEALTH],),
        "action_id": about.actions,
        "version_id": about.versions,
        "record_id": (*about.records, about.meeting),
        "wanted": (ActionFilter(open_only=False),),
        "names": ([f"Petroc {PLAIN}"],),
        "words": ("last",) if read.__name__ == "find_meeting" else (PLAIN, GUARDED),
        "reference": ("KP-0001",),
        "agency": ("Kerrow Homes", "Kerrow Mental Health"),
        "form": ("plan.text",),
        "record": (about.person,),
        "until": (TODAY + timedelta(days=400),),
        "key": tuple(TextKey),
        "topic": tuple(Topic),
        "number": ("E26-001", "E26-002"),
        "escalation_id": about.escalations,
        "barrier_id": about.barriers,
        "barriers": (about.barriers,),
        "gap_id": about.gaps,
        "sheet_id": (about.sheet,),
        "case_id": (about.case,),
        "item_id": about.items,
        "on": (TODAY,),
        "covered": (True,),
        "names_shown": (True,),
        "category": (BarrierCategory.DEBT,),
        "since": (TODAY,),
        "first": (TODAY,),
        "last": (TODAY,),
        "texts": ({"title": "Somebody"},),
    }
    needed = [
        one.name
        for one in inspect.signature(read).parameters.values()
        if one.default is one.empty and one.name != "desk"
    ]
    if read.__name__ in {"find_people", "find_reviews_due"}:
        needed.append("words" if read.__name__ == "find_people" else "until")
    if len(needed) == 0:
        return [{}]
    head, *rest = needed
    fixed = {name: known[name][0] for name in rest}
    return [{head: value, **fixed} for value in known[head]]


def words_in(found: object) -> Iterator[str]:
    """Give every text and id in what a read gave, whether its repr shows it or not."""
    if dataclasses.is_dataclass(found) and not isinstance(found, type):
        for one in dataclasses.fields(found):
            yield from words_in(getattr(found, one.name))
    elif isinstance(found, Mapping):
        yield from words_in([*found.keys(), *found.values()])
    elif isinstance(found, list | tuple | set | frozenset):
        for part in found:
            yield from words_in(part)
    else:
        yield str(found).casefold()


def heard(desk: Desk, about: Told) -> dict[str, str]:
    """Ask everything from a desk and give what was said, by read."""
    said: dict[str, str] = {}
    for name, ask in asked(desk, about).items():
        try:
            said[name] = " ".join(words_in(ask()))
        except (NotPermittedError, WithheldError, MissingRecordError):
            said[name] = ""
    return said


def holding(said: Mapping[str, str], *tells: str) -> list[str]:
    return [name for name, text in said.items() if any(tell in text for tell in tells)]


def test_whoever_runs_the_panel_hears_both_words_in_most_reads(chair: Desk, told: Told) -> None:
    said = heard(chair, told)
    assert len(holding(said, PLAIN)) > 30
    assert len(holding(said, GUARDED)) > 12


@pytest.mark.parametrize(
    ("who", "role", "agency"),
    [
        (NURSE, Role.LEAD_PROFESSIONAL, HEALTH),
        (OFFICER, Role.REPRESENTATIVE, HEALTH),
        (OFFICER, Role.AUDITOR, POLICE),
    ],
)
def test_what_is_restricted_stays_with_those_who_may_have_it(
    desk: Desk, told: Told, who: UUID, role: Role, agency: UUID
) -> None:
    said = heard(sitting(desk, who, role, agency), told)
    assert len(holding(said, PLAIN)) > 20
    assert holding(said, GUARDED) == []


@pytest.mark.parametrize(
    ("who", "role", "agency", "excluded"),
    [
        (WORKER, Role.LEAD_PROFESSIONAL, HEALTH, None),
        (WORKER, Role.REPRESENTATIVE, HOUSING, None),
        (CHAIR, Role.CHAIR, COUNCIL, COUNCIL),
        (COORDINATOR, Role.COORDINATOR, COUNCIL, COUNCIL),
        (OFFICER, Role.AUDITOR, POLICE, POLICE),
        (NURSE, Role.LEAD_PROFESSIONAL, HEALTH, HEALTH),
        (OFFICER, Role.REPRESENTATIVE, HEALTH, HEALTH),
    ],
)
def test_nobody_hears_of_a_person_they_may_not_know_of(
    desk: Desk, told: Told, who: UUID, role: Role, agency: UUID, excluded: UUID | None
) -> None:
    if excluded is not None:
        exclude_agency(desk, told.person, agency_id=excluded, reason=PLAIN)
    said = heard(sitting(desk, who, role, agency), told)
    tells = PLAIN, GUARDED, "petroc", "kp-0001", str(told.person), told.person.hex
    assert holding(said, *tells) == []


def test_a_commissioner_reads_nothing_here(desk: Desk, told: Told) -> None:
    reads = dict(asked(sitting(desk, OFFICER, Role.COMMISSIONER, POLICE), told))
    where = reads.pop("coordinator.casework.whereabouts.read_whereabouts 0")
    assert where() == {}  # asked on opening, whoever opens
    for ask in reads.values():
        with pytest.raises(NotPermittedError):
            ask()
