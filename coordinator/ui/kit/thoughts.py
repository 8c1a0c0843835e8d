"""What a form asks before something is done against somebody; no Qt."""

from collections.abc import Mapping
from typing import Any

from coordinator.domain.actions.enforcement import Thought
from coordinator.ui.kit.asks import Ask, Kind
from coordinator.wording.translation import _

Only = tuple[str, frozenset[Any]] | None


def thought_asks(only_for: Only = None) -> tuple[Ask, ...]:
    """Ask for both effects; `only_for` as an entry of a form has it."""
    return (
        Ask(
            "victim_effect",
            _("What it does for victims"),
            Kind.LINE,
            "",
            hint=_("None expected will do, but it is said."),
            only_for=only_for,
        ),
        Ask(
            "engagement_effect",
            _("Whether they will still be found, and talk to somebody"),
            Kind.LINE,
            "",
            hint=_("Being moved on makes people harder to reach."),
            only_for=only_for,
        ),
    )


def thought_of(values: Mapping[str, Any]) -> Thought | None:
    """Give what was answered; nothing when neither was."""
    victims, engagement = values.get("victim_effect"), values.get("engagement_effect")
    return Thought(victims or "", engagement or "") if victims or engagement else None
