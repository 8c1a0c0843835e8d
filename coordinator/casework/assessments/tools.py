"""Setting up the tools the panel scores with: an edition in use is followed, never changed."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from coordinator.casework.assessments.shelf import (
    facts_of,
    item_facts,
    new_item,
    tool_row,
    tools_of,
    written_down,
)
from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.db.models import AssessmentTool, ToolBand
from coordinator.db.transaction import Transaction
from coordinator.domain.assessments import rules
from coordinator.domain.assessments.rules import Band, Item, Tool
from coordinator.domain.assessments.views import ToolRow
from coordinator.domain.errors import GuardError
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right


def add_tool(desk: Desk, tool: Tool) -> Done[UUID]:
    """Set up a tool of the panel's own; its items may come later.

    Raises:
        InvalidFieldsError: It cannot be scored with, or is called as another; see `check_tool` and
            `check_only_name`.
    """
    rules.check_tool(tool)
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        rules.check_only_name(tool.name, _names_in_use(tx))
        made = tx.add(AssessmentTool(id=desk.new_id(), **facts_of(tool)))
        tx.session.flush()  # items and bands refer to it
        _put_items(desk, tx, made.id, tool.items)
        _put_bands(desk, tx, made.id, tool.bands)
        tx.journal("tool.added", record=made.id)
    return Done(made.id, tx.changes)


def change_tool(desk: Desk, tool_id: UUID, tool: Tool, *, seen: int) -> Done[UUID]:
    """Say anew what a tool is, all of it; gives the edition that says so.

    One that nobody was scored with is changed. One in use stays as it was, readable with what was
    scored, and a new edition follows it.

    Args:
        desk: Where and by whom.
        tool_id: The edition the form was filled from.
        tool: All of it. Items that stay keep their keys.
        seen: The revision the form was filled from.

    Raises:
        InvalidFieldsError: As for `add_tool`.
        GuardError: `tool-ended`; `tool-followed`: a newer edition stands.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError: There is no such edition here.
    """
    rules.check_tool(tool)
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        row = _standing(tx, tool_id)
        rules.check_only_name(tool.name, _names_in_use(tx, row))
        if row.is_used:
            edition = _follow(desk, tx, row, tool)
            tx.journal("tool.edition_made", record=edition)
        else:
            edition = _change(desk, tx, row, tool, seen)
            tx.journal("tool.changed", record=edition)
    return Done(edition, tx.changes)


def end_tool(desk: Desk, tool_id: UUID, *, reason: str) -> Done[None]:
    """Use a tool no more; what was scored with it stays readable.

    Raises:
        ReasonNeededError: `tool-ended`.
        GuardError: `tool-ended`, `tool-followed`.
        MissingRecordError: There is no such edition here.
    """
    need_reason(reason, "tool-ended")
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        one = written_down(tx, _standing(tx, tool_id))
        one.ended_on, one.end_reason = desk.today(), reason.strip()
        tx.journal("tool.ended", record=one.id, reason=reason)
    return Done(None, tx.changes)


def take_up_tool(desk: Desk, tool_id: UUID) -> Done[None]:
    """Use a tool again that was ended.

    Raises:
        GuardError: `tool-stands`: it never ended; `tool-followed`; `tool-name-taken`: another one
            is called so by now.
        MissingRecordError: There is no such edition here.
    """
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        row = tool_row(tx, tool_id)
        if not row.is_current:
            raise GuardError("tool-followed")
        if row.ended_on is None:
            raise GuardError("tool-stands")
        if rules.is_name_of_one(row.tool.name, _names_in_use(tx, row)):
            raise GuardError("tool-name-taken")
        one = tx.get(AssessmentTool, tool_id)
        one.ended_on, one.end_reason = None, ""
        tx.journal("tool.taken_up", record=one.id)
    return Done(None, tx.changes)


def _standing(tx: Transaction, tool_id: UUID) -> ToolRow:
    row = tool_row(tx, tool_id)
    if not row.is_current:
        raise GuardError("tool-followed")
    if row.ended_on is not None:
        raise GuardError("tool-ended")
    return row


def _names_in_use(tx: Transaction, but: ToolRow | None = None) -> Iterator[str]:
    """Give what the tools are called that are scored with now, but one."""
    for row in tools_of(tx):
        if row.is_current and row.ended_on is None and (but is None or row.family != but.family):
            yield row.tool.name


def _change(desk: Desk, tx: Transaction, row: ToolRow, tool: Tool, seen: int) -> UUID:
    one = written_down(tx, row)
    put(tx, one, seen=one.revision if row.is_shipped else seen, fields=facts_of(tool))
    _put_items(desk, tx, one.id, tool.items)
    _put_bands(desk, tx, one.id, tool.bands)
    return one.id


def _follow(desk: Desk, tx: Transaction, row: ToolRow, tool: Tool) -> UUID:
    made = tx.add(
        AssessmentTool(
            id=desk.new_id(),
            edition_of_id=row.family,
            edition=row.edition + 1,
            **facts_of(tool),
        )
    )
    tx.session.flush()  # items and bands refer to it
    for at, item in enumerate(tool.items):
        tx.add(new_item(desk.new_id(), made.id, at, _keyed(desk, item)))
    _put_bands(desk, tx, made.id, tool.bands)
    return made.id


def _put_items(desk: Desk, tx: Transaction, tool_id: UUID, items: Sequence[Item]) -> None:
    """Make the items of an edition say this; each is known by its key."""
    standing = {one.key: one for one in tx.assessments.items([tool_id])}
    for key in standing.keys() - {one.key for one in items}:
        standing[key].removed = True
    for at, item in enumerate(items):
        if (one := standing.get(item.key)) is None:
            tx.add(new_item(desk.new_id(), tool_id, at, _keyed(desk, item)))
            continue
        for name, value in item_facts(item, at).items():
            if getattr(one, name) != value:
                setattr(one, name, value)


def _keyed(desk: Desk, item: Item) -> Item:
    """Give an item that is new a key of its own: no other item ever has it."""
    if item.key:
        return item
    key = desk.new_id().hex[-12:]
    return Item(key, item.words, item.highest, item.lowest, item.step, item.guide)


def _put_bands(desk: Desk, tx: Transaction, tool_id: UUID, bands: Sequence[Band]) -> None:
    standing: list[ToolBand] = list(tx.assessments.bands([tool_id]))
    kept = {(one.name, one.lowest, one.highest): one for one in standing}
    wanted = {(one.name.strip(), one.lowest, one.highest) for one in bands}
    for said, one in kept.items():
        one.removed = said not in wanted
    for name, lowest, highest in sorted(wanted - kept.keys()):
        tx.add(
            ToolBand(id=desk.new_id(), tool_id=tool_id, name=name, lowest=lowest, highest=highest)
        )
