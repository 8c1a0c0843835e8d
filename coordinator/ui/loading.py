"""How modules are loaded once Qt is there."""

import builtins

import PySide6.QtCore  # noqa: F401 - it puts its own way of loading in place


def load_plainly() -> None:
    """Have no source read whenever a module is loaded.

    PySide6 reads the source of all that is loaded after it, to see whether anything asks for its
    other spelling of names. Nothing here does. It cost a fifth of the time that loading takes, and
    the sources of eight hundred modules stayed in memory (28 MB).
    """
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
