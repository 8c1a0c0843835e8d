"""`workpack make|sheet|open|apply|list`: work that goes away with somebody and comes back."""

from datetime import date
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from coordinator.casework.away.away_pages import read_return
from coordinator.casework.away.contacts import find_contacts
from coordinator.casework.away.packs import PackRow, find_packs
from coordinator.casework.away.sheet_going import find_sheet_leads
from coordinator.casework.away.sheet_names import owner_words
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.withholding import without_kept
from coordinator.casework.packs.paper_reads import find_meeting, find_person
from coordinator.casework.stores.founding import Founding
from coordinator.cli.asking import PassphraseFile, StoreFolder, ask, given_passphrase, opened
from coordinator.cli.telling import bar, say, say_exactly
from coordinator.domain.disclosing.sendings import Sending
from coordinator.domain.errors import GuardError, MissingRecordError, SeveralFitError
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.scopes import Terms
from coordinator.domain.lists.sharing import Channel
from coordinator.exchange.away import (
    MadePack,
    is_away,
    make_hand_back,
    make_take_away,
    open_take_away,
)
from coordinator.exchange.coming_back import apply_returned, review_returned
from coordinator.exchange.pack_files import kind_of, looks_like_a_pack
from coordinator.exchange.setting_out import make_away_store
from coordinator.exchange.update_sheets import make_update_sheet
from coordinator.wording.away import (
    applied_words,
    kind_words,
    made_words,
    review_words,
    taken_words,
)
from coordinator.wording.dates import day
from coordinator.wording.hand_backs import return_words
from coordinator.wording.refusals.notices import left_lines
from coordinator.wording.translation import _
from coordinator.wording.update_sheets import made_lines

_Out = Annotated[
    Path, typer.Option("--out", metavar="DIR", help=_("The folder the pack goes into."))
]
_SheetOut = Annotated[
    Path, typer.Option("--out", metavar="DIR", help=_("The folder the sheet goes into."))
]
_Pack = Annotated[Path, typer.Argument(metavar="PACK", help=_("The pack, as it was sent."))]
_To = Annotated[
    str,
    typer.Option(
        "--to",
        metavar="CONTACT",
        help=_(
            "For whom: the name of a checked contact, or the first eight characters or more of"
            " their identity."
        ),
    ),
]
_Due = Annotated[
    str, typer.Option(metavar="DAY", help=_("By when the work is wanted back, as 2026-12-01."))
]
_Also = Annotated[
    list[str] | None,
    typer.Option(
        metavar="REF",
        help=_("Somebody whose lead professional they stand in for; may come again."),
    ),
]
_Ended = Annotated[
    list[str] | None,
    typer.Option(
        "--no-longer",
        metavar="REF",
        help=_("Somebody lent to them before who is lent no longer; may come again."),
    ),
]
_Rest = Annotated[
    bool,
    typer.Option(
        "--rest",
        help=_("Let the rest go without those whose information basis is not complete."),
    ),
]
_Kind = Annotated[
    PackKind,
    typer.Option(
        metavar="KIND",
        help=_(
            "What they are given: take-away (their own people), whole-panel (for a second"
            " coordinator), meeting-copy (for the chair), agency-actions (for a representative)."
        ),
    ),
]
_Which = Annotated[
    str, typer.Option(metavar="MEETING", help=_("Of which meeting a copy is: M26-047, or next."))
]
_Reason = Annotated[
    str,
    typer.Option(
        metavar="WHY", help=_("Why it leaves; the chair says so, or what is not as usual.")
    ),
]
_Why = Annotated[
    str, typer.Option(metavar="WORDS", help=_("Why no less would do; the panel's words without."))
]
_How = Annotated[
    Channel | None, typer.Option(metavar="WAY", help=_("How it goes; as a sealed pack without."))
]
_Lead = Annotated[
    str, typer.Option("--lead", metavar="NAME", help=_("The lead professional whose people go."))
]
_Unsealed = Annotated[
    str, typer.Option("--reason", metavar="WHY", help=_("Why it goes as a sheet, not sealed."))
]
_SheetHow = Annotated[
    Channel | None,
    typer.Option(
        "--how", metavar="WAY", help=_("How it goes; by secure e-mail where they have it.")
    ),
]
_GoOn = Annotated[
    bool,
    typer.Option("--go-on", help=_("This store came from a backup, and work goes on from here.")),
]

_Readable = Annotated[
    bool,
    typer.Option(
        "--rest",
        help=_("Of an update sheet: leave the cells that cannot be read, take the rest."),
    ),
]

_TELLS = 8
"""Characters of an identity that tell whose it is: fewer fit a stranger's by chance."""

_OF_A_HAND_BACK = {"store", "out", "passphrase_file"}

_Name = Annotated[str, typer.Option(metavar="NAME", help=_("Who you are to the panel."))]
_Agency = Annotated[str, typer.Option(metavar="AGENCY", help=_("Whom you work for."))]


def join(app: typer.Typer) -> None:
    """Add the commands of this family."""
    family = typer.Typer(
        no_args_is_help=True, help=_("Work that goes away with somebody and comes back.")
    )
    family.command(help=_("Start a store for work that is taken away, in an empty folder."))(start)
    family.command(help=_("Write a pack for somebody, or, away, a hand-back."))(make)
    family.command(help=_("Write a sheet for a lead who has not the program; it is not sealed."))(
        sheet
    )
    family.command(
        "open",
        help=_("Open a pack: take the work away, or say what a hand-back would change."),
    )(open_)
    family.command(help=_("Take over what was handed back."))(apply)
    family.command("list", help=_("List the packs made and taken."))(list_)
    app.add_typer(family, name="workpack")


def start(
    store: Annotated[Path, typer.Argument(metavar="DIR", help=_("A folder with nothing in it."))],
    name: _Name,
    agency: _Agency,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Make an empty store away from the panel; its recovery code is printed, kept nowhere."""
    passphrase = given_passphrase(passphrase_file) or ask(_("Passphrase"))
    office, code = make_away_store(store, Founding(passphrase), name=name, agency=agency)
    office.close(back_up=False)
    say_exactly(code)


def make(  # noqa: PLR0913 - one for each option of the command
    ctx: typer.Context,
    store: StoreFolder,
    out: _Out,
    *,
    to: _To = "",
    due: _Due = "",
    also: _Also = None,
    no_longer: _Ended = None,
    rest: _Rest = False,
    kind: _Kind = PackKind.TAKE_AWAY,
    meeting: _Which = "next",
    reason: _Reason = "",
    why: _Why = "",
    how: _How = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Write a take-away in a panel's store, a hand-back in one away from it."""
    back_by = _day(due)
    sending = Sending(proportionality=why, channel=how, reason=reason)
    with opened(store, passphrase_file) as office:
        desk = office.desk
        if is_away(desk):
            _check_nothing_chosen(ctx)
            with bar(_("Sealing")) as told:
                handed = make_hand_back(desk, out, told)
            _tell(handed.result)
        else:
            contact = _contact(desk, to)
            terms = Terms(
                back_by,
                _people(desk, also),
                _people(desk, no_longer),
                rest,
                _given(kind),
                _meeting(desk, kind, meeting),
            )
            with bar(_("Sealing")) as told:
                made = make_take_away(
                    desk, contact, out, terms=terms, sending=sending, progress=told
                )
            _tell(made.result)


def sheet(  # noqa: PLR0913 - one for each option of the command
    store: StoreFolder,
    out: _SheetOut,
    *,
    lead: _Lead,
    reason: _Unsealed,
    due: _Due = "",
    also: _Also = None,
    no_longer: _Ended = None,
    rest: _Rest = False,
    why: _Why = "",
    how: _SheetHow = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Write a lead professional's people onto a spreadsheet anybody can open."""
    back_by = _day(due)
    sending = Sending(proportionality=why, channel=how, reason=reason)
    with opened(store, passphrase_file) as office:
        desk = office.desk
        who = _lead_named(desk, lead)
        terms = Terms(back_by, _people(desk, also), _people(desk, no_longer), rest)
        made = make_update_sheet(desk, who, out, terms=terms, sending=sending).result
        say_exactly(str(made.path))
        for line in made_lines(made.people, made.changes, made.kept, made.number, made.lacking):
            say(line)


def open_(
    store: StoreFolder,
    pack: _Pack,
    rest: _Readable = False,  # noqa: FBT002 - typer's way
    passphrase_file: PassphraseFile = None,
) -> None:
    """Take work away, or look at what came back; the latter changes nothing."""
    _check_sheet(pack, rest=rest)
    with opened(store, passphrase_file) as office:
        if _came_back(office.desk, pack):
            review = review_returned(office.desk, pack, rest=rest)
            found = without_kept(office.desk, read_return(office.desk, review))
            lines = [*review_words(review), *return_words(found), *left_lines(review.left)]
        else:
            _there, done = open_take_away(office, pack)
            if done.result.is_numbered_again:
                raise GuardError("panel-came-back")
            lines = taken_words(done.result)
        say("\n".join(lines))  # at once: whose names are in it is asked of the whole


def apply(
    store: StoreFolder,
    pack: _Pack,
    go_on: _GoOn = False,  # noqa: FBT002 - typer's way
    rest: _Readable = False,  # noqa: FBT002 - typer's way
    passphrase_file: PassphraseFile = None,
) -> None:
    """Take over a hand-back, after a backup."""
    _check_sheet(pack, rest=rest)
    with opened(store, passphrase_file) as office:
        done = apply_returned(office, pack, go_on=go_on, rest=rest).result
        for line in (applied_words(done), *left_lines(done.left)):
            say(line)


def _check_sheet(file: Path, *, rest: bool) -> None:
    """Refuse to take a part of a sealed pack: it is whole, or it is not taken."""
    if rest and looks_like_a_pack(file):
        raise typer.BadParameter(_("a pack is taken whole"), param_hint="--rest")


def _came_back(desk: Desk, file: Path) -> bool:
    """Whether a file is something that came back to a panel, not work to be taken away."""
    if is_away(desk):
        return False
    return not looks_like_a_pack(file) or kind_of(desk, file) is PackKind.HAND_BACK


def list_(store: StoreFolder, passphrase_file: PassphraseFile = None) -> None:
    """List what was made and taken, newest first."""
    with opened(store, passphrase_file) as office:
        for row in find_packs(office.desk):
            say(_line(row))


def _line(row: PackRow) -> str:
    way = _("taken from {name}") if row.was_taken else _("made for {name}")
    parts = [day(row.at.date()), kind_words(row.kind), way.format(name=row.contact)]
    return " | ".join([*parts, str(row.seq)])


def _tell(made: MadePack) -> None:
    say_exactly(str(made.path))
    for line in made_words(made.people, made.changes, made.kept, made.number, made.lacking):
        say(line)


def _check_nothing_chosen(ctx: typer.Context) -> None:
    """Refuse what is chosen for a pack where a hand-back is written: it would not be heeded."""
    for option in ctx.command.params:
        name = option.name or ""
        source = ctx.get_parameter_source(name)
        if name not in _OF_A_HAND_BACK and source is not None and source.name == "COMMANDLINE":
            raise typer.BadParameter(
                _("away from the panel a hand-back is written, whole and for the panel"),
                param_hint=option.opts[0],
            )


def _given(kind: PackKind) -> PackKind:
    if kind is PackKind.HAND_BACK:
        raise typer.BadParameter(kind.value, param_hint="--kind")
    return kind


def _meeting(desk: Desk, kind: PackKind, said: str) -> UUID | None:
    return find_meeting(desk, said).id if kind is PackKind.MEETING_COPY else None


def _people(desk: Desk, references: list[str] | None) -> frozenset[UUID]:
    return frozenset(find_person(desk, one) for one in references or ())


def _contact(desk: Desk, said: str) -> str:
    """Find whom somebody means; two of one name are told apart by their identity.

    A name comes first, and a short beginning is none: a slip must not seal for a stranger.
    """
    wanted = " ".join(said.split()).casefold()
    if not wanted:
        raise typer.BadParameter(_("say for whom the pack is"), param_hint="--to")
    known = find_contacts(desk)
    found = [one for one in known if " ".join(one.name.split()).casefold() == wanted]
    if not found and len(wanted) >= _TELLS:
        found = [one for one in known if one.id.startswith(wanted)]
    standing = [one for one in found if one.may_receive] or found
    if len(standing) > 1:
        raise GuardError("contact-ambiguous", len(standing))
    if not standing:
        raise MissingRecordError(what="contact_card", key=said)
    return standing[0].id


def _lead_named(desk: Desk, said: str) -> UUID:
    """Find a lead professional by name, or name and agency."""
    wanted = " ".join(said.split()).casefold()
    known = find_sheet_leads(desk)
    found = [one for one in known if owner_words(one.name, one.agency).casefold() == wanted]
    found = found or [one for one in known if one.name.casefold() == wanted]
    if len(found) > 1:
        fits = tuple(owner_words(one.name, one.agency) for one in found)
        raise SeveralFitError(what="professional", key=said, fits=fits)
    if not found:
        raise MissingRecordError(what="professional", key=said)
    return found[0].id


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        raise typer.BadParameter(said, param_hint="--due") from None
