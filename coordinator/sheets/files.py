"""One file as tables, by what it holds and not by what it is called."""

from pathlib import Path
from stat import S_ISREG

from coordinator.domain.errors import SheetError
from coordinator.sheets.apart import read_apart
from coordinator.sheets.limits import MOST_BYTES
from coordinator.sheets.measuring import check_size
from coordinator.sheets.tables import Tables
from coordinator.sheets.texts import read_text_file
from coordinator.sheets.workbooks import read_workbook

_NOTHING = b" \t\r\n\f\v\0"
_ZIP = b"PK"
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def read_tables(path: Path) -> Tables:
    """Read every visible sheet of a file.

    Raises:
        SheetError: `missing`, `unreadable`, `encrypted`, `too-large` or `empty`.
    """
    content = _content(path)
    if content.startswith(_ZIP):
        tables = read_workbook(path, content, check_size(path, content))
    elif content.startswith(_OLE):
        if _LOCKED in content:
            raise SheetError(path, "encrypted")
        tables = read_apart(path, content)
    else:
        tables = read_text_file(path, content)
    if not any(cell != "" for sheet in tables.sheets for row in sheet.rows for cell in row):
        raise SheetError(path, "empty")
    return tables


def _content(path: Path) -> bytes:
    try:
        about = path.stat()
        if not S_ISREG(about.st_mode):
            raise SheetError(path, "unreadable")  # who reads a pipe or a device may wait for ever
        if about.st_size > MOST_BYTES:
            raise SheetError(path, "too-large")
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise SheetError(path, "missing") from error
    except OSError as error:
        raise SheetError(path, "unreadable") from error
    if not content.strip(_NOTHING):
        raise SheetError(path, "empty")
    return content
