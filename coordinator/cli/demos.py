"""`demo`: a store of made-up people to look around in."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from coordinator.casework.desk import LONDON
from coordinator.casework.opening import DEMO_PASSPHRASE
from coordinator.cli.asking import PassphraseFile, given_passphrase
from coordinator.cli.telling import bar, say_exactly
from coordinator.demo.making import make_demo
from coordinator.demo.volume import Size
from coordinator.wording.translation import _


def join(app: typer.Typer) -> None:
    """Add the command of this family."""
    app.command(help=_("Make a store of made-up people; its folder is printed."))(demo)


def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=_("A folder with nothing in it."))],
    size: Annotated[Size, typer.Option(help=_("How much is in it."))] = Size.SMALL,
    seed: Annotated[int, typer.Option(help=_("The same number gives the same panel."))] = 1,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Make a demo store whose story ends today."""
    today = datetime.now(UTC).astimezone(LONDON).date()
    with bar(_("Making the demo")) as progress:
        office = make_demo(
            folder,
            size,
            seed=seed,
            today=today,
            passphrase=given_passphrase(passphrase_file) or DEMO_PASSPHRASE,
            progress=progress,
        )
        office.close(back_up=False)
    say_exactly(str(folder))
