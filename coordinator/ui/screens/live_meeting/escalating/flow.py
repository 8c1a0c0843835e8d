"""One ask of somebody with more authority: who is asked is proposed, the day worked out. No Qt."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.escalations.raising import raise_escalation
from coordinator.domain.escalations.rules import NewEscalation
from coordinator.domain.escalations.views import Drafted
from coordinator.domain.lists.barriers import EscalationTrack
from coordinator.domain.spoken.few import for_few
from coordinator.domain.stuck.views import Ground
from coordinator.ui.screens.live_meeting.between import Marked
from coordinator.ui.screens.live_meeting.questions import (
    Asked,
    Day,
    Flow,
    Objection,
    OneOf,
    Ready,
    Step,
    Words,
    objection_of,
)
from coordinator.ui.shared.escalating import drafted_words, proposed_level, proposed_receiver
from coordinator.wording import dates
from coordinator.wording.stuck import standing
from coordinator.wording.translation import _

_FIELDS = {
    "ask": "text",
    "receiver": "one",
    "receiver_id": "one",
    "respond_by": "day",
}


class EscalateFlow(Flow):
    """One barrier to be escalated; nothing is sent."""

    name = "escalate"

    def __init__(
        self, marked: Marked, ground: Ground, meeting: UUID, tell: Callable[[str], object]
    ) -> None:
        self._marked, self._ground, self._meeting, self._tell = marked, ground, meeting, tell
        self._level = proposed_level(ground)
        steps = [one for one in ground.ladder if one.level == self._level]
        self._step = steps[0] if steps else None
        self._until = ground.until.get(self._level, ground.today)

    @property
    def field(self) -> str:
        """The permanent name under which the words are kept: one for each barrier."""
        return f"escalate.{self._marked.barrier.hex}"

    def asked(self) -> Asked:
        """Ask everything at once: Enter in any of them drafts it."""
        people = [(words, key) for key, words in self._ground.people]
        chosen = proposed_receiver(self._ground, self._marked.agency)
        hint = _("One sentence, to be answered with yes or no. It may follow.")
        entries: Mapping[str, Any] = {
            "text": Words(_("What exactly is asked?"), name=self.field, hint=hint),
            "one": OneOf(_("Who is asked: part of a name; may follow"), people, chosen),
            "day": Day(_("Answer by"), self._until),
        }
        return Asked(
            _("Escalate: {what}", what=self._marked.words),
            told=self._told(),
            entries=entries,
            act=_("Draft it"),
            keys=_("Enter drafts it, nothing is sent. Esc leaves it."),
        )

    def give(self, said: Mapping[str, Any]) -> Step:
        """Draft it."""
        if said["day"] < self._ground.today:
            return Objection(_("Choose a day that is still to come."), "day")
        few = for_few(str(said["text"]))
        new = NewEscalation(
            track=EscalationTrack.BARRIER,
            barrier_id=self._marked.barrier,
            level=self._level,
            receiver_id=said["one"],
            ask=few.text,
            respond_by=said["day"],
            meeting_id=self._meeting,
            sensitivity=few.sensitivity,
        )
        act = partial(raise_escalation, new=new)
        return Ready(act, _("To escalate"), (self.field,), then=self._tell_moved)

    def objection(self, error: Exception) -> Objection | None:
        """Say why it was refused, at the entry it is about."""
        return objection_of(error, _FIELDS)

    def _tell_moved(self, made: Drafted) -> None:
        if made.moved_from is not None:
            self._tell(drafted_words(made))

    def _told(self) -> str:
        if self._step is None:
            return ""
        return _(
            "{level}. Answer by {day}: {days}.",
            level=standing(EscalationTrack.BARRIER, self._level, self._step.receiver),
            day=dates.day(self._until, self._ground.today),
            days=dates.working_days(self._step.working_days),
        )
