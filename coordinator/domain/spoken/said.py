"""One line of notes: which agency in the room says what. No day is looked for."""

from uuid import UUID

from coordinator.domain.spoken.around import Around
from coordinator.domain.spoken.values import UnderstoodNote


def understand_note(line: str, around: Around, agency: UUID | None = None) -> UnderstoodNote:
    """Understand *police: two calls this week*; only what stands before a colon or dash names.

    Args:
        line: As typed so far.
        around: As for an action; the agencies of whoever is in the room can be meant, by their
            own name or by one of their people's.
        agency: The one that was chosen from a question about this line.
    """
    raise NotImplementedError
