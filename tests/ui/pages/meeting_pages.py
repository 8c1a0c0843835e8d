"""Pages of meetings, their papers, requests, actions and returns, with real rows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QMainWindow, QWidget

from coordinator.casework.actions.lists import find_actions
from coordinator.casework.asking.reading import read_information_requests
from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.meetings.reading import read_meetings
from coordinator.casework.meetings.slot_planning import read_slot_plan
from coordinator.casework.packs.recipients import read_pack_preview
from coordinator.casework.panel.settings import read_barrier_choices
from coordinator.domain.actions.rows import ActionFilter, ActionRow
from coordinator.domain.disclosing.sendings import Prompt
from coordinator.domain.meetings.views import MeetingRow
from coordinator.domain.returns.views import AppliedReturn
from coordinator.domain.states import ActionStatus, MeetingStatus
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.drafting import draft_papers
from coordinator.papers.orders import Order
from coordinator.papers.sendings import sending_of
from coordinator.ui.kit.sheet import Sheet
from coordinator.ui.places.every import (
    ActionsPlace,
    MeetingPlace,
    MeetingsPlace,
    PacksPlace,
    PapersPlace,
    RequestsPlace,
    ReturnsPlace,
    place_of_action,
)
from coordinator.ui.screens.actions.questions import outcome, sheets
from coordinator.ui.screens.actions.view import ActionsView
from coordinator.ui.screens.meeting.ordering import OrderDialog
from coordinator.ui.screens.meeting.presenter import read_page
from coordinator.ui.screens.meeting.questions import item, move
from coordinator.ui.screens.packs.questions import make
from coordinator.ui.screens.papers.kinds import OF_MEETINGS
from coordinator.ui.screens.papers.questions import Asked, save
from coordinator.ui.screens.papers.view import PapersView
from coordinator.ui.screens.requests.questions import ask_agencies, usual
from coordinator.ui.screens.requests.view import RequestsView
from coordinator.ui.screens.returns.view import ReturnsView
from coordinator.ui.shared.unfinished import Unfinished
from tests.ui.driving import Shown, at_place, shown_widget
from tests.ui.immediate import ImmediateJobs
from tests.ui.pages.live_pages import every_place_of_live_meetings
from tests.ui.panels import MadeUp
from tests.ui.returned import returned_sheet

_LAID: dict[str, bytes] = {}


def every_place_of_meetings(panel: MadeUp) -> Iterator[Shown]:
    """Give the screens of meetings, their papers and the actions."""
    rows = read_meetings(panel.office.desk)
    coming = next(row for row in reversed(rows) if row.status is MeetingStatus.SCHEDULED)
    held = next(row for row in rows if row.status is MeetingStatus.APPROVED)
    late = ActionFilter(due_until=held.on)
    yield Shown("meetings", partial(at_place, panel, MeetingsPlace()))
    yield Shown("meeting", partial(at_place, panel, MeetingPlace(coming.id)))
    yield Shown("meeting-held", partial(at_place, panel, MeetingPlace(held.id)))
    yield from every_place_of_live_meetings(panel)
    yield Shown("requests", partial(at_place, panel, RequestsPlace(coming.id)))
    yield Shown("requests-by-person", partial(_by_person, panel, coming))
    yield Shown("ask-agencies", partial(_ask_agencies, panel, coming))
    yield Shown("packs", partial(at_place, panel, PacksPlace(coming.id)))
    yield Shown("ask-packs", partial(_ask_packs, panel, coming))
    yield Shown("papers", partial(_papers, panel, held))
    yield Shown("actions", partial(at_place, panel, ActionsPlace(late)))
    yield Shown("actions-empty", partial(at_place, panel, ActionsPlace(without_owner=True)))
    yield Shown("actions-wishes", partial(at_place, panel, ActionsPlace(wishes=True)))
    yield Shown("actions-of-one", partial(_actions_of_one, panel, late))
    yield Shown("returns", partial(_returns, panel))
    yield Shown("returns-lately", partial(_returns_lately, panel))
    yield Shown("ask-sheets", partial(_ask_sheets, panel))
    yield Shown("ask-outcome", partial(_ask_outcome, panel))
    yield Shown("ask-item", partial(_ask_item, panel, coming))
    yield Shown("ask-move", partial(_ask_move, panel, coming))
    yield Shown("ask-order", partial(_ask_order, panel, coming))
    yield Shown("ask-save", partial(_ask_save, panel))


def _papers(panel: MadeUp, held: MeetingRow) -> QWidget:
    view = PapersView()
    place = PapersPlace(held.id, held.reference, "agenda")
    view.show_choices(place, OF_MEETINGS, ("Kerrow Police",))
    view.show_paper(agenda_of(panel.office.desk, held.reference))
    return view


def agenda_of(desk: Desk, reference: str) -> bytes:
    if reference not in _LAID:
        (draft,) = draft_papers(desk, Order(PaperKind.AGENDA, Path(), meeting=reference))
        _LAID[reference] = lay_out(draft.kind, draft.model)
    return _LAID[reference]


def _returns(panel: MadeUp) -> QWidget:
    """A sheet that came back with a bit of everything."""
    window = at_place(panel, ReturnsPlace(returned_sheet(panel)))
    page = shown_widget(window)
    assert isinstance(page, ReturnsView)
    choices = [one.row.planned.can_be_taken for one in page.table.rows.rows]
    page.table.choose(choices.index(True))
    return window


def _returns_lately(panel: MadeUp) -> QWidget:
    """Sheets taken in lately, one of them taken back."""
    window = at_place(panel, ReturnsPlace())
    page = shown_widget(window)
    assert isinstance(page, ReturnsView)
    at = datetime(2026, 11, 16, 10, 5, tzinfo=UTC)
    page.show_lately(
        (
            AppliedReturn(UUID(int=1), at, "Kerrow Homes", 3, is_undone=False),
            AppliedReturn(UUID(int=2), at, "Kerrow Mental Health Partnership", 1, is_undone=True),
        ),
        at.date(),
    )
    return window


def _actions_of_one(panel: MadeUp, late: ActionFilter) -> QWidget:
    row = next(one for one in find_actions(panel.office.desk, late).rows if one.person_id)
    return at_place(panel, place_of_action(row.id, row.person_id))


def _ask_sheets(panel: MadeUp) -> QWidget:
    window = at_place(panel, ActionsPlace())
    window.resize(1024, 700)
    sheet = Sheet(sheets((), None), window)
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet


def _ask_outcome(panel: MadeUp) -> QWidget:
    window = at_place(panel, ActionsPlace())
    window.resize(1024, 700)
    view = window.findChild(ActionsView)
    assert view is not None
    view.table.choose(0)
    row = view.table.chosen()
    assert isinstance(row, ActionRow)
    offered = read_barrier_choices(panel.sitting.writing)
    sheet = Sheet(outcome(row, ActionStatus.COULD_NOT, (), offered), view)
    sheet.show_faults({"barrier": "required"})
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet


def _ask_item(panel: MadeUp, coming: MeetingRow) -> QWidget:
    window = at_place(panel, MeetingPlace(coming.id))
    window.resize(1024, 700)
    page = read_page(panel.office.desk, coming.id)
    header = page.record.header
    issued = replace(header.row, status=MeetingStatus.AGENDA_ISSUED)
    late = replace(page, record=replace(page.record, header=replace(header, row=issued)))
    sheet = Sheet(item((), late), window)
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet


def _ask_move(panel: MadeUp, coming: MeetingRow) -> QWidget:
    """The form that moves a meeting, with what had been typed before a lock."""
    window = at_place(panel, MeetingPlace(coming.id))
    window.resize(1024, 700)
    question = move(read_page(panel.office.desk, coming.id))
    unfinished = Unfinished(ImmediateJobs(panel.office.desk), question, coming.id, coming.revision)
    unfinished.typed = {"starts_at": time(14, 30), "reason": "The hall is flooded."}
    sheet = Sheet(question, window, unfinished)
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet


def _ask_save(panel: MadeUp) -> QWidget:
    """The form that saves a paper for an agency, with a reason to give."""
    window = at_place(panel, ActionsPlace())
    window.resize(1024, 700)
    desk = panel.office.desk
    agency = read_directory(desk).agencies[0].name
    (draft,) = draft_papers(desk, Order(PaperKind.TRACKER, Path(), agency=agency))
    facts = replace(sending_of(desk, draft), prompts=(Prompt.CONFIDENTIALITY_NOT_SIGNED,))
    sheet = Sheet(save(Path("/papers"), Asked(draft, facts, desk.today())), window)
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet


def _ask_packs(panel: MadeUp, coming: MeetingRow) -> QWidget:
    """The form that makes the packs, with a reason to give."""
    window = at_place(panel, PacksPlace(coming.id))
    window.resize(1024, 700)
    preview = read_pack_preview(panel.office.desk, coming.id)
    sheet = Sheet(
        make(preview.ready, Path("Packs"), preview.on, "It holds what they need."), window
    )
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet


def _ask_order(panel: MadeUp, coming: MeetingRow) -> QWidget:
    """What another order of the agenda would change."""
    window = at_place(panel, MeetingPlace(coming.id))
    window.resize(1024, 700)
    dialog = OrderDialog(read_slot_plan(panel.office.desk, coming.id), window)
    dialog.owner = window  # type: ignore[attr-defined]
    return dialog


def _by_person(panel: MadeUp, coming: MeetingRow) -> QWidget:
    window = at_place(panel, RequestsPlace(coming.id))
    view = window.findChild(RequestsView)
    assert view is not None
    view._group.button(1).setChecked(True)
    return window


def _ask_agencies(panel: MadeUp, coming: MeetingRow) -> QWidget:
    """The form that asks the agencies, with a day that cannot be."""
    window = QMainWindow()
    window.resize(1024, 700)
    grid = read_information_requests(panel.sitting.writing, coming.id)
    rows = [row for row in grid.agencies if row.to_ask]
    sheet = Sheet(ask_agencies(grid, rows, usual(rows), Path("/sheets")), window)
    sheet.show_faults({"answer_by": "after-meeting"})
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet
