"""The two lines of a decision: its words and its reason, new or in place of another. No Qt."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol
from uuid import UUID

from coordinator.casework.meetings.decisions import (
    Decided,
    change_decision,
    record_decision,
    reverse_decision,
    supersede_decision,
)
from coordinator.domain.meetings.live_views import LiveItem
from coordinator.domain.meetings.views import DecisionRow
from coordinator.domain.spoken.few import for_few
from coordinator.domain.states import DecisionStatus
from coordinator.ui.screens.live_meeting.deciding import state
from coordinator.ui.screens.live_meeting.deciding.changing import Mode
from coordinator.ui.screens.live_meeting.deciding.decided import Disagreement, Dissent
from coordinator.ui.screens.live_meeting.questions import Objection, Ready, Step
from coordinator.ui.screens.live_meeting.room import Act, Room
from coordinator.ui.screens.live_meeting.texts import Texts
from coordinator.wording.spoken import few_sentence
from coordinator.wording.translation import _

_ENDS = ("decision", "reason", "mode", "dissent_agencies", "dissent")
_BECAUSE = re.compile(r"[,;]?\s+(?:because|-|\u2013)\s+", re.IGNORECASE)


class View(Protocol):
    """What the lines ask of the widgets."""

    def fill(self, decision: str, reason: str) -> None:
        """Put words into the two lines."""

    def object_to(self, sentence: str) -> None:
        """Say under the lines why they were not taken; nothing takes it back."""

    def show_few(self, sentence: str) -> None:
        """Say who may see the decision; nothing where everybody may."""

    def go_to_decision(self) -> None:
        """Put the keys on the line for the words."""

    def go_to_reason(self) -> None:
        """Put the keys on the line for the reason."""


class DecisionLines:
    """What is typed of one decision, and the act it becomes.

    Attributes:
        item: The open line, once it was read.
    """

    def __init__(self, room: Room, view: View, texts: Texts) -> None:
        self._room, self._view, self._texts = room, view, texts
        self.item: LiveItem | None = None
        self._was: DecisionRow | None = None

    @property
    def said(self) -> tuple[str, str]:
        """The words and the reason, as far as they are typed."""
        return self._texts.text("decision").strip(), self._texts.text("reason").strip()

    @property
    def mode(self) -> Mode | None:
        """What they do to an earlier decision; nothing when they are a new one."""
        return self._mode()[0]

    def show(self) -> None:
        """Show what is typed, as it is kept."""
        self._view.fill(self._texts.text("decision"), self._texts.text("reason"))
        self.show_few()

    def show_few(self) -> None:
        """Say who may see the decision, where the line says that not everybody may."""
        self._view.show_few(few_sentence(for_few(self.said[0]).sensitivity))

    def split(self) -> bool:
        """Take the reason out of the one line; gives whether both are there now."""
        words, reason = self.said
        first, *rest = _BECAUSE.split(words, maxsplit=1)
        if rest and not reason and first.strip() and rest[0].strip():
            self._put(first.strip(), rest[0].strip())
            return True
        return False

    def are_whole(self) -> bool:
        """Whether both are typed; says what is missing."""
        words, reason = self.said
        words = for_few(words).text
        if not words:
            self._view.object_to(_("Say what is decided."))
            self._view.go_to_decision()
        elif not reason:
            self._view.object_to(_("Say why; the reason stands in the minutes."))
            self._view.go_to_reason()
        return bool(words and reason)

    def disagreement(self, finish: Callable[[Disagreement], Step]) -> Disagreement:
        """Give the questions of who disagrees, in this room."""
        meeting = self._room.meeting
        if meeting is None:
            raise LookupError("nothing is decided in a meeting that was not read")
        here = state.agencies_here(meeting)
        go_back = self._view.go_to_decision
        return Disagreement(here, meeting.quorum, finish, go_back=go_back)

    def asking(self, then: Callable[[], object]) -> Disagreement:
        """Give the questions that end in recording these lines.

        Args:
            then: Called when it is recorded and the line is still open.
        """
        flow = self.disagreement(partial(self.finish, then=then))
        mode, row = self._mode()
        if mode is Mode.CORRECT and row is not None:
            flow.stands(row.how, row.authority, self._stood(row))
        return flow

    def finish(self, flow: Disagreement, then: Callable[[], object]) -> Step:
        """Give the act that records what stands in the lines."""
        if self.item is None:
            return Objection(_("A moment: the line is still being read."))
        words, reason = self.said
        few = for_few(words)
        decided = flow.decided(_capital(few.text), _capital(reason), few.sensitivity)
        key, (mode, row) = self.item.record.entry.id, self._mode()
        done = partial(self._recorded, key, then)
        act: Act
        if mode is None:
            act = partial(record_decision, item_id=key, decided=decided)
            return Ready(act, _("Decision recorded"), _ENDS, done)
        if row is None:
            return Objection(_("That decision no longer stands. Leave it, and record a new one."))
        if mode is Mode.CORRECT:
            decided, seen = self._merged(decided, row, flow.seen)
            act = partial(change_decision, decision_id=row.id, seen=seen, decided=decided)
            return Ready(act, _("Decision corrected"), _ENDS, done)
        replace = supersede_decision if mode is Mode.REPLACE else reverse_decision
        told = _("Decision replaced") if mode is Mode.REPLACE else _("Decision withdrawn")
        act = partial(replace, decision_id=row.id, item_id=key, decided=decided)
        return Ready(act, told, _ENDS, done)

    def begin(self, mode: Mode, row: DecisionRow) -> None:
        """Begin to change a decision of today."""
        words = {
            Mode.CORRECT: (row.text, row.reason),
            Mode.REPLACE: ("", ""),
            Mode.REVERSE: (_("No longer holds: {decision}", decision=row.text), ""),
        }
        self._texts.note("mode", f"{mode.value}:{row.id.hex}:{row.revision}")
        self._was = row
        self._put(*words[mode])
        self._texts.keep()
        go_on = mode is Mode.REVERSE
        (self._view.go_to_reason if go_on else self._view.go_to_decision)()

    def clear(self) -> None:
        """Leave an earlier decision as it stands; the lines are for a new one again."""
        for name in _ENDS:
            self._texts.note(name, "")
        self._put("", "")
        self._texts.keep()

    def row(self, decision: UUID) -> DecisionRow | None:
        """Give a decision of this line that still stands."""
        rows = self.item.record.decisions if self.item is not None else ()
        standing = (one for one in rows if one.status is DecisionStatus.MADE)
        return next((one for one in standing if one.id == decision), None)

    def _recorded(self, item: UUID, then: Callable[[], object], _result: object) -> None:
        if self._texts.record == item:
            self.show()
            self._view.object_to("")
            then()

    def _mode(self) -> tuple[Mode | None, DecisionRow | None]:
        said, *about = self._texts.text("mode").split(":")
        if not about:
            return None, None
        return Mode(said), self.row(UUID(hex=about[0]))

    def _merged(
        self, decided: Decided, now: DecisionRow, shown: int | None
    ) -> tuple[Decided, int]:
        """Take only what was changed here, and the revision it was changed from.

        Args:
            decided: As the lines say it.
            now: As it stands, whoever wrote it.
            shown: The revision somebody was told of beside their own words.
        """
        _mode, _key, *seen = self._texts.text("mode").split(":")
        was = self._was if self._was is not None and self._was.id == now.id else now
        text = now.text if decided.text == _capital(was.text) else decided.text
        reason = now.reason if decided.reason == _capital(was.reason) else decided.reason
        begun = int(seen[0]) if seen else now.revision
        return replace(decided, text=text, reason=reason), shown or begun

    def _stood(self, row: DecisionRow) -> Dissent | None:
        """Give what a decision says of who disagrees; nothing when nobody had asked."""
        agencies = self._room.around.agencies if self._room.around is not None else ()
        named = {one.name: one.id for one in agencies}
        if not row.dissent_asked or not set(row.dissent_agencies) <= set(named):
            return None
        ids = tuple(named[one] for one in row.dissent_agencies)
        return Dissent(ids, row.dissent_agencies, row.dissent)

    def _put(self, decision: str, reason: str) -> None:
        self._texts.note("decision", decision)
        self._texts.note("reason", reason)
        self._view.fill(decision, reason)
        self.show_few()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
