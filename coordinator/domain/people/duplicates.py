"""Who might be the same person: candidates with reasons, for somebody to look at. Never merged.

Blocking keeps it quick: two people are compared only when they share a number, a date of birth
(or one with day and month swapped), or two of the sounds their names begin with. The score says
how much alike they are; its parts are told as reasons, with no hidden weights:

    same number held elsewhere      60
    same date of birth              35 (day and month swapped, one part or figure off: 20)
    names alike                     0 to 50, by likeness above 75 of 100
    the same initials, one of the
    two being known by these alone  40
    another date of birth          -25
    another number of the same kind -15

A pair is told from 40 on. Initials never make two people one: whoever shares them is told as
somebody to look at, unless their dates of birth or their numbers differ.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import permutations
from uuid import UUID

from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import ratio

from coordinator.domain.texts import plain

TOLD_FROM = 40
_SAME_NUMBER, _OTHER_NUMBER = 60, -15
_SAME_BIRTH, _NEAR_BIRTH, _OTHER_BIRTH = 35, 20, -25
_ALIKE_FROM, _MOST_FOR_NAME = 75, 50
_SAME_INITIALS = 40


class Reason(StrEnum):
    """Why two people might be one, or might not."""

    SAME_NUMBER = "same_number"
    SAME_NAME = "same_name"
    NAME_ALIKE = "name_alike"
    SAME_INITIALS = "same_initials"
    SAME_BIRTH = "same_birth"
    BIRTH_ALIKE = "birth_alike"
    OTHER_BIRTH = "other_birth"
    OTHER_NUMBER = "other_number"


@dataclass(frozen=True)
class Likeness:
    """What is compared: `names` are all ways the whole name is written, aliases included.

    `numbers` are (issuer, number) pairs; `key` tells the caller who it is: a record's id, or the
    number of a row.
    """

    key: UUID | int
    names: tuple[str, ...]
    born_on: date | None = None
    numbers: frozenset[tuple[str, str]] = frozenset()

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The names without case, accents, points and hyphens; words in order."""
        return tuple(dict.fromkeys(filter(None, map(fold_name, self.names))))

    @cached_property
    def initials(self) -> tuple[str, ...]:
        """Those of the folded names that are only initials."""
        return tuple(name for name in self.folded if is_initials(name))

    @cached_property
    def whole(self) -> tuple[str, ...]:
        """Those that are more."""
        return tuple(name for name in self.folded if name not in self.initials)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible duplicate of one person: who, how much alike (40 to 145), and why."""

    key: UUID | int
    score: int
    reasons: tuple[Reason, ...]


def fold_name(name: str) -> str:
    """Fold a name for comparing: *Siân O'Neill-Jones* becomes *sian oneill jones*."""
    kept = (one if one.isalnum() else " " if one in " -\t\n" else "" for one in plain(name))
    return " ".join("".join(kept).split())


def is_initials(folded: str) -> bool:
    """Whether a folded name is only initials: *k t*, *k a t*."""
    words = folded.split()
    return bool(words) and all(len(word) == 1 for word in words)


def same_initials(one: str, two: str) -> bool:
    """Whether two folded names can be the same person's when one or both are only initials.

    First and last letter are the same, and the letters of the shorter stand in the longer in that
    order: *k t* can be *kezia anne trelawny*. One letter alone says too little.
    """
    few, many = sorted(("".join(w[0] for w in name.split()) for name in (one, two)), key=len)
    if len(few) < 2 or (few[0], few[-1]) != (many[0], many[-1]):  # noqa: PLR2004 - see above
        return False
    rest = iter(many)
    return all(letter in rest for letter in few)


class KnownPeople:
    """People on file, laid out so that the few worth comparing are found at once."""

    def __init__(self, people: Iterable[Likeness]) -> None:
        self._by_block: dict[object, list[Likeness]] = defaultdict(list)
        for person in people:
            self.add(person)

    def add(self, person: Likeness) -> None:
        """Put one more person on file."""
        for block in _blocks(person):
            self._by_block[block].append(person)

    def like(self, person: Likeness) -> tuple[Candidate, ...]:
        """List who might be the same person, the likeliest first; never the person itself."""
        met = {
            other.key: other
            for block in _looked_in(person)
            for other in self._by_block.get(block, ())
            if other.key != person.key
        }
        found = [
            candidate
            for other in met.values()
            if (candidate := compare(person, other)).score >= TOLD_FROM
        ]
        return tuple(sorted(found, key=lambda one: (-one.score, str(one.key))))


def compare(person: Likeness, other: Likeness) -> Candidate:
    """Score two people; the result is the same either way round, but for whose key it carries."""
    parts = [*_numbers(person, other), *_births(person, other), *_names(person, other)]
    score = sum(points for points, _reason in parts)
    return Candidate(other.key, score, tuple(reason for _points, reason in parts))


def _numbers(person: Likeness, other: Likeness) -> Iterator[tuple[int, Reason]]:
    if person.numbers & other.numbers:
        yield _SAME_NUMBER, Reason.SAME_NUMBER
    elif {issuer for issuer, _ in person.numbers} & {issuer for issuer, _ in other.numbers}:
        yield _OTHER_NUMBER, Reason.OTHER_NUMBER


def _births(person: Likeness, other: Likeness) -> Iterator[tuple[int, Reason]]:
    if person.born_on is None or other.born_on is None:
        return
    if person.born_on == other.born_on:
        yield _SAME_BIRTH, Reason.SAME_BIRTH
    elif _births_alike(person.born_on, other.born_on):
        yield _NEAR_BIRTH, Reason.BIRTH_ALIKE
    else:
        yield _OTHER_BIRTH, Reason.OTHER_BIRTH


def _births_alike(one: date, two: date) -> bool:
    """Whether day and month are swapped, or only the day, the month or one figure differs."""
    swapped = (one.year, one.day, one.month) == (two.year, two.month, two.day)
    close = one.year == two.year and (one.month == two.month or one.day == two.day)
    differing = sum(a != b for a, b in zip(one.isoformat(), two.isoformat(), strict=True))
    return swapped or close or differing == 1


def _names(person: Likeness, other: Likeness) -> Iterator[tuple[int, Reason]]:
    best = max((_alike(a, b) for a in person.whole for b in other.whole), default=0.0)
    if best <= _ALIKE_FROM and _share_initials(person, other):
        yield _SAME_INITIALS, Reason.SAME_INITIALS
    elif best >= 100:  # noqa: PLR2004 - of 100
        yield _MOST_FOR_NAME, Reason.SAME_NAME
    elif best > _ALIKE_FROM:
        points = (best - _ALIKE_FROM) / (100 - _ALIKE_FROM) * _MOST_FOR_NAME
        yield round(points), Reason.NAME_ALIKE


def _share_initials(person: Likeness, other: Likeness) -> bool:
    """Whether one or both are known by initials that can be the other's."""
    pairs = [
        *((a, b) for a in person.initials for b in other.folded),
        *((a, b) for a in person.whole for b in other.initials),
    ]
    return any(same_initials(a, b) for a, b in pairs)


def _alike(one: str, two: str) -> float:
    """Say how much alike two folded names are, of 100, in whichever order the words stand.

    Words are paired (first with first, or crosswise) so that *Trelawny Kezia* is *Kezia Trelawny*;
    a middle name that only one has costs little.
    """
    if one == two:
        return 100.0
    whole = ratio(one, two, score_cutoff=_ALIKE_FROM)
    return max(whole, _alike_by_words(one.split(), two.split()))


_MOST_WORDS = 4
_FOR_A_MISSING_WORD = 6


def _alike_by_words(one: Sequence[str], two: Sequence[str]) -> float:
    few, many = sorted((one[:_MOST_WORDS], two[:_MOST_WORDS]), key=len)
    if len(few) < 2:  # noqa: PLR2004 - one word in common says too little
        return 0.0
    best = max(
        min(JaroWinkler.similarity(a, b) for a, b in zip(few, order, strict=True))
        for order in permutations(many, len(few))
    )
    return best * 100 - _FOR_A_MISSING_WORD * (len(many) - len(few)) - 1


def _blocks(person: Likeness) -> set[object]:
    """Name the drawers a person lies in; two people are compared when they share one."""
    blocks: set[object] = set(person.numbers)
    if born := person.born_on:
        blocks |= {("born", born), ("born", _swapped(born))}
    for name in person.folded:
        words = name.split()
        blocks |= {("word", _sound(a), _sound(b)) for a, b in permutations(words[:_MOST_WORDS], 2)}
        if len(words) == 1:
            blocks.add(("only", _sound(name)))
        blocks.add((_kind(name), words[0][0], words[-1][0]))
    return blocks


def _looked_in(person: Likeness) -> set[object]:
    """Name the drawers to look in; whole names with the same initials are not worth comparing."""
    own = {(_kind(name), name[0], name.split()[-1][0]) for name in person.folded}
    other = {("initials", first, last) for kind, first, last in own if kind == "whole"}
    both = {(kind, *ends) for one, *ends in own if one == "initials" for kind in _KINDS}
    return (_blocks(person) - own) | other | both


_KINDS = ("initials", "whole")


def _kind(folded: str) -> str:
    return "initials" if is_initials(folded) else "whole"


def _swapped(born: date) -> date:
    """Swap day and month where that is a day; the earlier of the two, as one drawer for both."""
    if born.day > 12:  # noqa: PLR2004 - no such month
        return born
    return min(born, born.replace(month=born.day, day=born.month))


_SOUNDS = {
    **dict.fromkeys("ckq", "c"),
    **dict.fromkeys("szx", "s"),
    **dict.fromkeys("fv", "f"),
    **dict.fromkeys("bp", "p"),
    **dict.fromkeys("dt", "t"),
    **dict.fromkeys("gj", "g"),
    **dict.fromkeys("mn", "n"),
}
_SILENT = frozenset("aeiouyhw")


def _sound(word: str) -> str:
    """Reduce a word to how it begins: *Stephen* is *Steven*, *Catherine* is *Kathryn*."""
    plain = word.replace("ph", "f")
    sounds = [_SOUNDS.get(one, one) for one in plain if one not in _SILENT]
    start = ["a"] if plain[0] in _SILENT else []
    return "".join([*start, *sounds])[:3]
