"""What is typed in the lines of one part about one record, until each becomes an act. No Qt."""

from collections.abc import Callable, Iterable
from uuid import UUID

from coordinator.ui.lanes.kept import Kept
from coordinator.ui.screens.live_meeting.room import Act, Room


class Texts:
    """Several texts in one draft: an act takes its own of them, the others stay."""

    def __init__(self, room: Room, form: str) -> None:
        self._room, self._form = room, form
        self._kept: Kept | None = None
        self._texts: dict[str, str] = {}
        self.record: UUID | None = None

    def go_to(self, record: UUID, then: Callable[[], object]) -> None:
        """Go over to another record; `then` is called when something was typed there before."""
        if self._kept is None:
            self._kept = Kept(self._room.jobs, self._form)
        self.record, self._texts = record, {}

        def found(texts: dict[str, str]) -> None:
            if self.record == record:
                self._texts = {**texts, **self._texts}
                then()

        self._kept.look(record, found)

    def text(self, name: str, usual: str = "") -> str:
        """Give what is typed under a name; `usual` where nothing was yet."""
        return self._texts.get(name, usual)

    def note(self, name: str, text: str) -> None:
        """Note what is typed; it is written with the next `keep`."""
        if name:
            self._texts[name] = text

    def keep(self) -> None:
        """Write the draft."""
        if self._kept is not None:
            self._kept.typed(**{name: text for name, text in self._texts.items() if text})

    def take(self, names: Iterable[str]) -> dict[str, str]:
        """Take texts out that are about to become an act."""
        return {name: self._texts.pop(name) for name in names if name in self._texts}

    def give_back(self, texts: dict[str, str]) -> None:
        """Put texts back whose act was refused; what was typed since stays."""
        self._texts = {**texts, **self._texts}
        self.keep()

    def ended_by(self, act: Act) -> Act:
        """Make the act one that forgets the draft; `keep` writes what is left of it again."""
        return self._kept.ended_by(act) if self._kept is not None else act
