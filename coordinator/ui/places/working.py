"""Where one can be to see whether it works: figures, demand, money, scores, learning, places."""

from typing import TypeAlias

from coordinator.ui.places.assessments import AssessmentsPlace, ToolsPlace
from coordinator.ui.places.demand import DemandPlace
from coordinator.ui.places.learning import LearningPlace
from coordinator.ui.places.money import MoneyPlace
from coordinator.ui.places.place_plans import PlacePlansPlace
from coordinator.ui.places.report import QualityPlace, ReportPlace

WorkingPlace: TypeAlias = (
    DemandPlace
    | ReportPlace
    | QualityPlace
    | MoneyPlace
    | AssessmentsPlace
    | ToolsPlace
    | LearningPlace
    | PlacePlansPlace
)
