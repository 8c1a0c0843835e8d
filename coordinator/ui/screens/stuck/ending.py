"""Barriers nobody can take away: the risk is accepted, or it is a gap of the system; no Qt."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from coordinator.casework.actions.barriers import accept_barrier
from coordinator.casework.desk import Desk
from coordinator.casework.stuck.gaps import turn_into_gap
from coordinator.domain.actions.barriers import BarrierRow
from coordinator.domain.lists.escalations import GapTheme
from coordinator.domain.outcomes import Done
from coordinator.domain.states import GapStatus
from coordinator.domain.stuck.gaps import THEMES, GapRow, NewGap
from coordinator.domain.stuck.views import Ground, StuckRow
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.shared.names_meant import NOBODY, nobody_meant
from coordinator.wording.barriers import category_words
from coordinator.wording.translation import _

Said = Mapping[str, Any]
Act = Callable[[Desk], Done[Any]]
OPEN_GAPS = tuple(one for one in GapStatus if one is not GapStatus.CLOSED)
_NEW = ("gap_id", frozenset({None}))


def accept(row: StuckRow, ground: Ground) -> Question:
    """Ask who accepts the risk of leaving it, why, and when it is looked at again."""
    return Question(
        _("Leave it, and accept the risk"),
        (
            Ask(
                "by",
                _("Who accepts the risk?"),
                Kind.FIND,
                None,
                ((None, ""), *ground.people),
                hint=_("A named person. Type part of a name or an agency."),
            ),
            Ask("why", _("Why?"), Kind.TEXT, ""),
            Ask("review_on", _("Looked at again on"), Kind.DAY),
        ),
        _("Accept"),
        about=_words(row),
    )


def gap(row: StuckRow, gaps: Sequence[GapRow]) -> Question:
    """Ask which gap it feeds: one that stands, or a new one."""
    standing = tuple((one.id, f"{one.number}: {one.title}") for one in gaps)
    theme = THEMES.get(row.barrier.category, GapTheme.OTHER)
    return Question(
        _("It is a gap of the system"),
        (
            Ask("gap_id", _("Which gap?"), Kind.CHOICE, None, ((None, _("A new one")), *standing)),
            Ask(
                "title",
                _("What is missing?"),
                Kind.LINE,
                "",
                hint=_("In one line, as a commissioner would read it. No names."),
                only_for=_NEW,
            ),
            Ask("theme", _("Theme"), Kind.CHOICE, theme, choices_of(GapTheme), only_for=_NEW),
            Ask("evidence", _("What shows it?"), Kind.TEXT, "", only_for=_NEW),
            Ask("resolution", _("What is done for the person meanwhile?"), Kind.TEXT, ""),
            nobody_meant(only_for=_NEW),
        ),
        _("Make it a gap"),
        about=_words(row),
    )


def accepted(row: BarrierRow, said: Said, seen: int) -> Act:
    """Accept the risk."""
    return partial(accept_barrier, barrier_id=row.id, seen=seen, **said)


def became_gap(row: BarrierRow, said: Said, seen: int) -> Act:
    """Turn it into a gap, or into one more barrier of a gap that stands."""
    new = NewGap(
        said["title"],
        said["theme"],
        evidence=said["evidence"],
        nobody_is_meant=bool(said[NOBODY]),
    )
    standing = said["gap_id"]
    return partial(
        turn_into_gap,
        barrier_id=row.id,
        seen=seen,
        gap_id=standing,
        new=None if standing else new,
        resolution=said["resolution"],
    )


def _words(row: StuckRow) -> str:
    return category_words(row.barrier.category, row.barrier.own)
