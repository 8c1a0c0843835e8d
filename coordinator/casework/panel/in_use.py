"""What the panel works with: what it switched on, and what is on file although it is off."""

from coordinator.casework.desk import Desk
from coordinator.casework.panel.lines import features
from coordinator.domain.lists.panel import Feature


def find_features_in_use(desk: Desk) -> frozenset[Feature]:
    """Tell what is switched on, and whose pages have something to show all the same."""
    with desk.read() as look:
        on_file = {
            Feature.MONEY: look.money.is_anything(),
            Feature.PLACES: look.places.are_any(),
            Feature.THEMES: bool(look.learning.themes()),
        }
        return features(look) | {one for one, is_there in on_file.items() if is_there}
