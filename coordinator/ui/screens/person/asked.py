"""Where what is held about somebody, and what of it left, is looked at; no Qt."""

from coordinator.ui.places.every import AccessPlace, PapersPlace, Place
from coordinator.ui.screens.person.opened import OpenedPerson
from coordinator.ui.screens.person.steps import Step


def place_of(step: Step, opened: OpenedPerson) -> Place | None:
    """Lead to the request that waits, to where one is recorded, or to what left as a paper."""
    if step is Step.ACCESS:
        waiting, person = opened.access, opened.page.person
        return AccessPlace(request=waiting.id) if waiting else AccessPlace(person.id)
    if step is Step.SCHEDULE:
        return PapersPlace(kind="disclosure-schedule", person=opened.page.person.reference)
    return None
