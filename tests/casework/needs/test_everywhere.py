"""Needs and enquiries are in what is done with everything about somebody."""

from uuid import UUID

import pytest

from coordinator.casework.access.reading import read_access_request
from coordinator.casework.desk import Desk
from coordinator.casework.records.history import read_history
from coordinator.db.models import Need, TraumaEnquiry
from coordinator.domain.outcomes import RecordKind
from tests.casework.told import Told

KINDS = {RecordKind.NEED, RecordKind.TRAUMA_ENQUIRY}


@pytest.fixture
def kept(desk: Desk, told: Told) -> dict[RecordKind, UUID]:
    with desk.store.reading() as look:
        return {
            model.kind: next(iter(look.people.about(model, [told.person]))).id
            for model in (Need, TraumaEnquiry)
        }


def test_what_is_held_about_somebody_lists_them(desk: Desk, told: Told) -> None:
    listed = {one.entry.kind for one in read_access_request(desk, told.request).entries}
    assert listed >= KINDS


def test_their_history_says_who_noted_them(desk: Desk, kept: dict[RecordKind, UUID]) -> None:
    acts = {read_history(desk, record).happenings[-1].act for record in kept.values()}
    assert acts == {"needs.recorded", "enquiry.noted"}
