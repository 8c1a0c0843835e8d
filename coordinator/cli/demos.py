"""`demo`: a store of made-up people to look around in."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from coordinator.casework.desk import LONDON
from coordinator.casework.stores.founding import Founding
from coordinator.casework.stores.opening import DEMO_PASSPHRASE
from coordinator.cli.asking import PassphraseFile, given_passphrase
from coordinator.cli.demo_away import make_two_stores
from coordinator.cli.telling import bar, say_exactly
from coordinator.demo.making import make_demo, make_whole_demo
from coordinator.demo.volume import Size
from coordinator.wording.translation import _

WithLead = Annotated[
    bool,
    typer.Option(
        "--with-lead",
        help=_("A lead professional's own store beside it; both have worked, a pack waits."),
    ),
]


def join(app: typer.Typer) -> None:
    """Add the command of this family."""
    app.command(help=_("Make a store of made-up people; its folder is printed."))(demo)


def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=_("A folder with nothing in it."))],
    size: Annotated[Size, typer.Option(help=_("How much is in it."))] = Size.SMALL,
    seed: Annotated[int, typer.Option(help=_("The same number gives the same panel."))] = 1,
    with_lead: WithLead = False,  # noqa: FBT002 - typer's way
    passphrase_file: PassphraseFile = None,
) -> None:
    """Make a demo store whose story ends today, perhaps with a lead's own beside it."""
    today = datetime.now(UTC).astimezone(LONDON).date()
    passphrase = given_passphrase(passphrase_file) or DEMO_PASSPHRASE
    with bar(_("Making the demo")) as progress:
        make = partial(
            make_demo, size=size, seed=seed, today=today, passphrase=passphrase, progress=progress
        )
        if with_lead:
            founding = Founding(passphrase, is_demo=True)
            paths = [*make_two_stores(folder, make, founding, seed=seed)]
        else:
            make_whole_demo(folder, make)
            paths = [folder]
    for path in paths:
        say_exactly(str(path))
