"""A new referral: who it is about, possible duplicates, what was typed and never saved."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.casework.people.entering import register_person
from coordinator.casework.people.finding import find_people
from coordinator.casework.records.drafts import read_drafts
from coordinator.casework.referrals.lists import find_referrals
from coordinator.domain.states import Answer, ReferralStatus
from coordinator.ui.kit import theme
from coordinator.ui.places.every import ReferralPlace
from coordinator.ui.screens.new_referral.presenter import NewReferralPresenter
from coordinator.ui.screens.new_referral.view import NewReferralView
from coordinator.ui.screens.referral.presenter import (
    Step,
)
from tests.stores import NURSE, TODAY
from tests.ui.desks import Told
from tests.ui.immediate import ImmediateJobs
from tests.ui.pages.referral_pages import New, Page


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


def test_that_this_is_them_is_there_again_and_nobody_is_registered(desk: Desk) -> None:
    known = register_person(desk, given_name="Kezia", family_name="Trelawny").result
    new = New(desk)
    new.type(given_name="Kezia", family_name="Trelawny", why_now="Back again")
    new.presenter.choose(new.found[0].person)

    again = New(desk)
    assert again.chosen is not None
    assert again.chosen.id == known
    assert again.typed["why_now"] == "Back again"
    again.save({"given_name": "Kezia"}, why_now="Back again", referrer_id=NURSE)
    (row,) = find_referrals(desk)
    assert row.person == known
    assert len(find_people(desk).rows) == 1
    assert read_drafts(desk) == ()
    assert New(desk).chosen is None


def test_that_it_is_somebody_else_after_all_is_there_again_too(desk: Desk) -> None:
    register_person(desk, given_name="Kezia", family_name="Trelawny")
    new = New(desk)
    new.type(given_name="Kezia", family_name="Trelawny")
    new.presenter.choose(new.found[0].person)
    new.presenter.choose(None)
    again = New(desk)
    assert again.chosen is None
    assert again.typed == {"given_name": "Kezia", "family_name": "Trelawny"}


def test_what_is_emptied_again_leaves_nothing_behind(desk: Desk) -> None:
    new = New(desk)
    new.type(given_name="Senara")
    new.type()
    assert read_drafts(desk) == ()


def test_whoever_was_registered_before_a_refusal_is_not_registered_again_after_a_lock(
    desk: Desk,
) -> None:
    new = New(desk)
    new.type(given_name="Senara")
    new.save({"given_name": "Senara"}, referred_on=TODAY + timedelta(days=3))
    again = New(desk)
    assert again.chosen is not None
    again.save({"given_name": "Senara"}, referred_on=TODAY)
    assert len(find_people(desk).rows) == 1


def test_once_it_is_let_go_the_next_referral_is_of_whom_it_names(desk: Desk) -> None:
    new = New(desk)
    new.save({"given_name": "Senara"}, referred_on=TODAY + timedelta(days=3))
    new.presenter.let_go()
    new.save({"given_name": "Kezia"}, referred_on=TODAY)
    (row,) = find_referrals(desk)
    assert row.name.given == "Kezia"


def test_what_was_chosen_ticked_and_dated_is_there_again(
    desk: Desk, qtbot: QtBot, look: theme.Look
) -> None:
    view = begun(desk, qtbot)
    boxes = {one.accessibleName(): one for one in view.findChildren(QComboBox)}
    lines = {one.accessibleName(): one for one in view.findChildren(QLineEdit)}
    ticks = list(view.findChildren(QCheckBox))
    with qtbot.waitSignal(view.typed):
        boxes["Are children affected"].setCurrentText("Yes")
        lines["Referred on"].setText("16/11/2026")
        ticks[1].setChecked(True)

    again = begun(desk, qtbot)
    boxes = {one.accessibleName(): one for one in again.findChildren(QComboBox)}
    lines = {one.accessibleName(): one for one in again.findChildren(QLineEdit)}
    assert boxes["Are children affected"].currentText() == "Yes"
    assert lines["Referred on"].text() == "16/11/2026"
    assert [one.isChecked() for one in again.findChildren(QCheckBox)][:3] == [False, True, False]


def begun(desk: Desk, qtbot: QtBot) -> NewReferralView:
    view = NewReferralView()
    qtbot.addWidget(view)
    presenter = NewReferralPresenter(ImmediateJobs(desk), view, Told().tell, Told().go)
    view.typed.connect(presenter.typed)
    view.setProperty("kept", presenter)  # a signal holds it weakly
    presenter.load()
    return view


def test_letting_go_forgets_what_was_typed(desk: Desk) -> None:
    new = New(desk)
    new.type(given_name="Senara")
    new.presenter.let_go()

    assert read_drafts(desk) == ()


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
