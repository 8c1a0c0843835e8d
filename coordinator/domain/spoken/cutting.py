"""A line cut into words and what stands between them, so that parts of it can be taken out.

Words are never changed here: whatever is left is written as it was typed, white space apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from coordinator.domain.spoken.days import folded

# A comma or colon between figures belongs to the word: 10:30, 1,000.
_WORD = re.compile(r"(?:(?<=[0-9])[,:](?=[0-9])|[^\s,:;\u2014])+")
_DASHES = "-\u2013\u2014"


class Gap(Enum):
    """What stands between two words."""

    SPACE = " "
    COMMA = ","
    COLON = ":"
    DASH = "-"


@dataclass(frozen=True)
class Line:
    """Words as typed, each with what stands after it."""

    words: tuple[str, ...] = field(repr=False)
    after: tuple[str, ...] = field(repr=False)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The words for looking up."""
        return tuple(map(folded, self.words))

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """What stands after each word; after the last one nothing counts."""
        kinds = [_kind(between) for between in self.after[:-1]]
        return (*kinds, Gap.SPACE) if self.words else ()

    @cached_property
    def parts(self) -> tuple[tuple[int, int], ...]:
        """Where each part between commas, colons and dashes begins, and where it is over."""
        ends = [at + 1 for at, gap in enumerate(self.gaps) if gap is not Gap.SPACE]
        starts = [0, *ends]
        return tuple(zip(starts, [*ends, len(self.words)], strict=True)) if self.words else ()

    def written(self, first: int = 0, last: int | None = None) -> str:
        """Write some of the words as they were typed; nothing that stands around them."""
        end = len(self.words) if last is None else last
        return "".join(self._pieces(first, end)).strip()

    def _pieces(self, first: int, end: int) -> Iterator[str]:
        for at in range(first, end):
            yield self.words[at]
            if at < end - 1:
                yield self.after[at]

    def without(self, first: int, last: int) -> "Line":
        """Take some words out; of what stood on both sides, what divides more stays."""
        after = list(self.after)
        if first > 0 and last > first:
            before, behind = self.after[first - 1], self.after[last - 1]
            divides = _kind(behind) is not Gap.SPACE or _kind(before) is Gap.SPACE
            after[first - 1] = behind if divides else before
        return Line(self.words[:first] + self.words[last:], tuple(after[:first] + after[last:]))


def cut(typed: str) -> Line:
    """Cut a line into words; dashes with space around them, commas and colons divide it."""
    found = [word for word in _WORD.finditer(typed) if word[0].strip(_DASHES)]
    starts = [*(word.start() for word in found), len(typed)][1:]
    between = (typed[word.end() : start] for word, start in zip(found, starts, strict=True))
    return Line(tuple(word[0] for word in found), tuple(map(_plain, between)))


def _plain(between: str) -> str:
    """Write what stands between two words with single spaces."""
    return re.sub(r"\s+", " ", between)


def _kind(between: str) -> Gap:
    if ":" in between:
        return Gap.COLON
    if "," in between or ";" in between:
        return Gap.COMMA
    return Gap.DASH if between.strip() else Gap.SPACE
