"""A look that is narrowed never finds what its readers may not have, however it is asked."""

from contextlib import ExitStack
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Select, exists, func, select, union_all
from sqlalchemy.orm import aliased

from coordinator.casework.desk import Desk
from coordinator.casework.people.around import note_tie
from coordinator.casework.people.entering import register_person
from coordinator.db.models import Person, Relationship, Strength
from coordinator.domain.lists.plans import StrengthKind
from coordinator.domain.lists.sharing import RelationKind
from coordinator.domain.people.around import Tie
from coordinator.domain.roles import Right
from coordinator.domain.states import Sensitivity
from tests.casework.entries_on_file import a_person

OTHER = aliased(Strength)


@pytest.fixture
def person(desk: Desk) -> UUID:
    """Somebody with nothing but a restricted strength, and one that was taken off."""
    found = register_person(desk, given_name="Tomos").result
    with desk.act(Right.EDIT_PEOPLE) as tx:
        for removed in (False, True):
            one = Strength(id=uuid4(), person_id=found, strength=StrengthKind.HOPES, text="zircon")
            one.sensitivity, one.removed = Sensitivity.RESTRICTED, removed
            tx.add(one)
        tx.journal("test.arranged", scope=found)
    return found


ASKED: dict[str, Select[Any]] = {
    "rows": select(Strength),
    "columns": select(Strength.text),
    "aliased": select(OTHER.text),
    "joined": select(Person.id).join(Strength, Strength.person_id == Person.id),
    "aggregated": select(func.max(Strength.text)).having(func.count() > 0),
    "exists": select(Person.id).where(exists().where(Strength.person_id == Person.id)),
    "subquery": select(Person.id).where(Person.id.in_(select(Strength.person_id))),
    "scalar": select(Person.id).where(
        select(func.count()).where(Strength.person_id == Person.id).scalar_subquery() > 0
    ),
    "union": select(union_all(select(Strength.id), select(OTHER.id)).subquery()),
}


@pytest.mark.parametrize("form", ASKED)
@pytest.mark.parametrize("options", [{}, {"with_removed": True}], ids=["standing", "removed"])
def test_whatever_the_question_looks_like_it_is_narrowed(
    desk: Desk, person: UUID, form: str, options: dict[str, bool]
) -> None:
    with desk.store.reading() as look:
        assert look.session.execute(ASKED[form], execution_options=options).all()
    with desk.store.reading({Sensitivity.STANDARD}) as look:
        assert look.session.execute(ASKED[form], execution_options=options).all() == []
        assert look.people.about(Strength, [person]) == []


def test_a_look_for_readers_who_may_have_nothing_sees_nothing_and_never_everything(
    desk: Desk,
) -> None:
    person = a_person(desk)
    note_tie(desk, person, Tie(RelationKind.FRIEND, name="Ann", sensitivity=Sensitivity.STANDARD))

    def seen(*narrowed: frozenset[Sensitivity] | None) -> int:
        with ExitStack() as looks:
            look = [looks.enter_context(desk.store.reading(one)) for one in narrowed][-1]
            found = look.people.about(Relationship, [person])
            assert look.may_have(Sensitivity.STANDARD) == bool(found)
            return len(found)

    standard, restricted = frozenset({Sensitivity.STANDARD}), frozenset({Sensitivity.RESTRICTED})
    assert (seen(None), seen(standard), seen(frozenset())) == (1, 1, 0)
    assert seen(standard, restricted) == 0
    assert seen(frozenset(), None) == 0
