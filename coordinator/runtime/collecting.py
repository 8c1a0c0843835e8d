"""Rubbish is not looked for while others work: the search stops every thread, the window's too.

With ten thousand rows in memory one full search takes long enough to be seen as a window that
hangs, and reading rows provokes one after the other. Whatever works apart holds it off.
"""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_holding: set[object] = set()


def hold_off(who: object) -> None:
    """Look for no rubbish until `who`, and everybody else who asked, lets it go on."""
    with _lock:
        _holding.add(who)
        gc.disable()


def go_on(who: object) -> None:
    """Let it go on; asking twice, or without having held it off, does nothing."""
    with _lock:
        _holding.discard(who)
        if not _holding:
            gc.enable()


@contextmanager
def held_off() -> Iterator[None]:
    """Look for no rubbish in the block: where thousands of rows are read, half the time is that.

    Rows and changes hang on each other in no circles: a search among them finds nothing.
    """
    who = object()
    hold_off(who)
    try:
        yield
    finally:
        go_on(who)


@contextmanager
def keep_for_good() -> Iterator[None]:
    """Never search what is there when the block ends, such as modules that were loaded in it.

    They stay until the end anyway, and are far more than all that is made later: a full search of
    them alone stops the window for a tenth of a second.
    """
    with held_off():
        try:
            yield
        finally:
            gc.freeze()
