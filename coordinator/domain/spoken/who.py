"""Where in a line its owner stands: before the first comma, colon, dash or *to*.

Dashes may put the owner last: *book the visit - probation*. Anywhere else a name belongs to the
words, and at most a question is asked about it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from coordinator.domain.spoken.cutting import Gap, Line
from coordinator.domain.spoken.day_words import day_words
from coordinator.domain.spoken.owner_words import ALSO_DOING, FILLERS, I_WILL
from coordinator.domain.spoken.owners import MOST_WORDS, Owners, offered
from coordinator.domain.spoken.values import OwnerState, Part, SpokenOwner

_NAMED_BY = {Gap.COLON: 4, Gap.COMMA: 2, Gap.DASH: 2, Gap.SPACE: 2}
"""So many words before a colon or a comma can be a name that nobody on file has."""

_MOST_FIRST = 5
"""Words at the beginning of a line that are looked at for somebody named there."""


@dataclass(frozen=True, slots=True)
class OwnerAt:
    """An owner and the place of the words; `is_taken` when these are not part of the action."""

    owner: SpokenOwner
    first: int = 0
    last: int = 0
    is_taken: bool = False


@dataclass(frozen=True, slots=True)
class _Head:
    """The first words: up to `end`; the action begins at `rest`; `gap` divides them."""

    end: int
    rest: int
    gap: Gap | None


def find_owner(line: Line, owners: Owners) -> OwnerAt:
    """Find who does it, in a line from which the day was taken."""
    head = _head(line)
    for look in (_taken_on, _named, _several, _named_last, _alike, _meant_last, _meant_first):
        if at := look(line, head, owners):
            return at
    return _nobody(line, head)


def _head(line: Line) -> _Head:
    for at in range(len(line.words)):
        if at and line.folded[at] == "to":
            return _Head(at, at + 1, Gap.SPACE)
        if line.gaps[at] is not Gap.SPACE:
            return _Head(at + 1, at + 1, line.gaps[at])
    return _Head(len(line.words), len(line.words), None)


def _taken_on(line: Line, _head: _Head, owners: Owners) -> OwnerAt | None:
    """Read *I'll ring the ward*: nothing stands between owner and action."""
    for words in I_WILL:
        end = len(words)
        if line.folded[:end] == words and len(line.words) > end:
            found = replace(owners.holding(Part.SITTER), words=line.written(0, end))
            return OwnerAt(found, 0, end, is_taken=True)
    return None


def _named(line: Line, head: _Head, owners: Owners) -> OwnerAt | None:
    found = _find(owners.find, line, 0, head.end)
    return OwnerAt(found, 0, head.rest, is_taken=True) if found else None


def _several(line: Line, head: _Head, owners: Owners) -> OwnerAt | None:
    found = _find(owners.find_several, line, 0, head.end)
    return OwnerAt(found, 0, head.end) if found and found.choices else None


def _named_last(line: Line, head: _Head, owners: Owners) -> OwnerAt | None:
    first, last = line.parts[-1] if line.parts else (0, 0)
    if first < max(head.end, 1) or line.gaps[first - 1] is not Gap.DASH:
        return None
    found = _find(owners.find, line, first, last)
    return OwnerAt(found, first, last, is_taken=True) if found else None


def _alike(line: Line, head: _Head, owners: Owners) -> OwnerAt | None:
    if head.gap is None or head.end > _NAMED_BY[head.gap]:
        return None
    found = _find(owners.alike, line, 0, head.end)
    return OwnerAt(found, 0, head.rest, is_taken=True) if found else None


def _meant_last(line: Line, head: _Head, owners: Owners) -> OwnerAt | None:
    first, last = line.parts[-1] if line.parts else (0, 0)
    if first < max(head.end, 1) or line.gaps[first - 1] is not Gap.COMMA:
        return None
    return _meant(_find(owners.find, line, first, last), first, last)


def _meant_first(line: Line, _head: _Head, owners: Owners) -> OwnerAt | None:
    for end in range(min(len(line.words) - 1, _MOST_FIRST), 0, -1):
        if line.parts[0][1] < end or line.folded[end - 1] in FILLERS:
            continue
        if end == 1 and line.folded[0] in ALSO_DOING:
            continue
        several = _find(owners.find_several, line, 0, end)
        if several and several.choices:
            return OwnerAt(several, 0, end)
        if at := _meant(_find(owners.find, line, 0, end), 0, end):
            return at
    return None


def _meant(found: SpokenOwner | None, first: int, last: int) -> OwnerAt | None:
    """Ask about somebody named where no owner stands; who cannot do it is not asked about."""
    if found is None or found.state in {OwnerState.HAS_LEFT, OwnerState.MUST_NOT_HEAR}:
        return None
    choices = offered(found)
    asked = SpokenOwner(OwnerState.MEANT, found.words, choices=choices, agency=found.agency)
    return OwnerAt(asked, first, last) if choices else None


def _nobody(line: Line, head: _Head) -> OwnerAt:
    if head.gap is None or not 0 < head.end <= _NAMED_BY[head.gap]:
        return OwnerAt(SpokenOwner(OwnerState.NOT_SAID))
    if day_words(line.folded[: head.end]) is not None:  # tomorrow: Priya to ring
        return OwnerAt(SpokenOwner(OwnerState.NOT_SAID))
    words = line.written(0, head.end)
    return OwnerAt(SpokenOwner(OwnerState.NOT_FOUND, words), 0, head.end)


def _find(
    look: Callable[[str], SpokenOwner | None], line: Line, first: int, last: int
) -> SpokenOwner | None:
    if not 0 < last - first <= MOST_WORDS:
        return None
    words = line.written(first, last)
    found = look(words)
    return replace(found, words=words) if found else None
