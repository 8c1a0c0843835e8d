"""Files that leave: what a form about a paper begins with, its number, and that it was written."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.recording import note_not_made
from coordinator.casework.disclosing.sendings import read_sending
from coordinator.casework.packs.paper_reads import read_panel_face
from coordinator.domain.disclosing.log import references_in
from coordinator.domain.disclosing.sendings import NOTHING_ASKED, SendingFacts
from coordinator.domain.errors import ExportTargetError
from coordinator.papers.orders import Draft
from coordinator.runtime.writing import write_atomically
from coordinator.wording.translation import _


def sending_of(desk: Desk, draft: Draft) -> SendingFacts:
    """Say what is asked before a paper goes out; nothing of what stays or is the person's own.

    Raises:
        NotPermittedError: The role may send nothing out.
    """
    if not draft.goes_out or draft.is_their_own:
        return NOTHING_ASKED
    named = references_in(draft.model, read_panel_face(desk).prefix)
    return read_sending(desk, draft.audience.agency, references=named, person=draft.person)


def copy_words(number: str, name: str = "") -> str:
    """Write the number of a copy and whose it is, as it stands on every page of it."""
    if not name:
        return _("Copy {number}", number=number)
    return _("Copy {number} for: {name}", number=number, name=name)


@contextmanager
def written(desk: Desk, path: Path, disclosures: Sequence[UUID]) -> Iterator[None]:
    """Write what was recorded; where that fails, the log says that nothing left.

    What leaves is recorded first, and its file written after: the other way round, a crash between
    the two would leave a copy that no log knows. So a row may say too much for a moment, never too
    little; and when the file cannot be written, its row stays, ended as not made.

    Args:
        desk: Who sends it.
        path: Where it is written.
        disclosures: Whose files are not there when this one fails.

    Raises:
        ExportTargetError: It could not be written there.
    """
    try:
        yield
    except OSError as fault:
        note_not_made(desk, disclosures)
        raise ExportTargetError(path) from fault


def write(desk: Desk, path: Path, content: bytes, disclosure: UUID) -> Path:
    """Write one file that was recorded; gives its path.

    Raises:
        ExportTargetError: It could not be written there; the log says so.
    """
    with written(desk, path, [disclosure]):
        write_atomically(path, content)
    return path
