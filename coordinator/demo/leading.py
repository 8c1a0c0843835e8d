"""A lead professional's days away from the panel, and what the coordinator writes meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from coordinator.casework.actions.outcomes import set_outcome
from coordinator.casework.cases.caseload import read_caseload
from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.people.contacts import log_contact
from coordinator.casework.plans.reading import find_people_with_plan, read_plan
from coordinator.casework.plans.writing import edit_plan
from coordinator.demo.words import bundled
from coordinator.domain.actions.rules import Outcome
from coordinator.domain.cases.caseload import CaseloadFilter
from coordinator.domain.directory.rules import ProfessionalRow
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.people.contacts import NewContact
from coordinator.domain.roles import Role
from coordinator.domain.states import ActionStatus

_OPEN = frozenset({ActionStatus.OPEN, ActionStatus.IN_PROGRESS})


@dataclass(frozen=True, slots=True)
class Leading:
    """Who takes work away, and about whom both they and the coordinator write."""

    professional: UUID
    name: str
    agency: str
    person: UUID


def find_leading(desk: Desk) -> Leading:
    """Give whoever leads most people, one of them with a plan that can be worked on.

    Raises:
        MissingRecordError: Nobody does; a fault in the story that is told.
    """
    with_plan = frozenset(find_people_with_plan(desk))
    found: list[tuple[int, Leading]] = []
    for one in read_directory(desk).professionals:
        rows = read_caseload(desk, wanted=CaseloadFilter(lead=one.id)).rows
        fit = [row.person for row in rows if row.basis_complete and row.person in with_plan]
        if fit and one.role is Role.LEAD_PROFESSIONAL:
            found.append((len(rows), _leading(one, fit[0])))
    if not found:
        raise MissingRecordError(what="lead", key="")
    return max(found, key=lambda one: one[0])[1]


def write_at_panel(desk: Desk, person: UUID) -> None:
    """Write how to work with somebody, while their lead writes something else."""
    _edit(desk, person, _said()["panel_writes"])


def work_away(desk: Desk, person: UUID) -> None:
    """Meet somebody, write how to work with them, and do one of the own actions."""
    _meet(desk, person, ContactResult.MET_ENGAGED, _said()["met"])
    _edit(desk, person, _said()["lead_writes"])
    plan = read_plan(desk, person)
    mine = desk.sitter.professional
    for action in plan.actions:
        if action.owner.id == mine and action.status in _OPEN:
            done = Outcome(ActionStatus.DONE, note=_said()["done"], done_on=desk.today())
            set_outcome(desk, action.id, done, seen=action.revision)
            return


def work_on(desk: Desk, person: UUID) -> None:
    """Look after somebody again, after the first work was handed back."""
    _meet(desk, person, ContactResult.SIGHTED, _said()["after"])


def _said() -> Mapping[str, str]:
    return dict(bundled("words")["away"])


def _leading(one: ProfessionalRow, person: UUID) -> Leading:
    return Leading(one.id, one.name, one.agency, person)


def _edit(desk: Desk, person: UUID, words: str) -> None:
    plan = read_plan(desk, person)
    edit_plan(desk, plan.id, seen=plan.revision, how_to_work=words)


def _meet(desk: Desk, person: UUID, result: ContactResult, note: str) -> None:
    log_contact(desk, NewContact(person, desk.now(), ContactType.STREET, result, note=note))
