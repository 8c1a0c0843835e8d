"""`export`: the papers of a meeting, the tracker, plans, briefings of escalations."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from coordinator.cli.asking import PassphraseFile, StoreFolder, first_line, opened
from coordinator.cli.telling import bar, say
from coordinator.exports.composing import PaperKind
from coordinator.papers.making import Order, make_papers
from coordinator.wording.translation import _


def join(app: typer.Typer) -> None:
    """Add the command."""
    app.command(help=_("Make a paper as PDF; the paths of the files are printed."))(export)


def export(  # noqa: PLR0913, PLR0917 - one parameter for each option of the command
    kind: Annotated[PaperKind, typer.Argument(metavar="KIND", help=_("Which paper."))],
    store: StoreFolder,
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help=_("Where the files go."))],
    meeting: Annotated[
        str, typer.Option(metavar="REF|next|last", help=_("Which meeting."))
    ] = "last",
    person: Annotated[
        str, typer.Option(metavar="REF", help=_("Whose plan; everybody's without it."))
    ] = "",
    agency: Annotated[
        str, typer.Option(metavar="NAME", help=_("For which agency; the panel's own without."))
    ] = "",
    escalation: Annotated[
        str, typer.Option(metavar="NUMBER", help=_("Which escalation; every open one without."))
    ] = "",
    since: Annotated[
        datetime | None,
        typer.Option(
            metavar="DAY",
            formats=["%Y-%m-%d"],
            help=_("From when a register of gaps tells what changed; a quarter back without."),
        ),
    ] = None,
    password_file: Annotated[
        Path | None, typer.Option("--password-file", help=_("Its first line locks the PDF."))
    ] = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Make a paper and print the paths of what was written, one a line."""
    password = first_line(password_file, "password_file") if password_file else ""
    order = Order(
        kind=kind,
        folder=to,
        meeting=meeting,
        person=person,
        agency=agency,
        escalation=escalation,
        password=password,
        since=since.date() if since else None,
    )
    with opened(store, passphrase_file) as office, bar(_("Laying out")) as progress:
        written = make_papers(office.desk, [order], progress=progress)
    for path in written:
        say(str(path))
