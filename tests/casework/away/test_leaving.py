"""Tests that a take-away is a disclosure: logged, held and refused as any other paper is."""

from dataclasses import replace

import pytest

from coordinator.casework.away.sending import (
    Made,
    Outgoing,
    check_take_away,
    note_take_away,
    read_take_away,
)
from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.disclosing.exclusions import exclude_agency, exclude_worker
from coordinator.casework.disclosing.holders import read_holders
from coordinator.casework.disclosing.reading import check_paper, find_disclosures
from coordinator.casework.need_to_know.bases import withdraw_basis
from coordinator.casework.panel.settings import read_text
from coordinator.db.models import Agency, Professional
from coordinator.domain.disclosing.log import DisclosureFilter, DisclosureRow
from coordinator.domain.disclosing.sendings import STAYS, Sending
from coordinator.domain.errors import BasisLackingError, GuardError, ReasonNeededError
from coordinator.domain.lists.panel import TextKey
from coordinator.domain.lists.sharing import Channel, Gateway, LawfulBasis
from coordinator.domain.roles import Right, Role
from coordinator.wording.disclosures import end_words
from tests.casework.away.planted import Planted, planted
from tests.casework.away.stores import RHYS, know_rhys
from tests.stores import CHAIR, COUNCIL, HOUSING, NOON, TODAY, WORKER

SHA256 = "5c" * 32


@pytest.fixture
def kept(desk: Desk) -> Planted:
    made = planted(desk)
    know_rhys(desk)
    return made


def leave(desk: Desk, sending: Sending = STAYS, content: str = SHA256) -> str:
    """Gather what he is to have, look whether it may go, and let it."""
    outgoing = read_take_away(desk, RHYS)
    check_take_away(desk, outgoing, sending)
    return note(desk, outgoing, sending, content)


def note(desk: Desk, outgoing: Outgoing, sending: Sending = STAYS, content: str = SHA256) -> str:
    made = Made(f"{outgoing.seq:08x}" * 4, desk.now(), desk.now(), 1, content)
    with note_take_away(desk, outgoing, made, sending=sending) as done:
        pass
    return done().result


def about(desk: Desk, kept: Planted) -> DisclosureRow:
    (row,) = find_disclosures(desk, DisclosureFilter(person=kept.kezia)).rows
    return row


def test_a_take_away_stands_in_the_log_of_what_left(desk: Desk, kept: Planted) -> None:
    number = leave(desk, Sending(channel=Channel.SECURE_MAIL, proportionality="To work away"))
    row = about(desk, kept)

    assert (row.number, row.paper, row.subject) == (number, "take-away", "00000001")
    assert (row.recipient, row.agency) == ("Rhys Roskilly", "Kerrow Homes")
    assert (row.channel, row.proportionality) == (Channel.SECURE_MAIL, "To work away")
    basis = (LawfulBasis.PUBLIC_TASK, Gateway.CRIME_AND_DISORDER)
    assert (row.lawful_basis, row.gateway) == basis
    assert (row.sha256, row.made_at, row.people) == (SHA256, NOON, ("KP-0001",))


def test_it_has_the_panels_own_words_and_goes_sealed_where_nobody_says_otherwise(
    desk: Desk, kept: Planted
) -> None:
    leave(desk)
    row = about(desk, kept)

    assert row.channel is Channel.SEALED_PACK
    assert row.proportionality == read_text(desk, TextKey.PROPORTIONALITY)


def test_it_is_among_what_others_hold_and_nobody_else_is_in_it(desk: Desk, kept: Planted) -> None:
    number = leave(desk)

    assert [one.row.number for one in read_holders(desk, kept.kezia)] == [number]
    assert read_holders(desk, kept.tamsyn) == ()
    exclude_agency(desk, kept.kezia, agency_id=HOUSING, reason="works beside her brother")
    (held,) = read_holders(desk, kept.kezia)
    assert held.is_to_ask


def test_a_newer_one_takes_the_place_of_those_before_it(desk: Desk, kept: Planted) -> None:
    first = leave(desk, content="1c" * 32)
    second, third = leave(desk, content="2c" * 32), leave(desk, content="3c" * 32)
    rows = {one.number: one for one in find_disclosures(desk).rows}

    assert (rows[first].replaced_on, rows[first].replaced_by) == (TODAY, second)
    assert (rows[second].replaced_by, rows[third].replaced_on) == (third, None)
    assert end_words(rows[first], TODAY) == f"With them; replaced Thu 19 Nov by {second}"
    assert [one.row.number for one in read_holders(desk, kept.kezia)] == [third]


def test_whoever_is_not_in_the_newer_one_is_still_with_them_until_it_was_opened(
    desk: Desk, kept: Planted
) -> None:
    first = leave(desk, content="1c" * 32)
    exclude_agency(desk, kept.kezia, agency_id=HOUSING, reason="works beside her brother")
    leave(desk, content="2c" * 32)
    (held,) = read_holders(desk, kept.kezia)
    assert (held.row.number, held.is_to_ask) == (first, True)

    with desk.act(Right.SETTLE) as tx:  # work came back from who has opened the second
        tx.packs.made_for(RHYS)[0].came_back_at = desk.now()
        tx.journal("test.arranged")
    assert read_holders(desk, kept.kezia) == ()


def test_the_very_file_is_known_again(desk: Desk, kept: Planted) -> None:
    number = leave(desk)

    assert [one.number for one in check_paper(desk, SHA256).rows] == [number]
    assert not check_paper(desk, "0" * 64).is_ours


def test_each_pack_has_a_number_of_its_own(desk: Desk, kept: Planted) -> None:
    assert (leave(desk), leave(desk)) == ("D26-0001", "D26-0002")


def unsigned(desk: Desk) -> None:
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, WORKER).confidentiality_signed_on = None
        tx.get(Agency, HOUSING).agreement_expires_on = TODAY.replace(month=1)
        tx.journal("test.arranged")


def test_what_is_not_as_usual_wants_a_reason_which_is_kept(desk: Desk, kept: Planted) -> None:
    unsigned(desk)
    outgoing = read_take_away(desk, RHYS)

    for refused in (check_take_away, note):
        with pytest.raises(ReasonNeededError) as asked:
            refused(desk, outgoing)
        assert set(asked.value.prompts) == {"agreement-expired", "confidentiality-unsigned"}
    leave(desk, Sending(reason="Signs on Friday"))
    assert about(desk, kept).reason == "Signs on Friday"


def test_the_chair_says_why_it_leaves(desk: Desk, kept: Planted) -> None:
    chair = replace(desk, sitter=Sitter(CHAIR, Role.CHAIR, COUNCIL))

    with pytest.raises(ReasonNeededError, match="chair-exports"):
        leave(chair)
    leave(chair, Sending(reason="The coordinator is on leave"))
    assert about(desk, kept).reason == "The coordinator is on leave"


def test_who_must_not_be_told_is_refused_what_was_gathered_before(
    desk: Desk, kept: Planted
) -> None:
    outgoing = read_take_away(desk, RHYS)
    exclude_worker(desk, kept.kezia, professional_id=WORKER, reason="his sister")

    for refused in (check_take_away, note):
        with pytest.raises(GuardError, match="worker-not-told"):
            refused(desk, outgoing)
    exclude_agency(desk, kept.kezia, agency_id=HOUSING, reason="works beside her brother")
    with pytest.raises(GuardError, match="agency-not-told"):
        check_take_away(desk, outgoing)
    assert find_disclosures(desk).rows == ()
    assert read_take_away(desk, RHYS).parts == {}


def test_a_basis_that_lacks_a_part_lets_nothing_go(desk: Desk, kept: Planted) -> None:
    withdraw_basis(desk, kept.kezia, reason="asked to")

    with pytest.raises(BasisLackingError) as refused:
        leave(desk)
    assert refused.value.record == kept.kezia
    with desk.store.reading() as look:
        assert look.packs.all_made() == []
