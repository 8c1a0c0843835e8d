"""The service directory, and a person who asked for something, for pictures."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QMainWindow

from coordinator.casework.services import add_service, check_service, find_services
from coordinator.domain.lists.outreach import ServiceKind
from coordinator.ui.places import ServicesPlace
from coordinator.ui.screens.services.view import ServicesView
from tests.ui.driving import Shown, at_place
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
