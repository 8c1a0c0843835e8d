"""The roster: who may send what to whom, numbered and signed by the panel, in every pack.

    {"roster": {...}, "signature": "base64 of 64 bytes"}

One line of JSON. The signature is over the heading and the inner object as we write it. What can
be taken back by sending an old file again is permission: so a lower number is never followed.
"""

import base64
import binascii
import json
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from coordinator.domain.errors import OddShapeError
from coordinator.domain.exchange.cards import SIGNATURE_BYTES
from coordinator.domain.exchange.strict import (
    items,
    moment,
    moment_text,
    one_object,
    text,
    whole_number,
)
from coordinator.domain.roles import Role

ROSTER_FILE: Final = "roster.json"
"""Its name in a pack."""
FIELD_RULES: Final = 1
"""Which rules say what of a record may travel to whom; another number when those change."""
LASTS: Final = timedelta(days=90)
"""For so long nobody is told that the list is old: three months of a panel that meets weekly."""
RENEWED_AFTER: Final = timedelta(days=30)
"""A list that is older is signed anew although nothing in it changed."""
MOST: Final = 2_000
"""Contacts of one list."""
MAX_BYTES: Final = 1 << 20

_HEADING: Final = b"coordinator-roster 1\n"
_ID: Final = re.compile(r"[0-9a-f]{64}")
_UUID: Final = re.compile(r"[0-9a-f]{32}")
_SAID: Final = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]{1,200}")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_BASE64: Final = re.compile(r"[A-Za-z0-9+/]{86}==")
_KEYS: Final = ("contacts", "expires", "made", "number", "panel", "rules", "signer")
_CONTACT_KEYS: Final = ("agency", "id", "name", "professional", "revoked", "role")
_MOST_NUMBER: Final = 2**53 - 1


@dataclass(frozen=True, slots=True)
class Listed:
    """One contact of a roster.

    Attributes:
        professional: Who of the panel's directory it is, where somebody said so.
        role: Theirs at the panel.
        revoked: From which day nothing of theirs is taken.
    """

    id: str
    name: str
    agency: str
    professional: UUID | None = None
    role: Role | None = None
    revoked: date | None = None


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody a panel exchanges work with, as of a moment; `signer` is the panel's identity."""

    panel: UUID
    number: int
    made: datetime
    expires: datetime
    signer: str
    contacts: tuple[Listed, ...]
    rules: int = FIELD_RULES

    @property
    def line(self) -> str:
        """The one written form of what is signed."""
        return _written(
            {
                "panel": self.panel.hex,
                "number": self.number,
                "made": moment_text(self.made),
                "expires": moment_text(self.expires),
                "signer": self.signer,
                "rules": self.rules,
                "contacts": [_contact_parts(one) for one in self.contacts],
            }
        )

    @property
    def signed_part(self) -> bytes:
        """What the signature covers."""
        return _HEADING + self.line.encode()

    def is_after(self, other: "Roster") -> bool:
        """Whether this list is to be followed where the other one was."""
        return (self.number, self.made) > (other.number, other.made)

    def says_the_same(self, other: "Roster") -> bool:
        """Whether nothing changed but its number and its days."""
        mine = (self.panel, self.signer, self.rules, self.contacts)
        return mine == (other.panel, other.signer, other.rules, other.contacts)


@dataclass(frozen=True, slots=True)
class SignedRoster:
    """A roster as it travels."""

    roster: Roster
    signature: bytes

    @property
    def file_bytes(self) -> bytes:
        """The whole file."""
        signed = base64.b64encode(self.signature).decode()
        return f'{{"roster":{self.roster.line},"signature":"{signed}"}}\n'.encode()


def parse_roster(data: bytes) -> SignedRoster:
    """Read a roster; whether its signature holds is asked of the vault.

    Raises:
        OddShapeError: It is not in the one form a roster has.
    """
    if len(data) > MAX_BYTES:
        raise OddShapeError
    outer = one_object(data, ("roster", "signature"))
    found = outer["roster"]
    if not isinstance(found, dict) or found.keys() != set(_KEYS):
        raise OddShapeError
    roster = Roster(
        panel=UUID(hex=text(found["panel"], _UUID)),
        number=whole_number(found["number"], least=1, most=_MOST_NUMBER),
        made=moment(found["made"]),
        expires=moment(found["expires"]),
        signer=text(found["signer"], _ID),
        rules=whole_number(found["rules"], least=1, most=_MOST_NUMBER),
        contacts=tuple(_listed(one) for one in items(found["contacts"], most=MOST)),
    )
    signed = SignedRoster(roster, _signature(outer["signature"]))
    if signed.file_bytes != data:
        raise OddShapeError  # said in another way than we would: two lists with one meaning
    return signed


def next_number(last: int, now: datetime) -> int:
    """Give the number of a new list: the minutes since 1970, or one more than the last.

    A store that was brought back from a backup does not know the numbers it gave since: counting
    on from its last one, its lists would be older than those others have.
    """
    return max(last + 1, int(now.timestamp()) // 60)


def is_current(roster: Roster, now: datetime) -> bool:
    """Whether the list may still be relied on without asking for a newer one."""
    return now <= roster.expires


def needs_renewing(last: Roster, next_: Roster) -> bool:
    """Whether a new list has to be signed: something changed, or the last is a month old."""
    return not next_.says_the_same(last) or next_.made - last.made > RENEWED_AFTER


def _listed(found: object) -> Listed:
    if not isinstance(found, dict) or found.keys() != set(_CONTACT_KEYS):
        raise OddShapeError
    who, role, revoked = found["professional"], found["role"], found["revoked"]
    return Listed(
        id=text(found["id"], _ID),
        name=text(found["name"], _SAID),
        agency=text(found["agency"], _SAID),
        professional=None if who is None else UUID(hex=text(who, _UUID)),
        role=None if role is None else _role(role),
        revoked=None if revoked is None else _day(revoked),
    )


def _role(found: object) -> Role:
    try:
        return Role(str(found))
    except ValueError:
        raise OddShapeError from None


def _day(found: object) -> date:
    try:
        return date.fromisoformat(text(found, _DAY))
    except ValueError:
        raise OddShapeError from None


def _signature(found: object) -> bytes:
    try:
        signature = base64.b64decode(text(found, _BASE64), validate=True)
    except binascii.Error:
        raise OddShapeError from None
    if len(signature) != SIGNATURE_BYTES:
        raise OddShapeError
    return signature


def _contact_parts(one: Listed) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "agency": one.agency,
        "professional": one.professional.hex if one.professional else None,
        "role": one.role.value if one.role else None,
        "revoked": one.revoked.isoformat() if one.revoked else None,
    }


def _written(parts: dict[str, Any]) -> str:
    return json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
