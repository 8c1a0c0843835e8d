"""Who is urgent, why it cannot wait, and the chair's yes. No Qt."""

from collections.abc import Callable, Mapping
from enum import Enum
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.meetings.agendas import NewItem, add_urgent_item
from coordinator.domain.people.rules import PersonRow
from coordinator.domain.states import Answer, PersonStatus
from coordinator.ui.kit.words import chosen
from coordinator.ui.screens.live_meeting.questions import (
    Asked,
    Choice,
    Flow,
    Leave,
    Meant,
    Objection,
    Ready,
    Step,
)
from coordinator.wording.names import NameParts, hidden_name
from coordinator.wording.translation import _

_MOST = 6
_FEWEST_LETTERS = 2


class Stage(Enum):
    """What is asked now."""

    WHO = "who"
    WHY = "why"
    CHAIR = "chair"


class UrgentFlow(Flow):
    """One urgent item about somebody on the caseload."""

    name = "urgent"

    def __init__(
        self,
        meeting: UUID,
        listed: Mapping[UUID, UUID],
        *,
        is_hidden: Callable[[], bool],
        look_for: Callable[[str], None],
        lead_to: Callable[[UUID], object],
        opened: Callable[[Any], object],
    ) -> None:
        """Begin with nobody.

        Args:
            meeting: Which is held.
            listed: Who is on its agenda, and their line.
            is_hidden: Tells whether people are written by initials and reference now.
            look_for: Asks for who goes by some words; `found` gets them.
            lead_to: Opens a line that is there already.
            opened: Gets the new line.
        """
        self._meeting, self._listed = meeting, listed
        self._is_hidden = is_hidden
        self._look_for, self._lead_to, self._opened = look_for, lead_to, opened
        self._found: tuple[str, tuple[PersonRow, ...]] = ("", ())
        self._stage = Stage.WHO
        self._who: PersonRow | None = None
        self._why = ""

    def found(self, words: str, people: tuple[PersonRow, ...]) -> None:
        """Take who goes by the words."""
        self._found = (words, people)

    def asked(self) -> Asked:
        """Tell what is asked now."""
        if self._stage is Stage.WHO:
            hint = _("Part of a name, or a reference")
            return Asked(_("Who is urgent?"), name="urgent", hint=hint)
        name = self._called(self._who) if self._who is not None else ""
        if self._stage is Stage.WHY:
            return Asked(_("Why can {person} not wait?", person=name), name="urgent_reason")
        return Asked(
            _("Does the chair agree to hear it today?"),
            told=_("{person}: {why}", person=name, why=self._why),
            choices=(Choice("Y", _("Yes"), Answer.YES), Choice("N", _("No"), Answer.NO)),
        )

    def typed(self, text: str) -> Meant:
        """Tell who goes by the words."""
        said = text.strip()
        if self._stage is not Stage.WHO or len(said) < _FEWEST_LETTERS:
            return Meant()
        if self._found[0] != said:
            self._look_for(said)
        words, people = self._found
        if words != said:
            return Meant()
        if not people:
            return Meant(_nobody(said))
        return Meant("", tuple((self._words(one), one) for one in people[:_MOST]))

    def enter(self, text: str) -> Step:
        """Take the words, or why."""
        said = text.strip()
        if self._stage is Stage.WHY:
            if not said:
                return Objection(_("Say why it cannot wait until the next meeting."))
            self._why, self._stage = said, Stage.CHAIR
            return None
        words, people = self._found
        if len(said) < _FEWEST_LETTERS or words != said:
            return Objection(_("Type part of a name, or a reference."))
        if len(people) == 1:
            return self._take(people[0])
        if not people:
            return Objection(_nobody(said))
        return Objection(
            _("{count} people go by this. Type on, or press Alt and a number.", count=len(people))
        )

    def choose(self, value: object) -> Step:
        """Take somebody who was offered, or what the chair says."""
        if isinstance(value, PersonRow):
            return self._take(value)
        if value is not Answer.YES or self._who is None:
            return Leave()
        act = partial(
            add_urgent_item,
            meeting_id=self._meeting,
            new=NewItem(person_id=self._who.id),
            reason=self._why,
        )
        return Ready(act, _("Urgent item added"), ("urgent", "urgent_reason"), self._opened)

    def _take(self, who: PersonRow) -> Step:
        if (line := self._listed.get(who.id)) is not None:
            return Leave(partial(self._lead_to, line))
        if who.status is not PersonStatus.CURRENT:
            return Objection(
                _("{person} is not on the caseload. Make a referral.", person=self._called(who))
            )
        self._who, self._stage = who, Stage.WHY
        return None

    def _words(self, one: PersonRow) -> str:
        called = self._called(one)
        if one.id in self._listed:
            return _("{person}, on the agenda already", person=called)
        if self._is_hidden():
            return called
        return _("{person} ({reference})", person=called, reference=one.reference)

    def _called(self, one: PersonRow) -> str:
        if not self._is_hidden():
            return chosen(one.name, one.reference)
        name = one.name
        return hidden_name(NameParts(one.reference, name.given, name.family, name.preferred))


def _nobody(words: str) -> str:
    return _("Nobody on file goes by '{words}'. Somebody new needs a referral.", words=words)
