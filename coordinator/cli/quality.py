"""`missing`: what is missing on file about those on the caseload, with whom it lies."""

import typer

from coordinator.casework.reports.quality import read_quality
from coordinator.cli.asking import PassphraseFile, StoreFolder, opened
from coordinator.cli.telling import say
from coordinator.wording.reports import quality_lines
from coordinator.wording.translation import _


def join(app: typer.Typer) -> None:
    """Add the command of this family."""
    app.command(help=_("Say what is missing on file, by who leads; people by reference."))(missing)


def missing(store: StoreFolder, passphrase_file: PassphraseFile = None) -> None:
    """Print what is missing, a line for each thing; nothing of it is a failing by itself."""
    with opened(store, passphrase_file, back_up=False) as office:
        for line in quality_lines(read_quality(office.desk)):
            say(line)
