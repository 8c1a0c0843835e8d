"""Whose people a professional may take away, as the panel's store has it now."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from coordinator.casework.need_to_know.sharing import visible
from coordinator.db.models import Professional
from coordinator.db.transaction import Reading
from coordinator.domain.directory.rules import is_in_post
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.roles import Role


def lead_reader(look: Reading, professional: UUID, also: Collection[UUID] = ()) -> Reader:
    """Describe a lead professional to the rule of need to know, by the people granted to them.

    Whoever has left is granted nobody; nobody is granted who must not be told about the person.

    Args:
        look: The whole store.
        professional: Who.
        also: People of somebody they stand in for; of others it counts for nothing.

    Raises:
        MissingRecordError: No such professional.
    """
    post = look.get(Professional, professional)
    reader = look.readers.of(
        role=Role.LEAD_PROFESSIONAL, agency=post.agency_id, professional=professional
    )
    led: frozenset[UUID] = frozenset()
    if look.today is None or is_in_post(post.left_on, look.today):
        led = reader.own_people | (stood_in_for(look, post) & frozenset(also))
    reader = replace(reader, own_people=led)
    return replace(reader, own_people=visible(look, reader, led))


def lendable(look: Reading, professional: UUID) -> frozenset[UUID]:
    """Give the people of somebody a professional stands in for, whom they may be told about."""
    others = stood_in_for(look, look.get(Professional, professional))
    own = lead_reader(look, professional).own_people
    return lead_reader(look, professional, others).own_people - own


def stood_in_for(look: Reading, post: Professional) -> frozenset[UUID]:
    """Give the people of the professional somebody is the deputy of."""
    if post.deputy_of_id is None:
        return frozenset()
    other = look.readers.of(role=Role.LEAD_PROFESSIONAL, professional=post.deputy_of_id)
    return other.own_people
