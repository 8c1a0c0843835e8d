"""Papers about one person wait for their information basis: one table, for paper and screen."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.leads.agreeing import agree_lead, hand_over
from coordinator.casework.need_to_know.bases import begin_urgent_work, record_basis, withdraw_basis
from coordinator.casework.plans.writing import begin_plan
from coordinator.casework.referrals.asking import accept_referral
from coordinator.domain.errors import BasisLackingError, GuardError
from coordinator.domain.lists.panel import Feature
from coordinator.domain.states import Answer, ReferralStatus
from coordinator.exports.composing import LETTERS, OF_ONE, PaperKind
from coordinator.papers.bare import NEEDS, papers_that_wait
from coordinator.papers.drafting import draft_papers
from coordinator.papers.making import keep_paper, lay_out, record_printing
from coordinator.papers.orders import Draft, Order
from coordinator.ui.shared.escalation_text import read_letter
from tests.based import with_basis
from tests.casework.stuck_people import stuck
from tests.meetings import add_referral
from tests.stores import NURSE, WORKER
from tests.switched import switch_on

_K = PaperKind
WHOLE = {_K.PLAN, _K.PLAN_PAGE, _K.ASSESSMENTS, _K.JOURNEY, _K.JOURNEY_LEARNING, _K.CLOSURE}
WORK = {_K.HAND_OVER, _K.ESCALATION}
WHY = "It freezes tonight"


def _draft(desk: Desk, kind: PaperKind) -> Draft:
    (draft,) = draft_papers(desk, Order(kind, Path(), person="KP-0001"))
    return draft


@pytest.fixture
def handed(desk: Desk, chair: Desk) -> UUID:
    """Somebody taken on from a referral and handed over, with a plan; their basis is complete."""
    person, referral = add_referral(desk, status=ReferralStatus.SCREENED)
    case = accept_referral(chair, referral, reason="Four services at once.").result
    with_basis(desk, person)
    agree_lead(chair, case, NURSE, person_told=Answer.YES)
    hand_over(chair, case, WORKER, note="Call first.", person_told=Answer.YES)
    begin_plan(desk, person)
    switch_on(desk, Feature.ASSESSMENTS)
    return person


def test_every_paper_about_one_person_that_leaves_says_what_it_waits_for() -> None:
    about_one = {
        *LETTERS,
        _K.PLAN,
        _K.PLAN_PAGE,
        _K.ASSESSMENTS,
        _K.JOURNEY,
        _K.JOURNEY_LEARNING,
        _K.ESCALATION,
    }
    assert about_one == NEEDS.keys()
    elsewhere = OF_ONE - about_one  # to themselves, for the officer, or of nobody any more
    assert elsewhere == {
        _K.ACCESS,
        _K.ACCESS_LIST,
        _K.DISCLOSURE_SCHEDULE,
        _K.CERTIFICATE,
        _K.DISPOSALS,
        _K.MY_PLAN,
        _K.MY_PLAN_LARGE,
        _K.MY_PLAN_PLAIN,
    }


def _complete(_desk: Desk, _person: UUID) -> None:
    """Leave the basis as it is."""


def _incomplete(desk: Desk, person: UUID) -> None:
    record_basis(desk, person, gateway=None)


def _urgent(desk: Desk, person: UUID) -> None:
    _incomplete(desk, person)
    begin_urgent_work(desk, person, reason=WHY)


def _withdrawn(desk: Desk, person: UUID) -> None:
    _urgent(desk, person)
    withdraw_basis(desk, person, reason="They objected")


@pytest.mark.parametrize(
    ("stands", "waiting"),
    [
        (_complete, set()),
        (_urgent, WHOLE),
        (_incomplete, WHOLE | WORK),
        (_withdrawn, WHOLE | WORK | {_K.ACCEPTED}),
    ],
)
def test_what_waits_is_named_beforehand_and_refused_and_the_rest_goes(
    desk: Desk, handed: UUID, stands: Callable[[Desk, UUID], None], waiting: set[PaperKind]
) -> None:
    stands(desk, handed)
    assert papers_that_wait(desk, handed) == waiting
    for kind in NEEDS.keys() - {_K.ESCALATION, _K.CLOSURE, _K.NOT_FOR_US}:
        if kind in waiting:
            with pytest.raises(BasisLackingError):
                _draft(desk, kind)
        else:
            assert _draft(desk, kind).person == handed
    for kind in (_K.CLOSURE, _K.NOT_FOR_US):  # neither closed nor declined: what comes first
        with pytest.raises(BasisLackingError if kind in waiting else GuardError):
            _draft(desk, kind)


def test_what_was_looked_at_does_not_leave_once_the_basis_is_withdrawn(
    desk: Desk, handed: UUID, tmp_path: Path
) -> None:
    draft = _draft(desk, _K.HAND_OVER)
    laid, folder = lay_out(draft), tmp_path / "papers"
    folder.mkdir()
    withdraw_basis(desk, handed, reason="They objected")
    with pytest.raises(BasisLackingError):
        keep_paper(desk, draft, laid, folder)
    with pytest.raises(BasisLackingError):
        record_printing(desk, draft, laid)
    assert list(folder.iterdir()) == []


def test_neither_briefing_nor_text_goes_to_whoever_is_asked_once_it_is_withdrawn(
    desk: Desk,
) -> None:
    case = stuck(desk)
    key = case.asked()
    assert "KP-0001" in read_letter(desk, key).text
    withdraw_basis(desk, case.person, reason="They objected")
    for read in (
        lambda: read_letter(desk, key),
        lambda: list(draft_papers(desk, Order(_K.ESCALATION, Path(), escalation="E26-001"))),
    ):
        with pytest.raises(BasisLackingError):
            read()
