"""The agenda lies on the table: nothing restricted is printed on it, whoever its copy is for."""

from dataclasses import dataclass
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.escalations.answering import answer_escalation
from coordinator.casework.meetings.agendas import NewItem, add_item, add_urgent_item, write_agenda
from coordinator.casework.need_to_know.bases import record_basis
from coordinator.casework.need_to_know.field_guards import (
    find_restrictable_parts,
    find_restrictable_texts,
    set_part_sensitivity,
)
from coordinator.casework.need_to_know.restrictions import find_restrictable, set_sensitivity
from coordinator.casework.people.around import note_forum
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.lists.sharing import ForumKind
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.papers.agenda import Agenda
from coordinator.domain.people.around import Forum
from coordinator.domain.person.case_sheets import WHOLE_PANEL, Audience
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from coordinator.papers.agendas import agenda_model
from coordinator.papers.packs import pack_model
from coordinator.wording.agendas import restricted_here
from tests.based import COMPLETE
from tests.casework.entries_on_file import a_person
from tests.casework.stuck_people import ASK, PARTLY, stuck
from tests.casework.test_nothing_leaks import words_in
from tests.meetings import add_seats, next_meeting_of, weekly
from tests.stores import CHAIR, COUNCIL, TODAY, WORKER

RESTRICTED = Sensitivity.RESTRICTED
SAID = ("zzurgent", "zzsought", "zztopic", "zzaction", ASK, PARTLY.text, "Mental health care plan")


@dataclass(frozen=True)
class Table:
    desk: Desk
    people: tuple[UUID, UUID]
    meeting: UUID

    def papers(self) -> dict[str, Agenda]:
        """Give every agenda that those have who may read all."""
        chair = Audience("The chair", COUNCIL, Reader(Role.CHAIR, COUNCIL, CHAIR))
        return {
            "own": agenda_model(self.desk, self.meeting, WHOLE_PANEL),
            "chair": agenda_model(self.desk, self.meeting, chair),
            "own pack": pack_model(self.desk, self.meeting, WHOLE_PANEL).agenda,
            "pack of the chair": pack_model(self.desk, self.meeting, chair).agenda,
        }

    def restrict(self) -> None:
        """Restrict everything there is about the two, and each text about nobody."""
        for who in self.people:
            for one in find_restrictable(self.desk, who):
                set_sensitivity(self.desk, one.kind, one.id, RESTRICTED, seen=one.revision)
        parts = [one for who in self.people for one in find_restrictable_parts(self.desk, who)]
        for one in (*parts, *find_restrictable_texts(self.desk, self.meeting)):
            if one.field and one.kind is RecordKind.AGENDA_ITEM:
                part = Part(one.kind, one.id, one.field)
                set_part_sensitivity(self.desk, part, RESTRICTED, seen=one.revision)


@pytest.fixture
def table(desk: Desk) -> Table:
    """An agenda with two people on it, and a topic; what it says is told by `SAID`."""
    add_seats(desk)
    case = stuck(desk)
    other = a_person(desk, "Jory", "Bolitho")
    for one in (case.person, other):
        record_basis(desk, one, **COMPLETE)
    note_forum(desk, other, Forum(ForumKind.CARE_PROGRAMME))
    answer_escalation(desk, case.asked(), PARTLY, seen=2)
    add_action(desk, NewAction("zzaction", WORKER, TODAY, case.person))
    meeting = next_meeting_of(desk, weekly(desk))
    new = NewItem(person_id=other, outcome_sought="zzsought")
    add_urgent_item(desk, meeting, new, reason="zzurgent")
    add_item(desk, meeting, NewItem(title="zztopic"))
    write_agenda(desk, meeting)
    return Table(desk, (case.person, other), meeting)


def said(paper: Agenda) -> set[str]:
    text = " ".join(words_in(paper))
    return {word for word in SAID if word.lower() in text.lower()}


def test_no_agenda_prints_what_few_may_read_and_all_keep_its_lines(table: Table) -> None:
    before = table.papers()
    assert {name: said(paper) for name, paper in before.items()} == {
        name: {*SAID} for name in before
    }
    table.restrict()
    for name, paper in table.papers().items():
        assert said(paper) == set(), name
        assert _lines(paper) == _lines(before[name]), name
        assert restricted_here() in {one.text for due in paper.actions_due for one in due.actions}
        assert restricted_here() in {one.ask for one in paper.escalations}
        assert restricted_here() in paper.urgent[0].why


def _lines(paper: Agenda) -> tuple[object, ...]:
    """Give what whoever runs the meeting needs: every line with its place and time."""
    people = (*paper.urgent, *paper.reviews, *paper.referrals, *paper.closures)
    actions = [(one.number, one.due) for due in paper.actions_due for one in due.actions]
    asked = [(one.reference, one.person) for one in paper.escalations]
    return [(one.person, one.starts) for one in people], actions, asked, len(paper.topics)
