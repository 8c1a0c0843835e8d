"""`demo`: a store of made-up people to look around in."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from coordinator.casework.desk import LONDON
from coordinator.casework.stores.founding import Founding
from coordinator.casework.stores.opening import DEMO_PASSPHRASE
from coordinator.cli.asking import PassphraseFile, given_passphrase
from coordinator.cli.demo_away import PANEL, check_fresh, send_a_lead_away
from coordinator.cli.telling import bar, say_exactly
from coordinator.demo.making import make_demo
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
    if with_lead:
        check_fresh(folder)
    store = folder / PANEL if with_lead else folder
    beside = None
    with bar(_("Making the demo")) as progress:
        office = make_demo(
            store, size, seed=seed, today=today, passphrase=passphrase, progress=progress
        )
        try:
            if with_lead:
                founding = Founding(passphrase, is_demo=True)
                beside = send_a_lead_away(office, folder, founding, seed=seed)
        finally:
            office.close(back_up=False)
    say_exactly(str(store))
    for path in (beside.store, beside.hand_back) if beside is not None else ():
        say_exactly(str(path))
