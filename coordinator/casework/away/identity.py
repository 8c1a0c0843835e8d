"""Our own card: who this install is to others, and the key that packs for us are sealed to.

The signing key is the store's own, made with it. The sealing key changes every year: once the old
one is given up, what was sealed to it stays closed, in every mailbox.
"""

from datetime import datetime

from coordinator.casework.away.keeping_contacts import check_keeps
from coordinator.casework.desk import Desk
from coordinator.db.models import Agency, OwnIdentity, Panel, SealingSecret
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.errors import GuardError, InvalidFieldsError, MissingRecordError
from coordinator.domain.exchange.cards import Card, SealingKey
from coordinator.domain.exchange.contacts import OwnCard, is_key_old, keys_in_use
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right
from coordinator.vault.cards import make_card
from coordinator.vault.sealing import new_sealing_key, recipient_of
from coordinator.vault.spoken import six_words

_MOST = 200  # characters of a name on a card


def ensure_own_card(desk: Desk, *, name: str = "", agency: str = "") -> Done[OwnCard]:
    """Give our own card; who we are and the first key are settled when it is first asked for.

    Args:
        desk: Whose store it is.
        name: Who this install is to others; the panel's name when nothing is said. For ever:
            another name would be another identity, whose words nobody has read.
        agency: Theirs; the sitter's when nothing is said.

    Raises:
        NotPermittedError: Nobody keeps contacts here but the coordinator.
        GuardError: `identity-stands`: there is one under another name.
        InvalidFieldsError: `name` or `agency` is `required` or `too-long`.
    """
    with desk.act(Right.OWN_CARD) as tx:
        check_keeps(desk, tx)
        is_new = tx.cards.own() is None
        if is_new:
            _begin(desk, tx, name, agency)
        else:
            _check_same(tx, name, agency)
        card = own_card(tx)
        tx.is_local()
        if is_new:
            tx.journal("identity.made")
    return Done(_with_words(desk, card), tx.changes)


def names_for_a_card(name: str, agency: str) -> dict[str, str]:
    """Give both as a card holds them: asked first by whoever makes a store for its sake.

    Raises:
        InvalidFieldsError: `name` or `agency` is `required` or `too-long`.
    """
    given = {"name": name, "agency": agency}
    said = {field: " ".join(text.split()) for field, text in given.items()}
    rules = {field: "required" for field, text in said.items() if not text}
    rules |= {field: "too-long" for field, text in said.items() if len(text) > _MOST}
    if rules:
        raise InvalidFieldsError(rules)
    return said


def read_own_card(desk: Desk) -> OwnCard | None:
    """Give our own card with its words; nothing as long as nobody asked for one."""
    with desk.read(Right.OWN_CARD) as look:
        return own_card_read(desk, look)


def change_sealing_key(desk: Desk) -> Done[OwnCard]:
    """Change the key packs for us are sealed to; the card that tells it goes to everybody.

    No words are read again: the signing key vouches for the new one. The old one opens what
    comes for another thirty days.

    Raises:
        NotPermittedError: Nobody keeps contacts here but the coordinator.
        MissingRecordError: There is no card yet.
    """
    with desk.act(Right.OWN_CARD) as tx:
        check_keeps(desk, tx)
        keys = tx.cards.sealing_keys()
        if not keys:
            raise MissingRecordError(what="card", key="")
        _new_key(desk, tx, keys[0].number + 1)
        _give_up(desk, tx)
        card = own_card(tx)
        tx.journal("sealing_key.changed")
    return Done(_with_words(desk, card), tx.changes)


def give_up_sealing_keys(desk: Desk) -> Done[int]:
    """Destroy the replaced keys whose time is over; gives how many went.

    Asked for whenever contacts are looked at or a pack is made: nobody has to think of it.
    """
    with desk.act(Right.OWN_CARD) as tx:
        gone = _give_up(desk, tx)
        tx.is_local()
        if gone:
            tx.journal("sealing_key.given_up")
    return Done(gone, tx.changes)


def own_card(look: Reading) -> Card:
    """Give our own card inside a look: part of whoever makes a pack.

    Raises:
        MissingRecordError: Nobody asked for one yet.
    """
    who, keys = look.cards.own(), look.cards.sealing_keys()
    if who is None or not keys:
        raise MissingRecordError(what="card", key="")
    return make_card(
        who.name,
        who.agency,
        signing_key=look.info.signing_key,
        sealing_key=keys[0].secret,
        number=keys[0].number,
        since=keys[0].since,
    )


def own_card_read(desk: Desk, look: Reading) -> OwnCard | None:
    """Give our own card with its words inside a look; nothing as long as nobody asked for one."""
    return _with_words(desk, own_card(look)) if look.cards.own() is not None else None


def opening_keys(look: Reading, now: datetime) -> tuple[str, ...]:
    """Give the secret keys that packs for us open with, the newest first: part of taking one."""
    keys = {key.number: key for key in look.cards.sealing_keys() if key.secret}
    told = tuple(_told(key) for key in keys.values())
    return tuple(keys[number].secret for number in keys_in_use(told, now))


def _with_words(desk: Desk, card: Card) -> OwnCard:
    is_old = is_key_old(card.sealing.since, desk.now())
    return OwnCard(card, six_words(card.identity.id), is_old)


def _begin(desk: Desk, tx: Transaction, name: str, agency: str) -> None:
    given = {"name": name or _panel_name(tx), "agency": agency or _agency_name(desk, tx)}
    said = names_for_a_card(**given)
    tx.session.add(OwnIdentity(key=1, since=desk.now(), **said))
    _new_key(desk, tx, 1)


def _check_same(tx: Transaction, name: str, agency: str) -> None:
    who = tx.cards.own()
    said = {" ".join(name.split()), " ".join(agency.split())} - {""}
    if who and not said <= {who.name, who.agency}:
        raise GuardError("identity-stands")


def _panel_name(tx: Transaction) -> str:
    panel = tx.session.get(Panel, tx.info.panel_id)
    return panel.name if panel else ""


def _agency_name(desk: Desk, tx: Transaction) -> str:
    agency = tx.session.get(Agency, desk.sitter.agency) if desk.sitter.agency else None
    return agency.name if agency else ""


def _new_key(desk: Desk, tx: Transaction, number: int) -> None:
    to_the_second = desk.now().replace(microsecond=0)  # as a card says it
    secret = new_sealing_key()
    tx.session.add(SealingSecret(number=number, secret=secret, since=to_the_second))
    tx.session.flush()


def _give_up(desk: Desk, tx: Transaction) -> int:
    standing = [key for key in tx.cards.sealing_keys() if key.secret]
    used = keys_in_use(tuple(map(_told, standing)), desk.now())
    gone = [key for key in standing if key.number not in used]
    for key in gone:
        key.secret, key.given_up_at = "", desk.now()
    tx.session.flush()
    return len(gone)


def _told(key: SealingSecret) -> SealingKey:
    return SealingKey(recipient_of(key.secret), key.number, key.since)
