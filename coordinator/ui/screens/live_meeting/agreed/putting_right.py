"""How a line that was agreed should read: everything that can be put right in it. No Qt."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.domain.actions.barriers import BarrierRow
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.errors import StaleRecordError
from coordinator.domain.meetings.views import DecisionRow
from coordinator.ui.screens.live_meeting.agreed.lines import AgreedLine
from coordinator.ui.screens.live_meeting.meanwhile import theirs_words
from coordinator.ui.screens.live_meeting.questions import (
    Asked,
    Day,
    Entry,
    Flow,
    Leave,
    Objection,
    OneOf,
    Ready,
    Step,
    Words,
    objection_of,
)
from coordinator.ui.screens.live_meeting.room import Act
from coordinator.wording.translation import _

Owners = Sequence[tuple[str, UUID]]
FIELDS = {
    "text": "text",
    "owner_id": "one",
    "due_on": "day",
    "next_review_on": "day",
    "reason": "why",
}
_TEXT, _WHY = "agreed.text.", "agreed.why."


class PutRightFlow(Flow):
    """Asks how one line should read."""

    name = "agreed"
    keeps = False

    def __init__(
        self,
        line: AgreedLine,
        owners: Owners,
        seen: int,
        act: Callable[[AgreedLine, int, Mapping[str, Any]], Act | None],
    ) -> None:
        """Begin with a line as it was shown.

        Args:
            line: It; what others write of it meanwhile is not in it.
            owners: Who can own an action.
            seen: The revision that was shown.
            act: Gives the act for a line and its revision, from what was answered.
        """
        self.key, self._line, self._owners, self._act = line.id, line, owners, act
        self._seen = seen

    @staticmethod
    def key_in(name: str) -> UUID | None:
        """Give the line that words are about, by the name they are kept under."""
        for start in (_TEXT, _WHY):
            if name.startswith(start):
                return UUID(hex=name.removeprefix(start))
        return None

    def asked(self) -> Asked:
        """Tell what is asked."""
        entries = self._entries()
        return Asked(_("How should it read?"), entries=entries, act=_("Put right"))

    def give(self, said: Mapping[str, Any]) -> Step:
        """Put it right, unless it reads so already."""
        act = self._act(self._line, self._seen, said)
        names = (_TEXT + self.key.hex, _WHY + self.key.hex)
        return Ready(act, _("Put right"), names) if act is not None else Leave()

    def objection(self, error: Exception) -> Objection | None:
        """Say at the entry what is wrong with it; who has seen theirs may write over it."""
        if isinstance(error, StaleRecordError):
            self._seen = error.found
            return Objection(theirs_words(error, self._owner), FIELDS[next(iter(error.theirs))])
        return objection_of(error, FIELDS)

    def _entries(self) -> Mapping[str, Entry]:
        match self._line.behind:
            case ActionRow() as one:
                return {
                    "text": self._text(_("What is to be done"), one.text),
                    "one": OneOf(_("Owner: type part of a name"), self._owners, one.owner.id),
                    "day": Day(_("Due"), one.due_on),
                }
            case DecisionRow() as made:
                return {
                    "text": self._text(_("What was decided"), made.text),
                    "why": Words(_("Why"), made.reason, name=_WHY + self.key.hex),
                }
            case BarrierRow() as barrier:
                name = _("What exactly, and what has been tried?")
                return {"text": self._text(name, barrier.description)}
            case date() as on:
                return {"day": Day(_("Next review"), on)}
        return {}

    def _owner(self, who: object) -> str:
        return next((words for words, key in self._owners if key == who), _("Somebody else"))

    def _text(self, title: str, text: str) -> Words:
        return Words(title, text, name=_TEXT + self.key.hex)
