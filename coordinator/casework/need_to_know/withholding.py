"""Who is named in texts that leave for a reader and may not be: asked once for all of them.

Whoever sits at the desk is such a reader: what they read on screen goes through it as well.
Whoever may be known of, and is listed by initials because their basis is not complete, is not
named in texts about others either.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.hiding import details_of, names_of, written_in_lists
from coordinator.casework.need_to_know.sharing import basis_statuses
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.db.models import Alias, Identifier, Panel, Person
from coordinator.db.transaction import Reading
from coordinator.domain.need_to_know.bases import detail_allowed
from coordinator.domain.need_to_know.folded import fold
from coordinator.domain.need_to_know.hiding import About, Hiding, Instead, OnFile, words_to_ask
from coordinator.domain.need_to_know.names_in_texts import reference_of, written_references
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.papers.withheld import Withheld, texts_of, written_anew
from coordinator.domain.roles import Right, may
from coordinator.wording.translation import _

M = TypeVar("M")


def find_withheld(desk: Desk, texts: Sequence[str], reader: Reader) -> Withheld | None:
    """Give what takes out of texts whom a reader may not know of; nothing where nobody is named.

    Args:
        desk: Who makes the copy: whom they may not know of is taken out as well.
        texts: Everything the copy says.
        reader: For whom it is.
    """
    with desk.read() as look:
        named = _named_in(look, texts)
        named = _Named(named.people | _told_where(desk, look, texts, reader), named.prefix)
        sight = sight_of(desk, look, named.people, reader)
        unknown = frozenset(one for one in named.people if not sight.sees(one))
        bare = _listed_by_initials(look, named.people - unknown)
        return _withheld(desk, look, named, unknown, bare, (desk.reader(look), reader))


def _told_where(
    desk: Desk, look: Reading, texts: Collection[str], reader: Reader
) -> frozenset[UUID]:
    """Give whom a reader must not be told of, where a text tells of them without a name."""
    if not look.readers.is_anybody_kept():
        return frozenset()
    kept = look.readers.kept_from(reader.agency, reader.professional)
    return kept if kept and _telling_of(desk, look, kept, texts) else frozenset()


def without_kept(desk: Desk, model: M, about: frozenset[str] = frozenset()) -> M:
    """Write a read model so that nobody is named in it who is kept from whoever sits there.

    Where nobody is kept from them or their agency no text is looked at. Nobody else on file is
    asked for, but who shares a name with them.

    Args:
        desk: Who reads.
        model: What was found for them.
        about: References of those all of it is about: their own names stay.
    """
    sitter = desk.sitter
    if not may(sitter.role, Right.SEE_PEOPLE):
        return model  # what they are given names nobody
    with desk.read() as look:
        if not look.readers.is_anybody_kept():
            return model
        kept = look.readers.kept_from(sitter.agency, sitter.professional)
        telling = _telling_of(desk, look, kept, texts_of(model)) if kept else frozenset()
        if not telling:
            return model
        named = _named_in(look, telling)
        of_all = _Named(named.people | kept, named.prefix)
        withheld = _withheld(desk, look, of_all, kept, {}, [desk.reader(look)])

    def write(text: str, whose: frozenset[str]) -> str:
        return withheld.hide(text, whose) if withheld and text in telling else text

    return written_anew(model, write, about)


def _telling_of(
    desk: Desk, look: Reading, people: frozenset[UUID], texts: Iterable[str]
) -> frozenset[str]:
    """Give the texts that may tell of some people: by a name, a reference, where they live."""
    aliases = look.people.about_to_hide(Alias, people)
    found = look.get_many(Person, sorted(people)).values()
    hiding = _hiding(look, desk.today(), [*found], aliases, people)
    prefix, references = _prefix(look), {one.reference for one in found}
    return frozenset(
        text
        for text in frozenset(texts)
        if hiding.tells_of_any(text) or not references.isdisjoint(_references_in(text, prefix))
    )


def told_to_sitter(desk: Desk, read: Callable[[Desk], M]) -> M:
    """Ask a read and give what it found without the names of those who are kept from the sitter.

    Every read of the windows comes this way, whatever it reads: no read has to think of it.
    """
    found = read(desk)
    return found if found is None else without_kept(desk, found)


def hide_withheld(desk: Desk, text: str, reader: Reader, about: Collection[str]) -> str:
    """Write one text that leaves for a reader without whom they may not know of.

    Args:
        desk: Who makes it.
        text: As it would leave.
        reader: For whom it is.
        about: References of those it is about: their own names stay.
    """
    withheld = find_withheld(desk, [text, *about], reader)
    return withheld.hide(text, frozenset(about)) if withheld else text


def tells_of_unknown(desk: Desk, text: str, reader: Reader) -> bool:
    """Whether a text that leaves for a reader tells of anybody they may not know of."""
    withheld = find_withheld(desk, [text], reader)
    return withheld is not None and withheld.tells_of_unknown(text)


@dataclass(frozen=True, slots=True)
class _Named:
    """Who may be meant by the names and references in some texts."""

    people: frozenset[UUID]
    prefix: str


def _named_in(look: Reading, texts: Collection[str]) -> _Named:
    prefix = _prefix(look)
    written = {one for text in texts for one in _references_in(text, prefix)}
    referred = look.disclosures.with_references(written)
    return _Named(frozenset({*look.caseload.named(words_to_ask(texts)), *referred}), prefix)


def _prefix(look: Reading) -> str:
    return look.get(Panel, look.info.panel_id).prefix


def _references_in(text: str, prefix: str) -> set[str]:
    return {reference_of(one, prefix) for one in written_references(prefix).finditer(text)}


def _withheld(
    desk: Desk,
    look: Reading,
    named: _Named,
    unknown: frozenset[UUID],
    bare: Mapping[UUID, str],
    readers: Iterable[Reader],
) -> Withheld | None:
    if not unknown and not bare:
        return None
    kept = _must_not_be_told(look, unknown, readers)
    people, aliases = _sharing(look, named.people, unknown | bare.keys())
    on_file = look.get_many(Person, [*named.people]).values()
    return Withheld(
        hiding=_hiding(look, desk.today(), people, aliases, kept, named.people if kept else ()),
        unknown=unknown,
        kept=kept,
        references={one.reference: one.id for one in on_file},
        prefix=named.prefix,
        workers=_workers(look, [one for one in people if one.id in unknown | bare.keys()]),
        instead=Instead(name=_("[name hidden]"), detail=_("[hidden]")),
        bare=bare,
    )


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
    others: Collection[UUID] = (),
) -> Hiding:
    """Make what finds these people; `others` are known by where they live alone."""
    where = look.people.whereabouts_to_hide({*(one.id for one in people), *others})
    numbers = look.people.about_to_hide(Identifier, kept) if kept else []
    return Hiding(
        (
            *(OnFile(key, "", (), details=details_of(*where[key])) for key in others),
            *(
                OnFile(
                    key=one.id,
                    written="",
                    called=names_of(one, aliases),
                    family=one.family_name,
                    details=(
                        *details_of(*where[one.id]),
                        *(number.value for number in numbers if number.person_id == one.id),
                    ),
                )
                for one in people
            ),
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
