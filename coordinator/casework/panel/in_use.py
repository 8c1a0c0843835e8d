"""What the panel works with: what it switched on, and what is on file although it is off."""

from coordinator.casework.desk import Desk
from coordinator.casework.panel.lines import OFF, features
from coordinator.domain.errors import GuardError
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


def check_in_use(desk: Desk, feature: Feature) -> None:
    """Refuse to tell of what is off and has nothing on file: a paper of it would be empty.

    Raises:
        GuardError: `money-off`, `places-off`, `themes-off`.
    """
    if feature not in find_features_in_use(desk):
        raise GuardError(OFF[feature])
