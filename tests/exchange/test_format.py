"""The page about the form of packs is right: its reader reads ours, its numbers are ours."""

import base64
import hashlib
import io
import re
import zlib
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import timedelta

import pyrage
import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from mnemonic import Mnemonic

from coordinator.domain.exchange import cards, manifests, scopes
from coordinator.domain.exchange.manifests import PackedFile, PackKind
from coordinator.domain.merging.changes import Change
from coordinator.domain.merging.receiving import HoldReason
from coordinator.exchange.unpacking import MOST_AHEAD, check_pack
from coordinator.vault import sealing
from coordinator.vault.signing import sign
from coordinator.vault.spoken import six_words
from tests.exchange.keyholders import FILES, Keyholder, packed
from tests.exchange.on_page import PAGE, names_on_page

Reader = Callable[[bytes, str, str, dict[str, bytes]], dict[str, bytes]]


@pytest.fixture(scope="module")
def read_pack() -> Reader:
    """The reader on the page, as it stands there."""
    reader: Reader = names_on_page()["read_pack"]
    return reader


@pytest.fixture
def jo() -> Keyholder:
    return Keyholder("Jo Trelawny", "Carn Council")


@pytest.fixture
def sam() -> Keyholder:
    return Keyholder("Sam Rowe", "Health Trust")


def test_the_reader_on_the_page_reads_a_pack(
    read_pack: Reader, jo: Keyholder, sam: Keyholder
) -> None:
    mine, theirs = sam.card.identity, jo.card.identity
    files = read_pack(packed(jo, [sam]), sam.sealing, mine.id, {theirs.id: theirs.signing})
    assert files == FILES


def test_it_takes_nothing_from_whoever_was_not_checked_or_did_not_sign(
    read_pack: Reader, jo: Keyholder, sam: Keyholder
) -> None:
    pack, mine, theirs = packed(jo, [sam]), sam.card.identity.id, jo.card.identity.id
    with pytest.raises(KeyError):
        read_pack(pack, sam.sealing, mine, {})
    with pytest.raises(InvalidSignature):
        read_pack(pack, sam.sealing, mine, {theirs: sam.card.identity.signing})
    with pytest.raises(ValueError, match="passed on"):
        read_pack(pack, sam.sealing, theirs, {theirs: jo.card.identity.signing})


def test_it_takes_no_file_whose_zlib_does_not_end(
    read_pack: Reader, jo: Keyholder, sam: Keyholder
) -> None:
    sam.trust(jo)
    growing = zlib.compressobj()
    cut = growing.compress(b"a line\n") + growing.flush(zlib.Z_SYNC_FLUSH)
    listed = PackedFile("own.jsonl", 7, len(cut), True, hashlib.sha256(cut).hexdigest())
    opened = check_pack(io.BytesIO(packed(jo, [sam])), sam.receiver())
    line = replace(opened.manifest, files=(listed,)).line + b"\n"
    heading = manifests.HEADING + opened.sender.encode() + b"\n"
    signed = base64.b64encode(sign(jo.signing, heading + line)) + b"\n"
    seal = [pyrage.x25519.Recipient.from_str(sam.card.sealing.recipient)]
    pack = pyrage.encrypt(heading + line + signed + cut, seal)

    with pytest.raises(ValueError, match="zlib"):
        read_pack(
            pack, sam.sealing, sam.card.identity.id, {opened.sender: jo.card.identity.signing}
        )


def test_the_identity_and_the_six_words_come_about_as_the_page_says(jo: Keyholder) -> None:
    who = jo.card.file_bytes.split(b"\n")[1]
    identity = hashlib.sha256(who).hexdigest()
    assert identity == jo.card.identity.id
    salt, cost = re.search(r"\(salt `(.*?)`, N (\d+), r 8, p 1, 9 bytes out\)", PAGE).groups()  # type: ignore[union-attr]
    out = Scrypt(salt.encode(), 9, n=int(cost), r=8, p=1).derive(bytes.fromhex(identity))
    bits = "".join(f"{byte:08b}" for byte in out)[:66]
    listed = Mnemonic("english").wordlist
    said = [listed[int(bits[at : at + 11], 2)] for at in range(0, 66, 11)]
    assert tuple(said) == six_words(identity)


@pytest.mark.parametrize(
    "said",
    [
        cards.HEADING.decode(),
        manifests.HEADING.decode(),
        f"at most {cards.MAX_BYTES:,} bytes",
        f"its header at most {sealing.MAX_HEADER >> 10} KiB",
        f"JSON, at most {manifests.MAX_LINE >> 20} MiB",
        f"at most {manifests.MAX_FILES:,}, each",
        f"identities it is for, at most {manifests.MAX_RECIPIENTS}",
        f"at most {manifests.MAX_TOTAL >> 20} MiB",
        "`made` is at most a day ahead",
        *(f"`{kind.value}`" for kind in PackKind),
        *(f"| `{part.name}` |" for part in fields(Change) if part.init),
        *(f"| `{reason.value}` |" for reason in HoldReason),
        *(f"| `{key}` |" for key in scopes._KEYS),
        *(f"`{key}`" for key in (*manifests._KEYS, *manifests._FILE_KEYS)),
    ],
)
def test_the_page_names_each_bound_and_each_key(said: str) -> None:
    assert timedelta(days=1) == MOST_AHEAD
    assert said in PAGE
