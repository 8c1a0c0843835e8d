"""Every page of the program, made with real rows, for pictures and what holds of all of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from coordinator.app import _strength, _templates, _weakness
from coordinator.casework.desk import Desk
from coordinator.casework.directory import read_directory
from coordinator.casework.meeting_reads import read_meetings
from coordinator.casework.person_pages import read_person
from coordinator.casework.referral_lists import find_referrals
from coordinator.domain.action_rows import ActionFilter, ActionRow
from coordinator.domain.caseload import CaseloadFilter
from coordinator.domain.meeting_views import MeetingRow
from coordinator.domain.states import ActionStatus, MeetingStatus, ReferralStatus
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
    History,
    MeetingPlace,
    MeetingsPlace,
    NewReferralPlace,
    PapersPlace,
    PeoplePlace,
    PersonPlace,
    Place,
    PlanPlace,
    ReferralPlace,
    ReferralsPlace,
    WeekPlace,
)
from coordinator.ui.screens.actions.asking import outcome_form
from coordinator.ui.screens.actions.view import ActionsView
from coordinator.ui.screens.directory.questions import new_professional
from coordinator.ui.screens.directory.view import DirectoryView, Part
from coordinator.ui.screens.meeting.asking import item_form
from coordinator.ui.screens.new_referral.view import NewReferralView
from coordinator.ui.screens.papers.presenter import OF_MEETINGS
from coordinator.ui.screens.papers.view import PapersView
from coordinator.ui.screens.plan.view import PlanPage
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
from tests.ui.settings_pages import settings_pages

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
    yield Shown("people", partial(at_place, panel, PeoplePlace()))
    yield Shown("people-empty", partial(at_place, panel, PeoplePlace(nobody)))
    yield Shown("people-found", partial(_found, panel))
    yield Shown("person", partial(at_place, panel, PersonPlace(panel.person)))
    yield from every_place_of_meetings(panel)
    yield Shown("plan", partial(at_place, panel, PlanPlace(panel.person)))
    yield Shown("plan-clash", partial(_clash, panel))
    yield Shown("referrals", partial(at_place, panel, ReferralsPlace()))
    yield Shown("referral", partial(_referral, panel))
    yield Shown("new-referral", partial(_new_referral, panel))
    yield Shown("directory", partial(_directory, panel))
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
    yield Shown("papers", partial(_papers, panel, held))
    yield Shown("actions", partial(at_place, panel, ActionsPlace(late)))
    yield Shown("actions-empty", partial(at_place, panel, ActionsPlace(without_owner=True)))
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
    return Deeds(*[_nothing] * 13)


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
