"""What is held on a person, as it leaves: everything given, nothing withheld, in no layer."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.access.reading import read_access_request
from coordinator.casework.access.requests import begin_access_request, decide_entry, note_identity
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.disclosing.reading import check_paper, find_disclosures
from coordinator.casework.disclosing.told_aloud import record_spoken
from coordinator.casework.people.around import note_tie
from coordinator.casework.people.contacts import log_contact
from coordinator.casework.people.safety import add_warning
from coordinator.domain.access.entries import Decided
from coordinator.domain.access.rules import NewAccessRequest
from coordinator.domain.disclosing.log import DisclosureFilter, Spoken
from coordinator.domain.disclosing.sendings import Sending
from coordinator.domain.errors import GuardError, NotPermittedError, WithheldError
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.lists.sharing import AccessChoice, Channel, RelationKind
from coordinator.domain.people.around import Tie
from coordinator.domain.people.contacts import NewContact
from coordinator.domain.roles import Role
from coordinator.domain.states import Answer, Sensitivity
from coordinator.exports.composing import PaperKind
from coordinator.papers.making import make_papers
from coordinator.papers.orders import Order
from tests.casework.entries_on_file import a_person
from tests.exports.reading import everything, words
from tests.exports.structure import faults
from tests.stores import HEALTH, NOON, NURSE, POLICE, TODAY, sitting

WITHHELD, PARTLY, GIVEN, PLAIN = "xylophone", "quagmire", "marzipan", "harpsichord"
"""Planted in what is withheld, given in part, given after all, and in what is simply given."""


@pytest.fixture
def person(desk: Desk) -> UUID:
    """Kezia, of whom four words tell how far they may travel."""
    made = a_person(desk)
    a_person(desk, "Jory", "Bolitho")
    for word in (WITHHELD, PARTLY, GIVEN):
        add_warning(
            desk,
            made,
            text=f"About the {word} at the door",
            source=word if word == WITHHELD else "Police",
            person_told=Answer.YES,
            sensitivity=Sensitivity.SERIOUS_HARM,
        )
    note_tie(desk, made, Tie(RelationKind.SIBLING, name=f"Jenna {WITHHELD}", note=WITHHELD))
    exclude_agency(desk, made, agency_id=HEALTH, reason=f"Works there, {WITHHELD}")
    tried = NewContact(made, NOON, ContactType.STREET, ContactResult.MET_ENGAGED, note=PLAIN)
    log_contact(desk, tried)
    record_spoken(desk, Spoken(made, POLICE, "The duty sergeant", f"Where the {PLAIN} is"))
    return made


@pytest.fixture
def request_(desk: Desk, person: UUID) -> UUID:
    new = NewAccessRequest(TODAY, "Herself", "J. Penhale")
    made = begin_access_request(desk, person, new).result
    note_identity(desk, made, on=TODAY, how="Passport")
    return made


def decide(desk: Desk, request: UUID) -> None:
    for one in read_access_request(desk, request).to_decide:
        said = " ".join(one.entry.texts)
        if WITHHELD in said:
            choice, given = AccessChoice.WITHHOLD, ""
        elif PARTLY in said:
            choice, given = AccessChoice.GIVE_IN_PART, "Something was said about the door"
        else:
            choice, given = AccessChoice.GIVE, ""
        decided = Decided(choice, "Somebody is afraid of it", "J. Penhale", given)
        decide_entry(desk, request, one.entry.key, decided)


@pytest.fixture
def made(desk: Desk, request_: UUID, tmp_path: Path) -> Path:
    decide(desk, request_)
    (path,) = make_papers(desk, [Order(PaperKind.ACCESS, tmp_path / "out", person="KP-0001")])
    return path


def test_what_is_withheld_is_in_no_layer_of_the_paper_and_leaves_no_trace(made: Path) -> None:
    data = made.read_bytes()
    found = everything(data).casefold()
    assert WITHHELD not in found
    assert PARTLY not in found
    assert "withheld" not in found
    assert "afraid" not in found
    assert "kerrow mental health" not in found  # nor as whom it came from
    assert "brother or sister" not in found  # the one tie there is: no heading for nothing
    said = words(data)
    assert "Something was said about the door" in said
    assert GIVEN in said
    assert PLAIN in said
    assert "Kezia" in said
    assert faults(data) == []
    assert not {"kezia", "trelawny"} & set(made.name.casefold().replace("_", " ").split())


def test_the_covering_page_tells_what_the_law_wants_told(made: Path) -> None:
    said = words(made.read_bytes())
    for part in (
        "What it is for",
        "On what legal basis",
        "What kinds of information",
        "Who has had any of it",
        "Kerrow Police: once",
        "Where it came from",
        "How long it is kept",
        "If you want it erased",
        "ico.org.uk/make-a-complaint",
    ):
        assert part in said, part


def test_the_paper_stands_in_the_log_for_the_person_themselves(
    desk: Desk, person: UUID, made: Path
) -> None:
    checked = check_paper(desk, sha256(made.read_bytes()).hexdigest())
    (row,) = checked.rows
    assert (row.paper, row.recipient, row.people) == (
        "access",
        "The person themselves",
        ("KP-0001",),
    )
    assert len(find_disclosures(desk, DisclosureFilter(person=person)).rows) == 2


def test_no_paper_is_made_before_everything_is_decided_or_without_a_request(
    desk: Desk, person: UUID, request_: UUID, tmp_path: Path
) -> None:
    order = Order(PaperKind.ACCESS, tmp_path / "out", person="KP-0001")
    with pytest.raises(GuardError, match="access-undecided"):
        make_papers(desk, [order])
    with pytest.raises(GuardError, match="access-none"):
        make_papers(desk, [Order(PaperKind.ACCESS, tmp_path / "out", person="KP-0002")])
    nurse = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    with pytest.raises((NotPermittedError, WithheldError)):
        make_papers(nurse, [order])
    assert list((tmp_path / "out").iterdir()) == []


def test_the_officers_list_and_the_schedule_say_what_they_are_for(
    desk: Desk, person: UUID, request_: UUID, tmp_path: Path
) -> None:
    kinds = (PaperKind.ACCESS_LIST, PaperKind.DISCLOSURE_SCHEDULE)
    on_paper = Sending(channel=Channel.PRINTED)
    orders = [Order(kind, tmp_path, person="kp-0001") for kind in kinds]
    orders[0] = replace(orders[0], sending=on_paper)
    working, schedule = (path.read_bytes() for path in make_papers(desk, orders))
    said = words(working)
    assert WITHHELD in said
    assert "Could cause serious harm" in said
    assert "5 entries are not decided yet" in said
    assert "Kezia" not in everything(working)
    told = words(schedule)
    assert "The duty sergeant" in told
    assert f"Where the {PLAIN} is" in told
    assert "Kezia" not in everything(schedule)
    assert faults(working) == faults(schedule) == []
    rows = find_disclosures(desk, DisclosureFilter(person=person)).rows
    logged = {one.paper: (one.recipient, one.channel) for one in rows if one.pages}
    assert logged == {
        "access-list": ("J. Penhale", Channel.PRINTED),
        "disclosure-schedule": ("", None),
    }
