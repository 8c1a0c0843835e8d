"""A contact card says who somebody is; the six words tell whether it is theirs."""

from datetime import timedelta

import pytest

from coordinator.domain.errors import CardRefusedError
from coordinator.domain.exchange.cards import Card
from coordinator.domain.exchange.faults import CardFault
from coordinator.vault.cards import make_card, read_card
from coordinator.vault.sealing import new_sealing_key
from coordinator.vault.spoken import six_words
from tests.exchange.keyholders import NOW, Keyholder


@pytest.fixture(scope="module")
def jo() -> Keyholder:
    return Keyholder("Jo Trelawny", "Carn Council")


def _fault(data: bytes) -> CardFault:
    with pytest.raises(CardRefusedError) as refused:
        read_card(data)
    return CardFault(refused.value.fault)


def test_a_card_reads_as_it_was_written(jo: Keyholder) -> None:
    assert read_card(jo.card.file_bytes) == jo.card


def test_mail_may_change_its_line_ends(jo: Keyholder) -> None:
    assert read_card(jo.card.file_bytes.replace(b"\n", b"\r\n") + b"\r\n\r\n") == jo.card


def test_every_bit_of_a_card_matters(jo: Keyholder) -> None:
    data = jo.card.file_bytes
    for at in range(len(data) - 1):
        for bit in range(8):
            altered = data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :]
            assert _fault(altered) in set(CardFault)


def test_names_of_any_script_stand_on_a_card() -> None:
    card = Keyholder("Łucja Ó Sé עדי", "Kernow Mebyon").card
    assert read_card(card.file_bytes).identity.name == "Łucja Ó Sé עדי"


@pytest.mark.parametrize("name", ["", "a\nb", "x" * 201, "\x00"])
def test_a_name_that_cannot_be_one_is_refused(name: str) -> None:
    card = Keyholder(name, "Carn Council").card
    assert _fault(card.file_bytes) is CardFault.DAMAGED


def test_a_card_of_a_newer_program_says_so(jo: Keyholder) -> None:
    newer = jo.card.file_bytes.replace(b"contact 1", b"contact 2", 1)
    assert _fault(newer) is CardFault.NEWER_FORMAT


def test_a_card_signed_by_another_key_is_a_forgery(jo: Keyholder) -> None:
    other = Keyholder("Jo Trelawny", "Carn Council").card
    mixed = Card(jo.card.identity, jo.card.sealing, other.signature)
    assert _fault(mixed.file_bytes) is CardFault.FORGED


def test_a_new_sealing_key_keeps_the_identity_and_its_words(jo: Keyholder) -> None:
    newer = make_card(
        jo.name,
        jo.agency,
        signing_key=jo.signing,
        sealing_key=new_sealing_key(),
        number=2,
        since=NOW + timedelta(days=365),
    )
    assert read_card(newer.file_bytes).identity == jo.card.identity
    assert newer.sealing.recipient != jo.card.sealing.recipient


def test_six_words_are_the_same_each_time_and_differ_by_name_and_key(jo: Keyholder) -> None:
    words = six_words(jo.card.identity.id)
    assert words == six_words(jo.card.identity.id)
    assert len(words) == 6
    renamed = Keyholder("Jo Trelawney", jo.agency, jo.signing, jo.sealing).card
    assert six_words(renamed.identity.id) != words
    assert six_words(Keyholder(jo.name, jo.agency).card.identity.id) != words


def test_the_words_of_a_known_identity_never_change() -> None:
    assert " ".join(six_words("00" * 32)) == KNOWN


KNOWN = "try demise swim wheel visual federal"
