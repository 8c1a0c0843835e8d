"""The command `coordinator`: its words, and what happens when something is refused.

Exit codes: 0 done, 1 refused with one clear sentence on stderr, 2 wrong use.
"""

import sys

import typer

from coordinator.cli import (
    contacts,
    days,
    demos,
    exporting,
    importing,
    packing,
    quality,
    stores,
    workpacks,
)
from coordinator.cli.telling import complain
from coordinator.domain.errors import CoordinatorError
from coordinator.runtime.hardening import harden, tell_faults
from coordinator.wording.translation import _

app = typer.Typer(
    name="coordinator",
    help=_("One plan, one lead professional and named actions for each person of a panel."),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
_FAMILIES = (
    contacts, days, demos, exporting, importing, packing, quality, stores, workpacks,
)  # fmt: skip
for family in _FAMILIES:
    family.join(app)


def main() -> None:
    """Run one command and leave with its exit code; nobody ever sees a traceback."""
    harden()
    tell_faults(
        _("Something went wrong inside the program; nothing half done was kept. ({fault})")
    )
    command = typer.main.get_command(app)  # called by itself: typer would put its own hook back
    try:
        command()
    except CoordinatorError as error:
        complain(error)
        sys.exit(1)
