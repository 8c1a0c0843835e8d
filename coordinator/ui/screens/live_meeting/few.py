"""Lines and texts whose words few may see: which can say so, and the key for it. No Qt."""

from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.actions.barriers import describe_barrier
from coordinator.casework.desk import Desk
from coordinator.casework.meetings.discussions import change_note
from coordinator.casework.need_to_know.field_guards import (
    find_restrictable_parts,
    find_restrictable_texts,
    set_part_sensitivity,
)
from coordinator.domain.meetings.live_views import LiveItem
from coordinator.domain.meetings.views import NoteRow
from coordinator.domain.need_to_know.field_guards import GUARDABLE
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import Done, RecordKind
from coordinator.domain.spoken.few import for_few, turned
from coordinator.domain.states import Sensitivity
from coordinator.ui.screens.live_meeting.room import Act

_ITEM, _MEETING = "item", "live.closing"
_LINES = frozenset({"live.action", "live.said", "live.decision", "live.offer", "live.wish_words"})
_STARTS = ("live.escalate.", "live.agreed.text.", "live.outcome.")


def takes(field: str) -> bool:
    """Whether a line of this permanent name becomes an entry that few may see."""
    return field in _LINES or field.startswith(_STARTS)


def turn(line: Any) -> bool:
    """Say of the line the keys are in that few may see it, or that all may; gives if it can.

    Args:
        line: As `ui.kit.lines.Line`; anything else cannot.
    """
    if line is None or not takes(str(line.property("field") or "")) or line.isReadOnly():
        return False
    text, at = line.text(), line.cursorPosition()
    now = turned(text)
    line.setText(now)
    line.setCursorPosition(max(at + len(now) - len(text), 0))
    line.textEdited.emit(now)
    return True


def part_of(field: Any, meeting: UUID, item: LiveItem | None) -> Part | None:
    """Give the text that the keys are in, of the open item or of the meeting, if few may read it.

    Args:
        field: Where the keys are; it knows its permanent name.
        meeting: Which is held.
        item: Which is open, if any.
    """
    form, _dot, column = str(field.property("field") or "").rpartition(".") if field else ("",) * 3
    kind, entry = {
        _ITEM: (RecordKind.AGENDA_ITEM, item.record.entry.id if item is not None else None),
        _MEETING: (RecordKind.MEETING, meeting),
    }.get(form, (RecordKind.MEETING, None))
    return Part(kind, entry, column) if entry and column in GUARDABLE[kind] else None


def restricting(part: Part, meeting: UUID, person: UUID | None) -> Act:
    """Give the act that lets few read a text of an item, or of the meeting itself."""

    def act(desk: Desk) -> Done[int]:
        about_nobody = partial(find_restrictable_texts, desk, meeting)
        parts = about_nobody() if person is None else find_restrictable_parts(desk, person)
        known = {Part(one.kind, one.id, one.field): one for one in parts}
        seen = known[part].revision if part in known else 0
        level = known[part].sensitivity if seen else Sensitivity.STANDARD
        level = Sensitivity.RESTRICTED if level is Sensitivity.STANDARD else level
        return set_part_sensitivity(desk, part, level, seen=seen)

    return act


def describing(barrier: UUID, seen: int, line: str) -> Act:
    """Give the act that says what is in the way; an unmarked line leaves who may see it."""
    few = for_few(line)
    fields: dict[str, Any] = {"description": few.text.strip()}
    if few.is_marked:
        fields["sensitivity"] = few.sensitivity
    return partial(describe_barrier, barrier_id=barrier, seen=seen, **fields)


def changing_note(note: NoteRow, line: str) -> Act:
    """Give the act that puts a note right; a line that does not say leaves who may see it."""
    few = for_few(line)
    return partial(
        change_note,
        note_id=note.id,
        seen=note.revision,
        text=few.text.strip(),
        sensitivity=few.sensitivity if few.is_marked else None,
    )
