"""Who we are to others and whom we know: contacts as values, and the rules about their keys."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum, unique
from typing import Final
from uuid import UUID

from coordinator.domain.errors import CardRefusedError, InvalidFieldsError
from coordinator.domain.exchange.cards import Card, Identity, SealingKey
from coordinator.domain.exchange.faults import CardFault

KEY_LASTS: Final = timedelta(days=365)
"""After a year a sealing key is to be changed: packs left in mailboxes are closed by it."""
GRACE: Final = timedelta(days=30)
"""How long a replaced key still opens what others sealed before they had the new card: the longest
a pack is good for."""
_FEWEST_WORDS: Final = 6


@unique
class CheckedHow(StrEnum):
    """How two people read each other's words. Stored; never renamed."""

    IN_PERSON = "in_person"
    """Face to face, as at a panel."""
    TELEPHONE = "telephone"
    """On a number known before, never on one that came with the card."""


@unique
class ContactState(StrEnum):
    """Where a contact stands."""

    UNCHECKED = "unchecked"
    """Nothing is sealed for them and nothing is taken from them."""
    CHECKED = "checked"
    KEY_OLD = "key_old"
    """Checked; their sealing key is older than a year, a new card is to be asked for."""
    REVOKED = "revoked"


@unique
class Added(StrEnum):
    """What came of a card that was brought in."""

    NEW = "new"
    NEW_KEY = "new_key"
    """Somebody known has another sealing key; their words stand."""
    KNOWN = "known"
    """Nothing that was not on file."""


@dataclass(frozen=True, slots=True)
class Checked:
    """That somebody read the words: when, who, how. `by` may be of another panel's directory."""

    at: datetime
    by: UUID
    how: CheckedHow
    by_name: str = ""


@dataclass(frozen=True, slots=True)
class Revoked:
    """From which day on nothing of an identity is taken, and why."""

    on: date
    why: str
    by_name: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody whose card is on file.

    Attributes:
        id: Their identity, 64 hexadecimal digits.
        signing: The key that signs for them.
        professional_id: Who of the directory it is, where somebody said so.
        seq_sent: The number of the newest pack sent to them; 0 for none.
        seq_seen: Of the newest taken from them.
    """

    id: str
    name: str
    agency: str
    signing: bytes
    sealing: SealingKey
    professional_id: UUID | None
    added_at: datetime
    checked: Checked | None = None
    revoked: Revoked | None = None
    seq_sent: int = 0
    seq_seen: int = 0

    @property
    def may_receive(self) -> bool:
        """Whether anything may be sealed for them."""
        return self.checked is not None and self.revoked is None

    @property
    def card(self) -> Card:
        """Their card for whoever seals something for them; its signature was looked at before."""
        return Card(Identity(self.name, self.agency, self.signing), self.sealing, b"")

    def state(self, now: datetime) -> ContactState:
        """Say where they stand."""
        if self.revoked is not None:
            return ContactState.REVOKED
        if self.checked is None:
            return ContactState.UNCHECKED
        is_old = is_key_old(self.sealing.since, now)
        return ContactState.KEY_OLD if is_old else ContactState.CHECKED


@dataclass(frozen=True, slots=True)
class ContactRead:
    """A contact with what is read aloud, and others on file under the same name and agency."""

    contact: Contact
    words: tuple[str, ...]
    namesakes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactsPage:
    """Everything about cards that one reader may look at.

    Attributes:
        contacts: Nobody where the reader may see our own card only.
        in_post: Who of the directory a contact can be: id, name and agency.
        may_keep: Whether they make our card, bring cards in and change our key.
        may_check: Whether they record that words were read, and revoke.
    """

    own: "OwnCard | None"
    contacts: tuple[Contact, ...]
    in_post: tuple[tuple[UUID, str], ...]
    may_keep: bool
    may_check: bool
    now: datetime


@dataclass(frozen=True, slots=True)
class OwnCard:
    """Our own card, as it is sent, and the words of it."""

    card: Card
    words: tuple[str, ...]
    is_key_old: bool = False


@dataclass(frozen=True, slots=True)
class Renewals:
    """What has grown old and is to be renewed.

    Attributes:
        own: Our own sealing key.
        contacts: Whose keys, by name.
        is_list_old: The panel's list of contacts, in a store away from it.
    """

    own: bool = False
    contacts: tuple[str, ...] = ()
    is_list_old: bool = False

    def __bool__(self) -> bool:
        return self.own or bool(self.contacts) or self.is_list_old


NOTHING_OLD: Final = Renewals()


@dataclass(frozen=True, slots=True)
class SettingOut:
    """What somebody away from a panel needs before the first pack: their own card, the panel's.

    Attributes:
        own: Theirs; nothing as long as they did not say who they are.
        cards: Every card that was brought in, the newest first, with its words.
    """

    own: OwnCard | None
    cards: tuple[ContactRead, ...]
    now: datetime


def is_key_old(since: datetime, now: datetime) -> bool:
    """Whether a sealing key is to be changed."""
    return now - since > KEY_LASTS


def what_is_new(known: SealingKey, sent: SealingKey) -> Added:
    """Say what a card of a known identity brings.

    Where a store was brought back from a backup, its next key has a number that was given before:
    of two keys under one number the later is the one its owner has.

    Raises:
        CardRefusedError: `older_key`: a newer one is on file.
    """
    if sent == known:
        return Added.KNOWN
    if (sent.number, sent.since) > (known.number, known.since):
        return Added.NEW_KEY
    raise CardRefusedError(CardFault.OLDER_KEY)


def keys_in_use(keys: tuple[SealingKey, ...], now: datetime) -> tuple[int, ...]:
    """Give the numbers of our keys that still open packs, the newest first.

    A key is given up when the grace after its successor is over.
    """
    newest_first = sorted(keys, key=lambda one: one.number, reverse=True)
    used: list[int] = []
    replaced_at: datetime | None = None
    for key in newest_first:
        if replaced_at is None or now - replaced_at <= GRACE:
            used.append(key.number)
        replaced_at = key.since
    return tuple(used)


def check_revoking(on: date, today: date) -> None:
    """Refuse a day that is still to come: whatever is made until then would be taken.

    Raises:
        InvalidFieldsError: `on` `in-the-future`.
    """
    if on > today:
        raise InvalidFieldsError({"on": "in-the-future"})


def same_words(typed: str, words: tuple[str, ...]) -> bool:
    """Whether somebody typed exactly these words; capitals, commas and hyphens do not count."""
    said = typed.lower().replace(",", " ").replace("-", " ").split()
    return len(words) == _FEWEST_WORDS and tuple(said) == words
