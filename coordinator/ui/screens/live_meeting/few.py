"""Lines and texts whose words few may see: which can say so, and the key for it. No Qt."""

from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.barriers import describe_barrier
from coordinator.casework.desk import Desk
from coordinator.casework.discussions import change_note
from coordinator.casework.field_guards import find_restrictable_parts, set_part_sensitivity
from coordinator.domain.field_guards import GUARDABLE
from coordinator.domain.live_views import LiveItem
from coordinator.domain.meeting_views import NoteRow
from coordinator.domain.outcomes import Done, RecordKind
from coordinator.domain.restrictions import Part
from coordinator.domain.spoken.few import for_few, turned
from coordinator.domain.states import Sensitivity
from coordinator.ui.screens.live_meeting.room import Act

_ITEM = "item"
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


def part_of(field: Any, item: LiveItem | None) -> Part | None:
    """Give the text of the open item that the keys are in, where few may be let read it."""
    form, _dot, column = str(field.property("field") or "").partition(".") if field else ("",) * 3
    about = item.record.entry if item is not None else None
    if about is None or about.person is None or form != _ITEM:
        return None
    known = GUARDABLE[RecordKind.AGENDA_ITEM]
    return Part(RecordKind.AGENDA_ITEM, about.id, column) if column in known else None


def restricting(part: Part, person: UUID) -> Act:
    """Give the act that lets few read a text of an item."""

    def act(desk: Desk) -> Done[int]:
        parts = find_restrictable_parts(desk, person)
        known = {Part(one.kind, one.id, one.field): one.revision for one in parts}
        seen = known.get(part, 0)
        return set_part_sensitivity(desk, part, Sensitivity.RESTRICTED, seen=seen)

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
