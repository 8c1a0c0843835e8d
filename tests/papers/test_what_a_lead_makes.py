"""A lead professional makes papers about their own people; what is the panel's is refused."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.disclosing.recording import record_packs
from coordinator.casework.escalations.briefings import find_open_escalations
from coordinator.db.models import Person
from coordinator.domain.errors import NotPermittedError, WithheldError
from coordinator.domain.roles import Right, Role
from coordinator.exports.composing import OF_ONE, PaperKind
from coordinator.papers.drafting import draft_papers
from coordinator.papers.orders import Order, right_for
from coordinator.ui.screens.papers.kinds import OF_PANEL
from coordinator.wording.refusals.notices import notice_for
from tests.papers.entries import Entries
from tests.stores import HEALTH, NURSE, TODAY, sitting

K = PaperKind
OWN = {
    K.PLAN,
    K.PLAN_PAGE,
    K.MY_PLAN,
    K.MY_PLAN_LARGE,
    K.MY_PLAN_PLAIN,
    K.JOURNEY,
    K.ASSESSMENTS,
    K.HAND_OVER,
    K.REFERRAL_FORM,
}


@pytest.fixture
def lead(entries: Entries) -> Desk:
    entries.all_standard()
    return sitting(entries.desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)


def order(kind: PaperKind, whose: str = "KP-0001") -> Order:
    person = whose if kind in OF_ONE or kind in {K.PLAN, K.PLAN_PAGE} else ""
    return Order(kind, Path("x"), person=person, on=TODAY)


@pytest.mark.parametrize("kind", sorted(set(PaperKind) - OWN))
def test_what_is_the_panels_is_refused_with_a_sentence(lead: Desk, kind: PaperKind) -> None:
    with pytest.raises(NotPermittedError) as refused:
        list(draft_papers(lead, order(kind)))
    told = notice_for(refused.value)
    assert told.text.startswith(
        "The role 'lead professional' does not include: make the papers of the panel."
    )
    assert right_for(kind) is Right.EXPORT_PANEL


@pytest.mark.parametrize("kind", sorted(OWN))
def test_what_is_about_their_own_people_is_made(lead: Desk, kind: PaperKind) -> None:
    assert [draft.kind for draft in draft_papers(lead, order(kind))] == [kind]


@pytest.mark.parametrize("kind", sorted(OWN - {K.REFERRAL_FORM}))
def test_what_is_about_somebody_else_is_not(lead: Desk, entries: Entries, kind: PaperKind) -> None:
    assert entries.near is not None
    with entries.desk.read() as look:
        reference = look.get(Person, entries.near).reference
    with pytest.raises(WithheldError):
        list(draft_papers(lead, order(kind, reference)))


def test_nothing_else_of_the_panels_papers_is_theirs(lead: Desk) -> None:
    acts: list[Callable[[], object]] = [
        partial(find_open_escalations, lead),
        partial(record_packs, lead, lead.new_id(), [], "D26-0001"),
    ]
    for act in acts:
        with pytest.raises(NotPermittedError):
            act()
    assert read_directory(lead).agencies


def test_where_a_lead_looks_at_papers_only_theirs_are_offered() -> None:
    beside = {kind for kinds in OF_PANEL.values() for kind in kinds}
    assert beside >= OWN
    assert {kind for kind in beside if right_for(kind) is Right.EXPORT} == OWN
