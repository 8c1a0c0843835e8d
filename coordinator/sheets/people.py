"""Rows about people, as another agency keeps them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from coordinator.domain.lists.people import HousingStatus
from coordinator.sheets.cells import read_date, read_whole_number
from coordinator.sheets.numbers import read_nhs_number, read_phone, read_postcode
from coordinator.sheets.people_names import SplitName, split_initials, split_name
from coordinator.sheets.problems import Rule
from coordinator.sheets.rows import Row
from coordinator.sheets.words import HOUSING, HUD_ETHNICITY, HUD_GENDER

_OLDEST = 115
_YOUNGEST = 16  # the panel's plans are for adults and young people from 16
_A_YEAR = timedelta(days=365.2425)
_TOTALS = frozenset({"total", "totals", "grand total", "subtotal", "sub-total", "count"})


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of a sheet. Texts are empty, other values none, where nothing was recorded.

    `source_id` is the number the sender knows them by; `suffix` (*Jr*) and `title` stand apart and
    are no part of the name. `is_birth_doubtful`: the sender says so, or the year had two figures.
    `problems` says how many remarks there are on this row.
    """

    sheet: str
    row: int
    given_name: str
    family_name: str
    source_id: str = ""
    reference: str = ""
    suffix: str = ""
    title: str = ""
    preferred_name: str = ""
    aliases: tuple[str, ...] = ()
    pronouns: str = ""
    born_on: date | None = None
    is_birth_doubtful: bool = False
    estimated_age: int | None = None
    gender: str = ""
    ethnicity: str = ""
    language: str = ""
    needs_interpreter: bool | None = None
    communication: str = ""
    phone: str = ""
    safe_to_call: bool | None = None
    address: str = ""
    place: str = ""
    housing: HousingStatus | None = None
    gp: str = ""
    nhs_number: str = ""
    died_on: date | None = None
    opened_on: date | None = None
    next_review_on: date | None = None
    problems: int = 0

    def __repr__(self) -> str:
        return f"PersonRow({self.sheet!r}, {self.row})"  # logs never hold a name


def read_person(row: Row, today: date) -> PersonRow | None:
    """Read one row; none when it is refused (its problems say why)."""
    name = read_name(row)
    if not (name.given_name or name.family_name or name.preferred_name) or _is_total(row, name):
        row.note(Rule.NO_NAME)
    if row.text("deleted_on"):
        row.note(Rule.DELETED, "deleted_on")
    if row.is_refused:
        return None
    born_on, is_doubtful = _birth(row, today)
    return PersonRow(
        sheet=row.sheet,
        row=row.number,
        given_name=name.given_name,
        family_name=name.family_name,
        source_id=row.line("source_id"),
        reference=row.line("reference"),
        suffix=row.line("suffix"),
        title=row.line("title"),
        preferred_name=row.line("preferred_name") or name.preferred_name,
        aliases=(*name.aliases, *_several(row.text("aliases"))),
        pronouns=row.line("pronouns"),
        born_on=born_on,
        is_birth_doubtful=is_doubtful,
        estimated_age=row.read("estimated_age", partial(read_whole_number, most=_OLDEST)),
        gender=_worded(row, "gender", HUD_GENDER),
        ethnicity=_worded(row, "ethnicity", HUD_ETHNICITY),
        language=row.line("language"),
        needs_interpreter=row.yes_no("needs_interpreter"),
        communication=row.text("communication"),
        phone=row.read("phone", read_phone) or "",
        safe_to_call=row.yes_no("safe_to_call"),
        address=_address(row),
        place=row.line("place"),
        housing=row.choice("housing", HOUSING),
        gp=row.line("gp"),
        nhs_number=row.read("nhs_number", read_nhs_number) or "",
        died_on=row.day("died_on", today),
        opened_on=_past_day(row, "opened_on", today),
        next_review_on=row.day("next_review_on", today),
        problems=len(row.problems),
    )


def _is_total(row: Row, name: SplitName) -> bool:
    """Whether a row adds up the ones above it: *Total*, and a figure or nothing for a name."""
    ids = [row.line("source_id"), row.line("reference")]
    said = [*ids, name.given_name, name.family_name]
    names = [part for part in said if part.casefold().rstrip(":") not in _TOTALS]
    return len(names) < len(said) and not any(map(str.isalpha, "".join(names)))


def read_name(row: Row) -> SplitName:
    """Take the name from its own columns, else apart from one, else the initials.

    Middle names are given names.
    """
    given, family = row.line("given_name"), row.line("family_name")
    if given or family:
        whole = " ".join(part for part in (given, row.line("middle_name")) if part)
        if any(not any(one.isalpha() for one in part) for part in (given, family) if part):
            row.note(Rule.NAME_ODD)
        return SplitName(whole, family)
    for field, split in (("full_name", split_name), ("initials", split_initials)):
        if said := row.text(field):
            name = split(said)
            if name.rule:
                row.note(name.rule, field)
            return name
    return SplitName()


def _past_day(row: Row, field: str, today: date) -> date | None:
    """Read a day that has been."""
    day = row.day(field, today)
    if day and day > today:
        row.note(Rule.AFTER_TODAY, field)
        return None
    return day


def _birth(row: Row, today: date) -> tuple[date | None, bool]:
    """Read the date of birth; whether its sender doubts it or we had to complete it."""
    reading = read_date(row.cell("born_on"), today, years_ahead=0)
    rules = [reading.rule] if reading.rule else []
    born_on = reading.value
    if born_on and born_on > today:
        born_on, rules = None, [Rule.BIRTH_IN_FUTURE]
    elif born_on and today - born_on > _OLDEST * _A_YEAR:
        born_on, rules = None, [Rule.BIRTH_TOO_OLD]
    elif born_on and today - born_on < _YOUNGEST * _A_YEAR:
        rules.append(Rule.UNDER_16)
    for rule in rules:
        row.note(rule, "born_on")
    is_doubtful = born_on is not None and _is_doubted(row)
    if is_doubtful:
        row.note(Rule.BIRTH_DOUBTFUL, "born_on")
    return born_on, is_doubtful or Rule.DATE_SHORT_YEAR in rules


def _is_doubted(row: Row) -> bool:
    """Whether the quality column says anything but *full* (1).

    Source: HMIS Data Standards FY 2020, 3.03: 2 approximate or partial, 8 and 9 not told,
    99 not collected.
    """
    return row.line("birth_quality") not in {"", "1"}


def _worded(row: Row, field: str, codes: Mapping[str, str]) -> str:
    """Read what the person says of themselves; bare figures are codes of the HMIS standard.

    Those are known only in a file of that shape (it has a column for the quality of the date of
    birth); anywhere else they are left out.
    """
    said = row.line(field)
    if not said.isdecimal():
        return said
    if said not in codes or not row.has("birth_quality"):
        row.note(Rule.CODE_UNKNOWN, field)
        return ""
    return codes[said]


def _address(row: Row) -> str:
    lines = [row.text("address"), row.line("address_2"), row.line("address_3")]
    postcode = row.read("postcode", read_postcode) or ""
    return ", ".join(", ".join(line.splitlines()) for line in (*lines, postcode) if line)


def _several(said: str) -> Sequence[str]:
    return [
        one.strip()
        for one in said.replace(";", "\n").replace(",", "\n").split("\n")
        if one.strip()
    ]
