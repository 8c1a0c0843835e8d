"""The page of the panel's money, and its forms, with real rows."""

from collections.abc import Iterator
from functools import partial

from coordinator.ui.places.money import MoneyPlace
from tests.ui.driving import Shown, at_place
from tests.ui.panels import MadeUp


def every_page_of_money(panel: MadeUp) -> Iterator[Shown]:
    """Give the page: what waits, what was given, every request."""
    yield Shown("money", partial(at_place, panel, MoneyPlace()))
