"""Noting what somebody asks for, and answering it: the questions. No Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.voice.wishes import answer_wish, note_wish
from coordinator.domain.people.wishes import NewWish, WishRow
from coordinator.domain.spoken.few import for_few
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
from coordinator.wording.translation import _

WORDS, ANSWER = "wish_words", "wish_answer"


@dataclass(frozen=True, slots=True)
class WishAround:
    """What a form for a wish offers.

    Attributes:
        words: What the person said here, when it is no wish yet.
        owners: Who can answer, by id and as they are called.
        owner: Who likely does: the lead professional.
        by: When the panel meets next.
    """

    person: UUID
    meeting: UUID
    words: str = field(repr=False)
    owners: Sequence[tuple[str, UUID]] = field(repr=False)
    owner: UUID | None
    by: date


class NoteWishFlow(Flow):
    """One new wish: its words, who answers, by when."""

    name = "wish"

    def __init__(self, around: WishAround) -> None:
        self._around = around

    def asked(self) -> Asked:
        """Ask for all of it at once: Enter takes what stands there."""
        around = self._around
        return Asked(
            _("They ask for"),
            told=_("Somebody answers it, and the answer comes back to them."),
            entries={
                "text": Words(_("In their words"), text=around.words, name=WORDS),
                "one": OneOf(_("Who answers"), around.owners, around.owner),
                "day": Day(_("By"), around.by),
            },
            act=_("Note it"),
        )

    def give(self, said: Mapping[str, Any]) -> Step:
        """Take what was answered."""
        few = for_few(said["text"])
        if not few.text.strip():
            return Objection(_("Say what they ask for, in their words."), "text")
        if said["one"] is None:
            return Objection(_("Choose who answers: one named person."), "one")
        around = self._around
        new = NewWish(
            around.person,
            few.text,
            said["one"],
            meeting_id=around.meeting,
            answer_by=said["day"],
            sensitivity=few.sensitivity,
        )
        return Ready(partial(note_wish, new=new), _("Noted what they asked for"), (WORDS,))

    def objection(self, error: Exception) -> Objection | None:
        """Say which entry was refused."""
        fields = {"words": "text", "owner_id": "one", "answer_by": "day"}
        return objection_of(error, fields)


class AnswerFlow(Flow):
    """The answer to one wish."""

    name = "answer"

    def __init__(self, wish: WishRow) -> None:
        self._wish = wish

    def asked(self) -> Asked:
        """Ask for the answer."""
        return Asked(
            _("What is the answer?"),
            name=f"{ANSWER}.{self._wish.id.hex}",
            told=_("They asked: {words}", words=self._wish.words),
            hint=_("Yes, from Monday; or no, because ..."),
            text=self._wish.answer,
        )

    def enter(self, text: str) -> Step:
        """Take the answer."""
        if not text.strip():
            return Objection(_("Say the answer; no, because ..., is one."))
        act = partial(
            answer_wish, wish_id=self._wish.id, seen=self._wish.revision, answer=text.strip()
        )
        return Ready(act, _("Answered what they asked for"), (self.asked().name,))
