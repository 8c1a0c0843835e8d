"""What can be said of somebody in the room, and asking for it in one line. No Qt."""

from collections.abc import Callable
from enum import Enum
from uuid import UUID

from coordinator.ui.screens.live_meeting.questions import Asked, Flow, Meant, Objection, Step
from coordinator.wording.translation import _

_START, _NEW = "who.", "new"


class Deed(Enum):
    """What can be said of a row, or of the room."""

    HERE = "here"
    EVERYBODY = "everybody"
    APOLOGIES = "apologies"
    INFORMED = "informed"
    ABSENT = "absent"
    TIMES = "times"
    CONFLICT = "conflict"
    SIGNED = "signed"
    SUBSTITUTE = "substitute"
    PART = "part"
    NOT_REQUIRED = "not_required"
    VACANT = "vacant"
    CAME_AT = "came_at"
    LEFT_AT = "left_at"
    OBSERVER = "observer"
    GUEST = "guest"
    PERSON = "person"
    REMOVE = "remove"


class LineFlow(Flow):
    """One line about one row."""

    name = "who"
    keeps = False

    def __init__(
        self,
        asked: Asked,
        enter: Callable[[str], Step],
        objection: Callable[[Exception], Objection | None],
        typed: Callable[[str], Meant] = lambda _text: Meant(),
    ) -> None:
        """Begin to ask.

        Args:
            asked: The question.
            enter: Makes an answer of the words.
            objection: Says why the act was refused.
            typed: Tells what is understood of words so far.
        """
        self._asked, self._enter, self._typed, self._objection = asked, enter, typed, objection

    def asked(self) -> Asked:
        """Tell what is asked."""
        return self._asked

    def typed(self, text: str) -> Meant:
        """Tell what is understood of words so far."""
        return self._typed(text)

    def enter(self, text: str) -> Step:
        """Take words as the answer."""
        return self._enter(text.strip())

    def objection(self, error: Exception) -> Objection | None:
        """Say why the act was refused."""
        return self._objection(error)


def line_of(title: str, name: str, text: str = "", suggested: tuple[str, ...] = ()) -> Asked:
    """Ask for a line in the card; `name` as `name_of_line` gives it."""
    keys = _("Enter takes it, Esc leaves it")
    return Asked(title, name=name, text=text, suggested=suggested, keys=keys)


def name_of_line(deed: Deed, row: UUID | None) -> str:
    """Name a line for its draft: what is said in it, and of whom."""
    return f"{_START}{deed.value}.{row.hex if row is not None else _NEW}"


def read_name(name: str) -> tuple[Deed, UUID | None] | None:
    """Give what a line was for, and whom it is about; nothing when it is no line of the card."""
    if not name.startswith(_START):
        return None
    deed, row = name.removeprefix(_START).split(".")[:2]
    return Deed(deed), None if row == _NEW else UUID(hex=row)
