"""`packs`: a meeting's packs for everybody: who gets which, then all of them in one go."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from coordinator.casework.desk import Desk
from coordinator.casework.directory.agency_passwords import (
    ensure_agency_passwords,
    read_agency_passwords,
)
from coordinator.casework.packs.paper_reads import find_meeting
from coordinator.casework.packs.recipients import read_pack_preview
from coordinator.cli.asking import PassphraseFile, StoreFolder, opened
from coordinator.cli.telling import bar, say, say_exactly
from coordinator.domain.disclosing.packs import LeftOut, PackPreview, PackRow
from coordinator.domain.errors import MissingRecordError, ReasonNeededError
from coordinator.papers.pack_keeping import PackSending, check_said, keep_packs
from coordinator.papers.recipient_packs import draft_packs, lay_out_packs
from coordinator.wording.packs import (
    left_out_words,
    person_words,
    prompt_sentence,
    recipient_words,
    refusal_words,
    variant_words,
)
from coordinator.wording.refusals.notices import notice_for
from coordinator.wording.translation import _, ngettext

_To = Annotated[
    Path | None,
    typer.Option("--to", metavar="DIR", help=_("Where the files go; without, who gets what.")),
]
_Meeting = Annotated[str, typer.Option(metavar="REF|next|last", help=_("Which meeting."))]
_Reasons = Annotated[
    list[str] | None,
    typer.Option(
        metavar="AGENCY=WHY",
        help=_("Why a pack goes out although something is not as usual; may come again."),
    ),
]
_Held = Annotated[
    list[str] | None,
    typer.Option(metavar="AGENCY", help=_("Whose packs do not go out now; may come again.")),
]
_Why = Annotated[str, typer.Option(metavar="WORDS", help=_("Why no less would do."))]
_Mail = Annotated[bool, typer.Option("--mail", help=_("An e-mail beside each."))]
_Calendar = Annotated[bool, typer.Option("--calendar", help=_("The meeting for a calendar."))]
_Passwords = Annotated[
    bool, typer.Option("--passwords", help=_("Print the agencies' passwords instead."))
]


def join(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        help=_("Make a meeting's packs for everybody; the paths of the files are printed.")
    )(packs)


def packs(  # noqa: PLR0913 - one for each option of the command
    store: StoreFolder,
    *,
    to: _To = None,
    meeting: _Meeting = "next",
    reason: _Reasons = None,
    hold: _Held = None,
    why: _Why = "",
    mail: _Mail = False,
    calendar: _Calendar = False,
    passwords: _Passwords = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Make the packs, or say who would get which."""
    with opened(store, passphrase_file) as office:
        desk = office.desk
        preview = read_pack_preview(desk, find_meeting(desk, meeting).id)
        held = _named(preview, hold or ())
        going = [row for row in preview.ready if not row.waits and row.to.agency not in held]
        if passwords:
            _tell_passwords(desk, going)
        elif to is None:
            _tell(preview, going, desk)
        else:
            reasons = _reasons(preview, going, reason or ())
            sending = PackSending(reasons, why, mail=mail, calendar=calendar)
            for path in _made(desk, preview, going, to, sending):
                say_exactly(str(path))


def _made(
    desk: Desk, preview: PackPreview, going: Sequence[PackRow], to: Path, sending: PackSending
) -> Sequence[Path]:
    _check_reasons(going, sending)
    known = ensure_agency_passwords(desk, list(_locked(going))).result
    order = draft_packs(desk, preview.meeting, [row.to.key for row in going])
    with bar(_("Laying out")) as progress:
        made = lay_out_packs(order, known, progress)
    return keep_packs(desk, order, made, to, sending).result


def _check_reasons(going: Sequence[PackRow], sending: PackSending) -> None:
    """Say for whom a reason is wanted, and how it is given.

    Raises:
        Exit: With code 1, after one sentence on stderr.
    """
    try:
        check_said(going, sending)
    except ReasonNeededError as error:
        wanted = [row for row in going if row.prompts and row.to.key not in sending.reasons]
        names = ", ".join(dict.fromkeys(row.to.agency_name for row in wanted))
        how = _("Give --reason AGENCY=WHY for: {agencies}.", agencies=names)
        typer.echo(f"{notice_for(error).text} {how}", err=True)
        raise typer.Exit(1) from error


def _tell(preview: PackPreview, going: Collection[PackRow], desk: Desk) -> None:
    today = desk.today()
    for row in preview.rows:
        parts = [recipient_words(row)]
        if row.refused is not None:
            parts.append(refusal_words(row.refused))
        else:
            people = len(row.people)
            count = ngettext("{count} person", "{count} people", people)
            parts += [variant_words(row.variant), count]
            until, some = row.to.agreement_until, row.not_for_all
            parts += [prompt_sentence(one, until, today, some) for one in row.prompts]
            parts += [] if row in going else [_("Does not go out now.")]
        say("; ".join(parts))
        for line in _left_out(row):
            say(f"  {line}")


def _left_out(row: PackRow) -> Iterator[str]:
    """Say who of the agenda is not in a pack, a line for each reason."""
    if row.refused is not None:
        return
    found: dict[LeftOut, list[str]] = {}
    for person, why in row.left_out:
        found.setdefault(why, []).append(person_words(person))
    for why, people in found.items():
        told = ", ".join(people)
        yield _("Left out, {why}: {people}", why=left_out_words(why), people=told)


def _tell_passwords(desk: Desk, going: Sequence[PackRow]) -> None:
    names = _locked(going)
    known = read_agency_passwords(desk, list(names))
    if not known:
        say(_("No agency has a password yet: they are made with the packs."))
    for agency, password in known.items():
        say_exactly(f"{names[agency]}: {password}")


def _locked(rows: Iterable[PackRow]) -> Mapping[UUID, str]:
    return {
        row.to.agency: row.to.agency_name
        for row in rows
        if row.needs_password and row.to.agency is not None
    }


def _named(preview: PackPreview, names: Iterable[str]) -> frozenset[UUID]:
    """Find agencies by their names.

    Raises:
        MissingRecordError: No recipient is of that agency.
    """
    known = {row.to.agency_name.casefold(): row.to.agency for row in preview.rows}
    found: set[UUID] = set()
    for name in names:
        agency = known.get(name.strip().casefold())
        if agency is None:
            raise MissingRecordError(what="agency", key=name)
        found.add(agency)
    return frozenset(found)


def _reasons(
    preview: PackPreview, going: Iterable[PackRow], said: Iterable[str]
) -> Mapping[UUID, str]:
    """Give the reason for each recipient of the agencies that were named.

    Raises:
        BadParameter: There is no agency, or no word of why.
    """
    by_agency: dict[UUID, str] = {}
    for one in said:
        agency, _is, words = one.partition("=")
        if not words.strip():
            raise typer.BadParameter(_("Write it as AGENCY=WHY."), param_hint="--reason")
        (key,) = _named(preview, [agency])
        by_agency[key] = words.strip()
    return {row.to.key: by_agency[row.to.agency] for row in going if row.to.agency in by_agency}
