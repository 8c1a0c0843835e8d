"""The way to the person's own papers: their plan in easy words, and their journey."""

from PySide6.QtWidgets import QWidget

from coordinator.ui.kit.boxes import card
from coordinator.ui.screens.person.opened import OpenedPerson
from coordinator.ui.screens.person.parts import Line, Wished, link
from coordinator.ui.screens.person.steps import Step
from coordinator.wording.translation import _


def own_card(opened: OpenedPerson, wished: Wished) -> QWidget:
    """Lead to My plan and to the journey map, in one quiet line."""
    links = [link(_("My plan"), wished, Step.OWN_PLAN)]
    if Step.JOURNEY in opened.steps:
        links.append(link(_("Journey map"), wished, Step.JOURNEY))
    return card(Line(_("Their plan in easy words, and how they came here."), *links))
