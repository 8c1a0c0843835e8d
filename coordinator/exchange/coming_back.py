"""What came back to a panel, a sealed pack or an update sheet: the same review, the same act."""

from pathlib import Path

from coordinator.casework.desk import Desk
from coordinator.casework.stores.opening import Office
from coordinator.domain.errors import FileUnreadableError, PackRefusedError, SheetError
from coordinator.domain.exchange.faults import PackFault
from coordinator.domain.exchange.reviews import Applied, HandBackReview
from coordinator.domain.outcomes import Done
from coordinator.domain.progress import Progress
from coordinator.exchange.away import apply_pack, review_pack
from coordinator.exchange.pack_files import ENDING, looks_like_a_pack


def review_returned(
    desk: Desk, path: Path, progress: Progress | None = None, *, rest: bool = False
) -> HandBackReview:
    """Check what came back and say what it would change.

    Args:
        desk: Where and by whom.
        path: The file.
        progress: Told of a pack's files and changes.
        rest: Of a sheet: whether what can be read counts without what cannot.

    Raises:
        FileUnreadableError, PackRefusedError, GuardError: As `review_pack`; a pack that lost its
            beginning is damaged, and no spreadsheet.
        SheetError, SheetCellsError: As `review_sheet`.
    """
    if _is_sealed(path):
        return review_pack(desk, path, progress)
    from coordinator.exchange.update_sheets import review_sheet  # loads what reads spreadsheets

    return review_sheet(desk, path, rest=rest)


def apply_returned(
    office: Office,
    path: Path,
    *,
    go_on: bool = False,
    rest: bool = False,
    progress: Progress | None = None,
) -> Done[Applied]:
    """Check what came back, make a backup, and take over what it brings, in one act.

    Args:
        office: Where and by whom.
        path: The file.
        go_on: Our store was brought back from an older backup, and somebody knows it.
        rest: Of a sheet: whether what can be read is taken without what cannot.
        progress: Told of a pack's files and changes, and of the backup.

    Raises:
        FileUnreadableError, PackRefusedError, GuardError, BackupError: As `apply_pack`.
        SheetError, SheetCellsError: As `apply_sheet`.
    """
    if _is_sealed(path):
        return apply_pack(office, path, go_on=go_on, progress=progress)
    from coordinator.exchange.update_sheets import apply_sheet

    return apply_sheet(office, path, go_on=go_on, rest=rest)


def _is_sealed(path: Path) -> bool:
    """Whether it is a pack and no sheet, said before anything tries to read a spreadsheet."""
    if path.is_dir():
        raise FileUnreadableError(path)
    if looks_like_a_pack(path):
        return True
    if path.is_file() and path.suffix.lower() == ENDING:
        raise PackRefusedError(PackFault.DAMAGED)
    if path.is_file() and not path.stat().st_size:
        raise SheetError(path, "empty")
    return False
