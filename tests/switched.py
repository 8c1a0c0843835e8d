"""What the panel of a test works with: switched on, and off again."""

from coordinator.casework.desk import Desk
from coordinator.casework.panel.settings import change_line, read_features, read_topic
from coordinator.domain.lists.panel import Feature, Topic


def switch_on(desk: Desk, feature: Feature) -> None:
    """Let the panel use something; nothing is written where it does already."""
    if feature not in read_features(desk):
        _switch(desk, feature, on=True)


def switch_off(desk: Desk, feature: Feature) -> None:
    """Let the panel use it no more; what is on file stays."""
    _switch(desk, feature, on=False)


def _switch(desk: Desk, feature: Feature, *, on: bool) -> None:
    (line,) = [one for one in read_topic(desk, Topic.FEATURES) if one.key == feature]
    change_line(desk, Topic.FEATURES, line.id, seen=line.revision, on=on)
