"""Start-up: the command line today; the window joins it here."""

from coordinator.cli.program import main

__all__ = ["main"]
