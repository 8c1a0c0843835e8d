"""Reading a workbook in a process of its own, so that a broken one takes only that down.

The old .xls format cannot be measured beforehand as the packed formats are, and its reader asks
for as much memory as a damaged file tells it to, which ends the process. Here that process is a
child: it holds nothing but the file, may take so much memory and time, and its death is our
*unreadable*.
"""

import multiprocessing
import os
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from coordinator.domain.errors import SheetError
from coordinator.sheets.limits import MOST_MEMORY, MOST_SECONDS
from coordinator.sheets.tables import Tables
from coordinator.sheets.workbooks import read_workbook


def read_apart(path: Path, content: bytes) -> Tables:
    """Read a workbook in a child process.

    Raises:
        SheetError: As `read_workbook`; `unreadable` when the child dies, `too-large` when it is
            not done in time.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=_read_for, args=(theirs,), daemon=True)
    child.start()
    theirs.close()
    try:
        answer = _ask(path, ours, content)
    except (EOFError, OSError) as error:
        raise SheetError(path, "unreadable") from error
    finally:
        ours.close()
        child.kill()
        child.join()
        child.close()
    if isinstance(answer, Tables):
        return answer
    raise SheetError(path, str(answer))


def _ask(path: Path, child: "Connection[bytes, object]", content: bytes) -> object:
    child.send_bytes(content)
    if not child.poll(MOST_SECONDS):
        raise SheetError(path, "too-large")
    return child.recv()


def _read_for(asker: "Connection[object, bytes]") -> None:
    """Read in the child: answer the tables, or the fault."""
    _be_quiet_and_small()
    content = asker.recv_bytes()
    try:
        asker.send(read_workbook(Path(), content))
    except SheetError as error:
        asker.send(error.fault)


def _be_quiet_and_small() -> None:
    """Say nothing (it may quote the file), and bound the memory where that can be done."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    with suppress(ImportError, ValueError, OSError):  # no such limit on Windows
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
