"""Referrals: the queue, and one of them from a draft to its answer."""

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.bases import withdraw_basis
from coordinator.casework.panel.settings import start_as
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.plans.writing import begin_plan
from coordinator.casework.referrals.asking import accept_referral
from coordinator.casework.referrals.lists import find_referrals, read_referral
from coordinator.domain.lists.people import ReferralCriterion
from coordinator.domain.lists.reasons import NotAcceptedReason
from coordinator.domain.roles import Role, may
from coordinator.domain.states import ReferralStatus
from coordinator.ui.kit import theme
from coordinator.ui.places.every import (
    NewReferralPlace,
    PapersPlace,
    PersonPlace,
    PlanPlace,
    ReferralPlace,
)
from coordinator.ui.screens.referral.presenter import (
    Step,
    steps_of,
)
from coordinator.ui.screens.referrals.view import ReferralsView
from coordinator.wording.labels import label
from tests.based import with_basis
from tests.meetings import add_referral
from tests.stores import CHAIR, TODAY
from tests.ui.pages.referral_pages import List, Page

SCREENED = ReferralStatus.SCREENED


def test_the_queue_shows_who_waits_the_longest_first_and_the_answered_apart(desk: Desk) -> None:
    early = TODAY - timedelta(days=9)
    _p, later = add_referral(desk, "Petroc")
    _p, first = add_referral(desk, "Senara", referred_on=early)
    _p, done = add_referral(desk, "Mabyn", status=SCREENED)
    accept_referral(desk, done, reason="Fits", decided_by=CHAIR)
    queue = List(desk)

    assert [row.id for row in queue.rows] == [first, later]
    queue.presenter.show_answered(answered=True)
    assert [row.id for row in queue.rows] == [done]


def test_a_row_opens_its_referral_and_a_new_one_is_begun_from_the_queue(desk: Desk) -> None:
    _p, referral = add_referral(desk)
    queue = List(desk)
    queue.presenter.open_row(queue.rows[0])
    queue.presenter.begin()

    assert queue.told.places == [ReferralPlace(referral), NewReferralPlace()]


@pytest.mark.parametrize(
    ("status", "steps"),
    [
        (ReferralStatus.DRAFT, (Step.SUBMIT, Step.CHANGE, Step.WITHDRAW)),
        (ReferralStatus.SUBMITTED, (Step.SCREEN, Step.CHANGE, Step.WITHDRAW)),
        (
            SCREENED,
            (Step.ACCEPT, Step.DEFER, Step.NOT_FOR_US, Step.CHANGE, Step.WITHDRAW),
        ),
        (
            ReferralStatus.DEFERRED,
            (Step.SCREEN, Step.ACCEPT, Step.NOT_FOR_US, Step.CHANGE, Step.WITHDRAW),
        ),
        (ReferralStatus.ACCEPTED, (Step.LETTER, Step.OWN_LETTER, Step.PLAN)),
        (ReferralStatus.NOT_FOR_US, (Step.LETTER, Step.OWN_LETTER)),
        (ReferralStatus.WITHDRAWN, ()),
    ],
)
def test_a_referral_offers_the_steps_that_may_follow(
    desk: Desk, status: ReferralStatus, steps: tuple[Step, ...]
) -> None:
    _p, referral = add_referral(desk, status=status)

    assert Page(desk, referral).steps == steps


def test_a_representative_is_offered_no_decision(desk: Desk) -> None:
    _p, referral = add_referral(desk, status=SCREENED)
    page = read_referral(desk, referral)

    steps = steps_of(page, partial(may, Role.REPRESENTATIVE))
    assert steps == (Step.CHANGE, Step.WITHDRAW)


def test_handing_in_asks_a_reason_for_each_thing_that_is_missing(desk: Desk) -> None:
    _p, referral = add_referral(
        desk, status=ReferralStatus.DRAFT, offer="", why_now="Back on the street"
    )
    page = Page(desk, referral)
    page.presenter.do(Step.SUBMIT)

    assert page.forms.question is not None
    asked = {ask.name: ask.title for ask in page.forms.question.asks}
    assert list(asked.values()) == [
        "The referrer has not said what they will keep doing.",
        "Nobody has said whether children are affected.",
    ]
    page.forms.answer(**dict.fromkeys(asked, "Not known yet"))
    assert page.status is ReferralStatus.SUBMITTED
    assert read_referral(desk, referral).no_offer_reason == "Not known yet"


def test_what_blocks_handing_in_is_told_on_the_page(desk: Desk) -> None:
    _p, referral = add_referral(desk, status=ReferralStatus.DRAFT, why_now="")
    page = Page(desk, referral)
    page.presenter.do(Step.SUBMIT)

    assert [one.what for one in page.told.notices] == ["The referral does not say why now."]
    assert page.status is ReferralStatus.DRAFT


def test_screening_keeps_its_note(desk: Desk) -> None:
    _p, referral = add_referral(desk)
    page = Page(desk, referral)
    page.presenter.do(Step.SCREEN)
    page.forms.answer(note="Known to three agencies")

    assert page.status is SCREENED
    assert read_referral(desk, referral).screening_note == "Known to three agencies"


def test_the_coordinator_writes_down_the_chairs_acceptance_with_its_reason(desk: Desk) -> None:
    person, referral = add_referral(desk, status=SCREENED)
    page = Page(desk, referral)
    page.presenter.do(Step.ACCEPT)
    page.forms.answer(reason=" ")
    assert page.forms.faults == {"reason": "required"}
    assert page.status is SCREENED

    review = TODAY + timedelta(days=28)
    page.forms.answer(reason="Four services at once", next_review_on=review)
    found = read_referral(desk, referral)
    assert (page.status, found.decided_by) == (ReferralStatus.ACCEPTED, "Morwenna Tregear")
    assert page.steps == (Step.LETTER, Step.OWN_LETTER, Step.PLAN)
    page.presenter.do(Step.PLAN)
    page.presenter.do(Step.PERSON)
    assert page.told.places == [PlanPlace(person), PersonPlace(person)]
    begin_plan(desk, with_basis(desk, person))
    assert read_plan(desk, person).offers[0].line.what == "Weekly visits go on."


def test_a_yes_waits_once_the_basis_is_withdrawn_and_the_page_says_so(desk: Desk) -> None:
    person, referral = add_referral(desk, status=SCREENED)
    page = Page(desk, referral)
    page.presenter.do(Step.ACCEPT)
    page.forms.answer(reason="Four services at once", next_review_on=TODAY + timedelta(days=28))
    assert page.opened is not None
    assert not page.opened.letter_waits  # a referral is answered before there is a basis
    withdraw_basis(desk, with_basis(desk, person), reason="They objected")
    later = Page(desk, referral)
    assert later.opened is not None
    assert later.opened.letter_waits
    later.presenter.do(Step.LETTER)
    assert later.told.places == []
    assert "or was withdrawn" in later.told.notices[-1].what


def test_a_deferred_referral_comes_back_and_can_be_answered(desk: Desk) -> None:
    _p, referral = add_referral(desk, status=SCREENED)
    page = Page(desk, referral)
    page.presenter.do(Step.DEFER)
    page.forms.answer(reason="Housing is to be asked first")

    assert page.status is ReferralStatus.DEFERRED
    assert Step.ACCEPT in page.steps


def test_not_for_us_says_why_and_who_instead(desk: Desk) -> None:
    _p, referral = add_referral(desk, status=SCREENED)
    page = Page(desk, referral)
    page.presenter.do(Step.NOT_FOR_US)
    page.forms.answer(reason="Elsewhere")
    assert page.forms.faults == {"not_accepted_reason": "required"}
    because = NotAcceptedReason.OTHER_FORUM
    page.forms.answer(reason="Elsewhere", not_accepted_reason=because)
    assert page.forms.faults == {"destination": "required"}
    page.forms.answer(reason="Elsewhere", not_accepted_reason=because, destination="The MARAC")

    found = read_referral(desk, referral)
    assert (page.status, found.destination) == (ReferralStatus.NOT_FOR_US, "The MARAC")


def test_withdrawing_needs_a_reason(desk: Desk) -> None:
    _p, referral = add_referral(desk)
    page = Page(desk, referral)
    page.presenter.do(Step.WITHDRAW)
    page.forms.answer(reason="")
    assert page.forms.faults == {"reason": "required"}
    page.forms.answer(reason="Moved away")
    assert page.status is ReferralStatus.WITHDRAWN


def test_a_referral_is_changed_where_it_was_changed(desk: Desk) -> None:
    _p, referral = add_referral(desk)
    page = Page(desk, referral)
    page.presenter.do(Step.CHANGE)
    page.forms.answer(why_now="Evicted", criteria=(ReferralCriterion.RISK_TO_SELF,))

    found = read_referral(desk, referral)
    assert (found.why_now, found.criteria) == ("Evicted", (ReferralCriterion.RISK_TO_SELF,))
    assert found.offer == "Weekly visits go on."


def test_the_widgets_of_the_queue_show_rows_and_open_them(
    desk: Desk, qtbot: QtBot, look: theme.Look
) -> None:
    add_referral(desk, "Petroc", offer="")
    view = ReferralsView()
    qtbot.addWidget(view)
    QAbstractItemModelTester(view.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view.show_referrals(find_referrals(desk), TODAY, answered=False)
    index = view.table.rows.index(0, 5)

    assert index.data() == "No offer yet"
    with qtbot.waitSignal(view.row_opened) as opened:
        view.table.opened.emit(view.table.rows.rows[0])
    assert opened.args is not None
    assert opened.args[0].name.given == "Petroc"


def test_the_blank_form_is_a_paper_asked_for_from_the_queue(desk: Desk) -> None:
    queue = List(desk)
    queue.presenter.open_form()
    assert queue.told.places == [PapersPlace(kind="referral-form")]


def test_screening_is_told_who_the_panel_is_for_in_its_words(desk: Desk) -> None:
    start_as(desk, "marm")
    _p, referral = add_referral(desk, criteria=["risk_to_self", "no_home"])
    page = Page(desk, referral)
    page.presenter.do(Step.SCREEN)
    assert page.forms.question is not None
    assert "self-neglect, hoarding" in page.forms.question.about
    page.presenter.do(Step.CHANGE)
    asked = next(one for one in page.forms.question.asks if one.name == "criteria")
    words = dict(asked.choices)
    assert words[ReferralCriterion.RISK_TO_SELF].startswith("Serious risk from self-neglect")
    assert words[ReferralCriterion.NO_HOME] == label(ReferralCriterion.NO_HOME)
    assert ReferralCriterion.FREQUENT_MARAC not in words
