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
from typing import Any
from uuid import UUID

import pytest

import coordinator.casework
import coordinator.casework.away
import coordinator.casework.escalations
import coordinator.casework.live
import coordinator.casework.outreach
from coordinator.casework.away.returning import apply_hand_back, review_hand_back
from coordinator.casework.away.sending import Made, note_take_away, read_take_away
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency, exclude_worker
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.errors import (
    GuardError,
    MissingRecordError,
    NotPermittedError,
    WithheldError,
)
from coordinator.domain.exchange.parcels import Envelope, HandBack
from coordinator.domain.exchange.reviews import HandBackReview
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.panel import TextKey, Topic
from coordinator.domain.merging.changes import Change
from coordinator.domain.need_to_know.bases import Needs
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.records.trail import TrailFilter
from coordinator.domain.roles import Right, Role
from coordinator.sheets.columns import Target
from tests.casework.away.stores import a_contact
from tests.casework.places.planned import a_place_plan
from tests.casework.told import GUARDED, PLAIN, Told
from tests.stores import (
    CHAIR,
    COORDINATOR,
    COUNCIL,
    HEALTH,
    HOUSING,
    NOON,
    NURSE,
    OFFICER,
    PANEL,
    POLICE,
    TODAY,
    WORKER,
    sitting,
)

KASIA = "c" * 64
"""The identity of the store in which the person's lead works away from the panel."""
GATHERED = {"read_take_away", "read_update_sheet", "read_filled_sheet"}
"""What is gathered for a receiver, of which `read_going` and `read_sheet_going` tell here, and a
file that somebody brings: `review_update_sheet` tells of it."""
Asked = Mapping[str, Callable[[], object]]


@dataclasses.dataclass(frozen=True)
class TakenAway(Told):
    """The same when their lead has them away, and work came back and waits."""

    review: HandBackReview
    place_plan: UUID


@pytest.fixture
def told(told: Told, desk: Desk) -> TakenAway:
    """Somebody whose lead took them away: a pack left, one was taken over, another waits."""
    with desk.act(Right.SETTLE) as tx:
        tx.session.add(a_contact(KASIA, "Kasia Dębska", NURSE))
        tx.journal("test.arranged")
    outgoing = read_take_away(desk, KASIA)
    assert told.person in outgoing.parts
    with note_take_away(desk, outgoing, Made("5" * 32, NOON, NOON, 1, "5" * 64)):
        pass
    apply_hand_back(desk, _handed(told, 1, reference=PLAIN, gp=f"Dr {PLAIN}"))
    waits = _handed(told, 3, status=PLAIN, gp=f"Dr {PLAIN} junior")
    parts = {one.name: getattr(told, one.name) for one in dataclasses.fields(Told)}
    planned = a_place_plan(desk)
    return TakenAway(**parts, review=review_hand_back(desk, waits), place_plan=planned)


def _handed(told: Told, first: int, **said: str) -> HandBack:
    changes = tuple(
        Change(
            scope=told.person, record=told.person, kind="person", field=name, value=value,
            author=NURSE, install=UUID(int=99), number=first + place, made=NOON,
            act=UUID(int=98), salt=b"s" * 16,
        )
        for place, (name, value) in enumerate(said.items())
    )  # fmt: skip
    return HandBack(Envelope(KASIA, f"{first:032x}", PANEL, first, 1, NOON), changes)


def asked(desk: Desk, about: Told) -> Asked:
    """Give every read there is, ready to be asked from a desk."""
    found: dict[str, Callable[[], object]] = {}
    for read in _reads():
        for number, arguments in enumerate(_arguments(read, about)):
            found[f"{read.__module__}.{read.__name__} {number}"] = partial(read, desk, **arguments)
    return found


def _reads() -> Iterator[Callable[..., object]]:
    package = coordinator.casework
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        loaded = importlib.import_module(module.name)
        for name, found in inspect.getmembers(loaded, inspect.isfunction):
            is_read = name.startswith(("read_", "find_", "next_")) and name not in GATHERED
            first, *rest = [*inspect.signature(found).parameters, "", ""]
            is_whole = first == "desk" and rest[0] != "look"  # the others are parts of reads
            if is_read and is_whole and found.__module__ == loaded.__name__:
                yield found


def _known(read: Callable[..., object], about: Told) -> Mapping[str, tuple[object, ...]]:
    return {
        **dict.fromkeys(("person_id", "record"), (about.person,)),
        "people": ([about.person],),
        "referral_id": (about.referral,),
        "meeting_id": (about.meeting,),
        "agency_id": (HEALTH,),
        "agencies": ([HEALTH],),
        "action_id": about.actions,
        "version_id": about.versions,
        "record_id": (*about.records, about.meeting),
        "wanted": (_filter_of(read),),
        "names": ([f"Petroc {PLAIN}"],),
        "words": ("last",) if read.__name__ == "find_meeting" else (PLAIN, GUARDED),
        "reference": ("KP-0001",),
        "agency": ("Kerrow Homes", "Kerrow Mental Health"),
        "form": ("plan.text",),
        "until": (TODAY + timedelta(days=400),),
        "key": tuple(TextKey),
        "topic": tuple(Topic),
        "number": ("E26-001", "E26-002"),
        "escalation_id": about.escalations,
        "barrier_id": about.barriers,
        "barriers": (about.barriers,),
        "gap_id": about.gaps,
        "plan_id": (about.place_plan,) if isinstance(about, TakenAway) else (UUID(int=7),),
        "plan_number": ("P26-001",),
        "sheet_id": (about.sheet,),
        "case_id": (about.case,),
        "item_id": about.items,
        "request_id": (about.request,),
        **dict.fromkeys(("covered", "names_shown"), (True,)),
        "category": (BarrierCategory.DEBT,),
        **dict.fromkeys(("on", "since", "first", "last"), (TODAY,)),
        "texts": ({"title": "Somebody"},),
        "reader": (Reader(Role.REPRESENTATIVE, HEALTH),),
        **dict.fromkeys(("contact", "identity"), (KASIA,)),
        "professional": (NURSE,),
        "target": tuple(Target),
        "headings": (["Name", PLAIN],),
        "review": (about.review,) if isinstance(about, TakenAway) else (),
        "papers": ({"hand-over": Needs.WORK},),
    }


def _arguments(read: Callable[..., object], about: Told) -> Iterable[dict[str, Any]]:
    known = _known(read, about)
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


def _filter_of(read: Callable[..., object]) -> object:
    is_of_trail = read.__module__.endswith(".trail")
    return TrailFilter() if is_of_trail else ActionFilter(open_only=False)


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
        except (NotPermittedError, WithheldError, MissingRecordError, GuardError):
            said[name] = ""  # a guard: of what has not happened yet, such as a closing
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


@pytest.mark.parametrize(
    ("who", "role", "agency"),
    [
        (CHAIR, Role.CHAIR, COUNCIL),
        (COORDINATOR, Role.COORDINATOR, COUNCIL),
        (OFFICER, Role.AUDITOR, POLICE),
        (NURSE, Role.LEAD_PROFESSIONAL, HEALTH),
    ],
)
def test_a_worker_who_must_not_be_told_hears_nothing_of_the_person(
    desk: Desk, told: Told, who: UUID, role: Role, agency: UUID
) -> None:
    exclude_worker(desk, told.person, professional_id=who, reason=PLAIN)
    said = heard(sitting(desk, who, role, agency), told)
    tells = PLAIN, GUARDED, "petroc", "kp-0001", str(told.person), told.person.hex
    assert holding(said, *tells) == []


COUNTS = {
    "find_gaps",
    "find_place_groups",
    "find_place_plan",
    "find_place_plans",
    "find_shared_learning",
    "find_themes_of_gap",
    "read_gap",
    "read_gap_register",
    "read_place_plan",
    "read_place_register",
    "read_theme_register",
    "read_themes",
}


OWN_CARD = {"read_own_card", "read_contacts_page", "read_hand_back"}
"""What is asked of one's own store: everybody has a card; at a panel nothing is handed back."""
TELLS = (PLAIN, GUARDED)


def _said(ask: Callable[[], object]) -> list[str]:
    try:
        return list(words_in(ask()))
    except GuardError:
        return []


def test_a_commissioner_reads_nothing_here_but_counts_and_places(desk: Desk, told: Told) -> None:
    reads = dict(asked(sitting(desk, OFFICER, Role.COMMISSIONER, POLICE), told))
    where = reads.pop("coordinator.casework.records.whereabouts.read_whereabouts 0")
    assert where() == {}  # asked on opening, whoever opens
    cards = {name for name in reads if name.rpartition(".")[2].split()[0] in OWN_CARD}
    for name in cards:
        assert not [
            one for one in _said(reads.pop(name)) if one in TELLS or str(told.person) in one
        ]
    counts = {name for name in reads if name.rpartition(".")[2].split()[0] in COUNTS}
    said = " ".join(word for name in counts for word in words_in(reads.pop(name)()))
    assert said
    assert str(told.person) not in said
    assert GUARDED not in said
    for ask in reads.values():
        with pytest.raises(NotPermittedError):
            ask()
