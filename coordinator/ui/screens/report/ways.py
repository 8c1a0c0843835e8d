"""Where else it is told whether it is working: the pages this one leads to. No Qt."""

from collections.abc import Collection, Iterator

from coordinator.domain.lists.panel import Feature
from coordinator.ui.places.assessments import ToolsPlace
from coordinator.ui.places.demand import DemandPlace
from coordinator.ui.places.every import Place
from coordinator.ui.places.learning import LearningPlace
from coordinator.ui.places.money import MoneyPlace
from coordinator.ui.places.place_plans import PlacePlansPlace
from coordinator.ui.places.report import QualityPlace
from coordinator.wording.translation import _

Way = tuple[str, Place]


def ways_from(in_use: Collection[Feature]) -> Iterator[Way]:
    """Give them in order; what the panel does not work with is left out."""
    yield _("What is missing on file"), QualityPlace()
    yield _("Demand before and after"), DemandPlace()
    if Feature.MONEY in in_use:
        yield _("Money"), MoneyPlace()
    yield _("Learning"), LearningPlace()
    if Feature.PLACES in in_use:
        yield _("Place plans and groups"), PlacePlansPlace()
    if Feature.ASSESSMENTS in in_use:
        yield _("Assessment tools"), ToolsPlace()
