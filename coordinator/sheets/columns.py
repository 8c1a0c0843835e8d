"""Which column means what: names as agencies write them, matched whole and never by likeness.

A heading is compared after folding: case, points, brackets and joined words (`DateOfBirth`,
`date_of_birth`, `Date of birth*`, `D.O.B. (dd/mm/yyyy)`) make no difference.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coordinator.sheets import demand_names


class Target(StrEnum):
    """What the rows of a file are about."""

    PEOPLE = "people"
    ACTIONS = "actions"
    DEMAND = "demand"


_PERSON_NAMES: Mapping[str, str] = {
    "reference": "reference|ref|ref no|panel ref|panel reference|our ref|case ref|case reference"
    "|person reference|person ref",
    "given_name": "first name|forename|forenames|first names|given name|given names",
    "family_name": "last name|surname|family name|second name",
    "full_name": "name|full name|client|client name|person|person name|individual|service user"
    "|service user name|patient name|customer name|resident|name initials",
    "initials": "initials|initial|client initials|person initials|service user initials"
    "|patient initials|customer initials|resident initials|persons initials|clients initials"
    "|names initials|initials of person|initials only",
    "born_on": "dob|date of birth|birth date|birthdate|born|born on|d o b",
}

_PEOPLE_ONLY: Mapping[str, str] = {
    "source_id": "personal id|person id|client id|case id|record id|id|id no|unique id|client no"
    "|client number|system id|mosaic id|mosaic no|liquidlogic id|urn",
    "middle_name": "middle name|middle names|middle initial",
    "suffix": "name suffix|suffix",
    "title": "title|salutation",
    "preferred_name": "preferred name|known as|likes to be called|nickname|preferred",
    "aliases": "alias|aliases|aka|also known as|other names|other name",
    "pronouns": "pronouns|pronoun",
    "birth_quality": "dob data quality",
    "estimated_age": "age|estimated age|approx age|approximate age",
    "gender": "gender|sex|gender identity",
    "ethnicity": "ethnicity|ethnic origin|ethnic group",
    "language": "language|first language|main language|preferred language",
    "needs_interpreter": "interpreter|interpreter needed|interpreter required|needs interpreter",
    "communication": "communication|communication needs|accessible information",
    "phone": "phone|telephone|tel|tel no|telephone no|telephone number|phone number|phone no"
    "|mobile|mobile no|mobile number|mobile phone|contact number|contact no",
    "safe_to_call": "safe to call|safe to phone|safe to contact|ok to call",
    "address": "address|home address|current address|last known address|address line 1|street"
    "|address 1",
    "address_2": "address line 2|address 2",
    "address_3": "address line 3|address 3",
    "postcode": "postcode|post code|postal code",
    "place": "town|place|area|locality|town area|city",
    "housing": "housing|housing status|accommodation|accommodation status|accommodation type"
    "|current accommodation|living situation|housing situation",
    "gp": "gp|gp practice|gp surgery|surgery|doctor",
    "nhs_number": "nhs number|nhs no|nhs|nhs num",
    "died_on": "date of death|died|died on|deceased date|date deceased",
    "deleted_on": "date deleted",
    "opened_on": "date accepted|accepted|accepted on|date adopted|adopted|date opened|opened"
    "|opened on|case opened|on caseload since|on panel since|start date|date started",
    "next_review_on": "next review|next review date|review date|review due|review on|review"
    "|date of next review|date of review|next review due",
}

_ACTIONS_ONLY: Mapping[str, str] = {
    "number": "action no|action number|action ref|action id|no|number|item",
    "text": "action|actions|action agreed|actions agreed|what|task|action required|agreed action"
    "|description|action description|what needs to happen",
    "kind": "kind|type|action type|action kind|category",
    "owner": "owner|action owner|who|by whom|responsible|person responsible|assigned to"
    "|responsible person|allocated to|action for",
    "agency": "agency|organisation|owner agency|lead agency|responsible agency|partner",
    "set_on": "set on|date set|date agreed|agreed on|date|meeting date|date raised|raised|opened"
    "|date of meeting",
    "due_on": "due|due date|by when|target date|deadline|when|date due|due by|timescale",
    "done_on": "done|done on|date done|date completed|completed on|completion date|completed"
    "|closed|date closed",
    "status": "status|action status|progress status|rag status|state",
    "priority": "priority|urgency",
    "update": "update|updates|progress|comments|notes|comment|latest update"
    "|progress update|result|outcome",
}

_FIELDS: Mapping[Target, Mapping[str, str]] = {
    Target.PEOPLE: {**_PERSON_NAMES, **_PEOPLE_ONLY},
    Target.ACTIONS: {**_PERSON_NAMES, **_ACTIONS_ONLY},
    Target.DEMAND: {
        "reference": _PERSON_NAMES["reference"],
        "source_id": _PEOPLE_ONLY["source_id"],
        **demand_names.OTHERS,
        **demand_names.MEASURES,
    },
}
_FIELD_OF: Mapping[Target, Mapping[str, str]] = {
    target: {name: field for field, names in fields.items() for name in names.split("|")}
    for target, fields in _FIELDS.items()
}


MEASURE_NAMES: Mapping[str, str] = {
    name: measure for measure, names in demand_names.MEASURES.items() for name in names.split("|")
}
"""What agencies call a measure, folded, in a column that says which one a row counts."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a file: its place (0 is A), its heading as written, the field it fills."""

    place: int
    heading: str
    field: str | None


def fields_of(target: Target) -> tuple[str, ...]:
    """Name the fields a mapping may fill, those about whom it is first."""
    return tuple(_FIELDS[target])


def field_of(target: Target, heading: str) -> str | None:
    """Find the field a heading means, if it is one of the names we know."""
    return _FIELD_OF[target].get(folded(heading))


def folded(heading: str) -> str:
    """Reduce a heading to plain words: *D.O.B. (dd/mm/yyyy)* to *dob*."""
    words = re.sub(r"\([^)]*\)", " ", heading)
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", words)
    words = re.sub(r"\b(?:[A-Za-z]\.){2,}", lambda found: found[0].replace(".", ""), words)
    return " ".join(re.sub(r"[^\w&]|_", " ", words.replace("'", "")).casefold().split())


def columns_by_name(target: Target, headings: Sequence[str]) -> tuple[Column, ...]:
    """Give each column its field by its name; a field named twice is the first column's."""
    return _once((heading, field_of(target, heading)) for heading in headings)


def columns_by_mapping(
    mapping: Mapping[str, str],
    target: Target,
    headings: Sequence[str],
    ignored: Collection[str] = (),
) -> tuple[Column, ...]:
    """Give each column its field by a saved mapping (field -> heading), the rest by name.

    Those in `ignored` are not read whatever they are called.
    """
    chosen = {folded(heading): field for field, heading in mapping.items()}
    passed_over = {folded(heading) for heading in ignored}

    def found(heading: str) -> str | None:
        if folded(heading) in passed_over:
            return None
        named = _unless(field_of(target, heading), mapping)
        return chosen.get(folded(heading)) or named

    return _once((heading, found(heading)) for heading in headings)


def _unless(field: str | None, taken: Mapping[str, str]) -> str | None:
    return None if field in taken else field


def _once(named: Iterable[tuple[str, str | None]]) -> tuple[Column, ...]:
    seen: set[str] = set()
    columns = []
    for place, (heading, field) in enumerate(named):
        columns.append(Column(place, heading, None if field in seen else field))
        seen |= {field} if field else set()
    return tuple(columns)
