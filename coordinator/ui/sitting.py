"""What the windows are lent: the ways into a store, and an unlocked one with who sits there.

`coordinator.app` makes both, so that no window knows a key, a database or where either comes from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

from coordinator.domain.progress import Progress

if TYPE_CHECKING:
    from uuid import UUID

    from coordinator.casework.desk import Desk
    from coordinator.casework.imports.bringing import ToBring
    from coordinator.domain.imports import Imported
    from coordinator.domain.outcomes import Done


@dataclass(frozen=True, slots=True)
class Sitting:
    """An unlocked store and who sits there.

    Attributes:
        writing: The desk of the writing lane.
        reading: The same sitter with a connection of their own, for the reading lane.
        role: In words.
        back_up: Makes a verified backup; on the writing lane.
        back_up_into: The same into another folder.
        bring_in: People or actions of a spreadsheet, after a backup; on the writing lane.
        take_back: An import as a whole, by its act, after a backup; on the writing lane.
        close: Backs up what is new and lets go of everything; on the writing lane.
        keep_place: Notes where somebody is, in words; on the writing lane.
        was_at: Where they were when the program ended without being left.
    """

    writing: Desk
    reading: Desk
    folder: Path
    panel: str
    person: str
    role: str
    is_demo: bool
    back_up: Callable[[Progress], Path]
    back_up_into: Callable[[Path, Progress], Path]
    bring_in: Callable[[ToBring, Progress], Done[Imported]]
    take_back: Callable[[UUID, Progress], Done[int]]
    close: Callable[[], None]
    keep_place: Callable[[Mapping[str, str]], None] = field(default=lambda _place: None)
    was_at: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of panel one can start, as the first-run pages offer it; `brings` in a few words."""

    key: str
    name: str
    brings: str
    seats: Sequence[str]
    weekday: int
    starts_at: time
    minutes: int
    every_weeks: int


@dataclass(frozen=True, slots=True)
class NewPanel:
    """What somebody said about a panel on the first-run pages.

    Attributes:
        template: Key of the kind of panel; empty starts with nothing written down.
        every_weeks: 1, 2 or 4; 0 when no day was agreed yet.
    """

    panel: str
    prefix: str
    agency: str
    person: str
    passphrase: str = field(repr=False)
    area: str = ""
    job: str = ""
    is_chair: bool = False
    template: str = ""
    every_weeks: int = 0
    first_on: date | None = None
    starts_at: time = time(10, 0)
    minutes: int = 90
    place: str = ""


@dataclass(frozen=True, slots=True)
class Doors:
    """The ways in. What opens something runs on the lane that will own its connections.

    Attributes:
        warm_up: Loads what opening needs, while the passphrase is typed.
        open_store: With a passphrase.
        open_with_code: With the recovery code.
        make_store: Gives the recovery code as well; it is kept nowhere.
        restore: A backup, into an empty folder, with its passphrase.
        make_demo: A store of made-up people.
        open_demo: One that was made already.
        strength: How strong a passphrase is: `weak`, `fair`, `good` or `strong`.
        weakness: Why a passphrase would be refused, as `WeakPassphraseError` names it; or nothing.
        is_store: Whether a folder holds a store or a backup.
        is_busy: Whether another copy of the program works on it.
        templates: The kinds of panel.
        demo_folder: Where this device keeps its demo store.
    """

    warm_up: Callable[[], None]
    open_store: Callable[[Path, str], Sitting]
    open_with_code: Callable[[Path, str], Sitting]
    make_store: Callable[[Path, NewPanel], tuple[Sitting, str]]
    restore: Callable[[Path, Path, str], Sitting]
    make_demo: Callable[[Path, Progress], Sitting]
    open_demo: Callable[[Path], Sitting]
    strength: Callable[[str], str]
    weakness: Callable[[str], str]
    is_store: Callable[[Path], bool]
    is_demo: Callable[[Path], bool]
    is_busy: Callable[[Path], bool]
    templates: Callable[[], Sequence[Template]]
    demo_folder: Callable[[], Path]
