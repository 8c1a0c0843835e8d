"""What the panel of a demo switches on, so that its pages are there to be looked at."""

from coordinator.casework.desk import Desk
from coordinator.casework.panel.settings import change_line, read_topic
from coordinator.domain.lists.panel import Feature, Topic


def switch_on(desk: Desk, *wanted: Feature) -> None:
    """Let the panel use what it was not given from the beginning."""
    for line in read_topic(desk, Topic.FEATURES):
        if line.key in wanted:
            change_line(desk, Topic.FEATURES, line.id, seen=line.revision, on=True)
