"""Places of the report: frozen values, as those of `places`."""

from dataclasses import dataclass

from coordinator.domain.accountability import Period


@dataclass(frozen=True, slots=True)
class ReportPlace:
    """Is it working: the rolling quarter, or a period that was chosen."""

    period: Period | None = None


@dataclass(frozen=True, slots=True)
class QualityPlace:
    """What is missing on file, and by whom."""
