"""The housing log as it stands: of one person, for a plan, and refusals counted for reports."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.casework.need_to_know.sight import Sight, sight_of, sight_of_one
from coordinator.db.models import Agency, HousingApplication, HousingConstraint
from coordinator.db.transaction import Reading
from coordinator.domain.housing import ApplicationRow, ConstraintRow, HousingPage, RefusalCount
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.states import HousingStep


def read_housing(desk: Desk, person_id: UUID, *, reader: Reader | None = None) -> HousingPage:
    """Show the housing log of a person, as the sitter (and the reader of a paper) may have it.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read(reader=reader) as look:
        shown_person(desk, look, person_id)
        return page_of(desk, look, person_id, reader=reader)


def page_of(
    desk: Desk, look: Reading, person_id: UUID, *, reader: Reader | None = None
) -> HousingPage:
    """Show the same as part of a larger read."""
    sight = sight_of_one(desk, look, person_id, reader)
    applied = look.housing.applications([person_id])
    found = [one for one in applied if sight.sees(one.person_id, one.sensitivity)]
    return HousingPage(
        _applications(look, found, desk.today()),
        constraints_of(look, sight, [person_id]).get(person_id, ()),
    )


def find_constraints(
    desk: Desk, people: Collection[UUID], *, reader: Reader | None = None
) -> Mapping[UUID, tuple[ConstraintRow, ...]]:
    """Give what a home for each of these people must allow for; restricted ones by that right."""
    with desk.read(reader=reader) as look:
        return constraints_of(look, sight_of(desk, look, people, reader), people)


def constraints_of(
    look: Reading, sight: Sight, people: Collection[UUID]
) -> Mapping[UUID, tuple[ConstraintRow, ...]]:
    """Give the same as part of a larger read."""
    found: dict[UUID, tuple[ConstraintRow, ...]] = {}
    for one in look.housing.constraints(people):
        if sight.sees(one.person_id, one.sensitivity):
            found[one.person_id] = (*found.get(one.person_id, ()), _constraint(one))
    return found


def find_refusals(desk: Desk, first: date, last: date) -> tuple[RefusalCount, ...]:
    """Count what providers refused in a period, most often first; whose it was is not told."""
    with desk.read() as look:
        found = look.housing.refusals(first, last)
        sight = sight_of(desk, look, (one.person_id for one in found))
        shown = [one for one in found if sight.sees(one.person_id, one.sensitivity)]
        names = _names(look, shown)
        counted = Counter(
            (_provider(one, names), one.refusal) for one in shown if one.refusal is not None
        )
    rows = [RefusalCount(provider, why, count) for (provider, why), count in counted.items()]
    return tuple(sorted(rows, key=lambda row: (-row.count, row.provider, row.because)))


def _applications(
    look: Reading, found: Sequence[HousingApplication], today: date
) -> tuple[ApplicationRow, ...]:
    names = _names(look, found)
    return tuple(_application(one, _provider(one, names), today) for one in found)


def _names(look: Reading, found: Sequence[HousingApplication]) -> Mapping[UUID, str]:
    asked = [one.provider_id for one in found if one.provider_id]
    return {key: one.name for key, one in look.get_many(Agency, asked).items()}


def _provider(one: HousingApplication, names: Mapping[UUID, str]) -> str:
    return names.get(one.provider_id, one.provider) if one.provider_id else one.provider


def _application(one: HousingApplication, provider: str, today: date) -> ApplicationRow:
    may_appeal = one.status is HousingStep.REFUSED and one.appealed_on is None
    return ApplicationRow(
        id=one.id,
        revision=one.revision,
        person_id=one.person_id,
        applied_on=one.applied_on,
        provider_id=one.provider_id,
        provider=provider,
        what=one.what,
        status=one.status,
        status_on=one.status_on,
        refusal=one.refusal,
        refusal_words=one.refusal_words,
        appealed_on=one.appealed_on,
        appeal_by=one.appeal_by,
        appeal_result=one.appeal_result,
        appeal_on=one.appeal_on,
        appeal_note=one.appeal_note,
        barrier_id=one.barrier_id,
        sensitivity=one.sensitivity,
        appeal_is_due=may_appeal and one.appeal_by is not None and one.appeal_by >= today,
    )


def _constraint(one: HousingConstraint) -> ConstraintRow:
    return ConstraintRow(
        id=one.id,
        revision=one.revision,
        person_id=one.person_id,
        constraint=one.constraint,
        details=one.details,
        since=one.since,
        sensitivity=one.sensitivity,
    )
