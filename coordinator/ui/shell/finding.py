"""What Ctrl+K offers: commands at once, people and actions as soon as they are found. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from coordinator.domain.errors import NotPermittedError
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.person.pages import Hit, PersonHits
from coordinator.ui.kit.words import chosen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.every import PersonPlace, Place, place_of_action
from coordinator.wording.labels import label
from coordinator.wording.translation import _

if TYPE_CHECKING:
    from coordinator.ui.shell.finder import Target

_ICONS = {RecordKind.ACTION: "list-checks", RecordKind.PERSON: "user-round"}
_LONGEST = 90
_PER_PERSON = 3


class View(Protocol):
    """What is asked of the line and its list."""

    def show_targets(self, targets: Sequence[Target], *, is_all: bool = True) -> None:
        """Show what was found, and whether nothing more is looked for."""


class Finding:
    """Commands whose words hold every word typed, then people, then actions and the rest."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        go: Callable[[Place], None],
        commands: Sequence[Target],
        make: Callable[[str, str, str, Callable[[], object]], Target],
    ) -> None:
        self._jobs = jobs
        self._view = view
        self._go = go
        self._commands = tuple(commands)
        self._make = make
        self._is_noted = False  # the first search of a sitting stands in the journal

    def search(self, words: str) -> None:
        """Show commands now and what is on file when it is found."""
        from coordinator.casework.people.finding import find_everything

        commands = self._matching(words)
        is_all = len(words) <= 1
        self._view.show_targets(commands, is_all=is_all)
        if not is_all:
            then = partial(self._show_found, commands)
            self._jobs.query(
                partial(find_everything, words=words),
                then,
                replaces="finder",
                journalled=not self._is_noted,
                refused=partial(self._found_nobody, commands),
            )

    def _found_nobody(self, commands: Sequence[Target], error: Exception) -> bool:
        """Show what can be done alone: whoever sees no people finds none."""
        self._view.show_targets(commands)
        return isinstance(error, NotPermittedError)

    def _matching(self, words: str) -> list[Target]:
        parts = words.casefold().split()
        return [one for one in self._commands if all(p in one.text.casefold() for p in parts)]

    def _show_found(self, commands: Sequence[Target], found: Sequence[PersonHits]) -> None:
        self._is_noted = True
        people = [target for one in found for target in self._person(one)]
        self._view.show_targets([*people, *commands])

    def _person(self, one: PersonHits) -> list[Target]:
        if one.person is None:
            own = [hit for hit in one.hits if hit.kind is RecordKind.ACTION]
            return [self._action(hit, _("The panel"), None) for hit in own[:_PER_PERSON]]
        name = chosen(one.person.name, one.person.reference)
        go = partial(self._go, PersonPlace(one.person.id))
        who = self._make(name, one.person.reference, "user-round", go)
        rest = [hit for hit in one.hits if hit.kind is not RecordKind.PERSON]
        person = one.person.id
        return [
            who,
            *(
                self._action(hit, name, person)
                if hit.kind is RecordKind.ACTION
                else self._hit(hit, name, go)
                for hit in rest[:_PER_PERSON]
            ),
        ]

    def _action(self, hit: Hit, name: str, person: UUID | None) -> Target:
        """Lead to where it is said how an action went."""
        return self._hit(hit, name, lambda: self._go(place_of_action(hit.record, person)))

    def _hit(self, hit: Hit, name: str, go: Callable[[], object]) -> Target:
        words = hit.words if len(hit.words) <= _LONGEST else f"{hit.words[:_LONGEST]}…"
        about = f"{label(hit.kind)}, {name}"
        return self._make(words, about, _ICONS.get(hit.kind, "file-text"), go)
