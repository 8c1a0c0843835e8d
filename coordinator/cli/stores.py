"""`check`, `backup` and `restore`."""

from pathlib import Path
from typing import Annotated

import typer

from coordinator.casework.stores.opening import DEMO_PASSPHRASE, is_demo_folder
from coordinator.casework.stores.restoring import check_office, restore_backup
from coordinator.cli.asking import PassphraseFile, StoreFolder, ask, given_passphrase, opened
from coordinator.cli.telling import bar, say_exactly
from coordinator.wording.checks import (
    disagreements_line,
    erased_line,
    fault_line,
    whole_line,
)
from coordinator.wording.translation import _


def join(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command(help=_("Check a store: exit code 0 only when it is whole."))(check)
    app.command(help=_("Make a verified backup of a store into a folder."))(backup)
    app.command(help=_("Bring a backup back into an empty folder."))(restore)


def check(store: StoreFolder, passphrase_file: PassphraseFile = None) -> None:
    """Check pages, references, log against tables, journal chain and key slots."""
    with opened(store, passphrase_file, back_up=False) as office, bar(_("Checking")) as progress:
        report = check_office(office, progress)
    for fault in report.faults:
        typer.echo(fault_line(fault), err=True)
    if report.erased:
        say_exactly(erased_line(report.erased))
    if report.disagreements:
        say_exactly(disagreements_line(report.disagreements))
    if not report.is_whole:
        raise typer.Exit(1)
    say_exactly(whole_line(report))


def backup(
    store: StoreFolder,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=_("Where the backup goes."))],
    passphrase_file: PassphraseFile = None,
) -> None:
    """Make a verified backup; its folder is printed."""
    with opened(store, passphrase_file, back_up=False) as office, bar(_("Backing up")) as progress:
        made = office.back_up("asked", into=folder, progress=progress)
    say_exactly(str(made.path))


def restore(
    backup: Annotated[Path, typer.Argument(metavar="BACKUP", help=_("The folder of a backup."))],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=_("A folder with nothing in it."))],
    passphrase_file: PassphraseFile = None,
) -> None:
    """Bring a backup back as a new install; its folder is printed."""
    passphrase = given_passphrase(passphrase_file)
    if passphrase is None:
        usual = is_demo_folder(backup)
        passphrase = DEMO_PASSPHRASE if usual else ask(_("Passphrase of the backup"))
    with bar(_("Restoring")) as progress:
        office = restore_backup(backup, folder, passphrase, progress=progress)
    office.close(back_up=False)
    say_exactly(str(folder))
