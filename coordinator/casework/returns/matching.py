"""Holding a returns sheet against what is on file: told first, nothing is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from coordinator.casework.actions.lists import rows_of
from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.db.models import Action, Agency
from coordinator.db.transaction import Reading
from coordinator.domain.errors import SheetError
from coordinator.domain.returns.codes import SheetCode, token
from coordinator.domain.returns.rules import (
    Planned,
    Returned,
    Said,
    Standing,
    agency_of,
    plan_rows,
)
from coordinator.domain.returns.views import ReturnedRow, ReturnPreview
from coordinator.domain.roles import Right


@dataclass(frozen=True, slots=True)
class Matched:
    """A sheet held against the store inside one look or act."""

    agency: Agency | None
    actions: Mapping[int, Action]
    planned: tuple[Planned, ...]


def preview_return(desk: Desk, sheet: Returned) -> ReturnPreview:
    """Say what taking a sheet in would do.

    Raises:
        NotPermittedError: The role may not say what became of actions.
        SheetError: `other-panel`.
    """
    with desk.read(Right.UPDATE_ACTIONS) as look:
        matched = match(desk, look, sheet)
        actions = list({action.id: action for action in matched.actions.values()}.values())
        rows = {row.id: row for row in rows_of(look, actions, desk.today())}
        return ReturnPreview(
            agency=matched.agency.name if matched.agency else "",
            made_on=_made_on(look, sheet.code),
            is_coded=sheet.code is not None,
            rows=tuple(
                ReturnedRow(one, rows.get(one.standing.id) if one.standing else None)
                for one in matched.planned
            ),
        )


def match(desk: Desk, look: Reading, sheet: Returned) -> Matched:
    """Find the action of every row and say what comes of it.

    An action is found by the number on the row, else by the code of the row. Where they name two
    actions (a column was sorted by itself) nobody can tell which is meant: the row is refused.

    Raises:
        SheetError: `other-panel`.
    """
    check_panel(look, sheet.code)
    actions = _actions(desk, look, sheet.rows)
    rows = _held_against_codes(look, sheet.rows, actions)
    standing = _standing(look, rows, actions)
    agency = _agency(look, sheet.code, standing.values())
    planned = plan_rows(rows, standing, agency.id if agency else None, desk.today())
    return Matched(agency, actions, planned)


def check_panel(look: Reading, code: SheetCode | None) -> None:
    """Refuse a sheet another panel made.

    Raises:
        SheetError: `other-panel`.
    """
    if code is not None and code.panel != token(look.info.panel_id):
        raise SheetError(Path(), "other-panel")


def _actions(desk: Desk, look: Reading, rows: Iterable[Said]) -> dict[int, Action]:
    """Find the action of each row, among those the sitter may see."""
    once = tuple(rows)
    numbered = {one.number: one for one in look.imports.numbered({_number(said) for said in once})}
    lost = [said.basis.action for said in once if said.basis and _number(said) not in numbered]
    coded = look.get_many(Action, lost)
    found = {}
    for said in once:
        action = numbered.get(_number(said))
        if action is None and said.basis is not None:
            action = coded.get(said.basis.action)
        if action is not None:
            found[said.row] = action
    sight = sight_of(desk, look, (action.person_id for action in found.values()))
    return {
        row: action
        for row, action in found.items()
        if sight.sees(action.person_id, action.sensitivity)
    }


def _held_against_codes(
    look: Reading, rows: Iterable[Said], actions: Mapping[int, Action]
) -> tuple[Said, ...]:
    """Mark the number of every filled row whose code is another action's that is on file."""
    once = tuple(rows)
    coded = look.get_many(Action, [said.basis.action for said in once if said.basis])
    return tuple(
        replace(said, unread=(*said.unread, ("number", "another-action")))
        if not said.is_empty
        and said.basis is not None
        and said.basis.action in coded
        and said.row in actions
        and actions[said.row].id != said.basis.action
        else said
        for said in once
    )


def _number(said: Said) -> str:
    return said.number.upper().replace(" ", "")


def _standing(
    look: Reading, rows: Iterable[Said], actions: Mapping[int, Action]
) -> dict[int, Standing]:
    reports = look.imports.reports_of({action.id for action in actions.values()})
    return {
        said.row: Standing(
            id=action.id,
            status=action.status,
            set_on=action.set_on,
            due_on=action.due_on,
            done_on=action.done_on,
            barrier=action.barrier_category,
            agency=action.owner_agency_id,
            reports=frozenset(
                " ".join(text.split()) for text in reports.get(action.id, frozenset())
            ),
            moved=_moved(look, said, action),
        )
        for said in rows
        if (action := actions.get(said.row)) is not None
    }


def _moved(look: Reading, said: Said, action: Action) -> frozenset[str]:
    """Name what changed here since the row was made, as far as the row tells."""
    basis = said.basis
    if basis is None or basis.action != action.id or basis.revision == action.revision:
        return frozenset()
    return look.history.fields_changed_since(action, basis.revision)


def _agency(look: Reading, code: SheetCode | None, standing: Iterable[Standing]) -> Agency | None:
    """Tell whose sheet it is: by its code, else by whose actions most of its rows are."""
    agencies = {one.id: one for one in look.directory.agencies()}
    coded = code.agency if code else ""
    found = next((one for one in agencies.values() if token(one.id) == coded), None)
    if found is None:
        whose = agency_of(standing)
        return agencies.get(whose) if whose else None
    passed: set[UUID] = set()
    while found.successor_id and found.id not in passed:
        passed.add(found.id)
        found = agencies.get(found.successor_id, found)
    return found


def _made_on(look: Reading, code: SheetCode | None) -> date | None:
    act = look.imports.act_numbered(code.number) if code else None
    return act.at.astimezone(LONDON).date() if act else None
