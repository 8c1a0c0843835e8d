"""A contact card: who somebody is, the key that signs for them and the key packs are sealed to.

Three lines after its heading. The first says who: name, agency and signing key. Its SHA-256 is the
identity, and the six words read aloud are made of that. The second gives the sealing key, which
changes every year; the signing key vouches for it, so no words are read again. The third is the
signature over all before it.
"""

import base64
import binascii
import hashlib
import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from coordinator.domain.errors import OddShapeError
from coordinator.domain.exchange.strict import (
    moment,
    moment_text,
    one_object,
    text,
    whole_number,
)

HEADING: Final = b"coordinator-contact 1"
MAX_BYTES: Final = 4_096
"""Of a whole card; ours have about 500."""
SIGNATURE_BYTES: Final = 64
"""Of an Ed25519 signature (RFC 8032)."""

_SAID: Final = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]{1,200}")
_HEX: Final = re.compile(r"[0-9a-f]{64}")
_AGE: Final = re.compile(r"age1[02-9ac-hj-np-z]{58}")  # Bech32 of 32 bytes (BIP-173)
_MOST_KEYS: Final = 1_000_000
_LINES: Final = 4


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is to other installs. A renamed person is another identity, by intent."""

    name: str
    agency: str
    signing: bytes

    @property
    def line(self) -> bytes:
        """The one written form."""
        return _line({"agency": self.agency, "name": self.name, "sign": self.signing.hex()})

    @property
    def id(self) -> str:
        """SHA-256 of the written form: 64 hexadecimal digits."""
        return hashlib.sha256(self.line).hexdigest()


@dataclass(frozen=True, slots=True)
class SealingKey:
    """The public key packs are sealed to, of age v1.

    Attributes:
        recipient: As the `age` program writes it.
        number: 1, 2, 3 for each identity: a lower one never comes back into use.
    """

    recipient: str
    number: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Card:
    """A card as it is sent; `signature` is over `signed_part`."""

    identity: Identity
    sealing: SealingKey
    signature: bytes

    @property
    def file_bytes(self) -> bytes:
        """The whole card as a file."""
        signed = base64.b64encode(self.signature)
        return signed_part(self.identity, self.sealing) + signed + b"\n"


def signed_part(identity: Identity, sealing: SealingKey) -> bytes:
    """Give what the signature of a card covers."""
    key = _line(
        {
            "age": sealing.recipient,
            "number": sealing.number,
            "since": moment_text(sealing.since),
        }
    )
    return HEADING + b"\n" + identity.line + b"\n" + key + b"\n"


def is_newer_card(data: bytes) -> bool:
    """Whether this is a card of a form that a newer program writes."""
    first = data.split(b"\n", 1)[0]
    return first.startswith(HEADING.rsplit(b" ", 1)[0]) and first.rstrip(b"\r") != HEADING


def parse_card(data: bytes) -> Card:
    r"""Read a card; whether its signature holds is asked of the vault.

    Mail programs may turn `\n` into `\r\n` and add blank lines at the end: both are forgiven.

    Raises:
        OddShapeError: It is not in the one form a card has.
    """
    if len(data) > MAX_BYTES:
        raise OddShapeError
    lines = data.replace(b"\r\n", b"\n").rstrip(b"\n").split(b"\n")
    if len(lines) != _LINES or lines[0] != HEADING:
        raise OddShapeError
    who = one_object(lines[1], ("agency", "name", "sign"))
    key = one_object(lines[2], ("age", "number", "since"))
    identity = Identity(
        text(who["name"], _SAID),
        text(who["agency"], _SAID),
        bytes.fromhex(text(who["sign"], _HEX)),
    )
    sealing = SealingKey(
        text(key["age"], _AGE),
        whole_number(key["number"], least=1, most=_MOST_KEYS),
        moment(key["since"]),
    )
    card = Card(identity, sealing, _signature(lines[3]))
    if signed_part(identity, sealing) != b"\n".join(lines[:3]) + b"\n":
        raise OddShapeError  # said in another way than we would: two cards with one meaning
    return card


def _signature(line: bytes) -> bytes:
    try:
        signature = base64.b64decode(line, validate=True)
    except binascii.Error:
        raise OddShapeError from None
    if len(signature) != SIGNATURE_BYTES or base64.b64encode(signature) != line:
        raise OddShapeError
    return signature


def _line(parts: dict[str, str | int]) -> bytes:
    written = json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return written.encode("utf-8")
