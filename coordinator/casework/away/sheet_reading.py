"""Reading an update sheet that came back: its marks first, then what each row says.

Nothing is guessed. What cannot be read, or bears no good mark, is named cell by cell, and then
nothing of the sheet is taken, or the rest of it where somebody says so.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.returns.reading import read_as, return_words
from coordinator.domain.cell_faults import CellFault
from coordinator.domain.errors import (
    OddShapeError,
    SheetCellsError,
    SheetError,
)
from coordinator.domain.exchange.sheet_says import (
    ActionSays,
    NewSays,
    NoteSays,
    PlanSays,
    RowSays,
    SheetSays,
    Spot,
)
from coordinator.domain.exchange.update_sheets import (
    RowBasis,
    RowKind,
    SheetMark,
    Signed,
    basis_in,
    find_code,
    fingerprint_of,
    label_of,
    mark_in,
    plain,
)
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.roles import Right
from coordinator.sheets.cells import text_of
from coordinator.sheets.columns import folded
from coordinator.sheets.problems import Severity
from coordinator.sheets.returns import said_in
from coordinator.sheets.rows import Row
from coordinator.sheets.tables import Tables
from coordinator.sheets.update_sheets import (
    FoundSheet,
    PageRow,
    PageWords,
    is_update_sheet,
    read_update_sheet,
)
from coordinator.vault.signing import is_signed, verifying_key
from coordinator.wording import update_sheets as words
from coordinator.wording.translation import _, locale

T = TypeVar("T")
_Says = Iterator[RowSays | CellFault]
_FIELDS = ("person", "on", "type", "result", "note", "section", "text", "number", "outcome",
           "barrier", "done_on", "new_date", "line", "owner", "due_on", "code")  # fmt: skip


def looks_like_an_update_sheet(tables: Tables) -> bool:
    """Whether a file is an update sheet; needs no store."""
    return is_update_sheet(tables)


def read_filled_sheet(desk: Desk, path: Path, *, rest: bool = False) -> SheetSays:
    """Read an update sheet of this store.

    Args:
        desk: Where and by whom.
        path: The file.
        rest: Whether the rows that can be taken are, without those that cannot.

    Raises:
        SheetError: It cannot be read, or is none; `mark-gone`, `mark-altered`,
            `sheet-of-other-panel`.
        SheetCellsError: Some of its cells cannot be taken as they are, and `rest` was not said.
    """
    found = read_update_sheet(path, _pages(locale()))
    with desk.read(Right.SETTLE) as look:
        panel, key = look.info.panel_id, verifying_key(look.info.signing_key)
    mark, secret = _checked_mark(found, path, panel, key)
    reading = _Reading(desk, mark, key)
    every = [one for row in found.rows for one in reading.says(row)]
    faults = [*found.faults, *(one for one in every if isinstance(one, CellFault))]
    rows = [one for one in every if not isinstance(one, CellFault)]
    twice = tuple(_said_twice(rows))
    faults += (fault for _row, fault in twice)
    if faults and not rest:
        raise SheetCellsError(path, tuple(faults))
    unsure = {_body(one) for one, _fault in twice}
    sure = tuple(one for one in rows if _body(one) not in unsure)
    return SheetSays(path, mark, secret, sure, found.unread, rest, tuple(faults))


def _checked_mark(
    found: FoundSheet, path: Path, panel: UUID, key: bytes
) -> tuple[SheetMark, bytes]:
    if found.mark is None:
        raise SheetError(path, "mark-gone")
    try:
        mark = mark_in(found.mark.body)
    except OddShapeError:
        raise SheetError(path, "mark-altered") from None
    if mark.panel != panel:
        raise SheetError(path, "sheet-of-other-panel")
    if not is_signed(key, mark.signed_part, found.mark.signature):
        raise SheetError(path, "mark-altered")
    return mark, found.mark.signature


class _Reading:
    """Says what rows say, each held against the mark it bears."""

    def __init__(self, desk: Desk, mark: SheetMark, key: bytes) -> None:
        self._desk, self._mark, self._key = desk, mark, key
        self._today = desk.today()
        self._returns = return_words(locale())
        pages: Mapping[str, Callable[[Row, Spot], _Says]] = {
            words.NOTES: self._note,
            words.PLANS: self._plan,
            words.ACTIONS: self._action,
            words.NEW: self._new,
        }
        self._pages = pages

    def says(self, one: PageRow) -> _Says:
        """Give what a row says, or what is wrong with it; nothing where nobody wrote anything."""
        return self._pages[one.page](one.row, _spot(one.row))

    def _basis(self, row: Row, *kinds: RowKind) -> RowBasis | str:
        """Read the mark of a row; gives the rule it breaks where it bears no good one.

        The mark stands in a column nobody sees: whoever sorts what they see leaves it behind.
        """
        said = text_of(row.cell("code"))
        if not said:
            return "mark-gone"
        signed = find_code(said)
        basis = _genuine(signed, self._mark.pack, self._key) if signed else None
        if basis is None:
            return "mark-altered"
        if basis.kind not in kinds:
            return "mark-elsewhere"
        called = [text_of(row.cell(name)) for name in _CALLED.get(basis.kind, ())]
        is_it = not called or label_of(self._mark.pack, *called) == basis.label
        return basis if is_it else "mark-mixed"

    def _plan(self, row: Row, spot: Spot) -> _Says:
        basis = self._basis(row, RowKind.PLAN, RowKind.LONG)
        if isinstance(basis, str):
            if text_of(row.cell("text")) or basis != "mark-gone":
                yield spot.fault("text", basis)
            return
        said = row.cell("text")
        written = plain(text_of(said))
        if fingerprint_of(self._mark.pack, written) == basis.fingerprint:
            return
        if basis.kind is RowKind.LONG:
            yield spot.fault("text", "shown-only")
            return
        row.text("text")  # notes a text that is too long
        faults = [*_unread(row, spot, ("text",)), *_made_over(row, spot, "text")]
        yield from faults or (PlanSays(spot, basis, written),)

    def _action(self, row: Row, spot: Spot) -> _Says:
        said = said_in(row, self._returns, self._today)
        if said.is_empty:
            return
        basis = self._basis(row, RowKind.ACTION)
        if isinstance(basis, str):
            yield spot.fault("number", basis)
            return
        faults = [spot.fault(column, rule) for column, rule in said.unread]
        faults += _made_over(row, spot, "line")
        yield from faults or (ActionSays(spot, basis, said),)

    def _note(self, row: Row, spot: Spot) -> _Says:
        on = row.day("on", self._today)
        how, came = row.choice("type", _types(locale())), row.choice("result", _results(locale()))
        note = row.text("note")
        if not any(text_of(row.cell(name)) for name in ("on", "type", "result", "note")):
            return
        basis = self._basis(row, RowKind.NOTE)
        if isinstance(basis, str):
            yield spot.fault("person", basis)
            return
        faults = list(_unread(row, spot, ("on", "type", "result", "note")))
        faults += _made_over(row, spot, "note")
        if not faults and on is not None and on > self._today:
            faults.append(spot.fault("on", "in-the-future"))
        if not faults and (on is None or how is None or came is None):
            empty = (("on", on), ("type", how), ("result", came))
            faults += [spot.fault(name, "required") for name, value in empty if value is None]
        if faults or on is None or how is None or came is None:
            yield from faults
        else:
            yield NoteSays(spot, basis, on, how, came, note)

    def _new(self, row: Row, spot: Spot) -> _Says:
        said = {name: text_of(row.cell(name)) for name in ("person", "text", "owner", "due_on")}
        if not any(said.values()):
            return
        basis = self._basis(row, RowKind.NEW) if text_of(row.cell("code")) else None
        if isinstance(basis, str):
            yield spot.fault("text", basis)
            return
        due = row.day("due_on", self._today)
        row.text("text")
        faults = list(_unread(row, spot, ("text", "due_on")))
        faults += _made_over(row, spot, "text")
        place = basis.place if basis else 0
        yield from faults or (
            NewSays(spot, place, said["person"], plain(said["text"]), said["owner"], due),
        )


_CALLED = {
    RowKind.NOTE: ("person",),
    RowKind.PLAN: ("person", "section"),
    RowKind.LONG: ("person", "section"),
    RowKind.ACTION: ("number",),
}
"""What a row is called by."""


def _genuine(signed: Signed, pack: str, key: bytes) -> RowBasis | None:
    with suppress(OddShapeError):
        basis = basis_in(signed.body)
        if is_signed(key, basis.signed_part(pack), signed.signature):
            return basis
    return None


def _body(row: RowSays) -> bytes:
    """Give what rows that stand twice have in common; nothing where that is no matter."""
    return row.basis.body if isinstance(row, PlanSays | ActionSays) else b""


def _said_twice(rows: list[RowSays]) -> Iterator[tuple[PlanSays | ActionSays, CellFault]]:
    """Name the rows that stand twice and do not say the same."""
    first: dict[bytes, PlanSays | ActionSays] = {}
    for one in rows:
        if isinstance(one, PlanSays):
            before = first.setdefault(one.basis.body, one)
            if isinstance(before, PlanSays) and before.text != one.text:
                yield one, one.spot.fault("text", "twice")
        elif isinstance(one, ActionSays):
            before = first.setdefault(one.basis.body, one)
            if isinstance(before, ActionSays) and not before.said.says_as(one.said):
                yield one, one.spot.fault("number", "twice")


def _spot(row: Row) -> Spot:
    return Spot(row.sheet, row.number, {name: row.letter_of(name) for name in _FIELDS})


def _unread(row: Row, spot: Spot, fields: tuple[str, ...]) -> Iterator[CellFault]:
    """Name the cells that say something nobody can read."""
    odd = {
        row.field_of(one.heading): one.rule.value
        for one in row.problems
        if one.severity is Severity.LEFT_OUT
    }
    yield from (spot.fault(name, odd[name]) for name in fields if name in odd)


def _made_over(row: Row, spot: Spot, name: str) -> Iterator[CellFault]:
    """Name a cell for words of which the program somebody typed it in made something else.

    What was typed cannot be told from that any more: 1/2 is a day, 01632 960001 lost its nought.
    """
    if not isinstance(row.cell(name), str):
        yield spot.fault(name, "made-over")


@cache
def _pages(_language: str) -> tuple[PageWords, ...]:
    return (
        _page(words.ACTIONS, words.ACTION_HEADINGS, {"number", "outcome"}, _ACTION_WRITTEN),
        _page(words.PLANS, words.PLAN_HEADINGS, {"section", "text"}, {"text"}),
        _page(words.NOTES, words.NOTE_HEADINGS, {"type", "result"}, _NOTE_WRITTEN),
        _page(words.NEW, words.NEW_HEADINGS, {"text", "owner"}, _NEW_WRITTEN),
    )


_ACTION_WRITTEN = frozenset({"outcome", "barrier", "done_on", "new_date", "line"})
_NOTE_WRITTEN = frozenset({"on", "type", "result", "note"})
_NEW_WRITTEN = frozenset({"person", "text", "owner", "due_on"})


def _page(
    page: str, headings: Mapping[str, str], needed: Collection[str], written: Collection[str]
) -> PageWords:
    names = {folded(page), folded(_(page))}
    return PageWords(page, names, _folded(headings), needed, written)


def _folded(headings: Mapping[str, str]) -> Mapping[str, str]:
    """Give headings in the language spoken now, and in the one they are written in."""
    plainly = {folded(said): name for name, said in headings.items()}
    return plainly | {folded(_(said)): name for name, said in headings.items()}


@cache
def _types(_language: str) -> Mapping[str, ContactType]:
    return read_as(ContactType)


@cache
def _results(_language: str) -> Mapping[str, ContactResult]:
    return read_as(ContactResult)
