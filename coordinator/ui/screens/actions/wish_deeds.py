"""What can be done with a wish on the page of who owes what, and which are shown; no Qt."""

from collections.abc import Sequence
from datetime import date
from enum import Enum
from uuid import UUID

from coordinator.domain.wishes import WishRow


class Deed(Enum):
    """What can be done with a wish here, the likeliest first."""

    ANSWER = "answer"
    GIVE = "give"
    PERSON = "person"


def narrowed(
    wishes: Sequence[WishRow],
    *,
    agency: UUID | None,
    owner: UUID | None,
    days: tuple[date | None, date | None],
) -> tuple[WishRow, ...]:
    """Keep the wishes of an agency's or one person's to answer, promised for these days."""
    first, last = days
    return tuple(
        one
        for one in wishes
        if agency in {None, one.owner.agency_id}
        and owner in {None, one.owner.id}
        and (first is None or (one.answer_by is not None and one.answer_by >= first))
        and (last is None or (one.answer_by is not None and one.answer_by <= last))
    )
