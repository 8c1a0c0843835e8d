"""One line of notes: which agency in the room says what. No day is looked for."""

from dataclasses import replace
from uuid import UUID

from coordinator.domain.spoken.around import Around
from coordinator.domain.spoken.cutting import Gap, Line, cut
from coordinator.domain.spoken.owners import Owners
from coordinator.domain.spoken.values import NoteState, SpokenAgency, UnderstoodNote


def understand_note(line: str, around: Around, agency: UUID | None = None) -> UnderstoodNote:
    """Understand *police: two calls this week*; only what stands before a colon or dash names.

    Args:
        line: As typed so far.
        around: As for an action; the agencies of whoever is in the room can be meant, by their
            own name or by one of their people's.
        agency: The one that was chosen for this line; a line that names one by itself needs none.
    """
    words = cut(line)
    end = _end_of_name(words)
    note = _named(words, end, around.owners) if end else _whole(words, NoteState.NOT_SAID)
    if note.agency is not None or agency is None or not around.owners.has_agency(agency):
        return note
    chosen = _agency(agency, around.owners)
    return replace(note, state=NoteState.UNDERSTOOD, agency=chosen, choices=())


def _end_of_name(words: Line) -> int:
    """Find the first colon or dash, where no comma comes before it; 0 when there is none."""
    if len(words.parts) < 2 or words.gaps[words.parts[0][1] - 1] is Gap.COMMA:  # noqa: PLR2004
        return 0
    return words.parts[0][1]


def _named(words: Line, end: int, owners: Owners) -> UnderstoodNote:
    name = words.written(0, end)
    found = tuple(_agency(one, owners) for one in owners.agencies_here(name))
    if not found:
        return replace(_whole(words, NoteState.NOT_FOUND), words=name)
    text = words.without(0, end).written()
    if len(found) > 1:
        return UnderstoodNote(NoteState.WHICH_AGENCY, text, name, choices=found)
    return UnderstoodNote(NoteState.UNDERSTOOD, text, name, found[0])


def _whole(words: Line, state: NoteState) -> UnderstoodNote:
    return UnderstoodNote(state, words.written())


def _agency(agency: UUID, owners: Owners) -> SpokenAgency:
    return SpokenAgency(agency, owners.name_of(agency))
