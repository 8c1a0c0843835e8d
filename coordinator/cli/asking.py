"""Where a passphrase comes from: a file, the environment or a prompt; never an argument."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from coordinator.casework.need_to_know.withholding import without_kept
from coordinator.casework.stores.opening import (
    DEMO_PASSPHRASE,
    Office,
    is_demo_folder,
    is_store_folder,
    open_store,
)
from coordinator.cli.telling import hiding
from coordinator.domain.errors import InvalidFieldsError, PassphraseNeededError, WrongSecretError
from coordinator.wording.translation import _

VARIABLE = "COORDINATOR_PASSPHRASE"

PassphraseFile: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        help=_(
            "A file whose first line is the passphrase; else {variable}, else a prompt."
        ).format(variable=VARIABLE),
        show_default=False,
    ),
]
StoreFolder: TypeAlias = Annotated[
    Path, typer.Argument(metavar="STORE", help=_("The folder of the store."))
]


@contextmanager
def opened(store: Path, passphrase_file: Path | None, *, back_up: bool = True) -> Iterator[Office]:
    """Open a store for one command and close it again, with a backup when something is new.

    What is said meanwhile names nobody who is kept from whoever's passphrase it is.
    """
    office = _open(store, passphrase_file)
    try:
        with hiding(partial(without_kept, office.desk)):
            yield office
    except BaseException:
        office.close(back_up=False)
        raise
    office.close(back_up=back_up)


def _open(store: Path, passphrase_file: Path | None) -> Office:
    given = given_passphrase(passphrase_file)
    if given is None and is_demo_folder(store):
        try:
            return open_store(store, DEMO_PASSPHRASE)
        except WrongSecretError:
            pass  # a demo store whose passphrase somebody changed: ask
    if given is None and is_store_folder(store):
        given = ask(_("Passphrase"))
    return open_store(store, given or "")  # of what is no store, it says so before it is tried


def given_passphrase(passphrase_file: Path | None) -> str | None:
    """Give the passphrase that was handed over without a prompt, if one was.

    Raises:
        InvalidFieldsError: The file cannot be read or is empty (`secret-file`).
    """
    if passphrase_file is None:
        return os.environ.get(VARIABLE)
    return first_line(passphrase_file, "passphrase_file")


def first_line(path: Path, option: str) -> str:
    """Read the secret that a file holds in its first line.

    Raises:
        InvalidFieldsError: The file cannot be read or is empty (`secret-file`).
    """
    try:
        first = path.read_text(encoding="utf-8-sig").splitlines()[:1]
    except (OSError, ValueError):
        first = []
    if not first or not first[0]:
        raise InvalidFieldsError({option: "secret-file"})
    return first[0]


def ask(what: str) -> str:
    """Ask at the terminal, without showing what is typed.

    Raises:
        PassphraseNeededError: There is no terminal to ask at.
    """
    if not sys.stdin.isatty():
        raise PassphraseNeededError
    return str(typer.prompt(what, hide_input=True, err=True))
