"""Lines whose words few may see: which ones can say so, and the key that says it. No Qt."""

from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.barriers import describe_barrier
from coordinator.casework.discussions import change_note
from coordinator.domain.meeting_views import NoteRow
from coordinator.domain.spoken.few import for_few, turned
from coordinator.ui.screens.live_meeting.room import Act

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
