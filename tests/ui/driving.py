"""Every page of the program, made with real rows, for pictures and what holds of all of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from coordinator.app import _strength, _templates, _weakness
from coordinator.casework.desk import Desk
from coordinator.casework.directory import read_directory
from coordinator.casework.information_reads import read_information_requests
from coordinator.casework.meeting_reads import read_meetings
from coordinator.casework.panel_settings import read_topic
from coordinator.casework.person_pages import read_person
from coordinator.casework.referral_lists import find_referrals
from coordinator.domain.action_rows import ActionFilter, ActionRow
from coordinator.domain.caseload import CaseloadFilter
from coordinator.domain.history import Standing
from coordinator.domain.lists.panel import Topic
from coordinator.domain.meeting_views import MeetingRow
from coordinator.domain.return_views import AppliedReturn
from coordinator.domain.settling import DisagreementRow, DisagreementsView
from coordinator.domain.sharing import ListedName
from coordinator.domain.states import ActionStatus, MeetingStatus, ReferralStatus
from coordinator.domain.this_week import ThisWeek
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.making import Order, draft_papers
from coordinator.runtime.settings import Settings
from coordinator.ui.autosave import Clash, SlotState
from coordinator.ui.background import Background
from coordinator.ui.device import Device
from coordinator.ui.kit import theme
from coordinator.ui.kit.sheet import Sheet
from coordinator.ui.kit.slots import SlotField
from coordinator.ui.places import (
    ActionsPlace,
    DirectoryPlace,
    DisagreementsPlace,
    History,
    MeetingPlace,
    MeetingsPlace,
    NewReferralPlace,
    PanelPlace,
    PapersPlace,
    PeoplePlace,
    PersonPlace,
    Place,
    PlanPlace,
    ReferralPlace,
    ReferralsPlace,
    RequestsPlace,
    ReturnsPlace,
    WeekPlace,
)
from coordinator.ui.screens.actions.asking import outcome_form, sheets_form
from coordinator.ui.screens.actions.view import ActionsView
from coordinator.ui.screens.directory.questions import new_professional
from coordinator.ui.screens.directory.view import DirectoryView, Part
from coordinator.ui.screens.disagreements.view import DisagreementsPage
from coordinator.ui.screens.meeting.asking import item_form
from coordinator.ui.screens.new_referral.view import NewReferralView
from coordinator.ui.screens.panel.questions import new_line
from coordinator.ui.screens.panel.view import PanelView
from coordinator.ui.screens.panel.view import Part as PanelPart
from coordinator.ui.screens.papers.presenter import OF_MEETINGS
from coordinator.ui.screens.papers.view import PapersView
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.screens.person.view import PersonView
from coordinator.ui.screens.plan.view import PlanPage
from coordinator.ui.screens.requests.questions import ask_agencies, usual
from coordinator.ui.screens.requests.view import RequestsView
from coordinator.ui.screens.returns.view import ReturnsView
from coordinator.ui.screens.this_week.view import ThisWeekView
from coordinator.ui.shell.building import build_screen
from coordinator.ui.shell.commands import Commands, Deeds
from coordinator.ui.shell.finder import Finder, Target
from coordinator.ui.shell.finding import Finding
from coordinator.ui.shell.first_run import FirstRunPage
from coordinator.ui.shell.helping import ShortcutsDialog
from coordinator.ui.shell.recovery import RecoveryPage
from coordinator.ui.shell.restore import RestorePage
from coordinator.ui.shell.unlock import UnlockPage
from coordinator.ui.shell.welcome import WelcomePage
from coordinator.ui.shell.workplace import Workplace
from coordinator.ui.sitting import Sitting
from tests.ui.immediate import ImmediateJobs
from tests.ui.panels import MadeUp
from tests.ui.returned import returned_sheet
from tests.ui.settings_pages import settings_pages
from tests.ui.sheet_pages import every_sheet

CODE = "3F7KQZ-8HT2WM-P0XNCV-5RJ9AB-E4D6GS-1YKTQ7"

_LAID: dict[str, bytes] = {}


@dataclass(frozen=True)
class Shown:
    """A page by name, and how to make it."""

    name: str
    make: Callable[[], QWidget]


class LanesThatWaitForNobody(Background):
    """Signals as the real lanes have them, work done at once: pictures need no waiting."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.close()  # its threads are not wanted
        jobs = ImmediateJobs(sitting.writing)
        self.query = jobs.query  # type: ignore[method-assign]
        self.command = jobs.command  # type: ignore[method-assign]
        self.long = jobs.long  # type: ignore[method-assign]
        self.apart = jobs.apart  # type: ignore[method-assign]
        self.long = jobs.long  # type: ignore[method-assign]
        self.jobs = jobs


def every_page(panel: MadeUp, look: theme.Look) -> Iterator[Shown]:
    """Give every page there is."""
    yield Shown("welcome", lambda: WelcomePage([Path("/stores/kerrow"), Path("/stores/older")]))
    yield Shown("unlock", lambda: UnlockPage(Path("/stores/kerrow")))
    yield Shown("unlock-refused", _refused)
    yield Shown("restore", lambda: RestorePage(Path("/stores/restored")))
    for at in range(4):
        yield Shown(f"first-run-{at + 1}", partial(_first_run, at))
    yield Shown("recovery", lambda: RecoveryPage(CODE, _nothing, lambda _code: True))
    yield from every_place(panel)
    yield Shown("form", partial(_form, panel))
    yield Shown("finder", partial(_finder, panel))
    yield Shown("keys", partial(_keys, panel))


def every_place(panel: MadeUp) -> Iterator[Shown]:
    """Give every screen of an open store."""
    nobody = CaseloadFilter(place="nowhere", without_lead=True)
    yield Shown("this-week", partial(at_place, panel, WeekPlace()))
    yield Shown("this-week-new", _new_week)
    yield Shown("people", partial(at_place, panel, PeoplePlace()))
    yield Shown("people-empty", partial(at_place, panel, PeoplePlace(nobody)))
    yield Shown("people-found", partial(_found, panel))
    yield Shown("person", partial(at_place, panel, PersonPlace(panel.person)))
    yield Shown("person-new", partial(at_place, panel, PersonPlace(_newest(panel))))
    yield Shown("contact", partial(_contact, panel))
    yield Shown("disagreements", partial(_disagreements, panel))
    yield Shown("disagreements-none", partial(at_place, panel, DisagreementsPlace()))
    yield from every_place_of_meetings(panel)
    yield Shown("plan", partial(at_place, panel, PlanPlace(panel.person)))
    yield Shown("plan-clash", partial(_clash, panel))
    yield Shown("referrals", partial(at_place, panel, ReferralsPlace()))
    yield Shown("referral", partial(_referral, panel))
    yield Shown("new-referral", partial(_new_referral, panel))
    yield Shown("directory", partial(_directory, panel))
    for part in (
        PanelPart.PANEL,
        PanelPart.TEXTS,
        PanelPart.TIMES,
        PanelPart.AGENDA,
        PanelPart.PHRASES,
    ):
        yield Shown(f"panel-{part.name.lower()}", partial(_panel, panel, part))
    yield Shown("panel-form", partial(_panel_form, panel))
    for name, make in every_sheet(panel, at_place):
        yield Shown(name, make)
    for name, make in settings_pages(panel, at_place):
        yield Shown(name, make)


def every_place_of_meetings(panel: MadeUp) -> Iterator[Shown]:
    """Give the screens of meetings, their papers and the actions."""
    rows = read_meetings(panel.office.desk)
    coming = next(row for row in reversed(rows) if row.status is MeetingStatus.SCHEDULED)
    held = next(row for row in rows if row.status is MeetingStatus.APPROVED)
    late = ActionFilter(due_until=held.on)
    yield Shown("meetings", partial(at_place, panel, MeetingsPlace()))
    yield Shown("meeting", partial(at_place, panel, MeetingPlace(coming.id)))
    yield Shown("meeting-held", partial(at_place, panel, MeetingPlace(held.id)))
    yield Shown("requests", partial(at_place, panel, RequestsPlace(coming.id)))
    yield Shown("requests-by-person", partial(_by_person, panel, coming))
    yield Shown("ask-agencies", partial(_ask_agencies, panel, coming))
    yield Shown("papers", partial(_papers, panel, held))
    yield Shown("actions", partial(at_place, panel, ActionsPlace(late)))
    yield Shown("actions-empty", partial(at_place, panel, ActionsPlace(without_owner=True)))
    yield Shown("returns", partial(_returns, panel))
    yield Shown("returns-lately", partial(_returns_lately, panel))
    yield Shown("ask-sheets", partial(_ask_sheets, panel))
    yield Shown("ask-outcome", partial(_ask_outcome, panel))
    yield Shown("ask-item", partial(_ask_item, panel, coming))


def at_place(panel: MadeUp, place: Place) -> QMainWindow:
    """Open the workplace at a place, in a window of its own."""
    window = QMainWindow()
    commands = Commands(window, deeds())
    lanes = LanesThatWaitForNobody(panel.sitting)
    lanes.setParent(window)
    work = Workplace(
        panel.sitting, lanes, History(place), commands, build_screen, device_of(panel)
    )
    window.setCentralWidget(work)
    screen = work.screen_shown
    if screen is not None and screen.first is not None:
        screen.first.setFocus()
    window.lanes = lanes  # type: ignore[attr-defined]
    return window


def device_of(panel: MadeUp) -> Device:
    """A device that remembers two other stores and a backup on a stick."""
    known = Settings(("/stores/kerrow", "/stores/older"), theme="light")
    known = known.with_backup(panel.sitting.folder, Path("/media/stick"), date(2026, 10, 19))
    return Device(lambda: known, _nothing, lambda _code: True, _nothing, _nothing)


def deeds() -> Deeds:
    """Do nothing, whatever is asked."""
    return Deeds(**{one.name: _nothing for one in fields(Deeds)})


def settle() -> None:
    """Let Qt lay out, paint and clear away."""
    for _round in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def clear_away() -> None:
    """Close every window that is open, those under forms too: each would be dressed anew."""
    for window in QApplication.topLevelWidgets():
        window.close()
        window.deleteLater()
    settle()


def _nothing(*_values: object) -> None:
    return None


def _refused() -> QWidget:
    page = UnlockPage(Path("/stores/kerrow"))
    page.say(
        "The passphrase or recovery code does not open this store.",
        "Type it again, with care for capitals.",
    )
    return page


def _first_run(at: int) -> QWidget:
    page = FirstRunPage(_templates(), Path("/stores/new"), _strength, _weakness)
    page._show(at)
    return page


def _new_week() -> QWidget:
    """The week of a panel that has nobody and meets never."""
    view = ThisWeekView("Kerrow Complex Needs Panel")
    nothing = ThisWeek(None, (), (), (), (), 0, (), 0, is_fresh=True)
    view.show_week(nothing, date(2026, 11, 16))
    return view


def _newest(panel: MadeUp) -> UUID:
    """Give somebody who was only referred: hardly anything is known yet."""
    return find_referrals(panel.sitting.writing)[-1].person


def _contact(panel: MadeUp) -> QWidget:
    """The form that notes a contact, over the page of a person."""
    window = at_place(panel, PersonPlace(panel.person))
    window.resize(1024, 700)
    page = _shown_widget(window)
    assert isinstance(page, PersonView)
    page.wished.emit(Step.CONTACT, None)
    sheet = page.sheets.shown
    assert sheet is not None
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet


def _disagreements(panel: MadeUp) -> QWidget:
    """Two fields of one person with two values each."""
    window = at_place(panel, DisagreementsPlace())
    page = _shown_widget(window)
    assert isinstance(page, DisagreementsPage)
    person = read_person(panel.sitting.writing, panel.person).person
    at, one, other = panel.sitting.writing.now(), UUID(int=1), UUID(int=2)

    def row(field: str, *values: str, is_text: bool = True) -> DisagreementRow:
        said = tuple(map(Standing, values, (one, other), (at, at)))
        return DisagreementRow(person.id, person.id, "person", field, 2, said, is_text=is_text)

    rows = (
        row("phone", "01632 960001", "01632 960002"),
        row("housing", "sofa", "hostel", is_text=False),
    )
    page.show_disagreements(
        DisagreementsView(
            rows,
            {one: "Morwenna Tresillick", other: "Naomi Davey"},
            {person.id.hex: person.reference},
            {person.id: ListedName(person.name)},
        )
    )
    return window


def _papers(panel: MadeUp, held: MeetingRow) -> QWidget:
    view = PapersView()
    place = PapersPlace(held.id, held.reference, "agenda")
    view.show_choices(place, OF_MEETINGS, ("Kerrow Police",))
    view.show_paper(_agenda(panel.office.desk, held.reference))
    return view


def _agenda(desk: Desk, reference: str) -> bytes:
    if reference not in _LAID:
        (draft,) = draft_papers(desk, Order(PaperKind.AGENDA, Path(), meeting=reference))
        _LAID[reference] = lay_out(draft.kind, draft.model)
    return _LAID[reference]


def _returns(panel: MadeUp) -> QWidget:
    """A sheet that came back with a bit of everything."""
    window = at_place(panel, ReturnsPlace(returned_sheet(panel)))
    page = _shown_widget(window)
    assert isinstance(page, ReturnsView)
    choices = [one.row.planned.can_be_taken for one in page.table.rows.rows]
    page.table.choose(choices.index(True))
    return window


def _returns_lately(panel: MadeUp) -> QWidget:
    """Sheets taken in lately, one of them taken back."""
    window = at_place(panel, ReturnsPlace())
    page = _shown_widget(window)
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


def _ask_sheets(panel: MadeUp) -> QWidget:
    window = at_place(panel, ActionsPlace())
    window.resize(1024, 700)
    form = sheets_form(window, (), None)
    form.owner = window  # type: ignore[attr-defined]
    return form


def _ask_outcome(panel: MadeUp) -> QWidget:
    window = at_place(panel, ActionsPlace())
    window.resize(1024, 700)
    view = window.findChild(ActionsView)
    assert view is not None
    view.table.choose(0)
    row = view.table.chosen()
    assert isinstance(row, ActionRow)
    form = outcome_form(view, row, ActionStatus.COULD_NOT, ())
    form.refuse({"barrier": "required"})
    form.owner = window  # type: ignore[attr-defined]
    return form


def _ask_item(panel: MadeUp, coming: MeetingRow) -> QWidget:
    window = at_place(panel, MeetingPlace(coming.id))
    window.resize(1024, 700)
    form = item_form(window, (), urgent=False, is_late=True)
    form.owner = window  # type: ignore[attr-defined]
    return form


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


def _found(panel: MadeUp) -> QWidget:
    window = at_place(panel, PeoplePlace())
    work = window.centralWidget()
    assert isinstance(work, Workplace)
    screen = work.screen_shown
    assert screen is not None
    screen.presenter.search("housing")  # type: ignore[attr-defined]
    return window


def _clash(panel: MadeUp) -> QWidget:
    """A plan with a text two people changed."""
    window = at_place(panel, PlanPlace(panel.person))
    page = _shown_widget(window)
    assert isinstance(page, PlanPage)
    field = next(one for one in page.findChildren(SlotField) if one.slot.form.startswith("goal"))
    field.show_state(SlotState.CLASH)
    who = "Morwenna Tresillick, Mon 16 November 2026 at 10:05"
    field.show_clash(Clash("A door that locks", "Somewhere quiet, with a door", 2, who))
    return window


def _referral(panel: MadeUp) -> QWidget:
    """The first referral that waits, else the last that was answered."""
    desk = panel.sitting.writing
    found = find_referrals(desk) or find_referrals(desk, statuses=frozenset(ReferralStatus))
    return at_place(panel, ReferralPlace(found[-1].id))


def _new_referral(panel: MadeUp) -> QWidget:
    """A referral of somebody whose name is on file."""
    window = at_place(panel, NewReferralPlace())
    page = _shown_widget(window)
    assert isinstance(page, NewReferralView)
    person = read_person(panel.sitting.writing, panel.person).person
    name = person.name
    page.show_typed({"given_name": name.given, "family_name": name.family})
    page._tell()
    return window


def _directory(panel: MadeUp) -> QWidget:
    """The seats, with the keys on the first."""
    window = at_place(panel, DirectoryPlace())
    page = _shown_widget(window)
    assert isinstance(page, DirectoryView)
    page.tables[Part.SEATS].choose(0)
    return window


def _panel(panel: MadeUp, part: PanelPart) -> QWidget:
    """The panel's own page with one part open, the keys on the second line of its list."""
    window = at_place(panel, PanelPlace())
    page = _shown_widget(window)
    assert isinstance(page, PanelView)
    page.show_part(part)
    if part.value in page.lists:
        page.lists[part.value].table.choose(1)
    return window


def _panel_form(panel: MadeUp) -> QWidget:
    """A part of its own on the agenda, with what is missing."""
    window = at_place(panel, PanelPlace())
    window.resize(1024, 700)
    sheet = Sheet(new_line(Topic.AGENDA, read_topic(panel.sitting.writing, Topic.AGENDA)), window)
    sheet.show_faults({"title": "required"})
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet


def _form(panel: MadeUp) -> QWidget:
    """The longest form, with entries that cannot be kept."""
    window = QMainWindow()
    window.resize(1024, 700)
    question = new_professional(read_directory(panel.sitting.writing))
    sheet = Sheet(question, window)
    sheet.show_faults({"name": "required", "inducted_on": "in-the-future"})
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet


def _shown_widget(window: QMainWindow) -> QWidget:
    work = window.centralWidget()
    assert isinstance(work, Workplace)
    assert work.screen_shown is not None
    return work.screen_shown.widget


def _finder(panel: MadeUp) -> QWidget:
    window = at_place(panel, WeekPlace())
    window.resize(1024, 700)
    finder = Finder(window)
    jobs = ImmediateJobs(panel.sitting.writing)
    commands = [Target("Lock", "Ctrl+L", "chevron-right", _nothing)]
    finding = Finding(jobs, finder, _nothing, commands, Target)
    finding.search("lo")
    finder.owner = window  # type: ignore[attr-defined]
    return finder


def _keys(panel: MadeUp) -> QWidget:
    window = QMainWindow()
    dialog = ShortcutsDialog(window, Commands(window, deeds()))
    dialog.owner = window  # type: ignore[attr-defined]
    return dialog
