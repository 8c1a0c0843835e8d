"""The service directory, and a person who asked for something, for pictures."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QMainWindow

from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.directory.services import add_service, check_service, find_services
from coordinator.casework.live.reads import read_live_meeting
from coordinator.casework.need_to_know.comms import agree_comms_line
from coordinator.casework.voice.wishes import answer_wish, find_wishes, note_wish
from coordinator.domain.lists.outreach import ServiceKind
from coordinator.domain.people.comms import NewCommsLine
from coordinator.domain.people.wishes import NewWish
from coordinator.domain.states import Answer
from coordinator.ui.places.every import LiveMeetingPlace, PersonPlace, ServicesPlace
from coordinator.ui.screens.live_meeting.asked.view import AskedPart
from coordinator.ui.screens.live_meeting.line.view import LinePart
from coordinator.ui.screens.services.view import ServicesView
from tests.ui.driving import Shown, at_place, settle, shown_widget
from tests.ui.panels import MadeUp

SERVICES = (
    {
        "name": "Harbour Hub",
        "service_kind": ServiceKind.HUB,
        "area": "Kerrow",
        "address": "2 Fish Quay",
        "hours": "Mon to Fri, 9 to 12",
        "who_for": "Anybody without a home, dogs welcome",
        "how_to_refer": "Walk in. For a worker to wait at the door, ring before 8.30.",
        "phone": "01632 960201",
    },
    {
        "name": "Night line",
        "service_kind": ServiceKind.CRISIS_LINE,
        "hours": "Every night, 6 to 6",
        "who_for": "Anybody, and whoever worries about them",
        "how_to_refer": "They ring themselves, or with their worker beside them.",
        "phone": "01632 960202",
    },
    {
        "name": "Quay surgery for people without an address",
        "service_kind": ServiceKind.HEALTH,
        "area": "Kerrow",
        "hours": "Tue and Thu, 1 to 3",
        "who_for": "People without a GP",
        "how_to_refer": "No referral. Bring nothing; the receptionist asks for a first name.",
        "phone": "01632 960203",
    },
)


def every_place_of_wishes(panel: MadeUp) -> Iterator[Shown]:
    """Give what somebody asked for: on their page, and first on their item."""
    yield Shown("person-wishes", partial(wishes, panel))
    yield Shown("live-wishes", partial(live_wishes, panel))
    yield Shown("live-enforcement", partial(live_enforcement, panel))


def wishes(panel: MadeUp) -> QMainWindow:
    """Show somebody who waits for one answer and had another."""
    desk = panel.sitting.writing
    if not find_wishes(desk, [panel.person]):
        asked(desk, panel.person)
        line = NewCommsLine(
            panel.person,
            may_say="Agencies work together and somebody leads",
            not_say="Where they stay",
            said_by="The council's press office",
        )
        agree_comms_line(desk, line)
    return at_place(panel, PersonPlace(panel.person))


def asked(desk: Desk, person: UUID) -> None:
    """Note two wishes of somebody, one of them answered."""
    (worker, *_others) = [one for one in read_directory(desk).professionals if one.name]
    long_ago = desk.today() - timedelta(days=16)
    new = NewWish(person, "To see my daughter on a weekday too", worker.id, asked_on=long_ago)
    note_wish(desk, new)
    key = note_wish(desk, NewWish(person, "A key to the laundry", worker.id, asked_on=long_ago))
    answer_wish(desk, key.result, seen=1, answer="Yes: ask at the desk for number 4.")


def live_wishes(panel: MadeUp) -> QMainWindow:
    """Show an item that begins with what its person asked for, about to be answered."""
    window = _at_somebody(panel)
    shown_widget(window).findChildren(AskedPart)[0].answer_asked.emit(None)
    return window


def live_enforcement(panel: MadeUp) -> QMainWindow:
    """Show an action that is thought through before it is agreed."""
    window = _at_somebody(panel)
    part = shown_widget(window).findChildren(LinePart)[0]
    part.line.fill("police, apply for an injunction, by Fri")
    part.entered.emit()
    if part.question.asked is not None:
        part.question.chosen.emit(Answer.YES)
    part.question.take_keys()
    return window


def _at_somebody(panel: MadeUp) -> QMainWindow:
    live = panel.live
    lines = read_live_meeting(live.desk, live.meeting).lines
    entry = next(one.entry for one in lines if one.entry.person is not None)
    if entry.person is not None and not find_wishes(live.desk, [entry.person.id]):
        asked(live.desk, entry.person.id)
    window = at_place(live, LiveMeetingPlace(live.meeting, entry.id))
    window.resize(1024, 700)
    window.show()
    window.activateWindow()
    settle()
    return window


def every_place_of_services(panel: MadeUp) -> Iterator[Shown]:
    """Give the service directory, with services and with none."""
    yield Shown("services", partial(services, panel))
    yield Shown("services-none", no_services)


def services(panel: MadeUp) -> QMainWindow:
    """Show three services, one of which nobody has checked for long."""
    desk = panel.sitting.writing
    if not find_services(desk):
        made = [add_service(desk, **one).result for one in SERVICES]
        long_ago = desk.today() - timedelta(days=240)
        check_service(desk, made[1], seen=1, checked_on=long_ago)
    return at_place(panel, ServicesPlace())


def no_services() -> QMainWindow:
    """Show that nothing is written yet."""
    window, view = QMainWindow(), ServicesView()
    view.show_services((), date(2026, 11, 19), may_edit=True, words="")
    window.setCentralWidget(view)
    window.resize(1024, 700)
    return window
