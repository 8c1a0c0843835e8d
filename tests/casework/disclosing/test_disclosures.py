"""What is kept of a paper that left, and what it may name."""

from dataclasses import replace
from hashlib import sha256
from uuid import uuid4

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.disclosing.recording import MadePaper, record_disclosure
from coordinator.db.models import Disclosure
from coordinator.domain.errors import CoordinatorError, MissingRecordError, WithheldError
from coordinator.domain.lists.agencies import Marking
from tests.casework.entries_on_file import a_person
from tests.stores import COUNCIL, HEALTH

PAPER = MadePaper("plan", "KP-0001", Marking.OFFICIAL_SENSITIVE, 2, b"%PDF")


def test_a_paper_is_kept_by_its_hash_and_whom_it_went_to(desk: Desk) -> None:
    made = replace(PAPER, person=a_person(desk), agency=HEALTH, recipient="Mental health")
    kept = record_disclosure(desk, made).result
    with desk.store.reading() as look:
        row = look.get(Disclosure, kept)
    assert (row.sha256, row.pages, row.agency_id) == (sha256(b"%PDF").hexdigest(), 2, HEALTH)


def test_a_paper_names_only_what_is_there_and_theirs_to_see(desk: Desk) -> None:
    person = a_person(desk)
    exclude_agency(desk, person, agency_id=COUNCIL, reason="They asked for it")
    refused: tuple[tuple[MadePaper, type[CoordinatorError]], ...] = (
        (replace(PAPER, person=person), WithheldError),
        (replace(PAPER, person=uuid4()), MissingRecordError),
        (replace(PAPER, meeting=uuid4()), MissingRecordError),
        (replace(PAPER, agency=uuid4()), MissingRecordError),
    )
    for made, why in refused:
        with pytest.raises(why):
            record_disclosure(desk, made)
