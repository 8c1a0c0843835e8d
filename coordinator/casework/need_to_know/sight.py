"""Who may see what of the people one read is about: asked once for all of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import may_have, visible
from coordinator.db.transaction import Reading
from coordinator.domain.errors import WithheldError
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.states import Sensitivity


@dataclass(frozen=True, slots=True)
class Sight:
    """The readers something must be visible to, all of them, and the people they may see."""

    readers: tuple[Reader, ...]
    people: frozenset[UUID]

    def sees(self, person: UUID | None, sensitivity: Sensitivity = Sensitivity.STANDARD) -> bool:
        """Whether an entry about this person (or the panel) may be shown."""
        if person is not None and person not in self.people:
            return False
        return all(may_have(reader, person, sensitivity) for reader in self.readers)


def sight_of(
    desk: Desk, look: Reading, people: Iterable[UUID | None], reader: Reader | None = None
) -> Sight:
    """Gather what is needed to judge entries about these people.

    Args:
        desk: Whoever sits there must be allowed to see in any case.
        look: Where to look.
        people: Everybody an entry may be about.
        reader: For whom a paper is made, besides the sitter.
    """
    at_desk = desk.reader(look)
    seen = visible(look, at_desk, (person for person in people if person is not None))
    if reader is None:
        return Sight((at_desk,), seen)
    return Sight((at_desk, reader), visible(look, reader, seen))


def sight_of_one(
    desk: Desk, look: Reading, person: UUID | None, reader: Reader | None = None
) -> Sight:
    """Gather what is needed to judge entries about one person, who must be visible.

    Raises:
        WithheldError: The sitter or the reader may not see the person at all.
    """
    sight = sight_of(desk, look, [person], reader)
    if person is not None and not sight.sees(person):
        raise WithheldError(record=person)
    return sight
