"""`export`: the papers of a meeting and of the panel, plans, briefings, a day's outreach sheet."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from coordinator.casework.disclosing.leaving import say_why_papers_leave
from coordinator.cli.asking import PassphraseFile, StoreFolder, first_line, opened
from coordinator.cli.narrowing import OnlyOverdue, OwnerName, check_narrowing, narrowed
from coordinator.cli.telling import bar, say_exactly
from coordinator.domain.accountability import Period, quarter_to
from coordinator.domain.demand.views import Wanted
from coordinator.domain.demand.windows import USUAL_MONTHS
from coordinator.domain.disclosing.sendings import Sending
from coordinator.domain.lists.sharing import Channel
from coordinator.exports.composing import PaperKind
from coordinator.papers.making import make_papers
from coordinator.papers.orders import Order
from coordinator.runtime.clock import today
from coordinator.wording.translation import _

_DAY = ["%Y-%m-%d", "%d/%m/%Y"]


def _day(name: str, words: str) -> typer.models.OptionInfo:
    """Ask for a day."""
    made: typer.models.OptionInfo = typer.Option(name, metavar="DAY", formats=_DAY, help=words)
    return made


_Since = Annotated[
    datetime | None,
    _day("--since", _("From when a register of gaps tells what changed; a quarter back without.")),
]
_On = Annotated[datetime | None, _day("--on", _("Day of an outreach sheet; today without."))]
_Area = Annotated[str, typer.Option(metavar="PLACE", help=_("Its area; everywhere without."))]
_From = Annotated[datetime | None, _day("--from", _("First day of a report."))]
_Until = Annotated[datetime | None, _day("--until", _("Its last; today without."))]

_Months = Annotated[
    int,
    typer.Option(metavar="3|6|12", help=_("How long before and after, of the report on demand.")),
]
_Meeting = Annotated[str, typer.Option(metavar="REF|next|last", help=_("Which meeting."))]
_Reason = Annotated[
    str,
    typer.Option(
        metavar="WHY", help=_("Why it leaves; the chair says so, or what is not as usual.")
    ),
]
_Why = Annotated[
    str, typer.Option(metavar="WORDS", help=_("Why no less would do; the panel's words without."))
]
_Agency = Annotated[
    str, typer.Option(metavar="NAME", help=_("For which agency; the panel's own without."))
]
_Escalation = Annotated[
    str, typer.Option(metavar="NUMBER", help=_("Which escalation; every open one without."))
]
_Plan = Annotated[str, typer.Option(metavar="NUMBER", help=_("Which place plan; all without it."))]
_Person = Annotated[str, typer.Option(metavar="REF", help=_("About whom; everybody without it."))]
_PasswordFile = Annotated[
    Path | None, typer.Option("--password-file", help=_("Its first line locks the PDF."))
]
_How = Annotated[Channel | None, typer.Option(metavar="WAY", help=_("How it goes."))]


def join(app: typer.Typer) -> None:
    """Add the command."""
    app.command(help=_("Make a paper as PDF; the paths of the files are printed."))(export)


def export(  # noqa: PLR0913 - one for each option of the command
    kind: Annotated[PaperKind, typer.Argument(metavar="KIND", help=_("Which paper."))],
    store: StoreFolder,
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help=_("Where the files go."))],
    *,
    meeting: _Meeting = "last",
    person: _Person = "",
    agency: _Agency = "",
    escalation: _Escalation = "",
    owner: OwnerName = "",
    overdue: OnlyOverdue = False,
    since: _Since = None,
    on: _On = None,
    area: _Area = "",
    plan: _Plan = "",
    from_on: _From = None,
    until_on: _Until = None,
    months: _Months = USUAL_MONTHS,
    reason: _Reason = "",
    why: _Why = "",
    how: _How = None,
    password_file: _PasswordFile = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Make a paper and print the paths of what was written, one a line."""
    check_narrowing(kind, owner, overdue=overdue)
    order = Order(
        kind=kind,
        folder=to,
        meeting=meeting,
        person=person,
        agency=agency,
        escalation=escalation,
        password=first_line(password_file, "password_file") if password_file else "",
        since=since.date() if since else None,
        on=on.date() if on else None,
        area=area,
        place_plan=plan,
        period=_period(from_on, until_on),
        demand=Wanted(months=months),
        sending=Sending(proportionality=why, channel=how, reason=reason),
    )
    with opened(store, passphrase_file) as office, bar(_("Laying out")) as progress:
        if reason:
            say_why_papers_leave(office.desk, reason=reason)
        wanted = narrowed(office.desk, kind, person, owner, overdue=overdue)
        written = make_papers(office.desk, [replace(order, narrowed=wanted)], progress=progress)
    for path in written:
        say_exactly(str(path))


def _period(first: datetime | None, last: datetime | None) -> Period | None:
    """Make a period of two days; the quarter up to the last one where the first is not said."""
    if first is None and last is None:
        return None
    until = last.date() if last is not None else today()
    return Period(first.date(), until) if first is not None else quarter_to(until)
