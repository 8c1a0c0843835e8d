"""What is said about the open line: a line for agencies' notes, and texts that save themselves.

No Qt.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from coordinator.casework.meetings.discussions import (
    add_note,
    remove_note,
    write_facts,
    write_person_view,
)
from coordinator.casework.records.drafts import DraftView, read_drafts
from coordinator.domain.errors import RuleError, StaleRecordError
from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveMeeting
from coordinator.domain.meetings.rules import UNDER_WAY
from coordinator.domain.meetings.views import NoteRow
from coordinator.domain.spoken.around import Around
from coordinator.domain.spoken.few import ForFew, for_few
from coordinator.domain.spoken.said import understand_note
from coordinator.domain.spoken.values import UnderstoodNote
from coordinator.ui.lanes.autosave import Autosave, Slot
from coordinator.ui.lanes.kept import Kept
from coordinator.ui.screens.live_meeting.few import changing_note
from coordinator.ui.screens.live_meeting.meanwhile import theirs_words
from coordinator.ui.screens.live_meeting.reading import around_of
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.screens.live_meeting.sent import Sent
from coordinator.wording.refusals.notices import notice_for
from coordinator.wording.spoken import few_sentence, note_sentence
from coordinator.wording.translation import N_, _

if TYPE_CHECKING:
    from coordinator.casework.desk import Desk
    from coordinator.domain.outcomes import Done

FORM = "live.said"
_CHANGES, _REMOVES = "change", "remove"
VIEW = "item.person_view"
RESTRICTED = "item.restricted"
FACTS = ("item.summary", "item.since_last", "item.risks", "item.strengths")
TEXTS = (VIEW, *FACTS, RESTRICTED)
NAMES = {
    VIEW: N_("In the person's own words"),
    "item.summary": N_("Summary"),
    "item.since_last": N_("Since last time"),
    "item.risks": N_("Risks"),
    "item.strengths": N_("Strengths"),
    RESTRICTED: N_("Restricted paragraph"),
}


@dataclass(frozen=True, slots=True)
class NoteState:
    """What stands under the line: whose words they are, or what is asked, and what to choose."""

    agency: str
    told: str
    offered: tuple[tuple[str, UUID], ...]
    is_complete: bool
    few: str = ""


class View(Protocol):
    """What the presenter asks of the widgets."""

    def cover(self, *, hidden: bool) -> None:
        """Put away what is recorded, or let it be seen again; the line stays."""

    def show_texts(self, item: LiveItem | None, *, may_write: bool) -> None:
        """Lay out the texts of an item; the same item again leaves them alone."""

    def show_notes(self, notes: Sequence[NoteRow], *, may_write: bool) -> None:
        """Show what agencies have said so far."""

    def show_note_state(self, state: NoteState | None) -> None:
        """Show what was understood of the line; nothing while it is empty."""

    def fill(self, text: str) -> None:
        """Put words into the line."""

    def ask_for(self, words: str) -> None:
        """Say what the line is for just now; empty for a new note."""

    def object_to(self, sentence: str) -> None:
        """Say under the line why it was refused; nothing takes it back."""

    def show_spoken_by(self, name: str, others: Sequence[str]) -> None:
        """Show who speaks for the person, and whom else to offer."""

    def unfold(self, form: str) -> None:
        """Open a text that is folded away, such as the one the keys were in."""

    def go_to_offers(self) -> None:
        """Put the keys on what can be chosen."""


class SaidPresenter:
    """The notes and texts of the open item."""

    def __init__(self, room: Room, view: View) -> None:
        self._room, self._view = room, view
        self._kept = Kept(room.jobs, FORM)
        self._autosave: Autosave | None = None
        self._about: UUID | None = None
        self._texts_of: UUID | None = None
        self._is_awaited = False
        self._around: Around | None = None
        self._line = ""
        self._agency: UUID | None = None
        self._understood: UnderstoodNote | None = None
        self._changing: NoteRow | None = None
        self._removing: NoteRow | None = None
        self._spoken_by = ""
        room.between.when_hiding(self._cover)
        self._sent: Sent | None = None
        self._owed: Mapping[str, str] = {}

    def save_with(self, autosave: Autosave) -> None:
        """Lend what keeps the texts."""
        self._autosave = autosave

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Read the line against who is in the room now."""
        self._take_up()

    def show_item(self, item: LiveItem | None) -> None:
        """Show what was said about the open item so far.

        The line can be typed in before the item itself is read, and Enter waits for that; the
        texts of the item before are gone at once, so that nothing is typed about somebody else.
        """
        if (key := self._room.open_id) is not None and key != self._about:
            self._begin_line(key)
        if item is None:
            self._view.show_texts(None, may_write=False)
            return
        item, notes = self._room.item or item, item.record.notes  # texts are typed as they are
        self._view.cover(hidden=self._room.names_hidden)
        is_new = item.record.entry.id != self._texts_of
        self._view.show_texts(item, may_write=self._may_write)
        self._view.show_notes(notes, may_write=self._may_write)
        self._stand(item)
        if is_new:
            self._begin_texts(item)
        self._take_up()
        self._take_up_note()
        if self._is_awaited:
            self._is_awaited = False
            self.enter(self._line)

    def typed(self, line: str) -> None:
        """Understand what stands in the line now."""
        self._line = line
        self._view.object_to("")
        if self._changing is not None or self._removing is not None:
            return
        if not line.strip() or self._around is None:
            self._understood = self._agency = None
            self._view.show_note_state(None)
            return
        few = for_few(line)
        self._understood = understand_note(few.text, self._around, self._agency)
        self._view.show_note_state(_state(self._understood, few))

    def keep(self, line: str) -> None:
        """Keep what is typed so far."""
        note = self._changing or self._removing
        if note is None or not line.strip():
            self._kept.typed(text=line)
        else:
            does = _CHANGES if self._changing else _REMOVES
            self._kept.typed(text=line, note=note.id.hex, does=does)

    def choose(self, agency: UUID) -> None:
        """Take the agency that was meant."""
        self._agency = agency
        self.typed(self._line)

    def enter(self, line: str) -> None:
        """Write the note down, or the change of one, or why one is removed."""
        self._line = line
        if self._changing is not None:
            note = self._changing
            act = changing_note(note, line)
            self._do(self._kept.ended_by(act), _("Note changed"))
        elif self._removing is not None:
            act_ = partial(remove_note, note_id=self._removing.id, reason=line.strip())
            self._do(self._kept.ended_by(act_), _("Note removed"))
        else:
            self._add()

    def change(self, note: NoteRow) -> None:
        """Put a note into the line, to be changed there."""
        self._changing, self._removing = note, None
        self._view.ask_for(_("Change what {agency} said", agency=note.agency))
        self._view.fill(note.text)

    def remove(self, note: NoteRow) -> None:
        """Ask in the line why a note is removed."""
        self._changing, self._removing = None, note
        self._view.ask_for(_("Why is the note of {agency} removed?", agency=note.agency))
        self._view.fill("")

    def leave_line(self) -> None:
        """The line was emptied: it is for a new note again."""
        self._changing = self._removing = None
        self._view.ask_for("")
        self.typed("")

    def speak_for(self, name: str) -> None:
        """Note who speaks for the person; kept with the view, once there is one."""
        self._spoken_by = name.strip()
        item = self._room.item
        if (
            item is None
            or not item.record.person_view
            or self._spoken_by
            in {
                "",
                item.record.view_spoken_by,
            }
        ):
            return
        entry = item.record.entry
        act = partial(
            write_person_view,
            item_id=entry.id,
            seen=entry.revision,
            view=item.record.person_view,
            spoken_by=self._spoken_by,
        )
        self._room.do(act, _("Who spoke for the person"), of=entry.id)

    def saving(self, slot: Slot, text: str, seen: int) -> "Callable[[Desk], Done[int]]":
        """Make the act that gives a text its words."""
        if slot.form == VIEW:
            by = self._spoken_by or self._likely_speaker()
            return partial(
                write_person_view, item_id=slot.record, seen=seen, view=text, spoken_by=by
            )
        return lambda desk: write_facts(desk, slot.record, seen=seen, **{slot.column: text})

    def save(
        self,
        slot: Slot,
        act: "Callable[[Desk], Done[int]]",
        then: Callable[[int], None],
        refused: Callable[[Exception], bool],
    ) -> None:
        """Save a text as one act, which the key for undoing takes back as a whole."""
        self._room.do(act, _(NAMES[slot.form]), then=then, refused=refused, of=slot.record)

    @property
    def _may_write(self) -> bool:
        meeting = self._room.meeting
        return meeting is not None and meeting.may_run and meeting.header.row.status in UNDER_WAY

    def _cover(self) -> None:
        """Put away notes and texts; a recorded note that stands in the line goes from it too."""
        self._view.cover(hidden=True)
        self._view.show_notes((), may_write=self._may_write)
        if self._changing is not None:
            self._view.fill("")
            self.leave_line()

    def _begin_line(self, key: UUID) -> None:
        self._about, self._texts_of, self._is_awaited = key, None, False
        self._changing = self._removing = self._agency = None
        self._owed = {}
        self._view.ask_for("")
        self._view.fill("")
        self._view.show_notes((), may_write=self._may_write)
        self._kept.look(key, self._fill_when_empty)
        self._take_up()

    def _fill_when_empty(self, texts: Mapping[str, str]) -> None:
        if self._line:
            return
        if "note" in texts:
            self._owed = texts
            self._take_up_note()
        else:
            self._view.fill(texts.get("text", ""))

    def _take_up_note(self) -> None:
        """Go on with the note that was being put right, once the notes have been read."""
        item = self._room.item
        if item is None or not self._owed or self._line:
            return
        texts, self._owed = self._owed, {}
        note = next((one for one in item.record.notes if one.id.hex == texts["note"]), None)
        if note is None or not self._may_write:
            return  # somebody has taken it out meanwhile
        (self.change if texts["does"] == _CHANGES else self.remove)(note)
        self._view.fill(texts["text"])

    def _begin_texts(self, item: LiveItem) -> None:
        self._texts_of = key = item.record.entry.id
        self._spoken_by = item.record.view_spoken_by
        meeting = self._room.meeting
        here = [row.name for row in meeting.attendance if row.name] if meeting else []
        self._view.show_spoken_by(self._spoken_by or self._likely_speaker(), here)
        self._view.unfold(self._room.field)
        self._room.jobs.query(read_drafts, partial(self._restore, key), replaces="live drafts")

    def _restore(self, key: UUID, drafts: Sequence[DraftView]) -> None:
        if self._autosave is not None and key == self._texts_of:
            self._autosave.restore(one for one in drafts if one.record == key)

    def _stand(self, item: LiveItem) -> None:
        if self._autosave is None:
            return
        entry = item.record.entry
        for form in TEXTS:
            slot = Slot(entry.id, form)
            self._autosave.stand(slot, getattr(item.record, slot.column), entry.revision)

    def _likely_speaker(self) -> str:
        """Name who most likely speaks for the person: their lead, else who takes the minutes."""
        item, meeting = self._room.item, self._room.meeting
        person = item.record.entry.person if item else None
        fallback = meeting.header.minute_taker if meeting else ""
        return (person.lead if person else "") or fallback or _("The panel")

    def _add(self) -> None:
        understood, item = self._understood, self._room.item
        self._is_awaited = item is None
        if understood is None or item is None:
            return
        if understood.agency is None or not understood.is_complete:
            self._view.go_to_offers()
            return
        if self._sent is not None:
            return  # a key pressed twice writes one note
        act = partial(
            add_note,
            item_id=item.record.entry.id,
            agency_id=understood.agency.id,
            text=understood.text,
            sensitivity=for_few(self._line).sensitivity,
        )
        self._do(self._kept.ended_by(act, text=self._line), _("Note written"))

    def _do(self, act: "Callable[[Desk], Done[Any]]", told: str) -> None:
        if self._sent is None:
            self._sent = Sent(self._about, self._line)
            self._room.do(act, told, then=self._done, refused=self._refused, of=self._about)

    def _done(self, _result: object) -> None:
        sent, self._sent = self._sent, None
        if sent is None or sent.about != self._about:
            return  # what stands in the line now is about somebody else
        rest = sent.rest_of(self._line)
        self._agency = None
        self.leave_line()
        self._view.fill(rest)
        self.typed(rest)
        self.keep(rest)

    def _refused(self, error: Exception) -> bool:
        sent, self._sent = self._sent, None
        if sent is None or sent.about != self._about:
            return False  # said above the page; the words wait with their item
        self.keep(self._line)
        if isinstance(error, StaleRecordError) and self._changing is not None:
            self._changing = replace(self._changing, revision=error.found)  # they see theirs now
            self._view.object_to(theirs_words(error))
            return True
        if not isinstance(error, RuleError):
            return False
        notice = notice_for(error)
        self._view.object_to(f"{notice.what} {notice.next}".strip())
        return True

    def _take_up(self) -> None:
        meeting, around = self._room.meeting, self._room.around
        if meeting is not None and around is not None:
            self._around = around_of(meeting, around, self._room.item)
            if self._line:
                self.typed(self._line)


def _state(understood: UnderstoodNote, few: ForFew) -> NoteState:
    return NoteState(
        agency=understood.agency.name if understood.agency else "",
        told=note_sentence(understood),
        offered=tuple((one.name, one.id) for one in understood.choices),
        is_complete=understood.is_complete,
        few=few_sentence(few.sensitivity),
    )
