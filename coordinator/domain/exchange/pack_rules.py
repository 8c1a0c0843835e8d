"""The rules of one kind of pack: what its receiver may have, write and begin, and in which role.

Names of kinds and fields are those of the change log.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias
from uuid import UUID

from coordinator.domain.merging.changes import Value
from coordinator.domain.merging.grants import FieldRule, Grant
from coordinator.domain.need_to_know.bases import Needs
from coordinator.domain.roles import Role

Oversteps: TypeAlias = Callable[[str, str, Value, Value], bool]
"""Asked with kind, field, the strictest value that stands, and what a change says: whether that is
the panel's to decide."""


@dataclass(frozen=True, slots=True)
class PackRules:
    """What one kind of pack is.

    Attributes:
        role: Who its receiver is in their own store.
        of_panel: The fields that go along of what belongs to the panel as a whole.
        of_people: Those that go along of what is about somebody.
        writes: The fields they may hand back.
        begins: The kinds of record they may begin.
        oversteps: Which of their changes decide what is the panel's to decide.
        needs: How complete the information basis of everybody in it has to be.
        ties: Of these kinds only what hangs on something they were given goes along and is taken
            back: the column that says on what, or `id` for the thing itself.
        written_ties: Of these kinds only what hangs on such a thing is taken back.
        parts: Of entries that go along in part, what does: by kind.
        beside: Kinds they write to of people who go along in part.
        own_only: Kinds of which they have what they wrote themselves.
        fall_with: Kinds that stay as soon as anything they name does.
        noted: Kinds of the log of what left: their own lines, about several people or nobody too,
            and none about the papers of others.
        writes_panel: Whether they write what belongs to the panel as a whole.
        adds_people: Whether they may put people on file.
        with_removed: Whether what was taken back goes along as well.
    """

    role: Role
    of_panel: FieldRule
    of_people: FieldRule
    writes: FieldRule
    begins: Callable[[str], bool]
    oversteps: Oversteps
    needs: Needs = Needs.COMPLETE
    ties: Mapping[str, str] = field(default_factory=dict)
    written_ties: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    beside: frozenset[str] = frozenset()
    own_only: frozenset[str] = frozenset()
    fall_with: frozenset[str] = frozenset()
    noted: frozenset[str] = frozenset()
    writes_panel: bool = True
    adds_people: bool = False
    with_removed: bool = False

    def sees(self, kind: str, name: str) -> bool:
        """Whether a field goes along at all; what of it does is asked record by record."""
        return self.of_panel(kind, name) or self.of_people(kind, name)

    def goes_in_part(self, kind: str, name: str) -> bool:
        """Whether a field may go along of somebody of whom only some entries do."""
        return kind in self.beside or name in self.parts.get(kind, ())

    def grant(self, people: Collection[UUID], panel: UUID | None = None) -> Grant:
        """Give what a receiver who has these people may have and write."""
        own = {panel} if self.writes_panel and panel is not None else set[UUID]()
        scopes = frozenset(people) | own
        return Grant(scopes, self.sees, self.writes, self.begins, panel, self.noted)
