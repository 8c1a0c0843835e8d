"""Whose names are hidden in what a meeting shows: who is on its agenda, and who may be named."""

import re
from collections.abc import Callable, Collection, Iterable
from datetime import date
from uuid import UUID

from coordinator.db.models import Alias, Identifier, Person
from coordinator.db.transaction import Reading
from coordinator.domain.need_to_know.hiding import About, Hiding, Instead, OnFile, words_to_ask
from coordinator.wording.names import NameParts, hidden_name
from coordinator.wording.translation import _

_PIECES = re.compile(r"[,;\n]+")
_SAYS_WHERE = re.compile(r"\S\s+\S|\d")


def hiding_for(
    look: Reading,
    texts: Iterable[str],
    *,
    today: Collection[UUID],
    about: About,
    heard: Callable[[Collection[UUID]], Collection[UUID]],
    on: date,
) -> Hiding:
    """Gather who is to be hidden in some texts.

    Who sits at the desk may not be allowed to see somebody who is named: that one is hidden all
    the same, and nothing of them but that it is a name gets out.

    Args:
        look: Where to look.
        texts: What is going to be shown.
        today: Whom the meeting is about, in all its items.
        about: Whose item the texts belong to.
        heard: Tells of whom everybody in the room may hear.
        on: The day.
    """
    people = look.get_many(Person, [*today, *look.caseload.named(words_to_ask(texts))])
    aliases = look.people.about_to_hide(Alias, people)
    numbers = look.people.about_to_hide(Identifier, people)
    where = look.people.whereabouts_to_hide(people)
    may_be_told = heard(people)
    return Hiding(
        (
            OnFile(
                key=one.id,
                written=_written(one, about) if one.id in may_be_told else "",
                called=names_of(one, aliases),
                family=one.family_name,
                details=(
                    *details_of(*where[one.id]),
                    *(n.value for n in numbers if n.person_id == one.id),
                ),
                is_today=one.id in today,
            )
            for one in people.values()
        ),
        about=about,
        today=on,
        instead=Instead(name=_("[name hidden]"), detail=_("[hidden]")),
    )


def _written(one: Person, about: About) -> str:
    return one.reference if about.by_reference else written_in_lists(one)


def written_in_lists(one: Person) -> str:
    """Write somebody by initials and reference."""
    name = NameParts(one.reference, one.given_name, one.family_name, one.preferred_name)
    return hidden_name(name)


def names_of(one: Person, aliases: Iterable[Alias]) -> tuple[str, ...]:
    """Give the names somebody goes by, but for what they are called after these."""
    others = (alias.name for alias in aliases if alias.person_id == one.id)
    return tuple(filter(None, (one.given_name, one.preferred_name, *others)))


def details_of(phone: str, address: str) -> tuple[str, ...]:
    """Give what tells who it is; the town alone does not."""
    pieces = (piece.strip() for piece in _PIECES.split(address))
    return (phone, *(piece for piece in pieces if _SAYS_WHERE.search(piece)))
