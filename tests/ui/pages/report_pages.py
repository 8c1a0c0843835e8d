"""The pages of figures: is it working, and what is missing on file."""

from collections.abc import Iterator
from functools import partial

from coordinator.ui.places.report import QualityPlace, ReportPlace
from tests.ui.driving import Shown, at_place
from tests.ui.panels import MadeUp


def every_place_of_reports(panel: MadeUp) -> Iterator[Shown]:
    """Give each page."""
    yield Shown("figures-report", partial(at_place, panel, ReportPlace()))
    yield Shown("figures-missing", partial(at_place, panel, QualityPlace()))
