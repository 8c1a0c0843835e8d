"""Where one can be to see whether it works: figures, demand, money, scores, learning, places."""

from typing import TypeAlias

from coordinator.ui.assessment_places import AssessmentsPlace, ToolsPlace
from coordinator.ui.demand_places import DemandPlace
from coordinator.ui.learning_places import LearningPlace
from coordinator.ui.money_places import MoneyPlace
from coordinator.ui.place_plans import PlacePlansPlace
from coordinator.ui.report_places import QualityPlace, ReportPlace

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
