"""How long ago somebody was seen, as a column of any list about people; words alone."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from coordinator.domain.people.contacts import SinceSeen
from coordinator.ui.kit.tables import Column
from coordinator.wording.seeing import seen_ago, told_seen
from coordinator.wording.translation import _

Row = TypeVar("Row")


def seen_column(seen: Callable[[Row], SinceSeen | None], today: date, *, keep: int) -> Column[Row]:
    """Describe the column; lines about nobody in particular are empty.

    Args:
        seen: Tells it of a row.
        today: The desk's day.
        keep: When it goes as the table narrows; what goes is told of the chosen row below.
    """
    return Column(
        _("Last seen"),
        text=lambda row: _ago(seen(row), today),
        tip=lambda row: told_seen(seen(row), today),
        width=112,
        keep=keep,
    )


def _ago(seen: SinceSeen | None, today: date) -> str:
    return seen_ago(seen.on, today) if seen is not None else ""
