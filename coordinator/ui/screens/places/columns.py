"""The columns of the list of place plans."""

from coordinator.domain.places.views import PlacePlanRow
from coordinator.domain.states import PlacePlanStatus
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.tables import Column
from coordinator.ui.kit.tokens import Tone
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.small_numbers import number_words
from coordinator.wording.translation import _

_MARKS = {
    PlacePlanStatus.DRAFT: (Tone.CAREFUL, "circle"),
    PlacePlanStatus.AGREED: (Tone.GOOD, "circle-check"),
    PlacePlanStatus.ENDED: (Tone.NEUTRAL, "x"),
}


def plan_columns() -> tuple[Column[PlacePlanRow], ...]:
    """Describe place plans."""
    return (
        Column(_("Place"), text=lambda row: row.place, share=2, width=120),
        Column(_("Plan"), text=lambda row: row.title, share=4, width=180),
        Column(_("Group"), text=lambda row: row.group, share=2, width=140, keep=1),
        Column(
            _("Until"),
            text=lambda row: dates.plain_day(row.to_on),
            sort=lambda row: row.to_on,
            width=150,
            keep=2,
        ),
        Column(_("Open actions"), text=lambda row: str(row.open_actions), width=130, keep=4),
        Column(_("Late"), text=lambda row: str(row.overdue), mark=_late, width=90, keep=5),
        Column(_("People"), text=lambda row: number_words(row.people), width=104, keep=3),
        Column(_("Status"), text=lambda row: label(row.status), mark=status_mark, width=130),
    )


def status_mark(row: PlacePlanRow) -> Mark:
    """Give the chip of how far a plan has come."""
    return Mark(label(row.status), *_MARKS[row.status])


def _late(row: PlacePlanRow) -> Mark | None:
    return Mark(str(row.overdue), Tone.URGENT, "triangle-alert") if row.overdue else None
