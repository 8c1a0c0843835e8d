"""Deciding one request for money: the questions. No Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.money.deciding import decide_money
from coordinator.domain.amounts import read_pounds
from coordinator.domain.money.rules import MoneyDecision
from coordinator.domain.money.views import LineRow
from coordinator.ui.screens.live_meeting.questions import (
    Asked,
    Choice,
    Entry,
    Flow,
    Objection,
    OneOf,
    Ready,
    Step,
    Words,
    objection_of,
)
from coordinator.wording.ledger import goal_words, line_words
from coordinator.wording.money import pounds
from coordinator.wording.translation import _

FIELD = "money"
_FIELDS = {"pence": "text", "reason": "why", "decided_by_id": "one"}


class Said(Enum):
    """What is said to a request."""

    ALL = "all"
    PART = "part"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class MoneyAround:
    """What deciding needs beside the request.

    Attributes:
        chairs: Who may decide instead of the chair, as they are called and by id.
        asks_who: The chair asked for it and does not decide it.
    """

    meeting: UUID
    chairs: Sequence[tuple[str, UUID]] = field(repr=False)
    asks_who: bool = False


class DecideMoneyFlow(Flow):
    """One request: all of it, less, or no; why; and by whom where the chair asked for it."""

    name = "money"

    def __init__(self, line: LineRow, around: MoneyAround, said: Said | None = None) -> None:
        self._line, self._around, self._said = line, around, said

    @property
    def line(self) -> UUID:
        """The request it is about."""
        return self._line.id

    def asked(self) -> Asked:
        """Ask first what is said to it, then the rest at once: Enter keeps it."""
        if self._said is None:
            return self._first()
        return Asked(
            self._title(self._said),
            entries=self._entries(self._said),
            act=_("Decide it"),
            keys=_("Enter decides it. Esc leaves it."),
        )

    def choose(self, value: object) -> Step:
        """Take what is said to it."""
        if isinstance(value, Said):
            self._said = value
        return None

    def give(self, said: Mapping[str, Any]) -> Step:
        """Decide it."""
        reason = str(said["why"]).strip()
        try:
            pence = self._pence(str(said.get("text", "")))
        except ValueError:
            return Objection(_("Write how much, as 123.45."), "text")
        if self._around.asks_who and said.get("one") is None:
            return Objection(_("Choose who decides: whoever asked does not."), "one")
        decision = MoneyDecision(pence, reason, said.get("one"), meeting_id=self._around.meeting)
        act = partial(decide_money, line_id=self._line.id, said=decision, seen=self._line.revision)
        told = _("Decided on the money: {what}", what=line_words(self._line))
        return Ready(act, told, (self._name("pence"), self._name("why")))

    def objection(self, error: Exception) -> Objection | None:
        """Say why it was refused, at the entry it is about."""
        return objection_of(error, _FIELDS)

    def _first(self) -> Asked:
        amount = pounds(self._line.asked_pence)
        choices = (
            Choice("1", _("Agree {amount}", amount=amount), Said.ALL),
            Choice("2", _("Agree less"), Said.PART),
            Choice("3", _("Decline"), Said.NOTHING),
        )
        return Asked(line_words(self._line), choices=choices)

    def _title(self, said: Said) -> str:
        what = line_words(self._line)
        titles = {
            Said.ALL: _("Agree all of it: {what}", what=what),
            Said.PART: _("Agree less: {what}", what=what),
            Said.NOTHING: _("Decline: {what}", what=what),
        }
        return titles[said]

    def _entries(self, said: Said) -> Mapping[str, Entry]:
        entries: dict[str, Entry] = {}
        if said is Said.PART:
            entries["text"] = Words(
                _("How much is agreed, in pounds"), name=self._name("pence"), hint="123.45"
            )
        if self._around.asks_who:
            only = self._around.chairs[0][1] if len(self._around.chairs) == 1 else None
            title = _("Who decides: {who} asked for it", who=self._line.asked_by)
            entries["one"] = OneOf(title, self._around.chairs, only)
        why = goal_words(self._line) if said is Said.ALL else ""
        entries["why"] = Words(_("Why"), text=why, name=self._name("why"))
        return entries

    def _pence(self, text: str) -> int | None:
        if self._said is Said.ALL:
            return self._line.asked_pence
        if self._said is Said.NOTHING:
            return None
        pence = read_pounds(text)
        if pence is None:
            raise ValueError(text)
        return pence

    def _name(self, entry: str) -> str:
        return f"{FIELD}.{entry}.{self._line.id.hex}"
