"""Rows about actions, from a tracker kept in a spreadsheet."""

import re
from dataclasses import dataclass
from datetime import date
from functools import partial

from coordinator.domain.lists.plans import ActionKind, ActionPriority
from coordinator.domain.states import ActionStatus
from coordinator.sheets.cells import read_date
from coordinator.sheets.people import read_name
from coordinator.sheets.problems import Rule
from coordinator.sheets.rows import Row
from coordinator.sheets.words import GROUPS, KIND, PRIORITY, STATUS

_WITH_AGENCY = re.compile(r"([^()]+?)\s*\(([^()]+)\)")
_LIST_LINE = re.compile(r"\n\s*(?:[-*\u2022]|\d+[.)])\s+\S")


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action of a sheet. Texts are empty, other values none, where nothing was recorded.

    The person is told by `reference`, or by name and date of birth; `owner` is one name as written
    (none when the sheet names a group), `agency` theirs. `number` is the sender's own.
    """

    sheet: str
    row: int
    text: str
    reference: str = ""
    given_name: str = ""
    family_name: str = ""
    born_on: date | None = None
    number: str = ""
    kind: ActionKind | None = None
    owner: str = ""
    agency: str = ""
    set_on: date | None = None
    due_on: date | None = None
    done_on: date | None = None
    status: ActionStatus | None = None
    priority: ActionPriority | None = None
    update: str = ""
    problems: int = 0

    def __repr__(self) -> str:
        return f"ActionRow({self.sheet!r}, {self.row})"  # logs never hold a name


def read_action(row: Row, today: date) -> ActionRow | None:
    """Read one row; none when it is refused (its problems say why)."""
    text = row.text("text")
    name = read_name(row)
    reference = row.line("reference")
    if not text:
        row.note(Rule.NO_TEXT, "text")
    if not (reference or name.given_name or name.family_name):
        row.note(Rule.NO_PERSON)
    if row.is_refused:
        return None
    if _LIST_LINE.search("\n" + text) and "\n" in text:
        row.note(Rule.SEVERAL_ACTIONS, "text")
    due_on, done_on = row.day("due_on", today), row.day("done_on", today)
    status = row.choice("status", STATUS)
    if due_on is None:
        row.note(Rule.NO_DUE_DATE, "due_on")
    if status is ActionStatus.DONE and done_on is None:
        row.note(Rule.DONE_WITHOUT_DATE, "done_on")
    owner, agency = _owner(row)
    return ActionRow(
        sheet=row.sheet,
        row=row.number,
        text=text,
        reference=reference,
        given_name=name.given_name,
        family_name=name.family_name,
        born_on=row.read("born_on", partial(read_date, today=today, years_ahead=0)),
        number=row.line("number"),
        kind=row.choice("kind", KIND),
        owner=owner,
        agency=row.line("agency") or agency,
        set_on=row.day("set_on", today),
        due_on=due_on,
        done_on=done_on,
        status=status,
        priority=row.choice("priority", PRIORITY),
        update=row.text("update"),
        problems=len(row.problems),
    )


def _owner(row: Row) -> tuple[str, str]:
    """Read the owner, with the agency when it follows in brackets; one person, never a group."""
    said = row.line("owner")
    found = _WITH_AGENCY.fullmatch(said)
    owner, agency = (found[1], found[2]) if found else (said, "")
    if not owner:
        row.note(Rule.NO_OWNER, "owner")
    elif owner.casefold() in GROUPS or re.search(r"[/;,&]|\band\b", owner):
        row.note(Rule.OWNER_IS_GROUP, "owner")
        return "", agency
    return owner, agency
