"""A work pack is taken whole and genuine, by whom it was made for, once; or not at all."""

import base64
import hashlib
import io
import json
import shutil
import subprocess
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import psutil
import pyrage
import pytest

from coordinator.domain.errors import PackRefusedError
from coordinator.domain.exchange.faults import PackFault
from coordinator.domain.exchange.manifests import HEADING, PackedFile
from coordinator.exchange.unpacking import Opened, check_pack, take_pack
from coordinator.vault.signing import sign
from tests.exchange.keyholders import (
    FILES,
    LABEL,
    NOW,
    Keyholder,
    listed,
    numbered,
    packed,
)


@pytest.fixture
def jo() -> Keyholder:
    return Keyholder("Jo Trelawny", "Carn Council")


@pytest.fixture
def mal() -> Keyholder:
    return Keyholder("Mal Pengelly", "Another Agency")


@pytest.fixture
def sam(jo: Keyholder, mal: Keyholder) -> Keyholder:
    sam = Keyholder("Sam Rowe", "Health Trust")
    sam.trust(jo, mal)
    return sam


def _refused(pack: bytes, receiver: Keyholder, **at: object) -> PackFault:
    taken: list[str] = []
    with pytest.raises(PackRefusedError) as refused:
        take_pack(
            io.BytesIO(pack),
            replace(receiver.receiver(), **at),  # type: ignore[arg-type]
            lambda name, _blocks: taken.append(name),
        )
    assert taken == []
    return PackFault(refused.value.fault)


def _by_hand(
    signer: Keyholder, to: Keyholder, manifest: bytes, body: bytes = b"", *, named: str = ""
) -> bytes:
    head = HEADING + (named or signer.card.identity.id).encode() + b"\n" + manifest + b"\n"
    return _sealed(head + base64.b64encode(sign(signer.signing, head)) + b"\n" + body, to)


def _sealed(plain: bytes, to: Keyholder) -> bytes:
    reader = pyrage.x25519.Recipient.from_str(to.card.sealing.recipient)
    return bytes(pyrage.encrypt(plain, [reader]))


def _inside(pack: bytes, owner: Keyholder) -> bytes:
    return bytes(pyrage.decrypt(pack, [pyrage.x25519.Identity.from_str(owner.sealing)]))


def test_what_goes_in_comes_out(jo: Keyholder, sam: Keyholder) -> None:
    got: dict[str, bytes] = {}
    opened = take_pack(
        io.BytesIO(packed(jo, [sam])),
        sam.receiver(),
        lambda name, blocks: got.update({name: b"".join(blocks)}),
    )
    assert got == FILES
    assert opened.sender == jo.card.identity.id
    assert opened.manifest.to == (sam.card.identity.id,)
    assert [one.size for one in opened.manifest.files] == [len(data) for data in FILES.values()]


def test_a_taker_need_not_read_what_it_does_not_want(jo: Keyholder, sam: Keyholder) -> None:
    opened = take_pack(io.BytesIO(packed(jo, [sam])), sam.receiver(), lambda _name, _blocks: None)
    assert isinstance(opened, Opened)


def test_every_byte_of_a_pack_matters(jo: Keyholder, sam: Keyholder) -> None:
    pack = packed(jo, [sam], files={"a.jsonl": b"x" * 50})
    for at in range(len(pack)):
        assert _refused(pack[:at] + bytes([pack[at] ^ 1]) + pack[at + 1 :], sam)
        assert _refused(pack[:at], sam)
    assert _refused(pack + b"\0", sam) is PackFault.DAMAGED
    check_pack(io.BytesIO(pack), sam.receiver())


def test_damage_far_inside_hands_nothing_out(jo: Keyholder, sam: Keyholder) -> None:
    pack = bytearray(packed(jo, [sam]))
    pack[len(pack) // 2] ^= 1
    assert _refused(bytes(pack), sam) is PackFault.DAMAGED


def test_whoever_it_was_not_made_for_cannot_open_it(
    jo: Keyholder, sam: Keyholder, mal: Keyholder
) -> None:
    mal.trust(jo)
    assert _refused(packed(jo, [sam]), mal) is PackFault.NOT_FOR_US


def test_a_pack_bearing_anothers_name_is_a_forgery(
    jo: Keyholder, sam: Keyholder, mal: Keyholder
) -> None:
    manifest = listed(to=(sam.card.identity.id,)).line
    forged = _by_hand(mal, sam, manifest, named=jo.card.identity.id)
    assert _refused(forged, sam) is PackFault.FORGED


def test_the_same_name_with_other_keys_is_nobody_we_know(sam: Keyholder) -> None:
    assert _refused(packed(Keyholder("Jo Trelawny", "Carn Council"), [sam]), sam) is (
        PackFault.SENDER_UNKNOWN
    )


def test_an_identity_given_up_is_not_listened_to(jo: Keyholder, sam: Keyholder) -> None:
    known = sam.contacts[jo.card.identity.id]
    sam.contacts[known.id] = replace(known, revoked_from=LABEL.made)
    assert _refused(packed(jo, [sam]), sam) is PackFault.SENDER_REVOKED


def test_what_was_made_before_an_identity_was_lost_is_taken(jo: Keyholder, sam: Keyholder) -> None:
    known = sam.contacts[jo.card.identity.id]
    sam.contacts[known.id] = replace(known, revoked_from=LABEL.made + timedelta(seconds=1))
    assert check_pack(io.BytesIO(packed(jo, [sam])), sam.receiver()).sender == known.id


def test_a_pack_passed_on_is_noticed(jo: Keyholder, sam: Keyholder, mal: Keyholder) -> None:
    inside = _inside(packed(jo, [mal]), mal)
    assert _refused(_sealed(inside, sam), sam) is PackFault.PASSED_ON


def test_one_of_several_receivers_cannot_alter_it_for_another(
    jo: Keyholder, sam: Keyholder, mal: Keyholder
) -> None:
    inside = bytearray(_inside(packed(jo, [mal, sam]), mal))
    inside[-1] ^= 1
    assert _refused(_sealed(bytes(inside), sam), sam) is PackFault.FILE_ALTERED


def test_a_pack_is_taken_once(jo: Keyholder, sam: Keyholder) -> None:
    pack = packed(jo, [sam], numbered(2))
    sam.taken.add(check_pack(io.BytesIO(pack), sam.receiver()).manifest.pack)
    assert _refused(pack, sam) is PackFault.SEEN_BEFORE


def test_another_panels_old_and_coming_packs_are_refused(jo: Keyholder, sam: Keyholder) -> None:
    elsewhere = packed(jo, [sam], replace(LABEL, panel=UUID(int=8)))
    assert _refused(elsewhere, sam) is PackFault.OTHER_PANEL
    pack = packed(jo, [sam])
    assert _refused(pack, sam, now=NOW + timedelta(days=31)) is PackFault.EXPIRED
    assert _refused(pack, sam, now=NOW - timedelta(days=2)) is PackFault.FROM_THE_FUTURE


def test_an_install_without_a_panel_takes_its_first_pack(jo: Keyholder, sam: Keyholder) -> None:
    first = replace(sam.receiver(), panels=frozenset())
    assert check_pack(io.BytesIO(packed(jo, [sam])), first).manifest.panel == LABEL.panel


def _file(body: bytes, size: int, name: str = "people.jsonl") -> PackedFile:
    return PackedFile(name, size, len(body), True, hashlib.sha256(body).hexdigest())


def test_a_bomb_is_stopped_at_the_size_it_listed(mal: Keyholder, sam: Keyholder) -> None:
    body = zlib.compress(bytes(300_000_000), 9)
    for size, fault in ((1_000, PackFault.LARGER_THAN_LISTED), (10**12, PackFault.TOO_LARGE)):
        manifest = listed(to=(sam.card.identity.id,), files=(_file(body, size),)).line
        pack = _by_hand(mal, sam, manifest, body)
        before = psutil.Process().memory_info().rss
        assert _refused(pack, sam) is fault
        assert psutil.Process().memory_info().rss - before < 20_000_000


@pytest.mark.parametrize("name", ["../x", "a/b", "a\\b", "", ".", "CON", "a" * 300, "a\n", "é"])
def test_a_hostile_name_of_a_file_is_refused(mal: Keyholder, sam: Keyholder, name: str) -> None:
    manifest = listed(to=(sam.card.identity.id,), files=(_file(b"", 0, name),)).line
    assert _refused(_by_hand(mal, sam, manifest), sam) in {
        PackFault.MALFORMED,
        PackFault.FILE_ALTERED,
    }
    if len(name) < 300 and name != "CON":
        assert _refused(_by_hand(mal, sam, manifest), sam) is PackFault.MALFORMED


def test_more_than_was_listed_is_refused(mal: Keyholder, sam: Keyholder) -> None:
    manifest = listed(to=(sam.card.identity.id,)).line
    assert _refused(_by_hand(mal, sam, manifest, b"more"), sam) is PackFault.TRAILING


@pytest.mark.parametrize(
    "inside",
    [
        b"",
        b"\n\n\n",
        b"coordinator-pack 1 \n{}\n\n",
        b"coordinator-pack 1 ab\n" + b"[" * 100_000 + b"\n\n",
        b"coordinator-pack 1 \xff\n\n",
        b"coordinator-pack 1 " + b"1" * 3_000_000,
        b"something else 9\n",
    ],
)
def test_rubbish_that_is_sealed_for_us_is_damaged(sam: Keyholder, inside: bytes) -> None:
    assert _refused(_sealed(inside, sam), sam) in {PackFault.DAMAGED, PackFault.NOT_FOR_US}


def test_a_newer_form_asks_for_a_newer_program(sam: Keyholder) -> None:
    assert _refused(_sealed(b"coordinator-pack 2 x\n{}\n", sam), sam) is PackFault.NEWER_FORMAT


def _hostile() -> Iterator[dict[str, object]]:
    yield {"to": 5}
    yield {"to": None}
    yield {"to": ["x"]}
    yield {"files": [1]}
    yield {"files": [{"name": 3}]}
    yield {"files": None}
    yield {"expires": "x"}
    yield {"expires": 7}
    yield {"expires": "2026-02-30T00:00:00Z"}
    yield {"pack": []}
    yield {"seq": True}
    yield {"seq": -1}
    yield {"seq": 1.5}
    yield {"kind": "else"}
    yield {"panel": "7"}
    yield {"more": 1}


@pytest.mark.parametrize("part", list(_hostile()))
def test_a_signed_manifest_of_another_shape_is_refused(
    mal: Keyholder, sam: Keyholder, part: dict[str, object]
) -> None:
    manifest = json.loads(listed(to=(sam.card.identity.id,)).line) | part
    pack = _by_hand(mal, sam, json.dumps(manifest).encode())
    assert _refused(pack, sam) is PackFault.MALFORMED


@pytest.mark.parametrize(
    "line", [b"", b"[]", b"null", b"{}", b"[" * 100_000, b"\xff", b'{"a":1,"a":2}']
)
def test_a_signed_line_that_is_no_manifest_is_refused(
    mal: Keyholder, sam: Keyholder, line: bytes
) -> None:
    assert _refused(_by_hand(mal, sam, line), sam) is PackFault.MALFORMED


def test_the_old_sealing_key_still_opens_what_is_on_its_way(jo: Keyholder, sam: Keyholder) -> None:
    pack = packed(jo, [sam])
    newer = Keyholder("", "").sealing
    both = replace(sam.receiver(), sealing_keys=[newer, sam.sealing])
    assert check_pack(io.BytesIO(pack), both).sender == jo.card.identity.id
    assert _refused(pack, sam, sealing_keys=[newer]) is PackFault.NOT_FOR_US


def test_a_pack_too_large_to_be_taken_is_not_made(jo: Keyholder, sam: Keyholder) -> None:
    many = {f"file-{number}": b"" for number in range(5_001)}
    with pytest.raises(PackRefusedError) as refused:
        packed(jo, [sam], files=many)
    assert refused.value.fault is PackFault.TOO_LARGE


def test_nothing_of_a_pack_can_be_read_without_a_key(jo: Keyholder, sam: Keyholder) -> None:
    pack = packed(jo, [sam], files={"people.jsonl": b"the secret address", "photo.bin": b"secret"})
    for told in (b"secret", b"Trelawny", b"Rowe", b"people.jsonl", jo.card.identity.id.encode()):
        assert told not in pack


def test_the_age_program_opens_a_pack(jo: Keyholder, sam: Keyholder, tmp_path: Path) -> None:
    age = shutil.which("age")
    if age is None:
        pytest.skip("the age program is not installed")
    (tmp_path / "key").write_text(sam.sealing, encoding="ascii")
    (tmp_path / "pack").write_bytes(packed(jo, [sam]))
    command = [age, "--decrypt", "--identity", str(tmp_path / "key"), str(tmp_path / "pack")]
    opened = subprocess.run(command, check=True, capture_output=True)
    assert opened.stdout.startswith(HEADING + jo.card.identity.id.encode())
    assert opened.stdout == _inside((tmp_path / "pack").read_bytes(), sam)
