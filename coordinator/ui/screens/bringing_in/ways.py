"""What Bring in is lent of the window: how to write, and where to go. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from coordinator.casework.imports.bringing import ToBring
from coordinator.domain.outcomes import Done
from coordinator.domain.progress import Progress
from coordinator.domain.returns.imports import Imported
from coordinator.ui.places.every import Place


@dataclass(frozen=True, slots=True)
class Ways:
    """What the page is lent: how to write, and where to go."""

    bring_in: Callable[[ToBring, Progress], Done[Imported]]
    take_back: Callable[[UUID, Progress], Done[int]]
    go: Callable[[Place], None]
    toast: Callable[[str, Callable[[], object] | None], None]
