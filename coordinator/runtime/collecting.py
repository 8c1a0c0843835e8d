"""Rubbish is not looked for while others work: the search stops every thread, the window's too.

With ten thousand rows in memory one full search takes long enough to be seen as a window that
hangs, and reading rows provokes one after the other. Whatever works apart holds it off.
"""

import gc
import threading

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
