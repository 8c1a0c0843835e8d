"""Texts that leave for somebody: whom the reader may not know of is taken out of them.

What is typed about one person may name another. Of somebody the reader must not be told about,
every part of a name goes, and where they live; of somebody who only is not the reader's, what
tells beyond doubt: a whole name, a reference. From outside the two look the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from coordinator.domain.hiding import Hiding, Instead, rewritten
from coordinator.domain.names_in_texts import reference_of, written_references
from coordinator.domain.private_details import Span


@dataclass(frozen=True)
class Withheld:
    """Whom one reader may not know of, of all that some texts name.

    Attributes:
        unknown: Everybody of them the reader may not know of; `kept` of these must not be told.
        references: Of everybody whose reference stands in the texts.
        workers: Names of professionals and agencies: they stay, whoever else is called that.
    """

    hiding: Hiding
    unknown: frozenset[UUID]
    kept: frozenset[UUID]
    references: Mapping[str, UUID]
    prefix: str
    workers: frozenset[str] = field(repr=False)
    instead: Instead

    def hide(self, text: str, about: frozenset[str] = frozenset()) -> str:
        """Write a text without them.

        Args:
            text: As it was typed.
            about: References of those it is about: their own names stay, whoever shares them.
        """
        own = {self.references[one] for one in about if one in self.references}
        spans = [(span, self.instead.name) for span in self._named(text, own)]
        spans += [(span, self.instead.name) for span in self._referred(text)]
        spans += [(span, self.instead.detail) for span in self.hiding.details(text)]
        return rewritten(text, spans) if spans else text

    def _named(self, text: str, own: set[UUID]) -> Iterator[Span]:
        workers = list(self._workers(text))
        for span, whose in self.hiding.naming(text):
            unknown = whose.keys() & self.unknown
            is_meant = any(whose[one] for one in unknown) or bool(unknown & self.kept)
            is_worker = any(first <= span[0] and span[1] <= last for first, last in workers)
            if is_meant and own.isdisjoint(whose) and not is_worker:
                yield span

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
