"""Where the person's own papers are written and looked at; no Qt."""

from uuid import UUID

from coordinator.ui.places.every import PapersPlace, Place, PlanPlace
from coordinator.ui.screens.person.steps import Step


def place_of_own(step: Step, person: UUID, reference: str) -> Place | None:
    """Tell where a step about the person's own papers leads; nothing for any other."""
    if step is Step.OWN_PLAN:
        return PlanPlace(person, in_easy_words=True)
    if step is Step.JOURNEY:
        return PapersPlace(kind="journey", person=reference)
    return None
