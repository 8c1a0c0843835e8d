"""A chart of two figures side by side, before and after, as what it says. Nothing here draws."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Side:
    """One bar.

    Attributes:
        count: How long it is; none draws no bar at all, for what nobody knows is not nought.
        words: Stand behind it: the figure, or why there is none.
        is_part: Only part of it is known; drawn as an outline.
    """

    count: int | None
    words: str
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class PairBars:
    """Two bars of one measure; `words` are read out for them."""

    name: str
    before: Side
    after: Side
    words: str


@dataclass(frozen=True, slots=True)
class PairChart:
    """Pairs in a given order, never sorted by what they say; all bars on one scale."""

    title: str
    before: str
    after: str
    pairs: tuple[PairBars, ...]

    @property
    def longest(self) -> int:
        """What the longest bar stands for; one at the least."""
        counts = (side.count or 0 for one in self.pairs for side in (one.before, one.after))
        return max((1, *counts))

    @property
    def words(self) -> str:
        """What is read out in its place, in full."""
        return ". ".join((self.title, *(one.words for one in self.pairs))) + "."
