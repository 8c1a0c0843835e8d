"""Is it working, on its page: true counts, what the paper hides, where each leads, the words."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from coordinator.casework.desk import Desk
from coordinator.casework.reports.notes import say_beside_figures
from coordinator.casework.reports.quarter import read_quarter
from coordinator.demo.switching import switch_on
from coordinator.domain.accountability import Period, quarter_to
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.cases.caseload import CaseloadFilter
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.panel import Feature
from coordinator.domain.lists.reports import CameAndWent, Deed, FigureTable, GapCount, ReportPart
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.domain.states import ActionStatus, CasePhase
from coordinator.ui.kit import theme
from coordinator.ui.places.assessments import ToolsPlace
from coordinator.ui.places.demand import DemandPlace
from coordinator.ui.places.every import (
    AccountabilityPlace,
    ActionsPlace,
    GapsPlace,
    PapersPlace,
    PeoplePlace,
    Place,
    StuckPlace,
)
from coordinator.ui.places.learning import LearningPlace
from coordinator.ui.places.money import MoneyPlace
from coordinator.ui.places.place_plans import PlacePlansPlace
from coordinator.ui.places.report import QualityPlace, ReportPlace
from coordinator.ui.screens.report import screen
from coordinator.ui.screens.report.leading import list_behind
from coordinator.ui.screens.report.presenter import ReportPresenter, Shown
from coordinator.ui.screens.report.view import ReportView
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.spans import Span
from tests.casework.entries_on_file import a_person
from tests.casework.periods import add_actions, days_ago
from tests.meetings import add_seats
from tests.stores import TODAY
from tests.ui.desks import Forms
from tests.ui.driving import clear_away, settle
from tests.ui.immediate import ImmediateJobs

_S, _T = ActionStatus, FigureTable
QUARTER = quarter_to(TODAY)
WORDS = "Everybody came back after the summer."


class RememberingView:
    """Keeps what it was told to show."""

    is_looked_at = True

    def __init__(self) -> None:
        self.shown: list[tuple[Shown, Span]] = []
        self.warnings: list[Mapping[str, str]] = []

    def show_report(self, shown: Shown, span: Span) -> None:
        self.shown.append((shown, span))

    def warn(self, sentences: Mapping[str, str]) -> None:
        self.warnings.append(sentences)


class Page:
    """The presenter with everything it was given."""

    def __init__(self, desk: Desk) -> None:
        self.view, self.forms = RememberingView(), Forms()
        self.gone: list[Place] = []
        jobs = ImmediateJobs(desk)
        ways = (self.gone.append, lambda _place: None)
        asking = Asking(jobs, self.forms)
        self.presenter = ReportPresenter(jobs, self.view, asking, ways, ReportPlace())
        self.presenter.load()

    @property
    def period(self) -> Period:
        return self.view.shown[-1][0].report.period


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """A quarter with six actions due, and somebody on the caseload."""
    add_seats(desk)
    person = a_person(desk)
    due = {"person_id": person, "due_on": days_ago(5)}
    add_actions(desk, [due, *[due | {"status": _S.DONE, "done_on": days_ago(6)}] * 5])
    return desk


def test_the_words_of_the_form_stand_beside_the_figures_of_these_days(busy: Desk) -> None:
    page = Page(busy)
    page.presenter.say(ReportPart.ACTIONS)
    page.forms.answer(text=WORDS, nobody_is_meant=False)
    assert read_quarter(busy, QUARTER).said(ReportPart.ACTIONS) == WORDS


def test_a_name_on_file_is_warned_of_while_typed_and_refused_at_its_field(busy: Desk) -> None:
    page = Page(busy)
    page.presenter.say(ReportPart.ACTIONS)
    said = "Kezia Trelawny came back."
    page.presenter.typed({"text": said, "nobody_is_meant": False})
    assert "text" in page.view.warnings[-1]
    page.forms.answer(text=said, nobody_is_meant=False)
    assert page.forms.faults == {"text": "names-somebody"}


def test_other_days_are_looked_back_on_and_wrong_ones_refused_at_the_field(busy: Desk) -> None:
    page = Page(busy)
    page.presenter.choose(Span.YEAR)
    assert page.period == Period(TODAY - timedelta(days=364), TODAY)
    page.presenter.choose(Span.OTHER)
    page.forms.answer(from_on=TODAY, until_on=days_ago(3))
    assert page.forms.faults == {"until_on": "before-start"}
    page.forms.answer(from_on=days_ago(40), until_on=days_ago(10))
    assert page.period == Period(days_ago(40), days_ago(10))


def test_it_leads_to_the_paper_the_agencies_and_what_is_missing(busy: Desk) -> None:
    page = Page(busy)
    page.presenter.make_paper()
    page.presenter.make_learning_paper()
    page.presenter.open_agencies()
    assert page.gone == [
        PapersPlace(kind="report", period=QUARTER),
        PapersPlace(kind="learning", period=QUARTER),
        AccountabilityPlace(QUARTER),
    ]
    assert QualityPlace() in {place for _words, place in page.view.shown[-1][0].ways}


def test_it_leads_to_what_the_panel_works_with_and_to_nothing_else(busy: Desk) -> None:
    def led_to() -> set[type]:
        return {type(place) for _words, place in Page(busy).view.shown[-1][0].ways}

    asked = {MoneyPlace, PlacePlansPlace, ToolsPlace}
    assert led_to() == {QualityPlace, DemandPlace, LearningPlace}
    for feature in (Feature.MONEY, Feature.PLACES, Feature.ASSESSMENTS):
        switch_on(busy, feature)
    assert led_to() == {QualityPlace, DemandPlace, LearningPlace, *asked}


def test_what_was_written_is_read_when_somebody_looks(busy: Desk) -> None:
    page = Page(busy)
    page.view.is_looked_at = False
    page.presenter.look_again(Changes(frozenset({RecordKind.ACTION})))
    assert len(page.view.shown) == 1
    page.presenter.come_back()
    assert len(page.view.shown) == 2


def test_each_figure_leads_to_its_list_where_there_is_one() -> None:
    def behind(table: FigureTable, line: object, *, now: bool = True) -> Place | None:
        return list_behind(table, line, QUARTER, ends_today=now)  # type: ignore[arg-type]

    settled = CaseloadFilter(phases=frozenset({CasePhase.ENGAGING}))
    assert behind(_T.PHASES, CasePhase.ENGAGING) == PeoplePlace(settled)
    assert behind(_T.CAME_AND_WENT, CameAndWent.AFTER) == PeoplePlace()
    assert behind(_T.CAME_AND_WENT, CameAndWent.BEFORE) is None
    assert behind(_T.GAPS, GapCount.CLOSED) == GapsPlace(closed_too=True)
    kind = next(iter(BarrierCategory))
    assert behind(_T.BARRIERS, kind) == StuckPlace(category=kind)
    assert behind(_T.BARRIERS, kind, now=False) is None
    due = ActionFilter(due_from=QUARTER.from_on, due_until=QUARTER.until_on, open_only=False)
    assert behind(_T.DEEDS, Deed.LATE, now=False) == ActionsPlace(due)


@pytest.fixture
def view(busy: Desk, look: theme.Look) -> Iterator[ReportView]:
    say_beside_figures(busy, QUARTER, ReportPart.CASELOAD, WORDS)
    say_beside_figures(busy, Period(days_ago(300), days_ago(250)), ReportPart.CASELOAD, "Old.")
    gone: list[Place] = []
    made = screen.build(ImmediateJobs(busy), gone.append, gone.append, ReportPlace())
    assert isinstance(made.widget, ReportView)
    made.widget.resize(1100, 800)
    made.widget.show()
    settle()
    made.widget.kept = made  # type: ignore[attr-defined]
    made.widget.gone = gone  # type: ignore[attr-defined]
    yield made.widget
    clear_away()


def says(view: ReportView) -> list[str]:
    return [one.text() for one in view.findChildren(QLabel) if one.isVisible()]


def ways(view: ReportView) -> dict[str, QPushButton]:
    return {one.accessibleName(): one for one in view.findChildren(QPushButton)}


def test_true_counts_stand_with_what_the_paper_hides_marked(view: ReportView) -> None:
    said = says(view)
    assert WORDS in said
    assert said[said.index("Done on time") + 1 : said.index("Done on time") + 3] == ["5", ""]
    assert "not printed" not in said[said.index("Done on time") :]
    view.kept.widget.list_asked.emit(PeoplePlace())  # type: ignore[attr-defined]
    assert view.gone == [PeoplePlace()]  # type: ignore[attr-defined]


def test_a_small_count_of_people_is_marked(view: ReportView, busy: Desk) -> None:
    report = read_quarter(busy, QUARTER)
    came = next(one for one in report.tables if one.table is _T.CAME_AND_WENT)
    small = [count for _line, count in came.lines if 0 < count < 5]
    marked = says(view).count("not printed")
    assert (marked > 0) == bool(small)


def test_the_keys_lead_from_a_figure_to_its_list(view: ReportView) -> None:
    ways(view)["Show the list: Done on time, 5"].click()
    (place,) = view.gone  # type: ignore[attr-defined]
    assert isinstance(place, ActionsPlace)
    assert not place.wanted.open_only


def test_days_words_were_written_for_are_offered(view: ReportView) -> None:
    (way,) = [one for name, one in ways(view).items() if " to " in name and "20" in name]
    way.click()
    settle()
    assert "Old." in says(view)
    assert "Say something beside it" in {one.text() for one in ways(view).values()}
