"""Which sheets of a file are read, and as what; and what the columns are taken for."""

from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from coordinator.domain.errors import SheetError
from coordinator.sheets import demand_names
from coordinator.sheets.columns import Column, Target, columns_by_mapping, columns_by_name
from coordinator.sheets.headings import Headings, Name, find_headings, lettered
from coordinator.sheets.mappings import ColumnMapping
from coordinator.sheets.tables import Table, Tables

_NAMES = {
    Target.PEOPLE: frozenset(
        {"given_name", "family_name", "full_name", "preferred_name", "initials"}
    ),
    Target.ACTIONS: frozenset({"given_name", "family_name", "full_name", "initials", "reference"}),
}
"""Columns of which a file needs at least one, to tell who a row is about."""


class ChosenSheet(NamedTuple):
    """A sheet that is read, and its columns."""

    table: Table
    headings: Headings


def choose_sheets(
    tables: Tables, target: Target, mapping: ColumnMapping | None, path: Path
) -> list[ChosenSheet]:
    """Choose the sheets whose columns tell what is needed.

    Raises:
        SheetError: None does; the fault of the first that has headings at all.
    """
    found = [(table, headings_of(table, target, mapping)) for table in tables.sheets]
    chosen = [
        ChosenSheet(table, headings)
        for table, headings in found
        if headings and lack_of(headings.columns, target, mapping) is None
    ]
    if not chosen:
        lacks = [lack_of(one.columns, target, mapping) for _table, one in found if one]
        fault, details = next((lack for lack in lacks if lack), ("no-heading", ()))
        raise SheetError(path, fault, details)
    return chosen


def headings_of(table: Table, target: Target, mapping: ColumnMapping | None) -> Headings | None:
    """Find the headings of a sheet as a mapping, or else their names, tell them."""
    name = naming(target, mapping)
    if mapping is not None and not mapping.has_headings:
        return lettered(table, name)
    if mapping is not None:
        return find_headings(table, name, enough=1)  # somebody said so, and may ignore the rest
    return find_headings(table, name)


def naming(target: Target, mapping: ColumnMapping | None) -> Name:
    """Give what makes columns of headings."""
    if mapping is None:
        return partial(columns_by_name, target)
    return partial(columns_by_mapping, mapping.columns, target, ignored=mapping.ignored)


def lack_of(
    columns: Sequence[Column], target: Target, mapping: ColumnMapping | None
) -> tuple[str, tuple[str, ...]] | None:
    """Say why columns cannot tell who, or what is to be done: a fault and its details."""
    fields = {column.field for column in columns if column.field}
    wanted = mapping.columns if mapping else {}
    if absent := tuple(name for field, name in wanted.items() if field not in fields):
        return "unknown-columns", absent
    named = tuple(column.heading for column in columns if column.heading)
    if target is Target.DEMAND:
        fault = _lack_of_demand(fields)
        return (fault, named) if fault else None
    if fields.isdisjoint(_NAMES[target]):
        return "no-name-column", named
    if target is Target.ACTIONS and "text" not in fields:
        return "no-action-column", named
    return None


def _lack_of_demand(fields: Collection[str]) -> str:
    """Say what a list of counts lacks: whose they are, of which days, or any count."""
    if not {"reference", "source_id"} & set(fields):
        return "no-reference-column"
    if "month" not in fields and not {"from_on", "to_on"} <= set(fields):
        return "no-period-column"
    if {"measure", "count"} <= set(fields) or set(fields) & set(demand_names.MEASURES):
        return ""
    return "no-count-column"
