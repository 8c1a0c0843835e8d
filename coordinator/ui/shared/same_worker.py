"""Asking in a form whether somebody is a worker from whom something is kept; no Qt."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from coordinator.domain.directory.same_workers import SameWorker
from coordinator.domain.errors import SameWorkerError
from coordinator.ui.kit.asks import Ask, Kind, Question, as_answered
from coordinator.wording.refusals.same_workers import answers, question
from coordinator.wording.translation import _

SAME_AS = "same_as"
_NOT_SAME = "not_same"
_OWN = frozenset({SAME_AS, _NOT_SAME})
_SOMEBODY_ELSE = "somebody else"


def with_same_worker(
    asked: Question, values: Mapping[str, Any], error: SameWorkerError
) -> Question:
    """Ask first whether it is the same worker, then the same again as it was answered."""
    said = as_answered((ask for ask in asked.asks if ask.name not in _OWN), values)
    told = _("If so, whatever is kept from that worker is kept from them here as well.")
    about = f"{question(error.name, error.posts)} {told}"
    whether = Ask(SAME_AS, _("Is it the same worker?"), Kind.CHOICE, None, _choices(error))
    why = Ask(
        _NOT_SAME,
        _("How that is known"),
        Kind.TEXT,
        "",
        hint=_("Kept in the journal."),
        only_for=(SAME_AS, frozenset({_SOMEBODY_ELSE})),
    )
    return replace(asked, asks=(whether, why, *said), about=about)  # the keys begin there


def asks_the_same(asked: Question, error: SameWorkerError) -> bool:
    """Whether a form asks about these very posts already."""
    return any(one.name == SAME_AS and one.choices == _choices(error) for one in asked.asks)


def with_answer(asked: Question, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give the answers with what was said of the worker as the acts know it."""
    given = {name: value for name, value in values.items() if name not in _OWN}
    said = values.get(SAME_AS)
    if said is None:
        return given
    posts = _posts(said)
    offered = [value for ask in asked.asks if ask.name == SAME_AS for value, _words in ask.choices]
    about = frozenset(post for value in offered for post in _posts(value))
    return {**given, "same_worker": SameWorker(posts, values.get(_NOT_SAME) or "", about)}


def _posts(value: str | None) -> tuple[UUID, ...]:
    return tuple(UUID(one) for one in (value or "").split() if value != _SOMEBODY_ELSE)


def _choices(error: SameWorkerError) -> tuple[tuple[Any, str], ...]:
    keys = [one.id.hex for one in error.posts]
    every = [" ".join(keys)] if len(keys) > 1 else []
    given = zip([*keys, *every, _SOMEBODY_ELSE], answers(error.posts), strict=True)
    return ((None, _("Choose")), *given)
