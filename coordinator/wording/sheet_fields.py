"""What a column of a spreadsheet can be taken for, as a list to choose from says it."""

from collections.abc import Mapping

from coordinator.domain.lists.measures import DemandMeasure
from coordinator.wording.labels import label
from coordinator.wording.refusals.rules import field_name
from coordinator.wording.translation import N_, _

_FIELDS: Mapping[str, str] = {
    "reference": N_("Reference"),
    "given_name": N_("First name"),
    "family_name": N_("Family name"),
    "full_name": N_("Name, whole or initials"),
    "initials": N_("Initials"),
    "born_on": N_("Date of birth"),
    "source_id": N_("Number of the sender"),
    "middle_name": N_("Middle name"),
    "suffix": N_("Suffix of the name"),
    "title": N_("Title"),
    "preferred_name": N_("Name they like to be called"),
    "aliases": N_("Other names"),
    "birth_quality": N_("How sure the date of birth is"),
    "estimated_age": N_("Age"),
    "needs_interpreter": N_("Interpreter needed"),
    "safe_to_call": N_("Safe to call"),
    "address_2": N_("Address, second line"),
    "address_3": N_("Address, third line"),
    "place": N_("Town or area"),
    "gp": N_("GP"),
    "nhs_number": N_("NHS number"),
    "died_on": N_("Date of death"),
    "deleted_on": N_("Deleted by the sender"),
    "opened_on": N_("On the caseload since"),
    "next_review_on": N_("Next review"),
    "number": N_("Number of the action"),
    "text": N_("What is to be done"),
    "kind": N_("Kind of action"),
    "owner": N_("Owner"),
    "agency": N_("Agency of the owner"),
    "set_on": N_("Agreed on"),
    "due_on": N_("Due"),
    "done_on": N_("Done on"),
    "status": N_("Status"),
    "update": N_("Latest news"),
    "month": N_("Month"),
    "from_on": N_("First day"),
    "to_on": N_("Last day"),
    "measure": N_("What is counted"),
    "count": N_("How often"),
    "as_at": N_("As at"),
}
_MEASURES = frozenset(DemandMeasure)


def sheet_field(field: str) -> str:
    """Write what a column is taken for: *Date of birth*."""
    if field in _MEASURES:
        return label(DemandMeasure(field))
    return _(_FIELDS[field]) if field in _FIELDS else field_name(field)


def reading_line(used: list[tuple[str, str]], unused: list[str]) -> tuple[str, str]:
    """Say how the columns are read, and which are not: two sentences, the second may be empty.

    Args:
        used: Heading and field of each column that is read.
        unused: Headings of the others.
    """
    pairs = [_pair(name, sheet_field(field)) for name, field in used]
    told = _("Read: {columns}.", columns=", ".join(pairs)) if pairs else ""
    rest = _("Not read: {columns}.", columns=", ".join(unused)) if unused else ""
    return told, rest


def _pair(name: str, field: str) -> str:
    if name.casefold() == field.casefold():
        return name
    return _("{name} = {field}", name=name, field=field)
