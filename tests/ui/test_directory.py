"""The directory: every act through its form, on a real store; four lists."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.directory.seats import add_seat
from coordinator.domain.directory.rules import (
    AgencyRow,
    AgreementState,
    DirectoryPage,
    ProfessionalRow,
    SeatRow,
)
from coordinator.domain.roles import Role
from coordinator.domain.states import AgencyStatus
from coordinator.ui.kit import theme
from coordinator.ui.kit.sheet import Sheet
from coordinator.ui.screens.directory.presenter import (
    Deed,
    DirectoryPresenter,
    deeds_for,
    deeds_open_to,
)
from coordinator.ui.screens.directory.view import DirectoryView, Part
from coordinator.ui.shared.asking import Asking
from tests.meetings import add_seats
from tests.stores import (
    CHAIR,
    COORDINATOR,
    COUNCIL,
    HEALTH,
    HOUSING,
    NURSE,
    OFFICER,
    POLICE,
    TODAY,
    WORKER,
    nobody_signed,
    sitting,
)
from tests.ui.desks import Forms, Told
from tests.ui.immediate import ImmediateJobs


class Page:
    """The directory as it would be shown."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.shown: DirectoryPage | None = None
        self.may_edit = False
        self.own: UUID | None = None
        self.told, self.forms = Told(), Forms()
        self.jobs = ImmediateJobs(desk)
        asking = Asking(self.jobs, self.forms)
        self.presenter = DirectoryPresenter(self.jobs, self, asking, self.told.tell)
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    def show_directory(
        self,
        directory: DirectoryPage,
        *,
        may_edit: bool,
        today: date,
        own: UUID | None = None,
    ) -> None:
        self.shown, self.may_edit, self.own = directory, may_edit, own

    def agency(self, key: Any) -> AgencyRow:
        assert self.shown is not None
        return next(one for one in self.shown.agencies if one.id == key)

    def professional(self, key: Any) -> ProfessionalRow:
        assert self.shown is not None
        return next(one for one in self.shown.professionals if one.id == key)

    def seat(self, name: str) -> SeatRow:
        assert self.shown is not None
        return next(one for one in self.shown.seats if one.name == name)


@pytest.fixture
def page(desk: Desk) -> Page:
    add_seats(desk)
    return Page(desk)


def test_an_agency_is_added_and_one_without_a_name_is_refused(page: Page) -> None:
    page.presenter.do(Deed.ADD_AGENCY)
    page.forms.answer(name="")
    assert page.forms.faults == {"name": "required"}
    page.forms.answer(name="Kerrow Fire", phone="01632 960001")

    assert page.shown is not None
    assert "Kerrow Fire" in [one.name for one in page.shown.agencies]


def test_an_agency_of_a_name_that_stands_is_refused_in_the_form(page: Page) -> None:
    page.presenter.do(Deed.ADD_AGENCY)
    page.forms.answer(name="Kerrow Police")

    assert [one.what for one in page.forms.objections] == [
        "Another agency is already called this, in full or for short."
    ]


def test_an_agency_is_changed_and_renamed(page: Page) -> None:
    page.presenter.do(Deed.CHANGE_AGENCY, page.agency(POLICE))
    page.forms.answer(phone="01632 960002", secure_email=True)
    page.presenter.do(Deed.RENAME, page.agency(POLICE))
    page.forms.answer(name="Kerrow and Porth Police")

    row = page.agency(POLICE)
    assert (row.name, row.phone, row.secure_email) == (
        "Kerrow and Porth Police",
        "01632 960002",
        True,
    )


def test_an_agreement_needs_the_day_it_was_signed_and_tells_when_it_ends(page: Page) -> None:
    nobody_signed(page.desk)
    page.presenter.load()
    page.presenter.do(Deed.AGREEMENT, page.agency(POLICE))
    page.forms.answer(agreement_expires_on=TODAY)
    assert page.forms.faults == {"agreement_signed_on": "required"}
    page.forms.answer(agreement_signed_on=TODAY, agreement_expires_on=TODAY + timedelta(days=30))

    assert page.agency(POLICE).agreement is AgreementState.EXPIRING


def test_a_merged_agency_is_shown_only_among_those_of_before(page: Page) -> None:
    page.presenter.do(Deed.MERGE, page.agency(POLICE))
    page.forms.answer(into=COUNCIL)
    assert page.shown is not None
    assert POLICE not in [one.id for one in page.shown.agencies]

    page.presenter.show_former(former=True)
    row = page.agency(POLICE)
    assert (row.status, row.successor) == (AgencyStatus.MERGED, "Kerrow Council")
    assert deeds_for(row) == ()
    assert page.professional(OFFICER).agency == "Kerrow Council"


def test_an_agency_with_people_in_post_is_not_closed_over_their_heads(page: Page) -> None:
    page.presenter.do(Deed.CLOSE, page.agency(POLICE))
    page.forms.answer(reason="")
    assert page.forms.faults == {"reason": "required"}
    page.forms.answer(reason="No more")
    assert page.forms.objections[-1].what == "Somebody is still in post at this agency."

    page.presenter.do(Deed.LEAVE, page.professional(OFFICER))
    page.forms.answer()
    page.presenter.do(Deed.CLOSE, page.agency(POLICE))
    page.forms.answer(reason="No more")
    assert page.shown is not None
    assert POLICE not in [one.id for one in page.shown.agencies]


def test_a_professional_is_added_and_changed(page: Page) -> None:
    page.presenter.do(Deed.ADD_PROFESSIONAL)
    page.forms.answer(name="Senara Vyvyan", agency_id=HEALTH, role=Role.REPRESENTATIVE)
    assert page.shown is not None
    row = next(one for one in page.shown.professionals if one.name == "Senara Vyvyan")
    page.presenter.do(Deed.CHANGE_PROFESSIONAL, row)
    page.forms.answer(job="Nurse", is_contact_point=True)

    row = page.professional(row.id)
    assert (row.job, row.agency, row.is_contact_point) == ("Nurse", "Kerrow Mental Health", True)


def test_whoever_leaves_leaves_a_vacant_seat_and_it_is_told(page: Page) -> None:
    page.presenter.do(Deed.LEAVE, page.professional(WORKER))
    page.forms.answer(on=TODAY - timedelta(days=3))

    seat = page.seat("Housing")
    assert (seat.holder, seat.days_vacant) == ("", 3)
    (notice,) = page.told.notices
    assert notice.what == "Rhys Roskilly has left."
    assert notice.details == ("1 seat is vacant.",)


def test_the_chair_does_not_leave_before_another_is_named(page: Page) -> None:
    page.presenter.do(Deed.LEAVE, page.professional(CHAIR))
    page.forms.answer()

    assert page.forms.objections[-1].what == "This person is the panel's chair or coordinator."
    assert page.professional(CHAIR).left_on is None


def test_a_seat_is_added_vacated_filled_and_given_a_deputy(page: Page) -> None:
    page.presenter.do(Deed.ADD_SEAT)
    page.forms.answer(name="Fire", agency_id=HOUSING)
    assert page.seat("Fire").days_vacant == 0
    page.presenter.do(Deed.VACATE, page.seat("Police"))
    page.forms.answer(since=TODAY - timedelta(days=10), reason="On leave")
    assert page.seat("Police").days_vacant == 10
    page.presenter.do(Deed.FILL, page.seat("Police"))
    page.forms.answer(holder_id=NURSE)
    assert page.forms.objections[-1].what == "The seat belongs to another agency."
    page.forms.answer(holder_id=OFFICER)
    assert page.seat("Police").holder == "Dylan Ashdown"
    page.presenter.do(Deed.DEPUTY, page.seat("Chair"))
    page.forms.answer(deputy_id=COORDINATOR)
    assert page.seat("Chair").deputy == "Aled Hâf"


def test_a_seat_is_renamed_and_taken_off(page: Page) -> None:
    page.presenter.do(Deed.CHANGE_SEAT, page.seat("Police"))
    page.forms.answer(name="Neighbourhood police")
    page.presenter.do(Deed.REMOVE_SEAT, page.seat("Neighbourhood police"))
    page.forms.answer(reason="No longer needed")

    assert page.shown is not None
    assert "Neighbourhood police" not in [one.name for one in page.shown.seats]


def test_what_can_be_done_follows_from_the_row(page: Page, desk: Desk) -> None:
    add_seat(desk, name="Fire")
    page.presenter.load()

    assert Deed.VACATE not in deeds_for(page.seat("Fire"))
    assert Deed.VACATE in deeds_for(page.seat("Police"))
    assert deeds_for(None) == ()


def test_whoever_may_not_edit_is_offered_nothing(desk: Desk) -> None:
    auditor = sitting(desk, COORDINATOR, Role.AUDITOR, COUNCIL)

    assert not Page(auditor).may_edit


def _view(qtbot: QtBot, desk: Desk, *, may_edit: bool = True) -> DirectoryView:
    view = DirectoryView()
    qtbot.addWidget(view)
    view.show_directory(read_directory(desk), may_edit=may_edit)
    view.resize(1024, 700)
    view.show()
    return view


def _buttons(view: DirectoryView) -> dict[str, QPushButton]:
    found = [one for one in view.findChildren(QPushButton) if one.isVisibleTo(view)]
    return {one.accessibleName(): one for one in found}


def test_the_buttons_follow_the_row_the_keys_are_on(
    desk: Desk, qtbot: QtBot, look: theme.Look
) -> None:
    add_seats(desk)
    view = _view(qtbot, desk)
    assert "Fill: Chair" not in _buttons(view)
    view.tables[Part.SEATS].choose(2)
    asked: list[Any] = []
    view.deed_asked.connect(lambda deed, row: asked.append((deed, row.name)))
    _buttons(view)["Vacate: Police"].click()

    assert asked == [(Deed.VACATE, "Police")]


def test_the_row_the_keys_are_on_stays_when_the_list_is_read_again(
    desk: Desk, qtbot: QtBot, look: theme.Look
) -> None:
    add_seats(desk)
    view = _view(qtbot, desk)
    view.tables[Part.SEATS].choose(3)
    view.show_directory(read_directory(desk), may_edit=True)

    row = view.tables[Part.SEATS].chosen()
    assert isinstance(row, SeatRow)
    assert row.name == "Housing"


@pytest.mark.parametrize(
    ("part", "add", "deed"),
    [
        ("Seats", "Add a seat", Deed.ADD_SEAT),
        ("Agencies", "Add an agency", Deed.ADD_AGENCY),
        ("Professionals", "Add a professional", Deed.ADD_PROFESSIONAL),
    ],
)
def test_each_list_has_its_own_button_to_add(
    desk: Desk, qtbot: QtBot, look: theme.Look, part: str, add: str, deed: Deed
) -> None:
    view = _view(qtbot, desk)
    _buttons(view)[part].click()
    asked: list[Any] = []
    view.deed_asked.connect(lambda wanted, row: asked.append((wanted, row)))
    _buttons(view)[add].click()

    assert asked == [(deed, None)]


def test_the_four_lists_are_sound_models(desk: Desk, qtbot: QtBot, look: theme.Look) -> None:
    add_seats(desk)
    view = DirectoryView()
    qtbot.addWidget(view)
    for table in view.tables.values():
        QAbstractItemModelTester(table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view.show_directory(read_directory(desk), may_edit=True)

    assert [len(view.tables[part].rows.rows) for part in Part] == [5, 4, 5, 0]


def test_a_form_stays_with_what_was_typed_until_it_is_let_go_twice(
    desk: Desk, qtbot: QtBot, look: theme.Look
) -> None:
    view = _view(qtbot, desk)
    jobs = ImmediateJobs(desk)
    presenter = DirectoryPresenter(jobs, view, Asking(jobs, view.sheets), Told().tell)
    presenter.load()
    presenter.do(Deed.ADD_AGENCY)
    sheet = view.sheets.shown
    assert isinstance(sheet, Sheet)
    lines = {one.accessibleName(): one for one in sheet.findChildren(_line())}
    lines["Name"].setText("Kerrow Fire")
    sheet.reject()
    assert sheet.isVisible()
    sheet.reject()
    assert not sheet.isVisible()
    assert "Kerrow Fire" not in [one.name for one in read_directory(desk).agencies]


def test_a_form_does_its_act_and_goes(desk: Desk, qtbot: QtBot, look: theme.Look) -> None:
    view = _view(qtbot, desk)
    jobs = ImmediateJobs(desk)
    presenter = DirectoryPresenter(jobs, view, Asking(jobs, view.sheets), Told().tell)
    presenter.load()
    presenter.do(Deed.ADD_AGENCY)
    sheet = view.sheets.shown
    assert isinstance(sheet, Sheet)
    go = next(one for one in sheet.findChildren(QPushButton) if one.text() == "Add the agency")
    go.click()
    lines = {one.accessibleName(): one for one in sheet.findChildren(_line())}
    assert lines["Name"].accessibleDescription() == "Name is needed."
    lines["Name"].setText("Kerrow Fire")
    go.click()

    assert view.sheets.shown is None
    assert "Kerrow Fire" in [one.name for one in read_directory(desk).agencies]


def _line() -> Any:
    from PySide6.QtWidgets import QLineEdit

    return QLineEdit


def test_somebody_stands_in_longer_and_then_no_longer(page: Page) -> None:
    page.presenter.do(Deed.ADD_COVER)
    page.forms.answer(professional_id=None, until_on=None)
    assert page.forms.faults == {"professional_id": "required"}
    page.forms.answer(professional_id=WORKER, until_on=TODAY + timedelta(days=3))
    assert page.shown is not None
    (row,) = page.shown.covers
    assert (row.name, row.absent, row.from_on) == ("Rhys Roskilly", "Aled Hâf", TODAY)
    assert deeds_for(row) == (Deed.CHANGE_COVER, Deed.END_COVER)

    page.presenter.do(Deed.CHANGE_COVER, row)
    page.forms.answer(until_on=TODAY - timedelta(days=1))
    assert page.forms.faults == {"until_on": "before-start"}
    page.forms.answer(until_on=TODAY + timedelta(days=9))
    assert page.shown.covers[0].until_on == TODAY + timedelta(days=9)

    page.presenter.do(Deed.END_COVER, page.shown.covers[0])
    page.forms.answer()
    assert page.shown.covers == ()


def test_a_lead_professional_changes_how_they_are_reached_and_no_other_card(desk: Desk) -> None:
    page = Page(sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH))
    assert (page.may_edit, page.own) == (False, NURSE)
    own, other = page.professional(NURSE), page.professional(WORKER)
    assert deeds_open_to(own, may_edit=False, own=page.own) == (Deed.OWN_CARD,)
    assert deeds_open_to(other, may_edit=False, own=page.own) == ()
    page.presenter.do(Deed.OWN_CARD, own)
    page.forms.answer(phone="01632 960 101")
    assert page.professional(NURSE).phone == "01632 960 101"


def test_an_auditor_changes_no_card_at_all(desk: Desk) -> None:
    assert Page(sitting(desk, OFFICER, Role.AUDITOR, HEALTH)).own is None
