"""A meeting in which secrets of every kind were planted, and a look for them in what is shown."""

import random
import re
import shutil
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.meetings.agendas import NewItem, add_item, issue_agenda, write_agenda
from coordinator.casework.meetings.attendance import record_attendance
from coordinator.casework.meetings.decisions import Decided, record_decision
from coordinator.casework.meetings.discussions import add_note, set_next_review, write_facts
from coordinator.casework.meetings.discussions import write_person_view as write_view
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import open_meeting, record_statement_read
from coordinator.casework.need_to_know.bases import begin_urgent_work
from coordinator.casework.people.entering import (
    add_alias,
    add_identifier,
    correct_person,
    register_person,
)
from coordinator.casework.people.safety import add_warning
from coordinator.db.models import AgendaItem, Person
from coordinator.db.store import Store
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.roles import Role
from coordinator.domain.states import Answer, Sensitivity
from tests.meetings import TEN, add_case, add_seats, items_of, keep_from, next_meeting_of, weekly
from tests.meetings import add_action as add_open_action
from tests.requests import based
from tests.stores import CHAIR, COORDINATOR, COUNCIL, HEALTH, POLICE, TODAY, WORKER, Clock, keyspec

NAMES = (
    ("Kezia", "Trelawny", "Kez", "Foxglove"),
    ("Petroc", "Angove", "", "Captain Pasty"),
    ("Siân", "O'Neill-Jones", "Shani", "Bluebird"),
    ("Łukasz", "Wiśniewski", "Lukaszek", "Wisnia"),
    ("Hope", "Truro", "", "Tinker"),
    ("Ysolt", "Carne-Moor", "", "Ysie"),
    ("Jory", "Bolitho", "", "Pilchard"),
)
OTHERS = (("Tamsyn", "Polglaze", "", "Wrasse"), ("Denzil", "Penhaligon", "Denny", "Gannet"))
KEPT_FROM_POLICE, WITHOUT_BASIS = "Petroc", "Jory"
PHONE, MAIL, ADDRESS, BORN = "07700 900123", "someone@example.org", "4 Quay Lane", "3 April 1985"
NUMBER, POSTCODE = "943 476 5919", "TR1 2AB"
RESTRICTED = ("zircon", "topazine", "beryline", "garnetine", "opaline", "jadeite", "obsidian")
"""Words that stand in what nobody in the room may read, one for each place."""


@dataclass
class Planted:
    """The meeting, its items by whom they are about, and everybody's names."""

    meeting: UUID
    items: dict[str, UUID] = field(default_factory=dict)
    people: dict[str, UUID] = field(default_factory=dict)

    def names_of(self, given: str) -> set[str]:
        """The words one person is known by."""
        return next(_words(" ".join(names)) for names in NAMES if names[0] == given)

    @property
    def all_names(self) -> set[str]:
        """The words anybody on file is known by."""
        return {word for names in (*NAMES, *OTHERS) for word in _words(" ".join(names))}


@pytest.fixture(scope="session")
def _planted_once(
    template: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, "Planted"]:
    path = tmp_path_factory.mktemp("planted") / "panel.db"
    shutil.copy(template, path)
    store = Store(path, keyspec)
    made = planted_meeting(_desk(store))
    store.close()
    return path, made


@pytest.fixture
def planted(_planted_once: tuple[Path, "Planted"]) -> "Planted":
    """What was planted in the meeting at `planted_desk`."""
    return replace(_planted_once[1])


@pytest.fixture
def planted_desk(_planted_once: tuple[Path, "Planted"], tmp_path: Path) -> Iterator[Desk]:
    """The coordinator's desk on a store of this test's own, in the middle of that meeting."""
    path = tmp_path / "planted.db"
    shutil.copy(_planted_once[0], path)
    store = Store(path, keyspec)
    yield _desk(store, seed=2)
    store.close()


def _desk(store: Store, seed: int = 1) -> Desk:
    sitter = Sitter(COORDINATOR, Role.COORDINATOR, COUNCIL)
    return Desk(store, sitter, now=Clock(), random=random.Random(seed).randbytes)


def planted_meeting(desk: Desk) -> Planted:
    """Make the meeting: begun, everybody in the room."""
    add_seats(desk)
    people = {names[0]: _on_file(desk, names) for names in (*NAMES, *OTHERS)}
    for names in NAMES:
        add_open_action(
            desk,
            people[names[0]],
            date(2026, 11, 18),
            number=f"A26-{len(names[1]):02}{ord(names[0][0]):02}",
            text=f"Ask {' and '.join(other[0] for other in OTHERS)} on {PHONE} about the room",
        )
    _restrict(desk, people)
    keep_from(desk, people[KEPT_FROM_POLICE], POLICE)
    meeting = next_meeting_of(desk, weekly(desk))
    write_agenda(desk, meeting)
    add_item(desk, meeting, NewItem(title=f"How {NAMES[2][0]} and {OTHERS[0][0]} were told"))
    issue_agenda(desk, meeting)
    open_meeting(desk, meeting, at=TEN)
    record_statement_read(desk, meeting, at=TEN, by_id=CHAIR)
    for row in read_meeting(desk, meeting).attendance:
        record_attendance(desk, row.id, Attendance.PRESENT, seen=row.revision)
    made = Planted(meeting, people=people)
    by_person = {person: given for given, person in people.items()}
    for item in items_of(desk, meeting):
        made.items[by_person.get(item.person_id or meeting, item.item_kind.value)] = item.id
        _say(desk, item, made)
    return made


def _on_file(desk: Desk, names: tuple[str, str, str, str]) -> UUID:
    given, family, preferred, alias = names
    if names in OTHERS:
        person = register_person(desk, given_name=given).result
    else:
        person, _case = add_case(desk, given, may_work=False)
    with desk.read() as look:
        seen = look.get(Person, person).revision
    correct_person(
        desk,
        person,
        seen=seen,
        family_name=family,
        preferred_name=preferred,
        phone=PHONE,
        address=f"{ADDRESS}, Kerrow, {POSTCODE}",
        born_on=date(1985, 4, 3),
    )
    add_alias(desk, person, alias)
    if given == "Kezia":
        add_identifier(desk, person, issuer="NHS", value=NUMBER)
    if given != WITHOUT_BASIS:
        based(desk, person)
    else:
        begin_urgent_work(desk, person, reason="It cannot wait")
    return person


def _restrict(desk: Desk, people: dict[str, UUID]) -> None:
    for given, _family, _preferred, _alias in NAMES:
        person = people[given]
        add_warning(
            desk, person, text=RESTRICTED[3], source="Kerrow Homes", person_told=Answer.YES
        )
        for word, kind in (
            (RESTRICTED[0], Sensitivity.RESTRICTED),
            (RESTRICTED[1], Sensitivity.THIRD_PARTY),
        ):
            add_action(
                desk,
                NewAction(f"About {word}", WORKER, TODAY, person_id=person, sensitivity=kind),
            )


def _say(desk: Desk, item: AgendaItem, made: Planted) -> None:
    """Say the same of each item, with names of all others and everything else in it."""
    own = next((g for g, p in made.people.items() if p == item.person_id), "")
    others = " and ".join(f"{n[0]} {n[1]}" for n in (*NAMES, *OTHERS) if n[0] != own)
    said = (
        f"{others}, {PHONE}, {MAIL}, {ADDRESS}, {POSTCODE}, born {BORN}, {NUMBER}, {own.upper()}'s"
    )
    if item.person_id is None:
        return
    revision = write_facts(
        desk, item.id, seen=item.revision, restricted=RESTRICTED[2], risks=RESTRICTED[3]
    ).result
    revision = write_view(
        desk, item.id, seen=revision, view=RESTRICTED[4], spoken_by=RESTRICTED[4]
    ).result
    revision = set_next_review(desk, item.id, seen=revision, on=date(2026, 12, 3)).result
    add_note(desk, item.id, agency_id=HEALTH, text=RESTRICTED[5])
    add_note(
        desk,
        item.id,
        agency_id=HEALTH,
        text=RESTRICTED[6],
        sensitivity=Sensitivity.THIRD_PARTY,
    )
    for words, kind in (
        (f"Book the joint visit with {said}", Sensitivity.STANDARD),
        (f"Read {RESTRICTED[0]}", Sensitivity.RESTRICTED),
    ):
        add_action(
            desk,
            NewAction(
                words,
                WORKER,
                date(2026, 11, 26),
                person_id=item.person_id,
                meeting_id=made.meeting,
                sensitivity=kind,
            ),
        )
    record_decision(desk, item.id, Decided(f"Go on with the plan of {said}", f"Because {said}"))


def told(texts: Iterable[str], made: Planted, *, shown: str = "") -> set[str]:
    """Give every secret that can be read in some texts; the names of `shown` are none."""
    words = _words("\n".join(texts))
    figures = re.sub(r"[\s-]", "", "\n".join(texts)).casefold()
    own = made.names_of(shown) if shown else set()
    found = words & (made.all_names - own) | words & set(RESTRICTED)
    plain = (PHONE, MAIL, ADDRESS, POSTCODE, NUMBER, BORN)
    return found | {one for one in plain if one.replace(" ", "").casefold() in figures}


def _words(text: str) -> set[str]:
    folded = unicodedata.normalize("NFKD", text.casefold())
    seen = "".join(one for one in folded if unicodedata.category(one) not in {"Mn", "Cf"})
    return set(re.findall(r"[^\W\d_]{2,}", seen.translate({322: "l"})))
