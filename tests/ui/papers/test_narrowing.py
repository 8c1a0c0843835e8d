"""The tracker narrowed in its form: to an owner, to one person, to what is past its date."""

import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from coordinator.casework.desk import Desk
from coordinator.casework.packs.paper_reads import read_audience_of
from coordinator.domain.actions.rows import ActionFilter, TrackerFilter
from coordinator.domain.papers.tracker import Tracker
from coordinator.exports.composing import PaperKind
from coordinator.exports.files.tracker_sheet import tracker_sheet
from coordinator.papers.drafting import draft_papers
from coordinator.papers.orders import Draft, Order
from coordinator.papers.trackers import tracker_model
from coordinator.ui.kit import theme
from coordinator.ui.places.every import PapersPlace
from coordinator.ui.screens.papers import presenter as papers
from coordinator.ui.screens.papers import screen
from coordinator.ui.screens.papers.narrowed import read_narrowing
from coordinator.ui.screens.papers.view import PapersView
from tests.meetings import add_action, add_case, keep_from
from tests.stores import CHAIR, HOUSING, TODAY
from tests.ui.driving import settle
from tests.ui.immediate import ImmediateJobs


@pytest.fixture(autouse=True)
def _laid_out_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lay out in this process: the process of its own has tests where it is made."""
    from coordinator.exports.worker import lay_out

    def here(draft: Draft, *, password: str = "", progress: object = None) -> bytes:
        return lay_out(draft.kind, draft.model, password=password, progress=progress)  # type: ignore[arg-type]

    monkeypatch.setattr(papers, "lay_out", here)


@pytest.fixture
def person(desk: Desk) -> UUID:
    """Somebody with one action past its date, beside somebody else with another."""
    who, _case = add_case(desk)
    other, _case = add_case(desk, "Petroc")
    add_action(desk, who, TODAY - timedelta(days=9), "A26-0001", "Ring the bank")
    add_action(desk, who, TODAY + timedelta(days=9), "A26-0002", "Ask for a room")
    add_action(desk, other, TODAY - timedelta(days=9), "A26-0003", "Find the letter")
    return who


@pytest.fixture
def narrowed() -> TrackerFilter:
    """Nothing is left out."""
    return TrackerFilter()


@pytest.fixture
def view(
    desk: Desk, person: UUID, look: theme.Look, qapp: QApplication, narrowed: TrackerFilter
) -> Iterator[PapersView]:
    del person, look, qapp
    place = PapersPlace(kind="tracker", narrowed=narrowed)
    built = screen.build(ImmediateJobs(desk), _none, _none, _none, _none, place)
    assert isinstance(built.widget, PapersView)
    built.widget.show()
    settle()
    yield built.widget
    built.widget.close()
    built.widget.deleteLater()
    settle()


def _none(*_said: object) -> None:
    """Hear it, and do nothing."""


def stands(view: PapersView) -> list[str]:
    return [
        number for number in ("A26-0001", "A26-0002", "A26-0003") if view.preview.search(number)
    ]


@pytest.mark.parametrize("narrowed", [TrackerFilter(owner_id=CHAIR)])
def test_an_owner_of_whom_nothing_is_on_the_tracker_stays_chosen(view: PapersView) -> None:
    owner = next(b for b in view.findChildren(QComboBox) if b.accessibleName() == "Owner")
    assert owner.currentText().startswith("Morwenna Tregear")
    (past,) = [one for one in view.findChildren(QPushButton) if one.text() == "Past their date"]
    past.click()
    assert stands(view) == []  # and not everybody's, because another filter was pressed


def test_somebody_about_whom_nothing_is_on_the_tracker_stays_chosen(desk: Desk) -> None:
    alone, _case = add_case(desk, "Wenna")
    found = read_narrowing(desk, TrackerFilter(person_id=alone))
    assert [key for _words, key in found.people] == [alone]


def test_the_paper_is_made_anew_with_what_is_chosen_and_says_so(view: PapersView) -> None:
    assert stands(view) == ["A26-0001", "A26-0002", "A26-0003"]
    (past,) = [one for one in view.findChildren(QPushButton) if one.text() == "Past their date"]
    past.click()
    assert stands(view) == ["A26-0001", "A26-0003"]
    whom = next(b for b in view.findChildren(QComboBox) if b.accessibleName() == "About whom")
    whom.setCurrentIndex(whom.findText("T (KP-0001)"))
    whom.activated.emit(whom.currentIndex())
    assert stands(view) == ["A26-0001"]
    assert view.preview.search("Only: about T (KP-0001); past their date") == 1


def test_the_spreadsheet_is_narrowed_too_and_says_so(desk: Desk, person: UUID) -> None:
    del person
    order = Order(PaperKind.TRACKER, Path(), narrowed=TrackerFilter(overdue=True))
    (draft,) = draft_papers(desk, order)
    assert isinstance(draft.model, Tracker)
    book = load_workbook(io.BytesIO(tracker_sheet(draft.model)))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[2][0] == "Only: past their date"
    assert {row[0] for row in rows[4:]} == {"A26-0001", "A26-0003"}


def test_a_copy_does_not_say_whom_it_is_narrowed_to_if_its_reader_may_not_know(
    desk: Desk, person: UUID
) -> None:
    keep_from(desk, person, HOUSING)
    model = tracker_model(desk, read_audience_of(desk, HOUSING), TrackerFilter(person_id=person))
    assert (model.actions, model.narrowed) == ((), "Only: about one person")


def test_the_list_of_actions_leads_to_the_tracker_of_the_same() -> None:
    yesterday, who = TODAY - timedelta(days=1), UUID(int=7)
    past = ActionFilter(owner_id=who, due_until=yesterday)
    assert past.of_tracker(TODAY) == TrackerFilter(who, overdue=True)
    assert ActionFilter(due_until=TODAY).of_tracker(TODAY) == TrackerFilter()
