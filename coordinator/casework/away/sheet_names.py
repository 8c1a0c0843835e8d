"""Whom an update sheet means where somebody is named by words: about whom, and who does it."""

from uuid import UUID

from coordinator.casework.away.led import lead_reader
from coordinator.db.models import Person, Professional
from coordinator.db.transaction import Reading
from coordinator.domain.directory.rules import is_in_post
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.exchange.update_sheets import SheetMark


def owner_words(name: str, agency: str) -> str:
    """Name somebody as the list of a sheet does: *Rhys Roskilly (Kerrow Homes)*."""
    return " ".join(f"{name} ({agency})".split())


def person_named(look: Reading, mark: SheetMark, said: str) -> Person:
    """Find whom a row is about, among those the sheet is about or its lead leads now.

    Raises:
        InvalidFieldsError: `person` is `required`, `person-unknown`.
    """
    if not said:
        raise InvalidFieldsError({"person": "required"})
    people = look.get_many(Person, sorted(_known(look, mark)))
    wanted = said.upper()
    found = [one for one in people.values() if one.reference.upper() in wanted]
    if not found:
        raise InvalidFieldsError({"person": "person-unknown"})
    return max(found, key=lambda one: len(one.reference))


def owner_named(look: Reading, said: str) -> Professional:
    """Find who does something, by name and agency, or by the name where only one has it.

    Raises:
        InvalidFieldsError: `owner` is `required`, `owner-unknown`.
    """
    wanted = " ".join(said.split()).casefold()
    if not wanted:
        raise InvalidFieldsError({"owner": "required"})
    posts = [
        (one.professional, one.agency.name)
        for one in look.imports.in_post()
        if look.today is None or is_in_post(one.professional.left_on, look.today)
    ]
    full = [who for who, agency in posts if owner_words(who.name, agency).casefold() == wanted]
    found = full or [who for who, _agency in posts if who.name.casefold() == wanted]
    if len(found) != 1:
        raise InvalidFieldsError({"owner": "owner-unknown"})
    return found[0]


def _known(look: Reading, mark: SheetMark) -> set[UUID]:
    given = look.packs.made_for(mark.professional.hex)
    named = {UUID(hex=who) for one in given if one.pack == mark.pack for who in one.people}
    return named | lead_reader(look, mark.professional).own_people
