"""Who is named in texts that leave for a reader and may not be: asked once for all of them.

Whoever may be known of, and is listed by initials because their basis is not complete, is not
named in texts about others either.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.live.hiding import details_of, names_of, written_in_lists
from coordinator.casework.sharing import basis_statuses
from coordinator.casework.sight import sight_of
from coordinator.db.models import Alias, Panel, Person
from coordinator.db.transaction import Reading
from coordinator.domain.bases import detail_allowed
from coordinator.domain.folded import fold
from coordinator.domain.hiding import About, Hiding, Instead, OnFile, words_to_ask
from coordinator.domain.names_in_texts import reference_of, written_references
from coordinator.domain.need_to_know import Reader
from coordinator.domain.withheld import Withheld
from coordinator.wording.translation import _


def find_withheld(desk: Desk, texts: Sequence[str], reader: Reader) -> Withheld | None:
    """Give what takes out of texts whom a reader may not know of; nothing where nobody is named.

    Args:
        desk: Who makes the copy: whom they may not know of is taken out as well.
        texts: Everything the copy says.
        reader: For whom it is.
    """
    with desk.read() as look:
        prefix = look.get(Panel, look.info.panel_id).prefix
        pattern = written_references(prefix)
        written = {reference_of(one, prefix) for text in texts for one in pattern.finditer(text)}
        referred = look.disclosures.with_references(written)
        named = frozenset({*look.caseload.named(words_to_ask(texts)), *referred})
        sight = sight_of(desk, look, named, reader)
        unknown = frozenset(one for one in named if not sight.sees(one))
        bare = _listed_by_initials(look, named - unknown)
        if not unknown and not bare:
            return None
        kept = _must_not_be_told(look, unknown, (desk.reader(look), reader))
        people, aliases = _sharing(look, named, unknown | bare.keys())
        return Withheld(
            hiding=_hiding(look, desk.today(), people, aliases, kept),
            unknown=unknown,
            kept=kept,
            references={one.reference: one.id for one in look.get_many(Person, [*named]).values()},
            prefix=prefix,
            workers=_workers(look, [one for one in people if one.id in unknown | bare.keys()]),
            instead=Instead(name=_("[name hidden]"), detail=_("[hidden]")),
            bare=bare,
        )


def hide_withheld(desk: Desk, text: str, reader: Reader, about: Collection[str]) -> str:
    """Write one text that leaves for a reader without whom they may not know of.

    Args:
        desk: Who makes it.
        text: As it would leave.
        reader: For whom it is.
        about: References of those it is about: their own names stay.
    """
    withheld = find_withheld(desk, [text], reader)
    return withheld.hide(text, frozenset(about)) if withheld else text


def tells_of_unknown(desk: Desk, text: str, reader: Reader) -> bool:
    """Whether a text that leaves for a reader tells of anybody they may not know of."""
    withheld = find_withheld(desk, [text], reader)
    return withheld is not None and withheld.tells_of_unknown(text)


def _listed_by_initials(look: Reading, people: Collection[UUID]) -> dict[UUID, str]:
    """Give those without a complete basis, as lists write them."""
    bases = basis_statuses(look, people)
    found = [one for one in people if not detail_allowed(bases.get(one))]
    return {key: written_in_lists(one) for key, one in look.get_many(Person, found).items()}


def _must_not_be_told(
    look: Reading, people: frozenset[UUID], readers: Iterable[Reader]
) -> frozenset[UUID]:
    who = {key for reader in readers for key in (reader.agency, reader.professional) if key}
    return frozenset(
        one for one, not_told in look.readers.not_told(people).items() if not_told & who
    )


def _sharing(
    look: Reading, named: Collection[UUID], unknown: frozenset[UUID]
) -> tuple[list[Person], list[Alias]]:
    """Give those the reader may not know of, and of the others who shares a name with them."""
    aliases = look.people.about_to_hide(Alias, named)
    people = look.get_many(Person, [*named])
    words = {key: _words(one, aliases) for key, one in people.items()}
    theirs = {word for key in unknown & words.keys() for word in words[key]}
    return [one for key, one in people.items() if words[key] & theirs], aliases


def _words(person: Person, aliases: Iterable[Alias]) -> set[str]:
    names = (*names_of(person, aliases), person.family_name)
    return {word for name in names for word in fold(name).words.replace("-", " ").split()}


def _hiding(
    look: Reading,
    on: date,
    people: Sequence[Person],
    aliases: Sequence[Alias],
    kept: frozenset[UUID],
) -> Hiding:
    where = look.people.whereabouts_to_hide([one.id for one in people])
    return Hiding(
        (
            OnFile(
                key=one.id,
                written="",
                called=names_of(one, aliases),
                family=one.family_name,
                details=details_of(*where[one.id]) if one.id in kept else (),
            )
            for one in people
        ),
        about=About(None),
        today=on,
        instead=Instead(name=_("[name hidden]"), detail=_("[hidden]")),
    )


def _workers(look: Reading, people: Iterable[Person]) -> frozenset[str]:
    """Give the professionals and agencies that share a name with one of these people."""
    words = {word for one in people for word in _words(one, ())}
    names = {post.name for post in look.directory.professionals()}
    names |= {agency.name for agency in look.directory.agencies()}
    return frozenset(name for name in names if words & set(fold(name).words.split()))
