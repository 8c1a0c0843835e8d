"""What a sheet of one side lists less of when even the smallest type is too large.

The sheet is for the room; everything stands on file. What others know goes first, then what
changed and what is stuck, then actions and goals; long texts end in three dots. What must be
known before a visit is never cut.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from coordinator.domain.papers.imprint import ActionLine, NotSettled
from coordinator.domain.papers.pack import CaseSheet
from coordinator.domain.papers.plan import BarrierLine, LevelLine
from coordinator.exports.layout.blocks import Block
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.safety import one_line
from coordinator.exports.layout.tokens import SOFT, Style
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.translation import _
from coordinator.wording.unsettled import all_mark_words

T = TypeVar("T")
L = TypeVar("L", LevelLine, ActionLine, BarrierLine)
_ALL = 10_000


@dataclass(frozen=True, slots=True)
class Cut:
    """How many of each are listed: what others know, changes, what is stuck, actions, goals.

    Attributes:
        levels: How many risks and how many strengths; the plan holds the rest.
        letters: How long one text may be; what the panel is asked may be twice as long.
    """

    known: int = _ALL
    changes: int = _ALL
    stuck: int = _ALL
    actions: int = _ALL
    goals: int = _ALL
    levels: int = 3
    letters: int = _ALL * _ALL


CUTS = (
    Cut(),
    Cut(known=3, changes=5, letters=1_200),
    Cut(known=2, changes=4, stuck=4, letters=700),
    Cut(known=2, changes=3, stuck=3, actions=10, goals=6, letters=400),
    Cut(known=2, changes=3, stuck=3, actions=8, goals=5, letters=280),
    Cut(known=1, changes=2, stuck=2, actions=6, goals=4, levels=2, letters=200),
    Cut(known=1, changes=1, stuck=1, actions=4, goals=3, levels=1, letters=140),
    Cut(known=1, changes=1, stuck=1, actions=3, goals=2, levels=1, letters=90),
    Cut(known=1, changes=1, stuck=1, actions=2, goals=1, levels=1, letters=60),
)
"""Step by step, beginning with the whole."""


def with_short_texts(case: CaseSheet, cut: Cut) -> CaseSheet:
    """Give the sheet with texts no longer than they may be; its lists keep their length.

    Which needs there are stands in the plan: of a full sheet how many is enough.
    """
    if cut.letters >= Cut().letters:
        return case

    def cut_all(lines: Sequence[str]) -> tuple[str, ...]:
        return tuple(_short(line, cut.letters) for line in lines)

    def texts(lines: Sequence[L]) -> tuple[L, ...]:
        return tuple(
            replace(
                one,
                text=_short(one.text, cut.letters),
                unsettled=_short_marks(one.unsettled, cut.letters),
            )
            for one in lines
        )

    return replace(
        case,
        changes=cut_all(case.changes),
        risks=texts(case.risks),
        strengths=texts(case.strengths),
        goals=tuple(
            replace(
                one,
                own_words=_short(one.own_words or one.panel_words, cut.letters),
                unsettled=_short_marks(one.unsettled, cut.letters),
            )
            for one in case.goals
        ),
        actions=texts(case.actions),
        barriers=texts(case.barriers),
        unsettled=_short_marks(case.unsettled, cut.letters),
        escalations=tuple(
            replace(one, ask=_short(one.ask, cut.letters), answer=_short(one.answer, cut.letters))
            for one in case.escalations
        ),
        question=_short(case.question, 2 * cut.letters),
        last_decision=_short(case.last_decision, 2 * cut.letters),
        needs_which="",
        known_to=_short(case.known_to, cut.letters),
        elsewhere=cut_all(case.elsewhere),
        assessed=cut_all(case.assessed),
        scored=cut_all(case.scored),
    )


def few(lines: Sequence[T], most: int, style: Style) -> tuple[Sequence[T], list[Block]]:
    """Give the first lines, and what says how many more are on file."""
    rest = len(lines) - most
    if rest <= 0:
        return lines, []
    words = _("And {count} more on file.", count=rest)
    return lines[:most], [Text(Run(words, colour=SOFT), style)]


def few_words(lines: Sequence[str], most: int) -> str:
    """Write the first of some lines after each other, and how many more are on file."""
    rest = len(lines) - most
    more = [_("and {count} more on file", count=rest)] if rest > 0 else []
    return "; ".join([*lines[:most], *more])


def _short_marks(marks: Sequence[NotSettled], most: int) -> tuple[NotSettled, ...]:
    """Leave of what is not settled that it is not, where there is no room for what each wrote."""
    if len(all_mark_words(marks)) <= most:
        return tuple(marks)
    return tuple(replace(one, says=(), by=()) for one in marks)


def _short(text: str, most: int) -> str:
    """The words that fit; three dots say that there are more."""
    if len(text) <= most:
        return text
    start, _space, _rest = one_line(text)[:most].rpartition(" ")
    return f"{start or text[:most]} …"
