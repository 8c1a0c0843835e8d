"""What is typed into a sheet before it is saved, line by line; no Qt."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from uuid import UUID

from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.outreach.results import enter_results
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.contacts import ContactResult
from coordinator.domain.outcomes import Done
from coordinator.domain.outreach import LineResult, SheetLine
from coordinator.ui.kit.asks import read_time

_PARTS = ("result", "clock", "note")


@dataclass(frozen=True, slots=True)
class Said:
    """What stands beside one line so far; `clock` as it was typed."""

    result: ContactResult | None = None
    clock: str = ""
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the sheet with what was typed beside it."""

    line: SheetLine
    said: Said


def kept_texts(said: Mapping[UUID, Said]) -> dict[str, str]:
    """Write what was typed so that it can be kept."""
    texts = {}
    for key, one in said.items():
        result = one.result.value if one.result else ""
        for part, text in zip(_PARTS, (result, one.clock, one.note), strict=True):
            if text:
                texts[f"{key.hex}.{part}"] = text
    return texts


def read_kept(texts: Mapping[str, str]) -> dict[UUID, Said]:
    """Read what was kept."""
    found: dict[UUID, Said] = {}
    for name, text in texts.items():
        line, part = name.split(".", 1)
        key = UUID(hex=line)
        found[key] = _with(found.get(key, Said()), part, text)
    return found


def _with(said: Said, part: str, text: str) -> Said:
    if part == "result":
        return replace(said, result=ContactResult(text))
    return replace(said, clock=text) if part == "clock" else replace(said, note=text)


def with_result(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Give the lines that are to be saved: those that say what came of it."""
    return tuple(one for one in entries if one.said.result is not None and not one.line.contact)


def fault_of(clock: str) -> str:
    """Say which rule a typed time breaks; nothing when it can be read."""
    try:
        read_time(clock)
    except ValueError:
        return "not-a-time"
    return ""


def lacks_time(entries: Sequence[Entry], on: date, today: date) -> Entry | None:
    """Give the first line whose time nobody can tell: on an earlier day, and none above it."""
    if on >= today:
        return None
    for one in entries:
        if one.said.clock.strip():
            return None
        return one
    return None


def saving(
    desk: Desk, sheet: UUID, on: date, entries: Sequence[Entry]
) -> Done[tuple[int, UUID | None]]:
    """Enter the whole pass; gives how many, and the act, to take it back.

    A time left empty is that of the line above it, and before the first one the present moment.

    Raises:
        RuleError: As for `enter_results`.
    """
    results, last = [], None
    for one in entries:
        typed = read_time(one.said.clock)
        last = typed or last
        if one.said.result is None:
            raise InvalidFieldsError({"result": "required"})
        at = _moment(desk, on, last)
        results.append(LineResult(one.line.id, one.said.result, at, note=one.said.note))
    done = enter_results(desk, sheet, results)
    return Done((done.result, done.changes.act), done.changes)


def _moment(desk: Desk, on: date, at: time | None) -> datetime:
    return desk.now() if at is None else datetime.combine(on, at, tzinfo=LONDON)
