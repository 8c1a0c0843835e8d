"""The kinds of panel one can start, as the first-run pages offer them. No Qt."""

from coordinator.reference.kinds import panel_kind
from coordinator.reference.panels import panel_templates
from coordinator.ui.sitting import Template


def kinds_offered() -> tuple[Template, ...]:
    """Give every kind, with what it brings."""
    return tuple(
        Template(
            key=one.key,
            name=one.name,
            brings=panel_kind(one.key).brings,
            seats=tuple(seat.name for seat in one.seats),
            weekday=one.weekday,
            starts_at=one.starts_at,
            minutes=one.minutes,
            every_weeks=one.every_days // 7,
        )
        for one in panel_templates()
    )
