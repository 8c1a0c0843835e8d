"""Pages of requests to see what is held, with real rows of a panel."""

from datetime import timedelta
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coordinator.casework.access.reading import find_access_requests
from coordinator.casework.access.requests import begin_access_request, name_officer, note_identity
from coordinator.casework.people.safety import add_warning
from coordinator.domain.access.rules import NewAccessRequest
from coordinator.domain.states import Answer, Sensitivity
from coordinator.ui.places.every import AccessPlace
from tests.ui.driving import at_place
from tests.ui.panels import MadeUp


def access_list(panel: MadeUp) -> QWidget:
    """The list with a request that waits."""
    a_request(panel)
    return at_place(panel, AccessPlace())


def access_request(panel: MadeUp) -> QWidget:
    """One request with the officer, entries to decide."""
    return at_place(panel, AccessPlace(request=a_request(panel)))


def a_request(panel: MadeUp) -> UUID:
    """Give the request of the panel's person, made once."""
    desk = panel.sitting.writing
    if found := find_access_requests(desk, person=panel.person, open_only=True):
        return found[0].id
    today = desk.today()
    new = NewAccessRequest(today - timedelta(days=26), "Themselves, by word of mouth")
    made = begin_access_request(desk, panel.person, new).result
    note_identity(desk, made, on=today - timedelta(days=20), how="Known to the outreach nurse")
    name_officer(desk, made, officer="J. Penhale, data protection officer")
    add_warning(
        desk,
        panel.person,
        text="The neighbour at number 4 asked that it is not said who rang about the noise.",
        source="Porthkerris Homes",
        person_told=Answer.NO,
        not_told_reason="The neighbour is afraid",
        sensitivity=Sensitivity.THIRD_PARTY,
    )
    return made
