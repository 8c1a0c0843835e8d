"""Referrals: the queue, one referral to its answer, a new one with possible duplicates."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.casework.drafts import read_drafts
from coordinator.casework.finding import find_people
from coordinator.casework.people import register_person
from coordinator.casework.plan_reads import read_plan
from coordinator.casework.plans import begin_plan
from coordinator.casework.referral_lists import find_referrals, read_referral
from coordinator.casework.referrals import accept_referral
from coordinator.domain.lists.people import ReferralCriterion
from coordinator.domain.lists.reasons import NotAcceptedReason
from coordinator.domain.people import PersonRow
from coordinator.domain.person_pages import PossibleDuplicate
from coordinator.domain.referrals import ReferralRow
from coordinator.domain.roles import Role, may
from coordinator.domain.states import Answer, ReferralStatus
from coordinator.ui.asking import Asking
from coordinator.ui.kit import theme
from coordinator.ui.kit.asks import Ask
from coordinator.ui.places import NewReferralPlace, PersonPlace, PlanPlace, ReferralPlace
from coordinator.ui.screens.new_referral.presenter import NewReferralPresenter
from coordinator.ui.screens.new_referral.view import NewReferralView
from coordinator.ui.screens.referral.presenter import (
    OpenReferral,
    ReferralPresenter,
    Step,
    steps_of,
)
from coordinator.ui.screens.referrals.presenter import ReferralsPresenter
from coordinator.ui.screens.referrals.view import ReferralsView
from tests.meetings import add_referral
from tests.stores import CHAIR, NURSE, TODAY
from tests.ui.desks import Forms, Told
from tests.ui.immediate import ImmediateJobs

SCREENED = ReferralStatus.SCREENED


class List:
    """The queue as it would be shown."""

    def __init__(self, desk: Desk) -> None:
        self.rows: list[ReferralRow] = []
        self.told = Told()
        self.jobs = ImmediateJobs(desk)
        self.presenter = ReferralsPresenter(self.jobs, self, self.told.go)
        self.presenter.load()

    def show_referrals(self, rows: Sequence[ReferralRow], today: date, *, answered: bool) -> None:
        self.rows = list(rows)


class Page:
    """One referral as it would be shown."""

    def __init__(self, desk: Desk, referral: UUID) -> None:
        self.desk, self.referral = desk, referral
        self.opened: OpenReferral | None = None
        self.told, self.forms = Told(), Forms()
        self.jobs = ImmediateJobs(desk)
        self.presenter = ReferralPresenter(
            self.jobs,
            self,
            Asking(self.jobs, self.forms),
            self.told.tell,
            self.told.go,
            referral,
        )
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    def show_referral(self, opened: OpenReferral) -> None:
        self.opened = opened

    @property
    def steps(self) -> tuple[Step, ...]:
        assert self.opened is not None
        return self.opened.steps

    @property
    def status(self) -> ReferralStatus:
        return read_referral(self.desk, self.referral).row.status


class New:
    """A referral that is being made."""

    def __init__(self, desk: Desk) -> None:
        self.found: list[PossibleDuplicate] = []
        self.chosen: PersonRow | None = None
        self.faults: dict[str, str] = {}
        self.typed: dict[str, Any] = {}
        self.told = Told()
        self.jobs = ImmediateJobs(desk)
        self.presenter = NewReferralPresenter(self.jobs, self, self.told.tell, self.told.go)
        self.presenter.load()

    def show_form(self, person: Sequence[Ask], referral: Sequence[Ask]) -> None:
        lines = {ask.name: ask.value or "" for ask in person}
        self.blank_person = lines | {"born_on": None, "children_affected": None}
        self.blank = {ask.name: ask.value for ask in referral}

    def show_typed(self, values: Mapping[str, Any]) -> None:
        self.typed = dict(values)

    def show_duplicates(self, found: Sequence[PossibleDuplicate]) -> None:
        self.found = list(found)

    def show_chosen(self, person: PersonRow | None) -> None:
        self.chosen = person

    def show_faults(self, faults: Mapping[str, str]) -> None:
        self.faults = dict(faults)

    def type(self, **values: Any) -> None:
        who = {name: values.get(name, was) for name, was in self.blank_person.items()}
        self.presenter.typed(who, values)

    def save(self, person: dict[str, Any], **referral: Any) -> None:
        self.presenter.save(self.blank_person | person, self.blank | referral)


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
        (ReferralStatus.ACCEPTED, (Step.PLAN,)),
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
    assert page.steps == (Step.PLAN,)
    page.presenter.do(Step.PLAN)
    page.presenter.do(Step.PERSON)
    assert page.told.places == [PlanPlace(person), PersonPlace(person)]
    begin_plan(desk, person)
    assert read_plan(desk, person).offers[0].line.what == "Weekly visits go on."


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
    assert page.status is ReferralStatus.SUBMITTED
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


def test_possible_duplicates_are_listed_while_the_name_is_typed(desk: Desk) -> None:
    known = register_person(desk, given_name="Kezia", family_name="Trelawny").result
    new = New(desk)
    new.type(given_name="K")
    assert new.found == []
    new.type(given_name="Kezia", family_name="Trelawney")

    assert [one.person.id for one in new.found] == [known]


def test_choosing_somebody_on_file_refers_them_and_registers_nobody(desk: Desk) -> None:
    known = register_person(desk, given_name="Kezia", family_name="Trelawny").result
    new = New(desk)
    new.type(given_name="Kezia", family_name="Trelawny")
    new.presenter.choose(new.found[0].person)
    new.save({"given_name": "Kezia"}, why_now="Back again", referrer_id=NURSE)

    (row,) = find_referrals(desk)
    assert (row.person, row.agency) == (known, "Kerrow Mental Health")
    assert len(find_people(desk).rows) == 1
    assert new.told.places == [ReferralPlace(row.id)]


def test_somebody_new_is_registered_and_referred(desk: Desk) -> None:
    new = New(desk)
    new.save({"given_name": "Senara"}, why_now="Evicted")

    (row,) = find_referrals(desk)
    assert (row.name.given, row.status) == ("Senara", ReferralStatus.DRAFT)


def test_what_was_said_about_children_is_not_asked_again(desk: Desk) -> None:
    new = New(desk)
    new.save(
        {"given_name": "Senara", "children_affected": Answer.NO},
        why_now="Evicted",
        offer="Visits go on",
        referrer_id=NURSE,
    )
    (row,) = find_referrals(desk)
    page = Page(desk, row.id)
    page.presenter.do(Step.SUBMIT)

    assert page.status is ReferralStatus.SUBMITTED


def test_nobody_is_registered_twice_when_the_referral_is_refused_first(desk: Desk) -> None:
    new = New(desk)
    new.save({"given_name": "Senara"}, referred_on=TODAY + timedelta(days=3))
    assert new.faults == {"referred_on": "in-the-future"}
    new.save({"given_name": "Senara"}, referred_on=TODAY)

    assert len(find_people(desk).rows) == 1
    assert len(find_referrals(desk)) == 1


def test_a_person_without_a_name_is_refused_under_the_name(desk: Desk) -> None:
    new = New(desk)
    new.save({})

    assert new.faults == {"given_name": "name-or-description"}
    assert find_people(desk).rows == ()


def test_an_unfinished_referral_is_there_again_and_goes_when_it_is_saved(desk: Desk) -> None:
    New(desk).type(given_name="Senara", why_now="Evic")
    again = New(desk)
    assert again.typed == {"given_name": "Senara", "why_now": "Evic"}

    again.save({"given_name": "Senara"}, why_now="Evicted")
    assert read_drafts(desk) == ()


def test_letting_go_forgets_what_was_typed(desk: Desk) -> None:
    new = New(desk)
    new.type(given_name="Senara")
    new.presenter.let_go()

    assert read_drafts(desk) == ()


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


def test_the_form_of_a_new_referral_tells_what_is_typed_once_the_hands_rest(
    desk: Desk, qtbot: QtBot, look: theme.Look
) -> None:
    from PySide6.QtWidgets import QLineEdit

    view = NewReferralView()
    qtbot.addWidget(view)
    presenter = NewReferralPresenter(ImmediateJobs(desk), view, Told().tell, Told().go)
    presenter.load()
    given = next(
        one for one in view.findChildren(QLineEdit) if one.accessibleName() == "Given name"
    )
    with qtbot.waitSignal(view.typed) as typed:
        given.setText("Sen")
        given.setText("Senara")

    assert typed.args is not None
    assert typed.args[0]["given_name"] == "Senara"


def test_a_day_that_is_none_is_told_under_its_field_and_nothing_is_saved(
    desk: Desk, qtbot: QtBot, look: theme.Look
) -> None:
    from PySide6.QtWidgets import QLineEdit, QPushButton

    view = NewReferralView()
    qtbot.addWidget(view)
    presenter = NewReferralPresenter(ImmediateJobs(desk), view, Told().tell, Told().go)
    presenter.load()
    saved: list[Any] = []
    view.save_asked.connect(lambda *given: saved.append(given))
    lines = {one.accessibleName(): one for one in view.findChildren(QLineEdit)}
    lines["Date of birth"].setText("31/02/1990")
    buttons = {one.text(): one for one in view.findChildren(QPushButton)}
    buttons["Save as a draft"].click()
    assert saved == []
    assert "is not a date" in lines["Date of birth"].accessibleDescription()

    lines["Date of birth"].setText("28/02/1990")
    buttons["Save as a draft"].click()
    assert saved[0][0]["born_on"] == date(1990, 2, 28)
