"""The tools as they stand, those that came with the program included: for acts and reads.

A shipped tool is read until somebody writes it down by scoring with it, changing it or ending it;
its ids are the same on every copy of the panel, so that none is doubled. Away from the panel only
what is written down counts: the panel decides what it scores with.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID, uuid5

from coordinator.db.models import AssessmentTool, ToolItem
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.assessments.rules import Band, Item, Tool
from coordinator.domain.assessments.views import ToolRow
from coordinator.domain.errors import MissingRecordError
from coordinator.reference.tools import shipped_tools


def tools_of(look: Reading) -> tuple[ToolRow, ...]:
    """Give every edition of every tool, those of one tool together, the newest first."""
    rows = look.assessments.tools()
    written = _read(look, rows)
    known = {one.family for one in written}
    unwritten = [one for one in _shipped(look) if one.family not in known]
    families: dict[UUID, list[ToolRow]] = {one.id: [one] for one in unwritten}
    for row in written:
        families.setdefault(row.family, []).append(row)
    ordered = sorted(families.values(), key=lambda one: _newest(one).tool.name.casefold())
    return tuple(row for one in ordered for row in _marked(one))


def editions(look: Reading, wanted: Collection[UUID]) -> Mapping[UUID, ToolRow]:
    """Give some editions by their ids, whatever became of them since."""
    return {row.id: row for row in tools_of(look) if row.id in set(wanted)}


def tool_row(look: Reading, tool_id: UUID) -> ToolRow:
    """Give one edition.

    Raises:
        MissingRecordError: There is no such edition here.
    """
    for row in tools_of(look):
        if row.id == tool_id:
            return row
    raise MissingRecordError(what=AssessmentTool.kind.value, key=str(tool_id))


def written_down(tx: Transaction, row: ToolRow) -> AssessmentTool:
    """Give the record of an edition; that of a shipped one is made now."""
    if not row.is_shipped:
        return tx.get(AssessmentTool, row.id)
    made = tx.add(AssessmentTool(id=row.id, **facts_of(row.tool)))
    tx.session.flush()  # items refer to it
    for at, item in enumerate(row.tool.items):
        tx.add(new_item(uuid5(row.id, item.key), row.id, at, item))
    tx.session.flush()
    return made


def facts_of(tool: Tool) -> dict[str, object]:
    """Give what the record of an edition says, its items and bands apart."""
    return {
        "tool_kind": tool.kind,
        "name": tool.name.strip(),
        "owner": tool.owner.strip(),
        "acknowledgement": tool.acknowledgement.strip(),
        "period": tool.period.strip(),
    }


def item_facts(item: Item, rank: int) -> dict[str, object]:
    """Give what the record of an item says, its tool and key apart."""
    return {
        "rank": rank,
        "words": item.words.strip(),
        "lowest": item.lowest,
        "highest": item.highest,
        "step": item.step,
        "guide": item.guide.strip(),
    }


def new_item(key: UUID, tool: UUID, rank: int, item: Item) -> ToolItem:
    """Make the record of an item."""
    return ToolItem(id=key, tool_id=tool, key=item.key, **item_facts(item, rank))


def _shipped(look: Reading) -> list[ToolRow]:
    if look.away.info is not None:
        return []
    panel = look.info.panel_id
    ids = {key: uuid5(panel, f"tool {key}") for key in shipped_tools()}
    return [
        ToolRow(ids[key], 1, tool, ids[key], is_shipped=True)
        for key, tool in shipped_tools().items()
    ]


def _read(look: Reading, rows: Sequence[AssessmentTool]) -> list[ToolRow]:
    ids = [row.id for row in rows]
    items: dict[UUID, list[Item]] = {}
    for item in look.assessments.items(ids):
        items.setdefault(item.tool_id, []).append(_item(item))
    bands: dict[UUID, list[Band]] = {}
    for band in look.assessments.bands(ids):
        bands.setdefault(band.tool_id, []).append(Band(band.name, band.lowest, band.highest))
    used = look.assessments.used()
    return [
        ToolRow(
            row.id,
            row.revision,
            _tool(row, items.get(row.id, ()), bands.get(row.id, ())),
            row.edition_of_id or row.id,
            row.edition,
            is_used=row.id in used,
            ended_on=row.ended_on,
            end_reason=row.end_reason,
        )
        for row in rows
    ]


def _tool(row: AssessmentTool, items: Iterable[Item], bands: Iterable[Band]) -> Tool:
    return Tool(
        row.name,
        row.tool_kind,
        tuple(items),
        tuple(bands),
        row.owner,
        row.acknowledgement,
        row.period,
    )


def _item(row: ToolItem) -> Item:
    return Item(row.key, row.words, row.highest, row.lowest, row.step, row.guide)


def _newest(editions_: Sequence[ToolRow]) -> ToolRow:
    return max(editions_, key=lambda one: (one.edition, one.id))


def _marked(editions_: Sequence[ToolRow]) -> list[ToolRow]:
    """Say of each whether it is the one that is scored with; a tool ends as a whole."""
    newest = _newest(editions_)
    ordered = sorted(editions_, key=lambda one: (one.edition, one.id), reverse=True)
    return [replace(one, is_current=one is newest) for one in ordered]
