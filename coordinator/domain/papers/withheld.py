"""Texts that leave for somebody: whom the reader may not know of is taken out of them.

What is typed about one person may name another. Of somebody the reader must not be told about,
every part of a name goes, and where they live; of somebody who only is not the reader's, what
tells beyond doubt: a whole name, a reference. From outside the two look the same. Whoever is
listed by initials alone stands by initials and reference here too, in their own texts as well: by
their whole name, by the family's, by any part of it that nobody else on file is called.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date, time
from enum import Enum
from functools import cache, cached_property
from types import NoneType
from typing import Any, TypeVar, cast
from uuid import UUID

from coordinator.domain.need_to_know.common_words import COMMON_WORDS
from coordinator.domain.need_to_know.folded import fold
from coordinator.domain.need_to_know.hiding import Hiding, Instead, rewritten
from coordinator.domain.need_to_know.names_in_texts import reference_of, written_references
from coordinator.domain.need_to_know.private_details import Span
from coordinator.domain.papers.imprint import Imprint
from coordinator.domain.texts import AS_TYPED

M = TypeVar("M")
Write = Callable[[str, frozenset[str]], str]
"""Gives what is written in the place of a text about the people of these references or ids."""
_WHOSE = ("reference", "person", "person_id", "entry", "row", "page", "record", "request")
"""The fields by which a part of a read model says whom it is about."""
_WITHOUT_TEXT = (UUID, date, time, int, NoneType, Enum, Imprint)
_AS_IT_IS = frozenset({"zone"})
"""Fields that are read by a machine."""


@dataclass(frozen=True)
class Withheld:
    """Whom one reader may not know of, of all that some texts name.

    Attributes:
        unknown: Everybody of them the reader may not know of; `kept` of these must not be told.
        references: Of everybody whose reference stands in the texts.
        workers: Names of professionals and agencies: they stay, whoever else is called that.
        bare: Whom the reader knows of by initials alone, with how they are written.
    """

    hiding: Hiding
    unknown: frozenset[UUID]
    kept: frozenset[UUID]
    references: Mapping[str, UUID]
    prefix: str
    workers: frozenset[str] = field(repr=False)
    instead: Instead
    bare: Mapping[UUID, str] = field(default_factory=dict, repr=False)

    def hide(self, text: str, about: frozenset[str] = frozenset()) -> str:
        """Write a text without them.

        Args:
            text: As it was typed.
            about: References or ids of those it is about: their own names stay, whoever shares
                them.
        """
        own = frozenset(self.references[one] for one in about if one in self.references)
        own |= {self._ids[one] for one in about & self._ids.keys()}
        spans = [*self._named(text, own - self.bare.keys())]
        spans += [(span, self.instead.name) for span in self._referred(text)]
        spans += [(span, self.instead.detail) for span in self._told_where(text, own)]
        return rewritten(text, spans) if spans else text

    def tells_of_unknown(self, text: str, about: frozenset[str] = frozenset()) -> bool:
        """Whether a text names or tells of anybody the reader may not know of."""
        return replace(self, bare={}).hide(text, about) != text

    def _named(self, text: str, own: frozenset[UUID]) -> Iterator[tuple[Span, str]]:
        workers = list(self._workers(text))
        for span, whose, families in self.hiding.naming(text):
            is_worker = any(first <= span[0] and span[1] <= last for first, last in workers)
            if is_worker or not own.isdisjoint(whose):
                continue
            unknown = whose.keys() & self.unknown
            if any(whose[one] for one in unknown) or unknown & self.kept:
                yield span, self.instead.name
            elif written := self._initialled(fold(text[slice(*span)]).letters, whose, families):
                yield span, written

    def _told_where(self, text: str, own: frozenset[UUID]) -> Iterator[Span]:
        """Find the addresses and numbers of those who must not be told of, but for shared ones.

        Two people may live at one place: in a text about one of them it is theirs.
        """
        for span, whose in self.hiding.details(text):
            if not self.kept.isdisjoint(whose) and own.isdisjoint(whose):
                yield span

    def _initialled(
        self, letters: str, whose: Mapping[UUID, bool], families: Collection[UUID]
    ) -> str:
        """Say what stands for a name of somebody listed by initials; nothing where it stays."""
        listed = whose.keys() & self.bare.keys()
        is_whole = any(whose[one] for one in listed)
        meant = [one for one in whose if whose[one]] if is_whole else list(whose)
        if not listed or (not is_whole and letters in self._of_workers):
            return ""  # a worker of that name is talked about more often
        if len(meant) == 1:
            is_word = not is_whole and not families and letters in COMMON_WORDS
            return "" if is_word else self.bare[meant[0]]
        return self.instead.name if is_whole or not listed.isdisjoint(families) else ""

    @cached_property
    def _ids(self) -> Mapping[str, UUID]:
        return {str(one): one for one in self.hiding.people}

    @cached_property
    def _of_workers(self) -> frozenset[str]:
        return frozenset(word for one in self.workers for word in fold(one).letters.split())

    def _workers(self, text: str) -> Iterator[Span]:
        for name in self.workers:
            at = text.find(name)
            while at >= 0:
                yield at, at + len(name)
                at = text.find(name, at + len(name))

    def _referred(self, text: str) -> Iterator[Span]:
        for found in written_references(self.prefix).finditer(text):
            if self.references.get(reference_of(found, self.prefix)) in self.unknown:
                yield found.span()


def texts_of(model: object) -> list[str]:
    """Give every text that stands in a read model, by walking the same way as the hiding."""
    texts: list[str] = []

    def note(text: str, _about: frozenset[str]) -> str:
        texts.append(text)
        return text

    written_anew(model, note)
    return texts


def written_anew(model: M, write: Write, about: frozenset[str] = frozenset()) -> M:
    """Write every text of a read model anew; what it says of itself stays.

    Args:
        model: As it was read.
        write: Gives what stands in the place of a text.
        about: References of those all of it is about.
    """
    return cast("M", _written(model, about, write))


def _written(part: object, about: frozenset[str], write: Write) -> object:
    if isinstance(part, _WITHOUT_TEXT):
        return part
    if isinstance(part, str):
        return write(part, about) if part else part
    if is_dataclass(part) and not isinstance(part, type):
        own = about | frozenset(_whose(part))
        found: dict[str, object] = {}
        for name in _names_of(type(part)):
            was = getattr(part, name)
            if (anew := _written(was, own, write)) is not was:
                found[name] = anew
        return replace(part, **found) if found else part
    return _each_written(part, about, write)


def _each_written(part: object, about: frozenset[str], write: Write) -> object:
    if isinstance(part, tuple | list):
        anew = [_written(one, about, write) for one in part]
        if all(one is was for one, was in zip(anew, part, strict=True)):
            return part
        return getattr(part, "_make", type(part))(anew)
    if isinstance(part, set | frozenset):
        some = type(part)(_written(one, about, write) for one in part)
        return part if some == part else some
    if isinstance(part, Mapping):
        return {
            _written(key, about, write): _written(one, about | _of_key(key), write)
            for key, one in part.items()
        }
    return part


def _of_key(key: object) -> frozenset[str]:
    return frozenset([str(key)] if isinstance(key, UUID) else [])


@cache
def _whose_of(kind: type) -> tuple[str, ...]:
    names = {one.name for one in fields(kind)}
    return tuple(one for one in _WHOSE if one in names or hasattr(kind, one))


@cache
def _names_of(kind: type) -> tuple[str, ...]:
    """Name the fields of a part that are written anew."""
    shown = (one for one in fields(kind) if one.init and one.metadata != AS_TYPED)
    return tuple(one.name for one in shown if one.name not in _AS_IT_IS)


def _whose(part: Any) -> Iterator[str]:
    for name in _whose_of(part.__class__):
        words = getattr(part, name)
        if isinstance(words, str):
            yield from (one.strip("(),.;:") for one in words.split())
        elif isinstance(words, UUID):
            yield str(words)
        elif is_dataclass(words):
            yield from _whose(words)
