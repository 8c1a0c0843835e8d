"""What the panel decided for itself, as other reads and acts need it inside their own look.

Where nobody has written anything, what is shipped with the panel's kind holds: a store made before
there were such lines reads those of a complex needs panel, and nothing is written to say so.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from uuid import UUID, uuid5

from coordinator.db.models import PanelLine as Row
from coordinator.db.transaction import Reading
from coordinator.domain.errors import GuardError
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.panel import Feature, TextKey, TimeKey, Topic
from coordinator.domain.panel.rundowns import Rundown
from coordinator.domain.panel.settings import (
    KEYED,
    BarrierChoice,
    PanelLine,
    barrier_choices_of,
    days_of,
    features_on,
    rundown_of,
)
from coordinator.reference.kinds import FIRST_KIND, PanelKind, ShippedLine, panel_kind

OFF: Mapping[Feature, str] = MappingProxyType(
    {
        Feature.ASSESSMENTS: "assessments-off",
        Feature.MONEY: "money-off",
        Feature.PLACES: "places-off",
        Feature.THEMES: "themes-off",
    }
)
"""The guard that keeps whole parts of the work from being begun while they are switched off."""


def lines_of(look: Reading, *topics: Topic) -> dict[Topic, tuple[PanelLine, ...]]:
    """Give the lines of some topics as they stand, in their order."""
    rows = look.directory.lines_ever({*topics, Topic.KIND})
    kind = panel_kind(_kind_in(rows))
    panel = look.info.panel_id
    return {topic: _standing(topic, rows, kind, panel) for topic in topics}


def kind_of(look: Reading) -> str:
    """Give the key of what the panel was started as."""
    return _kind_in(look.directory.lines_ever({Topic.KIND}))


def rundown(look: Reading) -> Rundown:
    """Give the panel's standard agenda."""
    return rundown_of(lines_of(look, Topic.AGENDA)[Topic.AGENDA])


def days(look: Reading) -> dict[TimeKey, int]:
    """Give the panel's deadlines in days."""
    return days_of(lines_of(look, Topic.TIMES)[Topic.TIMES])


def texts(look: Reading) -> dict[TextKey, str]:
    """Give the panel's standing texts."""
    return {TextKey(line.key): line.text for line in lines_of(look, Topic.TEXTS)[Topic.TEXTS]}


def features(look: Reading) -> frozenset[Feature]:
    """Tell what the panel has switched on."""
    return features_on(lines_of(look, Topic.FEATURES)[Topic.FEATURES])


def check_switched_on(look: Reading, feature: Feature) -> None:
    """Refuse to begin anything new of what the panel has switched off.

    What is on file already is read and brought to its end all the same.

    Raises:
        GuardError: `assessments-off`, `money-off`, `places-off`, `themes-off`.
    """
    if feature not in features(look):
        raise GuardError(OFF[feature])


def barrier_choices(look: Reading) -> tuple[BarrierChoice, ...]:
    """Give what may be said to be in the way, in the panel's order and words."""
    return barrier_choices_of(lines_of(look, Topic.BARRIERS)[Topic.BARRIERS])


def barrier_words(look: Reading) -> dict[BarrierCategory, str]:
    """Give the panel's own words for categories that are shipped with others."""
    choices = barrier_choices(look)
    return {one.category: one.words for one in choices if one.words and not one.is_own}


def id_of(shipped: ShippedLine, panel: UUID) -> UUID:
    """Give a shipped line its id on a panel: the same on each copy, so that none is doubled."""
    return uuid5(panel, f"{shipped.topic.value} {shipped.name}")


def shown(row: Row) -> PanelLine:
    """Give a line as it is read."""
    return PanelLine(row.id, row.revision, row.topic, row.text, dict(row.details))


def _kind_in(rows: Iterable[Row]) -> str:
    return next((row.text for row in rows if row.topic is Topic.KIND), FIRST_KIND)


def _standing(
    topic: Topic, rows: Iterable[Row], kind: PanelKind, panel: UUID
) -> tuple[PanelLine, ...]:
    ever = [row for row in rows if row.topic is topic]
    written = tuple(shown(row) for row in ever if not row.removed)
    if topic in KEYED:
        known = {line.key for line in written}
        rest = [one for one in kind.of(topic) if one.name not in known]
        return _in_order_of(kind, topic, (*written, *(_unwritten(one, panel) for one in rest)))
    return written if ever else tuple(_unwritten(one, panel) for one in kind.of(topic))


def _in_order_of(
    kind: PanelKind, topic: Topic, lines: Iterable[PanelLine]
) -> tuple[PanelLine, ...]:
    keys = [one.name for one in kind.of(topic)]
    known = [line for line in lines if line.key in keys]
    return tuple(sorted(known, key=lambda line: keys.index(line.key)))


def _unwritten(one: ShippedLine, panel: UUID) -> PanelLine:
    return PanelLine(id_of(one, panel), 1, one.topic, one.text, one.details, is_shipped=True)
