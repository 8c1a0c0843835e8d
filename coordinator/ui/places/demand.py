"""Where one can be among the figures on demand; see `places`."""

from dataclasses import dataclass, field

from coordinator.domain.demand.views import Wanted


@dataclass(frozen=True, slots=True)
class DemandPlace:
    """How often services were needed, before and after: which windows, and whose."""

    wanted: Wanted = field(default_factory=Wanted)
