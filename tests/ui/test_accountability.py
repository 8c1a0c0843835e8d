"""What agencies brought, on its page: periods, what is read out, and where it leads."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from coordinator.casework.desk import Desk
from coordinator.casework.escalations.reading import find_escalations, read_escalation
from coordinator.domain.accountability import REPEATED, Period, quarter_to
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.domain.states import ActionStatus
from coordinator.ui.kit import theme
from coordinator.ui.places.every import (
    AccountabilityPlace,
    ActionsPlace,
    EscalationPlace,
    PapersPlace,
    Place,
)
from coordinator.ui.screens.accountability import screen
from coordinator.ui.screens.accountability.presenter import (
    AccountabilityPresenter,
    Shown,
)
from coordinator.ui.screens.accountability.view import AccountabilityView, Part
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.spans import Span
from tests.casework.entries_on_file import a_person
from tests.casework.periods import add_actions, days_ago, hold_meeting
from tests.meetings import add_seats
from tests.stores import HOUSING, TODAY
from tests.ui.desks import Forms
from tests.ui.driving import clear_away, settle
from tests.ui.immediate import ImmediateJobs

_S = ActionStatus
ACTION = Changes(frozenset({RecordKind.ACTION}))


class RememberingView:
    """Keeps what it was told to show."""

    is_looked_at = True

    def __init__(self) -> None:
        self.shown: list[tuple[Shown, Span]] = []

    def show_figures(self, shown: Shown, span: Span) -> None:
        self.shown.append((shown, span))


class Page:
    """The presenter with everything it was given."""

    def __init__(self, desk: Desk, place: AccountabilityPlace | None = None) -> None:
        self.view, self.forms = RememberingView(), Forms()
        self.gone: list[Place] = []
        self.moved: list[Place] = []
        jobs = ImmediateJobs(desk)
        asking = Asking(jobs, self.forms)
        ways = (self.gone.append, self.moved.append)
        self.presenter = AccountabilityPresenter(
            jobs, self.view, asking, ways, place or AccountabilityPlace()
        )
        self.presenter.load()

    @property
    def period(self) -> Period:
        return self.view.shown[-1][0].figures.period


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """A quarter with something in it, and something that could be raised."""
    add_seats(desk)
    came = [(HOUSING, "Kerrow Homes", Attendance.PRESENT)]
    for week in range(4):
        hold_meeting(desk, days_ago(7 * week), came)
    safety = {"action_kind": ActionKind.SAFEGUARDING, "person_id": a_person(desk)}
    late = {"due_on": days_ago(30)}
    add_actions(desk, [late, late | safety, late | {"status": _S.COULD_NOT}])
    return desk


@pytest.mark.parametrize(
    ("span", "period"),
    [
        (Span.QUARTER, quarter_to(TODAY)),
        (Span.BEFORE, quarter_to(TODAY - timedelta(days=91))),
        (Span.YEAR, Period(TODAY - timedelta(days=364), TODAY)),
    ],
)
def test_a_quarter_the_one_before_or_a_year_can_be_looked_back_on(
    busy: Desk, span: Span, period: Period
) -> None:
    page = Page(busy)
    page.presenter.choose(span)
    assert page.period == period
    assert page.view.shown[-1][1] is span
    assert isinstance(page.moved[-1], AccountabilityPlace)


def test_other_days_are_asked_for_and_a_wrong_period_is_said_at_its_field(busy: Desk) -> None:
    page = Page(busy)
    page.presenter.choose(Span.OTHER)
    page.forms.answer(from_on=days_ago(500), until_on=TODAY)
    assert page.forms.faults == {"until_on": "longer-than-a-year"}
    assert page.period == quarter_to(TODAY)
    page.forms.answer(from_on=days_ago(40), until_on=days_ago(10))
    assert page.period == Period(days_ago(40), days_ago(10))
    assert page.view.shown[-1][1] is Span.OTHER


def test_the_paper_is_made_of_the_same_period(busy: Desk) -> None:
    page = Page(busy)
    page.presenter.choose(Span.YEAR)
    page.presenter.make_paper()
    assert page.gone == [PapersPlace(kind="accountability", period=page.period)]


def test_what_is_written_meanwhile_is_read_when_somebody_looks_again(busy: Desk) -> None:
    page = Page(busy)
    page.view.is_looked_at = False
    page.presenter.look_again(ACTION)
    assert len(page.view.shown) == 1
    page.view.is_looked_at = True
    page.presenter.come_back()
    assert len(page.view.shown) == 2
    page.presenter.come_back()
    assert len(page.view.shown) == 2


def test_what_could_be_raised_leads_to_its_actions(busy: Desk) -> None:
    page = Page(busy)
    (proposal,) = page.view.shown[-1][0].proposals or ()
    assert len(proposal.actions) == 2
    page.presenter.open_action(proposal.actions[0])
    place = page.gone[-1]
    assert isinstance(place, ActionsPlace)
    assert place.action == proposal.actions[0].id
    page.presenter.open_agency(None)
    assert page.gone[-1] == ActionsPlace(without_owner=True)


@pytest.fixture
def view(busy: Desk, look: theme.Look) -> Iterator[AccountabilityView]:
    made = screen.build(ImmediateJobs(busy), _nowhere, _nowhere, _quiet, AccountabilityPlace())
    assert isinstance(made.widget, AccountabilityView)
    made.widget.resize(1100, 800)
    made.widget.show()
    settle()
    made.widget.kept = made  # type: ignore[attr-defined]
    yield made.widget
    clear_away()


def _nowhere(_place: Place) -> None:
    return None


def _quiet(_told: str, _undo: object) -> None:
    return None


def says(view: AccountabilityView) -> str:
    return " ".join(one.text() for one in view.findChildren(QLabel) if one.isVisible())


def test_the_row_the_keys_are_on_is_said_in_full_with_what_is_beside_it(
    view: AccountabilityView,
) -> None:
    homes = next(at for at, one in enumerate(view.rows.rows) if one.agency == HOUSING)
    view.table.choose(homes)
    settle()
    assert "3 actions due" in says(view)
    assert "Could not be done: 1" in says(view)
    view.table.choose(0)
    settle()
    assert "No actions set or due" in says(view)


def test_a_screen_reader_is_told_the_chart_and_reads_it_as_a_table(
    view: AccountabilityView,
) -> None:
    assert "Kerrow Homes, 3 due" in view.chart.accessibleDescription()
    heads = [
        view.rows.headerData(at, Qt.Orientation.Horizontal)
        for at in range(view.rows.columnCount())
    ]
    assert heads[:3] == ["Agency", "Due", "On time"]
    view.show_part(Part.MEETINGS)
    settle()
    assert "Kerrow Homes, 4 meetings" in view.chart.accessibleDescription()


def test_what_could_be_raised_says_why_and_that_nothing_is_raised_by_itself(
    view: AccountabilityView,
) -> None:
    view.show_part(Part.PROPOSED)
    settle()
    assert "1 safety action is overdue; 1 action is past its date" in says(view)
    assert "KP-0001" in says(view)
    names = [one.accessibleName() for one in view.findChildren(QPushButton) if one.isVisible()]
    assert len([name for name in names if name.startswith("Raise ")]) == 2


def test_raising_it_asks_first_and_then_drafts_what_is_never_sent_by_itself(
    view: AccountabilityView, busy: Desk
) -> None:
    view.show_part(Part.PROPOSED)
    settle()
    raisers = [
        one for one in view.findChildren(QPushButton) if one.accessibleName().startswith("Raise ")
    ]
    raisers[0].click()
    settle()
    assert view.sheets.shown is not None
    with busy.store.reading() as look:
        assert look.actions.by_agency.raised() == []  # the form is open; nothing is written


def test_what_was_said_not_to_be_done_so_often_can_be_raised_without_any_action(
    desk: Desk, look: theme.Look
) -> None:
    add_actions(desk, [{"due_on": days_ago(9), "status": _S.NOT_DONE}] * REPEATED)
    gone: list[Place] = []
    place = AccountabilityPlace(to_raise=True)
    made = screen.build(ImmediateJobs(desk), gone.append, _nowhere, _quiet, place)
    view = made.widget
    assert isinstance(view, AccountabilityView)
    view.show()
    settle()
    assert "Kerrow Homes: 3 actions were not done since" in says(view)
    (raiser,) = [
        one for one in view.findChildren(QPushButton) if one.accessibleName().startswith("Raise ")
    ]
    raiser.click()
    settle()
    assert view.sheets.shown is not None
    view.sheets.shown.give()
    settle()
    (drafted,) = find_escalations(desk)
    assert gone == [EscalationPlace(drafted.id)]
    assert (drafted.person_id, drafted.sent_on) == (None, None)
    assert "3 actions were not done" in read_escalation(desk, drafted.id).impact
    clear_away()
