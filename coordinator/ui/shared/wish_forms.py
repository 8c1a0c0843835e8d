"""Answering a wish, or saying who else does: forms and acts several pages share; no Qt."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.voice.wishes import answer_wish, give_wish_to
from coordinator.domain.outcomes import Done
from coordinator.domain.people.wishes import WishRow
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.wording.translation import _

Values = Mapping[str, Any]


def ask_answer(wish: WishRow) -> Question:
    """Ask for the answer; one that was given stands there to be put right."""
    return Question(
        _("What is the answer?"),
        (Ask("answer", _("The answer"), Kind.TEXT, wish.answer),),
        _("Answer it"),
        about=_("They asked: {words}", words=wish.words),
    )


def answering(wish: WishRow, values: Values, seen: int) -> Callable[[Desk], Done[int]]:
    """Give the answer."""
    return partial(answer_wish, wish_id=wish.id, seen=seen, **values)


def ask_owner(wish: WishRow, posts: Sequence[tuple[UUID, str]]) -> Question:
    """Ask who answers it; an agency that must not be told is refused by the act."""
    owner = (Ask("owner_id", _("Who answers"), Kind.CHOICE, wish.owner.id, tuple(posts)),)
    return Question(_("Somebody else answers"), owner, _("Save"), about=wish.words)


def giving(wish: WishRow, values: Values, seen: int) -> Callable[[Desk], Done[int]]:
    """Give it to them."""
    return partial(give_wish_to, wish_id=wish.id, seen=seen, **values)
