"""What this device remembers between sittings: the last stores and how windows look.

Never anything about people: that is in the store.
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Self

import platformdirs

from coordinator.runtime.writing import store_faults, write_atomically

THEMES = ("system", "light", "dark", "contrast")
RECENT_MOST = 8
SMALLEST_TEXT, LARGEST_TEXT = 1.0, 2.0
SHORTEST_IDLE_MIN, LONGEST_IDLE_MIN = 1, 60
USUAL_IDLE_MIN = 10
LONGEST_REMINDER_DAYS, USUAL_REMINDER_DAYS = 90, 14


def settings_file() -> Path:
    """Tell where this device keeps its settings."""
    return platformdirs.user_config_path("coordinator", appauthor=False) / "settings.toml"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The last backup of a store that went to another folder: both folders, and the day."""

    store: str
    folder: str
    on: date


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of this device.

    `recent_stores` are folders, newest first; `theme` is one of `THEMES`; `text_scale` goes from
    1.0 to 2.0; `clear_letters` is the easier-to-read typeface. The store locks after `idle_min`
    minutes without a sign of life, and with the desktop if `lock_with_desktop`. `remind_after`
    are the days after which a backup elsewhere is asked for, 0 for never.
    """

    recent_stores: tuple[str, ...] = ()
    theme: str = "system"
    text_scale: float = SMALLEST_TEXT
    clear_letters: bool = False
    idle_min: int = USUAL_IDLE_MIN
    lock_with_desktop: bool = True
    remind_after: int = USUAL_REMINDER_DAYS
    backups_elsewhere: tuple[Elsewhere, ...] = ()

    @property
    def last_store(self) -> Path | None:
        """The store that was open last."""
        return Path(self.recent_stores[0]) if self.recent_stores else None

    def with_store(self, folder: Path) -> Self:
        """Put a store first among the recent ones."""
        path = str(folder.absolute())
        others = [known for known in self.recent_stores if known != path]
        return replace(self, recent_stores=(path, *others)[:RECENT_MOST])

    def elsewhere(self, store: Path) -> Elsewhere | None:
        """Tell where the last backup of a store elsewhere went, and when."""
        path = str(store.absolute())
        return next((one for one in self.backups_elsewhere if one.store == path), None)

    def with_backup(self, store: Path, folder: Path, on: date) -> Self:
        """Note a backup elsewhere; of the stores of before only the latest are remembered."""
        made = Elsewhere(str(store.absolute()), str(folder.absolute()), on)
        others = [one for one in self.backups_elsewhere if one.store != made.store]
        return replace(self, backups_elsewhere=(made, *others)[:RECENT_MOST])

    def without_store(self, folder: Path) -> Self:
        """Forget a store that is gone."""
        gone = str(folder.absolute())
        return replace(
            self, recent_stores=tuple(known for known in self.recent_stores if known != gone)
        )


def read_settings(path: Path | None = None) -> Settings:
    """Read the settings; what is missing or makes no sense is as on the first day."""
    try:
        kept = tomllib.loads((path or settings_file()).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    return _sensible(kept)


def write_settings(settings: Settings, path: Path | None = None) -> None:
    """Keep the settings.

    Raises:
        StoreFullError, StoreReadOnlyError: They could not be kept.
    """
    file = path or settings_file()
    kept = asdict(settings) | {
        "recent_stores": [*filter(_is_plain, settings.recent_stores)],
        "backups_elsewhere": [
            [one.store, one.folder, one.on.isoformat()]
            for one in settings.backups_elsewhere
            if _is_plain(one.store) and _is_plain(one.folder)
        ],
    }
    # A JSON string, number, list or true is the same in TOML.
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in kept.items()]
    with store_faults():
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, "".join(lines).encode())


def _sensible(kept: Mapping[str, object]) -> Settings:
    usual = Settings()
    theme = kept.get("theme")
    letters = kept.get("clear_letters")
    return Settings(
        recent_stores=_paths(kept.get("recent_stores")),
        theme=theme if isinstance(theme, str) and theme in THEMES else usual.theme,
        text_scale=_scale(kept.get("text_scale")),
        clear_letters=letters if isinstance(letters, bool) else usual.clear_letters,
        idle_min=_number(
            kept.get("idle_min"), SHORTEST_IDLE_MIN, LONGEST_IDLE_MIN, usual.idle_min
        ),
        lock_with_desktop=kept.get("lock_with_desktop") is not False,
        remind_after=_number(
            kept.get("remind_after"), 0, LONGEST_REMINDER_DAYS, usual.remind_after
        ),
        backups_elsewhere=_backups(kept.get("backups_elsewhere")),
    )


def _is_plain(path: str) -> bool:
    # A folder whose name is not text, or holds a delete character, cannot stand in TOML.
    return "\x7f" not in path and path.encode(errors="ignore").decode() == path


def _path(kept: object) -> str:
    return kept if isinstance(kept, str) else ""


def _paths(kept: object) -> tuple[str, ...]:
    if not isinstance(kept, list):
        return ()
    return tuple(path for path in kept if isinstance(path, str) and path)[:RECENT_MOST]


def _backups(kept: object) -> tuple[Elsewhere, ...]:
    found = []
    for one in kept if isinstance(kept, list) else ():
        try:
            store, folder, on = one
            found.append(Elsewhere(str(store), str(folder), date.fromisoformat(on)))
        except (TypeError, ValueError):
            continue
    return tuple(found)[:RECENT_MOST]


def _number(kept: object, least: int, most: int, usual: int) -> int:
    if not isinstance(kept, int) or isinstance(kept, bool):
        return usual
    return min(max(kept, least), most)


def _scale(kept: object) -> float:
    if not isinstance(kept, int | float) or isinstance(kept, bool) or kept != kept:  # noqa: PLR0124 - NaN
        return SMALLEST_TEXT
    return min(max(float(kept), SMALLEST_TEXT), LARGEST_TEXT)
