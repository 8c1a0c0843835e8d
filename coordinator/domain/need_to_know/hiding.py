"""Hiding people inside text that others can read: a name becomes initials and reference.

Made to fail closed. A word that may be somebody's name is hidden; only who is meant beyond doubt
is written by initials and reference, and nobody whom somebody in the room must not hear of.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.need_to_know.common_words import COMMON_WORDS, SMALL_WORDS
from coordinator.domain.need_to_know.folded import SEAM, Folded, fold
from coordinator.domain.need_to_know.private_details import Span, private_spans
from coordinator.domain.texts import AS_TYPED

_JOINTS = SEAM + "'\u2018\u2019`.\u00b7_\u2010\u2011\u2013\\-"
_INSIDE = rf"(?:[{_JOINTS}]|-\s*\n\s*)?"
"""What may stand between two letters of one name: *O'Neill*, *Anne-Marie*, *Trelaw-* at an end."""
_BETWEEN = rf"[\s,{_JOINTS}]{{0,3}}"
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<![^\W\d_])", r"(?=s?(?![^\W\d_]))"
_NO_FIGURE_BEFORE, _NO_FIGURE_AFTER = r"(?<!\d)", r"(?!\d)"
_PARTS = re.compile(r"[^\W_]+")
_WORDS = re.compile(r"[^\W\d_]+")
# From the first letter only, never given back: else a long word takes the square of its length.
_RUNS = re.compile(rf"(?<![^\W\d_])[^\W\d_]++(?:[{_JOINTS}][^\W\d_]++)+")
_KEPT_JOINT = "\u02bc"
"""An apostrophe that is a letter to an index."""
_PASSED_OVER = re.compile(rf"[\s,()'{_JOINTS}]*")
_PAIRS = {"(": ")", "\u2018": "\u2019", "'": "'"}
_JOINED_ON = ("o", "d", "l", "n", "mc", "mac", "fitz", "st")
"""What is written with the name or apart from it: *O'Neill*, *ONeill*."""
_SHORTEST_PART, _SHORTEST_PLURAL = 2, 3
_LEAST_DETAIL = 4
_WITHOUT_SPACES = (
    ("\u0e00", "\u0eff"),
    ("\u1100", "\u11ff"),
    ("\u3040", "\u30ff"),
    ("\u3400", "\u9fff"),
)
"""Thai and Lao, Hangul, Kana, ideographs."""


@dataclass(frozen=True, slots=True)
class OnFile:
    """Somebody on file whose names may stand in a text.

    Attributes:
        written: Initials and reference; empty when not even these may be read in the room.
        called: Given and chosen names, and other names they are known by.
        family: What they are called after these.
        details: Their address, numbers: whatever tells who they are, wherever it stands.
        is_today: Somebody who is talked about at this meeting.
    """

    key: UUID
    written: str
    called: tuple[str, ...] = field(repr=False)
    family: str = field(default="", repr=False)
    details: tuple[str, ...] = field(default=(), repr=False)
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class Instead:
    """What stands for what is hidden, in words somebody reads."""

    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class About:
    """Whose item the texts belong to, and whether they may be read by name.

    Attributes:
        by_reference: Whoever is hidden is written without even initials.
    """

    person: UUID | None = None
    by_name: bool = False
    by_reference: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """Words of a text that tell of somebody.

    Attributes:
        words: As they were typed.
        beyond_doubt: A whole name, a number, an address; else a word that is somebody's name
            and may be a place or a plain word as well.
    """

    words: str = field(repr=False, metadata=AS_TYPED)
    beyond_doubt: bool


@dataclass
class _Form:
    """The letters of a name, however they are parted, and whose they are.

    Attributes:
        whose: Whether it is their whole name, by who has it.
        families: Who of them is called that after their own names.
        is_called: Somebody of today is called that.
    """

    splits: set[tuple[str, ...]] = field(default_factory=set)
    whose: dict[UUID, bool] = field(default_factory=dict)
    families: set[UUID] = field(default_factory=set)
    is_called: bool = False


class Hiding:
    """Hides some people in any number of texts."""

    def __init__(
        self,
        people: Iterable[OnFile],
        *,
        about: About,
        today: date,
        instead: Instead,
    ) -> None:
        self._people = {one.key: one for one in people}
        self._about, self._today, self._instead = about, today, instead
        self._forms = _forms_of(self._people.values())
        self._names = _pattern(split for form in self._forms.values() for split in form.splits)
        self._whose: dict[str, set[UUID]] = {}
        self._details = _pattern(self._told())

    def _told(self) -> Iterator[tuple[str, ...]]:
        for one in self._people.values():
            for parts in map(_parts, one.details):
                if _says_enough(parts):
                    together = "".join(parts)
                    self._whose.setdefault(together, set()).add(one.key)
                    yield tuple(together) if together.isdigit() else parts  # however grouped

    @property
    def people(self) -> Collection[UUID]:
        """Whose names it knows."""
        return self._people.keys()

    def hide(self, text: str, about: About | None = None) -> str:
        """Write a text so that nobody in it can be told but by initials and reference.

        Args:
            text: As it was typed.
            about: Whose text it is, where it is another's than the rest.
        """
        folded = fold(text)
        spans = [(span, self._instead.detail) for span in private_spans(folded, self._today)]
        spans += [
            (folded.span(*found.span()), self._instead.detail)
            for found in self._details.finditer(folded.letters)
        ]
        return rewritten(text, [*spans, *self._named(folded, text, about)])

    def hide_names(self, text: str, about: About | None = None) -> str:
        """Write a text without names alone: it says where somebody is, or how to reach them."""
        return rewritten(text, self._named(fold(text), text, about))

    def _named(self, folded: Folded, text: str, about: About | None) -> Iterator[tuple[Span, str]]:
        for found in self._names.finditer(folded.letters):
            span = folded.span(*found.span())
            letters = "".join(_PARTS.findall(found[0]))
            written = self._written(letters, text[slice(*span)], about or self._about)
            if written is not None:
                yield span, written

    def naming(self, text: str) -> Iterator[tuple[Span, Mapping[UUID, bool], Collection[UUID]]]:
        """Find names in a text: where, whose whole name or part of it each is, whose family's.

        A small word that is a plain word as well names nobody.
        """
        folded = fold(text)
        for found in self._names.finditer(folded.letters):
            span = folded.span(*found.span())
            letters = "".join(_PARTS.findall(found[0]))
            if _has_capital(text[slice(*span)]) or letters not in COMMON_WORDS:
                form = self._forms[letters]
                yield span, form.whose, form.families

    def tells_of_any(self, text: str) -> bool:
        """Whether a text may have a name, an address or a number of anybody it knows."""
        return any(self.naming(text)) or any(self.details(text))

    def details(self, text: str) -> Iterator[tuple[Span, Collection[UUID]]]:
        """Find where a text has an address or a number that is on file, and whose each is."""
        folded = fold(text)
        for found in self._details.finditer(folded.letters):
            letters = "".join(_PARTS.findall(found[0]))
            yield folded.span(*found.span()), self._whose[letters]

    def initialled(self, text: str) -> str:
        """Write initials and reference for whoever is named beyond doubt; other words stay.

        For a text its readers have to work with: a word that only may be a name is left.
        """
        folded, spans = fold(text), []
        for found in self._names.finditer(folded.letters):
            span = folded.span(*found.span())
            letters = "".join(_PARTS.findall(found[0]))
            somebody = self._meant(self._forms[letters], self._about)
            is_read = self._written(letters, text[slice(*span)], self._about) is None
            if somebody is not None and not is_read:
                spans.append((span, self._stands_for(somebody)))
        return rewritten(text, spans)

    def telling(self, text: str) -> tuple[Telling, ...]:
        """Find what in a text tells who somebody is, in the order of the text.

        Two of somebody's names beside each other tell it beyond doubt, in whatever order.
        """
        folded = fold(text)
        found = [(span, True) for span in private_spans(folded, self._today)]
        details = self._details.finditer(folded.letters)
        found += [(folded.span(*one.span()), True) for one in details]
        before, whose = 0, frozenset[UUID]()
        for one in self._names.finditer(folded.letters):
            span = folded.span(*one.span())
            letters = "".join(_PARTS.findall(one[0]))
            if self._written(letters, text[slice(*span)], self._about) is None:
                continue
            form = self._forms[letters]
            beside = whose if _PASSED_OVER.fullmatch(text[before : span[0]]) else ()
            found.append(
                (span, any(form.whose.values()) or not form.whose.keys().isdisjoint(beside))
            )
            before, whose = span[1], frozenset(form.whose)
        return tuple(Telling(text[slice(*span)], sure) for span, sure in sorted(found))

    def _written(self, letters: str, typed: str, about: About) -> str | None:
        """Say what stands instead; nothing when it is left to be read."""
        form = self._forms[letters]
        if not _has_capital(typed) and letters in COMMON_WORDS and not form.is_called:
            return None
        if (person := about.person) is not None and person in form.whose:
            return None if about.by_name else self._stands_for(person)
        if (somebody := self._meant(form, about)) is not None:
            return self._stands_for(somebody)
        return self._instead.name  # it may be one of several, or somebody who is not on file

    def _meant(self, form: _Form, about: About) -> UUID | None:
        """Give whom a name means beyond doubt."""
        if (person := about.person) is not None and person in form.whose:
            return person
        if len(form.whose) == 1:
            ((somebody, is_whole),) = form.whose.items()
            if is_whole or self._people[somebody].is_today:
                return somebody
        return None

    def _stands_for(self, person: UUID) -> str:
        return self._people[person].written or self._instead.name


def words_to_ask(texts: Iterable[str]) -> frozenset[str]:
    """Give the words that may be a name, in every way a name on file may be written.

    Folded as an index folds them, but for the letters an index does not fold.
    """
    asked: set[str] = set()
    for text in texts:
        letters = fold(text).letters
        asked |= set(_WORDS.findall(letters))
        for run in map(_WORDS.findall, _RUNS.findall(letters)):
            asked |= {"".join(run), _KEPT_JOINT.join(run), _KEPT_JOINT.join(run[:-1])}
    asked |= {word[:-1] for word in asked if word.endswith("s") and len(word) > _SHORTEST_PLURAL}
    asked |= {word.removeprefix(one) for word in asked for one in _JOINED_ON}
    return frozenset(word for word in asked if len(word) >= _SHORTEST_PART)


def _forms_of(people: Iterable[OnFile]) -> Mapping[str, _Form]:
    forms: dict[str, _Form] = {}
    for one in people:
        family = {_parts(one.family), *_names_in(one.family)}
        for words, is_whole, is_called in _ways_of(one):
            if len("".join(words)) < _SHORTEST_PART:
                continue  # an initial says no more than what stands instead
            form = forms.setdefault("".join(words), _Form())
            form.splits.add(words)
            form.whose[one.key] = is_whole or form.whose.get(one.key, False)
            form.families |= {one.key} if words in family else set()
            form.is_called = form.is_called or (is_called and one.is_today)
    return forms


def _ways_of(one: OnFile) -> Iterator[tuple[tuple[str, ...], bool, bool]]:
    """Give the ways of writing somebody: its parts, whether whole, whether they are called so."""
    family = _parts(one.family)
    for name in one.called:
        called = _parts(name)
        yield called, len(called) > 1, True
        yield (*called, *family), bool(family), True
        for parts in _names_in(name):
            yield parts, False, "".join(parts) not in COMMON_WORDS
    yield family, False, False
    for parts in _names_in(one.family):
        yield parts, False, False


def _names_in(name: str) -> Iterator[tuple[str, ...]]:
    """Give the words of a name that say who it is by themselves; *by the bridge* does not."""
    for word in re.split(r"[\s\-]+", name):
        whole = _parts(word)
        for parts in (whole, *((part,) for part in whole)):
            letters = "".join(parts)
            if letters not in SMALL_WORDS and (letters not in COMMON_WORDS or word[0].isupper()):
                yield parts


def _parts(words: str) -> tuple[str, ...]:
    return tuple(_PARTS.findall(fold(words).letters))


def _says_enough(parts: Sequence[str]) -> bool:
    return len("".join(parts)) >= _LEAST_DETAIL


def _pattern(splits: Iterable[tuple[str, ...]]) -> re.Pattern[str]:
    """Match any of these, the longest first; nothing at all when there are none."""
    longest_first = sorted(set(splits), key=lambda one: (-len("".join(one)), one))
    return re.compile("|".join(map(_matching, longest_first)) or r"(?!)")


def _matching(parts: tuple[str, ...]) -> str:
    letters = _BETWEEN.join(_INSIDE.join(map(re.escape, part)) for part in parts)
    if any(map(_has_no_spaces, parts)):
        return letters
    before = _NO_LETTER_BEFORE if parts[0][0].isalpha() else _NO_FIGURE_BEFORE
    after = _NO_LETTER_AFTER if parts[-1][-1].isalpha() else _NO_FIGURE_AFTER
    return f"{before}{letters}{after}"


def _has_no_spaces(part: str) -> bool:
    """Whether it is written in letters between whose words nothing stands."""
    return any(first <= one <= last for one in part for first, last in _WITHOUT_SPACES)


def _has_capital(typed: str) -> bool:
    """Whether it is written as names are; letters that know no capitals always are."""
    return any(one.isupper() or one.istitle() for one in typed) or not any(
        one.islower() for one in typed
    )


def rewritten(text: str, spans: Iterable[tuple[Span, str]]) -> str:
    """Put words in the place of what is hidden; what overlaps or is said twice becomes one."""
    done: list[tuple[int, int, str]] = []
    for (first, last), words in sorted(spans, key=lambda one: (one[0][0], -one[0][1])):
        before = done[-1] if done else (0, 0, "")
        if done and first < before[1]:
            done[-1] = (before[0], max(last, before[1]), before[2])
        elif done and words == before[2] and (one := _as_one(text, before[:2], (first, last))):
            done[-1] = (*one, words)
        else:
            done.append((first, last, words))
    parts, at = [], 0
    for first, last, words in done:
        parts += [text[at:first], words]
        at = last
    return "".join([*parts, text[at:]])


def _as_one(text: str, before: Span, after: Span) -> Span | None:
    """Give the span of two that stand beside each other, with the other half of each bracket.

    Nothing when more than a joint is between them, or half a bracket or quote would be left.
    """
    between = text[before[1] : after[0]]
    if not _PASSED_OVER.fullmatch(between):
        return None
    opened, closed = _halves(between)
    if not (text[: before[0]].endswith(opened) and text.startswith(closed, after[1])):
        return None
    return before[0] - len(opened), after[1] + len(closed)


def _halves(between: str) -> tuple[str, str]:
    """Give what opened before these signs the brackets and quotes they close, and what closes."""
    opened, closed = "", ""
    for at, one in enumerate(between):
        if closed.startswith(one):
            closed = closed[1:]
        elif one in _PAIRS and (at or _PAIRS[one] != one):
            closed = _PAIRS[one] + closed
        elif one in _PAIRS.values():
            opened = next(first for first, last in _PAIRS.items() if last == one) + opened
    return opened, closed
