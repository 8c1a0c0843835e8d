"""Changing what the panel decided for itself, line by line, and taking it as it was shipped.

The first change in a topic writes down everything shipped there: from then on it is the panel's
own, whatever a later program ships.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.panel.lines import (
    barrier_choices,
    features,
    id_of,
    kind_of,
    lines_of,
    shown,
    texts,
)
from coordinator.db.models import PanelLine as Row
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import GuardError, InvalidFieldsError, MissingRecordError
from coordinator.domain.lists.panel import Feature, TextKey, Topic
from coordinator.domain.outcomes import Done
from coordinator.domain.panel import settings as rules
from coordinator.domain.panel.settings import KEYED, BarrierChoice, PanelLine, PanelSettings
from coordinator.domain.roles import Right
from coordinator.reference.kinds import PanelKind, ShippedLine, panel_kind
from coordinator.reference.panels import panel_templates

_SHOWN = tuple(topic for topic in Topic if topic is not Topic.KIND)


def start_as(desk: Desk, kind: str) -> Done[None]:
    """Write down what a panel of this kind arrives with; for a panel that was just made.

    Raises:
        InvalidFieldsError: `kind` is `unknown`.
        GuardError: `panel-started`: it has settings of its own already.
    """
    if kind not in {one.key for one in panel_templates()}:
        raise InvalidFieldsError({"kind": "unknown"})
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        if tx.directory.lines_ever(set(Topic)):
            raise GuardError("panel-started")
        panel = tx.info.panel_id
        name = ShippedLine(Topic.KIND, "kind", kind, {})
        tx.add(_row(id_of(name, panel), panel, name, 0))
        for topic in _SHOWN:
            _write_down(tx, panel_kind(kind), topic)
        tx.journal("panel.started_as", record=panel)
    return Done(None, tx.changes)


def read_settings(desk: Desk) -> PanelSettings:
    """Give everything the panel decided for itself, and what of it was shipped like that."""
    with desk.read() as look:
        lines = lines_of(look, *_SHOWN)
        kind = kind_of(look)
        letters_given = bool(look.people.count())
    return PanelSettings(kind, lines, _changed(lines, panel_kind(kind)), letters_given)


def read_topic(desk: Desk, topic: Topic) -> tuple[PanelLine, ...]:
    """Give the lines of one topic as they stand."""
    with desk.read() as look:
        return lines_of(look, topic)[topic]


def read_text(desk: Desk, key: TextKey) -> str:
    """Give one of the panel's standing texts."""
    with desk.read() as look:
        return texts(look)[key]


def read_texts(desk: Desk) -> dict[TextKey, str]:
    """Give all of the panel's standing texts."""
    with desk.read() as look:
        return texts(look)


def read_barrier_choices(desk: Desk) -> tuple[BarrierChoice, ...]:
    """Give what may be said to be in the way, in the panel's order and words."""
    with desk.read() as look:
        return barrier_choices(look)


def read_features(desk: Desk) -> frozenset[Feature]:
    """Tell what the panel has switched on."""
    with desk.read() as look:
        return features(look)


def add_line(desk: Desk, topic: Topic, *, text: str = "", **details: Any) -> Done[UUID]:
    """Put a line after the others of its topic.

    Args:
        desk: Where and by whom.
        topic: A list; the keyed topics have all their lines.
        text: What it says.
        details: The facts of its topic; see `domain.panel.settings`.

    Raises:
        InvalidFieldsError: What it says cannot be; see `check_line`, `check_single`.
        GuardError: `line-stays`: the topic has exactly one line for each key.
    """
    _check_list(topic)
    rules.check_line(topic, text, details)
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        rows = _own(tx, topic)
        rules.check_single(topic, details, [shown(row) for row in rows])
        rank = max((row.rank for row in rows), default=-1) + 1
        new = ShippedLine(topic, "", text.strip(), details)
        made = tx.add(_row(desk.new_id(), tx.info.panel_id, new, rank))
        tx.journal("panel.line_added", record=made.id)
    return Done(made.id, tx.changes)


def change_line(desk: Desk, topic: Topic, line_id: UUID, *, seen: int, **fields: Any) -> Done[int]:
    """Change what a line says; gives its revision.

    Args:
        desk: Where and by whom.
        topic: Of the line.
        line_id: Which.
        seen: The revision the form was filled from.
        fields: `text`, and the facts of its topic.

    Raises:
        InvalidFieldsError: What it would say cannot be.
        StaleRecordError: Somebody else changed it meanwhile.
        MissingRecordError: It was taken away meanwhile.
    """
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        rows = _own(tx, topic)
        row = _one_of(rows, line_id)
        said = dict(fields)
        text = said.pop("text", row.text)
        details = {**row.details, **said}
        rules.check_line(topic, text, details)
        others = [shown(other) for other in rows if other.id != row.id]
        rules.check_single(topic, details, others)
        changed: dict[str, Any] = {"text": text.strip()} if "text" in fields else {}
        changed |= {"details": details} if said else {}
        put(tx, row, seen=seen, fields=changed)
        tx.journal("panel.line_changed", record=row.id)
    return Done(row.revision, tx.changes)


def remove_line(desk: Desk, topic: Topic, line_id: UUID) -> Done[tuple[UUID, ...]]:
    """Take a line away; gives the lines that stood, in order, so that it can be put back.

    Raises:
        GuardError: `line-stays`: the topic has exactly one line for each key.
        MissingRecordError: It is gone already.
    """
    _check_list(topic)
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        rows = _own(tx, topic)
        _one_of(rows, line_id).removed = True
        tx.journal("panel.line_removed", record=line_id)
    return Done(tuple(row.id for row in rows), tx.changes)


def reorder_lines(desk: Desk, topic: Topic, order: Sequence[UUID]) -> Done[None]:
    """Put the lines of a topic in another order.

    Raises:
        InvalidFieldsError: `not-in-list`: not exactly the lines that stand there.
        GuardError: `line-stays`: a keyed topic has its own order.
    """
    _check_list(topic)
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        rows = {row.id: row for row in _own(tx, topic)}
        if len(order) != len(rows) or set(order) != set(rows):
            raise InvalidFieldsError({"order": "not-in-list"})
        _rank(rows, order)
        tx.journal("panel.lines_reordered", record=tx.info.panel_id)
    return Done(None, tx.changes)


def put_back_lines(
    desk: Desk, topic: Topic, order: Sequence[UUID], *, instead_of: Collection[UUID] = ()
) -> Done[None]:
    """Put back lines that were taken away, where they stood.

    Args:
        desk: Where and by whom.
        topic: Theirs.
        order: The lines as they stood before; others that came since go after them.
        instead_of: Lines that go: those the ones put back had been replaced by.

    Raises:
        MissingRecordError: One of them never stood there.
    """
    _check_list(topic)
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        ever = {row.id: row for row in tx.directory.lines_ever({topic})}
        if missing := set(order) - set(ever):
            raise MissingRecordError(what="panel_line", key=str(min(missing)))
        for key in order:
            ever[key].removed = False
        for key in set(instead_of) - set(order):
            ever[key].removed = True
        since = [key for key, row in ever.items() if not row.removed and key not in set(order)]
        _rank(ever, [*order, *since])
        tx.journal("panel.lines_put_back", record=tx.info.panel_id)
    return Done(None, tx.changes)


def restore_shipped(desk: Desk, topic: Topic) -> Done[tuple[tuple[UUID, ...], tuple[UUID, ...]]]:
    """Take a list as it is shipped with the panel's kind.

    Returns:
        The lines that stood and those that stand instead, so that it can be undone.

    Raises:
        GuardError: `line-stays`: texts and deadlines are restored one by one.
    """
    _check_list(topic)
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        before = _own(tx, topic)
        for row in before:
            row.removed = True
        panel = tx.info.panel_id
        shipped = panel_kind(kind_of(tx)).of(topic)
        made = [tx.add(_row(desk.new_id(), panel, one, at)) for at, one in enumerate(shipped)]
        tx.journal("panel.shipped_restored", record=panel)
    return Done((tuple(row.id for row in before), tuple(row.id for row in made)), tx.changes)


def shipped_line(settings: PanelSettings, line: PanelLine) -> Mapping[str, Any]:
    """Give what a keyed line says as shipped: the fields to change it to."""
    found = next(one for one in panel_kind(settings.kind).of(line.topic) if one.name == line.key)
    return {"text": found.text, **found.details}


def _check_list(topic: Topic) -> None:
    if topic in KEYED:
        raise GuardError("line-stays")


def _own(tx: Transaction, topic: Topic) -> list[Row]:
    """Give the lines that stand; what is shipped is written down first if nobody did."""
    _write_down(tx, panel_kind(kind_of(tx)), topic)
    return [row for row in tx.directory.lines_ever({topic}) if not row.removed]


def _write_down(tx: Transaction, kind: PanelKind, topic: Topic) -> None:
    ever = tx.directory.lines_ever({topic})
    if ever and topic not in KEYED:
        return
    known = {str(row.details.get("key", "")) for row in ever if topic in KEYED}
    panel = tx.info.panel_id
    for at, one in enumerate(kind.of(topic)):
        if one.name not in known:
            tx.add(_row(id_of(one, panel), panel, one, at))
    tx.session.flush()


def _row(key: UUID, panel: UUID, line: ShippedLine, rank: int) -> Row:
    return Row(
        id=key,
        panel_id=panel,
        topic=line.topic,
        rank=rank,
        text=line.text,
        details=dict(line.details),
    )


def _one_of(rows: Sequence[Row], wanted: UUID) -> Row:
    for row in rows:
        if row.id == wanted:
            return row
    raise MissingRecordError(what="panel_line", key=str(wanted))


def _rank(rows: Mapping[UUID, Row], order: Sequence[UUID]) -> None:
    for at, key in enumerate(order):
        if rows[key].rank != at:
            rows[key].rank = at


def _changed(lines: Mapping[Topic, Sequence[PanelLine]], kind: PanelKind) -> frozenset[str]:
    changed = set()
    for topic, standing in lines.items():
        shipped = {one.name: (one.text, dict(one.details)) for one in kind.of(topic)}
        says = [(line.text, dict(line.details)) for line in standing]
        if topic in KEYED:
            keyed = zip(standing, says, strict=True)
            changed |= {line.key for line, said in keyed if said != shipped[line.key]}
        elif says != list(shipped.values()):
            changed.add(topic.value)
    return frozenset(changed)
