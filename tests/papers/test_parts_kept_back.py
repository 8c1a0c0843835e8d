"""Nothing of a part that is held back: an address, why now, a hand-over note, anywhere.

Each part of the person, the plan, the referral, the case, the lead and the basis that can be held
back alone holds a word of its own, and whoever may not have them is given all there is to give.
"""

import random
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.cases.caseload import read_caseload
from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.live.wall import read_wall_item
from coordinator.casework.need_to_know.field_guards import (
    find_restrictable_parts,
    find_restrictable_texts,
    set_part_sensitivity,
)
from coordinator.casework.need_to_know.restrictions import set_sensitivity
from coordinator.casework.outreach.reads import find_areas
from coordinator.casework.people.entering import add_alias, correct_person
from coordinator.casework.people.finding import find_everything, find_people
from coordinator.casework.person.pages import read_person
from coordinator.casework.plans.reading import read_plan, read_version
from coordinator.casework.plans.writing import agree_plan, edit_plan
from coordinator.casework.records.history import read_person_history
from coordinator.casework.voice.own_plan_reads import read_own_plan
from coordinator.db import models
from coordinator.db.store import Store
from coordinator.domain.cases.caseload import CaseloadFilter
from coordinator.domain.errors import (
    GuardError,
    MissingRecordError,
    ReasonNeededError,
    StaleRecordError,
)
from coordinator.domain.need_to_know.field_guards import GUARDABLE
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.plans.rules import Agreement
from coordinator.domain.roles import Role
from coordinator.domain.states import CaseStatus, Sensitivity
from coordinator.exports.worker import Press
from tests.casework.test_nothing_leaks import heard, words_in
from tests.casework.told import Told, tell_everything
from tests.papers.entries import Entries
from tests.papers.leaving import ask_for_all, paper_texts
from tests.papers.parts import planted_parts
from tests.requests import based
from tests.stores import CHAIR, COORDINATOR, COUNCIL, HEALTH, NURSE, TODAY, Clock, keyspec, sitting

AGENCY = "Kerrow Mental Health"
SEATS = [(NURSE, Role.LEAD_PROFESSIONAL), (NURSE, Role.REPRESENTATIVE), (NURSE, Role.AUDITOR)]


@dataclass(frozen=True)
class Planted:
    """A store with one person, and the word that stands in each part."""

    desk: Desk
    told: Told
    words: Mapping[Part, str]

    def chair(self) -> Desk:
        return sitting(self.desk, CHAIR, Role.CHAIR, COUNCIL)

    def seat(self, who: UUID, role: Role) -> Desk:
        return sitting(self.desk, who, role, HEALTH)

    def word(self, field: str) -> str:
        return next(word for part, word in self.words.items() if part.field == field)

    def set(self, level: Sensitivity, parts: list[Part] | None = None) -> None:
        known = {
            Part(one.kind, one.id, one.field): one
            for one in (
                *find_restrictable_parts(self.desk, self.told.person),
                *find_restrictable_texts(self.desk, self.told.meeting),
            )
        }
        for part in parts if parts is not None else self.words:
            if known[part].sensitivity is not level:
                seen = known[part].revision
                set_part_sensitivity(self.desk, part, level, seen=seen, reason="Looked at")

    def agree(self) -> UUID:
        plan = read_plan(self.desk, self.told.person)
        agreed = Agreement(decided_by=CHAIR, reason="By telephone")
        return agree_plan(self.chair(), plan.id, agreed, seen=plan.revision).result

    def leaks(self, said: Mapping[str, str]) -> list[str]:
        return sorted(
            f"{part.kind.value}.{part.field} in {where}"
            for where, text in said.items()
            for part, word in self.words.items()
            if word in text
        )


@pytest.fixture(scope="module")
def planted(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planted]:
    path = tmp_path_factory.mktemp("parts") / "panel.db"
    shutil.copy(template, path)
    sitter = Sitter(COORDINATOR, Role.COORDINATOR, COUNCIL)
    desk = Desk(Store(path, keyspec), sitter, now=Clock(), random=random.Random(5).randbytes)
    made = plant(desk, tell_everything(desk, sitting(desk, CHAIR, Role.CHAIR, COUNCIL)))
    yield made
    desk.store.close()


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    with Press() as press:
        yield press


def plant(desk: Desk, told: Told) -> Planted:
    based(desk, told.person)
    with desk.store.transaction(desk.stamp()) as tx:
        tx.add(closed_before(desk, told))
        tx.session.flush()
        words = planted_parts(tx, told.person)
        tx.journal("test.planted")
    return Planted(desk, told, words)


def closed_before(desk: Desk, told: Told) -> models.Case:
    """An earlier period on the panel, over: its closing has words of its own."""
    return models.Case(
        id=desk.new_id(),
        person_id=told.person,
        status=CaseStatus.CLOSED,
        opened_on=TODAY - timedelta(days=900),
        closed_on=TODAY - timedelta(days=500),
    )


def papers(planted: Planted, press: Press) -> dict[str, str]:
    entries = Entries(planted.desk, planted.told, planted.told.meeting, {}, {}, {})
    return paper_texts(ask_for_all(entries, AGENCY).drafts, press)


def test_every_part_there_is_to_hold_back_is_tried(planted: Planted) -> None:
    tried = {(part.kind, part.field) for part in planted.words}
    offered = {(kind, field) for kind, fields in GUARDABLE.items() for field in fields}
    assert offered - tried == {(RecordKind.PERSON, "housing")}  # chosen from a list


def test_no_paper_for_an_agency_and_no_read_from_another_seat_holds_a_word(
    planted: Planted, press: Press
) -> None:
    planted.set(Sensitivity.STANDARD)
    planted.agree()  # a version from before anything was held back
    open_papers = papers(planted, press)
    open_reads = heard(planted.seat(*SEATS[0]), planted.told)
    shown = {line.split(" in ")[0] for line in planted.leaks({**open_papers, **open_reads})}
    assert len(planted.leaks(open_papers)) > 10
    assert len(shown) > 45  # else the rest proves nothing
    planted.set(Sensitivity.RESTRICTED)
    planted.agree()  # and one from after it
    said = papers(planted, press)
    assert len(said) == len(open_papers)
    assert planted.leaks(said) == []
    for seat in SEATS:
        assert planted.leaks(heard(planted.seat(*seat), planted.told)) == []
    wall = read_wall_item(
        planted.desk, planted.told.meeting, planted.told.items[0], names_shown=True
    )
    assert planted.leaks({"wall": " ".join(words_in(wall))}) == []
    assert planted.leaks({"own": own_words(planted)}) == []


def own_words(planted: Planted) -> str:
    with suppress(MissingRecordError, GuardError):
        return " ".join(words_in(read_own_plan(planted.desk, planted.told.person)))
    return ""


def test_whoever_may_have_them_reads_them_with_their_marks(planted: Planted) -> None:
    planted.set(Sensitivity.SERIOUS_HARM)
    page = read_person(planted.desk, planted.told.person)
    assert page.details.address == planted.word("address")
    assert page.parts[planted.told.person]["address"] is Sensitivity.SERIOUS_HARM
    plan = read_plan(planted.desk, planted.told.person)
    assert plan.text["what_matters"] == planted.word("what_matters")
    assert plan.parts["what_matters"] is Sensitivity.SERIOUS_HARM
    version = read_version(planted.desk, planted.agree())
    assert version.snapshot.text["what_matters"] == planted.word("what_matters")
    theirs = read_person(planted.seat(*SEATS[0]), planted.told.person)
    assert (theirs.details.address, theirs.parts) == ("", {})


def test_there_is_no_sign_that_a_part_is_held_back(planted: Planted) -> None:
    person, lead = planted.told.person, planted.seat(*SEATS[0])
    planted.set(Sensitivity.RESTRICTED)
    history = read_person_history(lead, person, limit=500)
    fields = {move.field for one in history.happenings for move in one.moves}
    kinds = {move.kind for one in history.happenings for move in one.moves}
    assert not fields & {"address", "why_now", "handover_note"}
    assert RecordKind.FIELD_GUARD not in kinds
    assert "entry.part_sensitivity_changed" not in {one.act for one in history.happenings}
    theirs = read_person_history(planted.desk, person, limit=500)
    assert RecordKind.FIELD_GUARD in {m.kind for one in theirs.happenings for m in one.moves}


def test_a_place_that_is_held_back_finds_nobody(planted: Planted) -> None:
    lead, word = planted.seat(*SEATS[0]), planted.word("place")
    place = [part for part in planted.words if part.field == "place"]
    planted.set(Sensitivity.STANDARD, place)
    wanted = CaseloadFilter(place=word)
    assert word in find_areas(lead)
    assert len(read_caseload(lead, wanted=wanted).rows) == 1
    planted.set(Sensitivity.THIRD_PARTY, place)
    assert word not in find_areas(lead)
    assert not read_caseload(lead, wanted=wanted).rows
    assert len(read_caseload(planted.desk, wanted=wanted).rows) == 1


def test_whoever_was_shown_a_blank_does_not_write_over_it(planted: Planted) -> None:
    person, lead = planted.told.person, planted.seat(*SEATS[0])
    planted.set(Sensitivity.RESTRICTED)
    seen = read_person(lead, person).person.revision
    with pytest.raises(GuardError) as refused:
        correct_person(lead, person, seen=seen, address="2 New Road")
    assert refused.value.guard == "part-kept"
    correct_person(lead, person, seen=seen, address="", mobility="", born_on=TODAY.replace(1980))
    assert read_person(planted.desk, person).details.address == planted.word("address")
    plan = read_plan(lead, person)
    with pytest.raises(GuardError):
        edit_plan(lead, plan.id, seen=plan.revision, what_matters="Something else")


def test_saying_it_again_for_more_people_needs_a_reason_and_what_was_shown(
    planted: Planted,
) -> None:
    (part,) = [part for part in planted.words if part.field == "gp"]
    planted.set(Sensitivity.RESTRICTED, [part])
    shown = {one.field: one for one in find_restrictable_parts(planted.desk, planted.told.person)}
    seen = shown["gp"].revision
    with pytest.raises(ReasonNeededError):
        set_part_sensitivity(planted.desk, part, Sensitivity.STANDARD, seen=seen)
    set_part_sensitivity(planted.desk, part, Sensitivity.THIRD_PARTY, seen=seen)
    with pytest.raises(StaleRecordError):
        set_part_sensitivity(planted.desk, part, Sensitivity.PRIVILEGED, seen=seen)
    with pytest.raises(StaleRecordError):
        set_part_sensitivity(planted.desk, part, Sensitivity.PRIVILEGED, seen=0)
    wrong = Part(RecordKind.PERSON, planted.told.person, "family_name")
    with pytest.raises(MissingRecordError):
        set_part_sensitivity(planted.desk, wrong, Sensitivity.PRIVILEGED, seen=0)


def test_of_two_that_speak_of_one_part_the_strictest_holds(planted: Planted) -> None:
    (part,) = [part for part in planted.words if part.field == "pets"]
    planted.set(Sensitivity.STANDARD, [part])
    with planted.desk.store.transaction(planted.desk.stamp()) as tx:
        other = models.FieldGuard(
            id=planted.desk.new_id(),
            person_id=planted.told.person,
            entry_kind=part.kind,
            entry_id=part.entry,
            field=part.field,
            level=Sensitivity.PRIVILEGED,
        )
        tx.add(other)
        tx.journal("test.twice")
    assert read_person(planted.seat(*SEATS[0]), planted.told.person).details.pets == ""
    found = {one.field: one for one in find_restrictable_parts(planted.desk, planted.told.person)}
    assert found["pets"].sensitivity is Sensitivity.PRIVILEGED


def test_a_search_from_another_seat_knows_no_name_that_is_held_back(planted: Planted) -> None:
    person, lead = planted.told.person, planted.seat(*SEATS[0])
    alias = add_alias(planted.desk, person, "Zorander").result
    assert [row.id for row in find_people(lead, "Zorander").rows] == [person]
    set_sensitivity(planted.desk, RecordKind.ALIAS, alias, Sensitivity.RESTRICTED, seen=1)
    assert not find_people(lead, "Zorander").rows
    assert not find_everything(lead, "Zorander")
    assert [row.id for row in find_people(planted.desk, "Zorander").rows] == [person]
    assert "Zorander" not in {one.name for one in read_person(lead, person).aliases}
