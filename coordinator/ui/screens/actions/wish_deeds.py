"""What can be done with a wish on the page of who owes what, and which are shown; no Qt."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import Enum
from functools import partial
from uuid import UUID

from coordinator.domain.people.wishes import WishRow
from coordinator.ui.places.every import PersonPlace, Place
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.wish_forms import answering, ask_answer, ask_owner, giving


class Deed(Enum):
    """What can be done with a wish here, the likeliest first."""

    ANSWER = "answer"
    GIVE = "give"
    PERSON = "person"


class WishDeeds:
    """Answers a wish, gives it to somebody else, or goes to whose it is."""

    def __init__(
        self,
        asking: Asking,
        go: Callable[[Place], None],
        everybody: Callable[[], Sequence[tuple[str, UUID]]],
    ) -> None:
        self._asking, self._go, self._everybody = asking, go, everybody

    def do(self, deed: Deed, wish: WishRow) -> None:
        """Do what somebody wants with a wish."""
        if deed is Deed.PERSON:
            self._go(PersonPlace(wish.person_id))
            return
        question, act = ask_answer(wish), partial(answering, wish)
        if deed is Deed.GIVE:
            question = ask_owner(wish, [(key, name) for name, key in self._everybody()])
            act = partial(giving, wish)
        self._asking.put(question, act, about=wish.id, seen=wish.revision)


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
