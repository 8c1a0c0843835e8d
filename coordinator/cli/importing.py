"""`import people`, `import actions`, `import demand`, `import list` and `import undo`."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated, TypeAlias, TypeVar

import typer

from coordinator.casework.desk import Desk
from coordinator.casework.imports.bringing import (
    ActionsToBring,
    DemandToBring,
    PeopleToBring,
    ToBring,
    bring_in,
    preview,
)
from coordinator.casework.imports.importing_people import PeoplePreview
from coordinator.casework.imports.mappings import KeptMapping, choose_mapping
from coordinator.casework.imports.undoing import list_imports, undo_import
from coordinator.casework.stores.opening import Office
from coordinator.cli.asking import PassphraseFile, StoreFolder, opened
from coordinator.cli.telling import bar, say
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.returns.imports import ActionChoices, Remark
from coordinator.sheets.columns import Column, Target
from coordinator.sheets.problems import Problem
from coordinator.sheets.reading import read_actions, read_demand_list, read_people
from coordinator.wording.imports import (
    alike_line,
    columns_lines,
    counts_line,
    import_line,
    more_line,
    on_file_line,
    preview_line,
    remark_line,
    undo_line,
    undone_line,
)
from coordinator.wording.refusals.sheet_faults import problem_line
from coordinator.wording.translation import _

T = TypeVar("T")

_SHOWN = 10  # lines of one sort, unless all are asked for

File: TypeAlias = Annotated[
    Path, typer.Argument(metavar="FILE", help=_("An .xlsx, .xls, .ods or .csv file."))
]
Mapping: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--mapping",
        help=_("A mapping file (TOML), or the name of one used before; kept under its name."),
        show_default=False,
    ),
]
Source: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--source",
        help=_("Who sent the file and issued its numbers; else the file's own name."),
        show_default=False,
    ),
]
Counted: TypeAlias = Annotated[
    str,
    typer.Option("--source", help=_("Who counted, as the directory has it or in other words.")),
]
OnCaseload: TypeAlias = Annotated[
    bool,
    typer.Option("--on-caseload", help=_("The panel works with them already: open their cases.")),
]
AsAt: TypeAlias = Annotated[
    datetime | None,
    typer.Option(
        "--as-at",
        formats=["%Y-%m-%d", "%d/%m/%Y"],
        help=_("The day the list was drawn up, where it does not say; else today."),
        show_default=False,
    ),
]
AddOwners: TypeAlias = Annotated[
    bool,
    typer.Option("--add-owners", help=_("Add owners with their agencies to the directory.")),
]
DryRun: TypeAlias = Annotated[
    bool, typer.Option("--dry-run", help=_("Say what would happen; write nothing."))
]
ShowAll: TypeAlias = Annotated[
    bool, typer.Option("--all", help=_("Show every remark, however many of a sort."))
]


def join(app: typer.Typer) -> None:
    """Add the commands of this family."""
    family = typer.Typer(
        help=_("Bring people, actions or counts in from a spreadsheet, or take it back."),
        no_args_is_help=True,
    )
    family.command(help=_("Bring people in."))(people)
    family.command(help=_("Bring actions in."))(actions)
    family.command(help=_("Bring an agency's list of how often it met people in."))(demand)
    family.command(name="list", help=_("List the imports of a store."))(listed)
    family.command(help=_("Take an import back as a whole: the newest, or NUMBER."))(undo)
    app.add_typer(family, name="import")


def people(
    file: File,
    store: StoreFolder,
    *,
    mapping: Mapping = None,
    source: Source = None,
    on_caseload: OnCaseload = False,
    dry_run: DryRun = False,
    show_all: ShowAll = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Tell what is odd and who is on file already, then bring the others in."""
    with opened(store, passphrase_file) as office:
        desk = office.desk
        kept = _mapping(desk, mapping, Target.PEOPLE)
        sheet = read_people(file, today=desk.today(), mapping=kept.mapping if kept else None)
        wanted = PeopleToBring(sheet, _source(file, source), on_caseload, kept)
        _bring(office, wanted, dry_run=dry_run, show_all=show_all)


def actions(
    file: File,
    store: StoreFolder,
    *,
    mapping: Mapping = None,
    source: Source = None,
    add_owners: AddOwners = False,
    dry_run: DryRun = False,
    show_all: ShowAll = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Tell what is odd and what does not fit, then bring the others in."""
    with opened(store, passphrase_file) as office:
        desk = office.desk
        kept = _mapping(desk, mapping, Target.ACTIONS)
        sheet = read_actions(file, today=desk.today(), mapping=kept.mapping if kept else None)
        choices = ActionChoices(add_owners=add_owners)
        wanted = ActionsToBring(sheet, _source(file, source), choices, kept)
        _bring(office, wanted, dry_run=dry_run, show_all=show_all)


def demand(
    file: File,
    store: StoreFolder,
    source: Counted,
    *,
    mapping: Mapping = None,
    as_at: AsAt = None,
    dry_run: DryRun = False,
    show_all: ShowAll = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Tell what is odd and whom nobody knows, then bring the other counts in."""
    with opened(store, passphrase_file) as office:
        desk = office.desk
        kept = _mapping(desk, mapping, Target.DEMAND)
        sheet = read_demand_list(file, today=desk.today(), mapping=kept.mapping if kept else None)
        drawn_up = as_at.date() if as_at else None
        wanted = DemandToBring(sheet, source.strip(), drawn_up, kept)
        _bring(office, wanted, dry_run=dry_run, show_all=show_all)


def _bring(office: Office, wanted: ToBring, *, dry_run: bool, show_all: bool) -> None:
    """Tell what is odd about a sheet, then bring it in."""
    _tell_file(wanted.sheet.columns, wanted.sheet.problems, show_all=show_all)
    told = preview(office.desk, wanted)
    _tell_remarks(told.remarks, show_all=show_all)
    if isinstance(told, PeoplePreview):
        _tell_alike(told, show_all=show_all)
    if dry_run:
        say(preview_line(told.counts))
        return
    with bar(_("Backing up")) as progress:
        done = bring_in(office, wanted, progress=progress).result
    say(counts_line(done.counts))
    if done.number:
        say(undo_line(done.number))


def listed(store: StoreFolder, passphrase_file: PassphraseFile = None) -> None:
    """List the imports, the newest first."""
    with opened(store, passphrase_file, back_up=False) as office:
        for row in list_imports(office.desk):
            say(import_line(row))


def undo(
    store: StoreFolder,
    number: Annotated[
        int | None,
        typer.Argument(metavar="NUMBER", help=_("As listed."), show_default=False),
    ] = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Take an import back; refused when something of it was changed or used since."""
    with opened(store, passphrase_file) as office:
        standing = [row for row in list_imports(office.desk) if number or not row.is_undone]
        wanted = [row for row in standing if number in {None, row.number}]
        if not wanted:
            raise MissingRecordError(what="import", key="")
        with bar(_("Backing up")) as progress:
            done = undo_import(office, wanted[0].act, progress=progress)
        say(undone_line(done.result))


def _mapping(desk: Desk, given: str | None, target: Target) -> KeptMapping | None:
    return choose_mapping(desk, given, target) if given else None


def _source(file: Path, given: str | None) -> str:
    return (given or "").strip() or file.stem


def _tell_file(columns: Sequence[Column], problems: Sequence[Problem], *, show_all: bool) -> None:
    used = [column.heading for column in columns if column.field]
    unused = [column.heading for column in columns if column.heading and not column.field]
    for line in columns_lines(used, unused):
        say(line)
    _tell(problems, lambda one: one.rule, _problem, show_all=show_all)


def _tell_alike(told: PeoplePreview, *, show_all: bool) -> None:
    _tell(
        told.on_file,
        lambda one: (one.matched_by, bool(one.fills), bool(one.differs)),
        on_file_line,
        show_all=show_all,
    )
    _tell(told.alike, lambda one: bool(one.reference), alike_line, show_all=show_all)


def _tell_remarks(remarks: Sequence[Remark], *, show_all: bool) -> None:
    _tell(remarks, lambda one: one.rule, remark_line, show_all=show_all)


def _tell(
    found: Iterable[T],
    sort_of: Callable[[T], object],
    line: Callable[[T], str],
    *,
    show_all: bool,
) -> None:
    """Print what was found, sort by sort; of each sort the first few unless all are wanted."""
    sorts: dict[object, list[T]] = defaultdict(list)
    for one in found:
        sorts[sort_of(one)].append(one)
    for ones in sorts.values():
        shown = len(ones) if show_all else _SHOWN
        for said in _lines(ones, line, shown):
            say(said)


def _lines(ones: Sequence[T], line: Callable[[T], str], shown: int) -> Iterator[str]:
    yield from map(line, ones[:shown])
    if len(ones) > shown:
        yield more_line(len(ones) - shown)


def _problem(problem: Problem) -> str:
    return problem_line(
        problem.sheet, problem.row, problem.column, problem.heading, problem.rule.value
    )
