"""Work packs between a panel and who works away from it: made, opened, reviewed, applied."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from coordinator.casework.away.contacts import contact_on_file
from coordinator.casework.away.handing import note_hand_back, read_hand_back
from coordinator.casework.away.identity import own_card
from coordinator.casework.away.returning import apply_hand_back, review_hand_back
from coordinator.casework.away.rosters import ensure_roster
from coordinator.casework.away.sending import (
    Outgoing,
    check_take_away,
    note_take_away,
    read_take_away,
)
from coordinator.casework.away.taking import apply_take_away, sitter_now
from coordinator.casework.desk import Desk
from coordinator.casework.stores.opening import Office, sit
from coordinator.domain.disclosing.sendings import STAYS, Sending
from coordinator.domain.errors import GuardError, MissingRecordError, OddShapeError
from coordinator.domain.exchange.cards import MAX_BYTES as MOST_OF_A_CARD
from coordinator.domain.exchange.cards import Card
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.parcels import HandBack, TakeAway, Taken
from coordinator.domain.exchange.reviews import Applied, HandBackReview
from coordinator.domain.exchange.rules_of_kinds import RULES
from coordinator.domain.exchange.scopes import (
    FILE,
    MAX_BYTES,
    PANEL_FILE,
    PLAIN_TERMS,
    TakeAwayScope,
    Terms,
    parse_scope,
)
from coordinator.domain.outcomes import Done
from coordinator.domain.progress import Progress
from coordinator.domain.roles import Right
from coordinator.exchange.pack_files import (
    Address,
    Contents,
    changes_file,
    contents_of,
    text_file,
    written_pack,
)

ROSTER_FILE: Final = "roster.json"
CARD_FILE: Final = "card.txt"
"""The sender's own card, so that a key that was changed reaches whoever seals for them."""
OWN_FILE: Final = "own.jsonl"
MERGE: Final = "merge"
"""The backup's word: before work from elsewhere is brought in."""


@dataclass(frozen=True, slots=True)
class MadePack:
    """A pack that left, and what it holds; `number` is a take-away's in the log of what left.

    `lacking` are those who stay because their information basis is not complete.
    """

    path: Path
    people: int
    changes: int
    kept: int = 0
    number: str = ""
    lacking: int = 0


def make_take_away(
    desk: Desk,
    contact: str,
    folder: Path,
    *,
    terms: Terms = PLAIN_TERMS,
    sending: Sending = STAYS,
    progress: Progress | None = None,
) -> Done[MadePack]:
    """Write what somebody is to have now, sealed for them alone.

    Args:
        desk: Where and by whom.
        contact: Whose card it is sealed for.
        folder: Where it goes.
        terms: By when it is wanted back, who is lent besides, who may stay.
        sending: How it goes, and why.
        progress: Told in people while they are gathered, then in files.

    Raises:
        NotPermittedError, MissingRecordError, GuardError: As `read_take_away`.
        ReasonNeededError, GuardError, BasisLackingError: As `check_take_away`; nothing is made.
        ExportTargetError, PackRefusedError, CancelledError: As `written_pack`.
    """
    outgoing = read_take_away(desk, contact, terms, progress)
    check_take_away(desk, outgoing, sending)
    with desk.act(Right.SETTLE) as tx:
        roster = ensure_roster(desk, tx).file_bytes
        tx.is_local()
    files = [
        text_file(FILE, outgoing.scope.line),
        text_file(ROSTER_FILE, roster),
        text_file(CARD_FILE, _own_card(desk)),
        changes_file(PANEL_FILE, outgoing.panel.changes),
        *(
            changes_file(name, outgoing.parts[person].changes)
            for name, person in outgoing.scope.files.items()
        ),
    ]
    address = _address_of(desk, outgoing)
    with written_pack(desk, folder, address, files, progress) as written:
        with note_take_away(desk, outgoing, written.made, sending=sending) as done:
            written.finish()
        noted = done()
        told = MadePack(
            written.path,
            len(outgoing.parts),
            outgoing.changes,
            sum(part.kept for part in outgoing.parts.values()),
            noted.result,
            len(outgoing.lacking),
        )
        return Done(told, noted.changes)


def make_hand_back(desk: Desk, folder: Path, progress: Progress | None = None) -> Done[MadePack]:
    """Write everything that was done away, sealed for the panel it was taken from.

    Raises:
        GuardError: `not-away`; `nothing-taken`: no pack was taken yet; `contact-revoked`.
        ExportTargetError, PackRefusedError, CancelledError: As `written_pack`.
    """
    handed = read_hand_back(desk)
    address = Address(
        _card_of(desk, handed.contact), PackKind.HAND_BACK, handed.panel, handed.seq, handed.seen
    )
    files = [text_file(CARD_FILE, _own_card(desk)), changes_file(OWN_FILE, handed.changes)]
    with written_pack(desk, folder, address, files, progress) as written:
        with note_hand_back(desk, handed, written.made) as done:
            written.finish()
        people = len({one.scope for one in handed.changes})
        return Done(MadePack(written.path, people, len(handed.changes)), done().changes)


def open_take_away(
    office: Office, path: Path, progress: Progress | None = None
) -> tuple[Office, Done[Taken]]:
    """Take work away: check a pack, make a backup, and let the store hold what it brought.

    Returns:
        The office with whoever the panel says sits there, and what came of it.

    Raises:
        FileUnreadableError, PackRefusedError, GuardError: As `contents_of`, `apply_take_away`;
            `other-kind`: it is no take-away.
        BackupError: No backup could be made; nothing was changed.
    """
    pack, roster = _take_away_in(office.desk, path, progress)
    office.back_up(MERGE, progress=progress)
    done = apply_take_away(office.desk, pack, roster)
    if done.result.gone:
        office.desk.store.scour()
    return sit(office, sitter_now(office.desk)), done


def review_pack(desk: Desk, path: Path, progress: Progress | None = None) -> HandBackReview:
    """Check a hand-back and say what it would change.

    Raises:
        FileUnreadableError, PackRefusedError, GuardError: As `contents_of`, `review_hand_back`;
            `other-kind`: it is no hand-back.
    """
    return review_hand_back(desk, _hand_back_in(desk, path, progress), progress)


def apply_pack(
    office: Office, path: Path, *, go_on: bool = False, progress: Progress | None = None
) -> Done[Applied]:
    """Check a hand-back, make a backup, and take over what it brings, in one act.

    Raises:
        FileUnreadableError, PackRefusedError, GuardError: As `review_pack`; `store-older`.
        BackupError: No backup could be made; nothing was changed.
    """
    pack = _hand_back_in(office.desk, path, progress)
    review = review_hand_back(office.desk, pack, progress)
    if review.is_store_older and not go_on:
        raise GuardError("store-older")
    office.back_up(MERGE, progress=progress)
    return apply_hand_back(office.desk, pack, go_on=go_on, progress=progress)


def is_away(desk: Desk) -> bool:
    """Whether this store is away from a panel, not a panel's own."""
    with desk.read(Right.OWN_CARD) as look:
        return look.away.info is not None


def _address_of(desk: Desk, outgoing: Outgoing) -> Address:
    card = _card_of(desk, outgoing.contact)
    return Address(card, outgoing.kind, outgoing.panel_id, outgoing.seq, outgoing.seen)


def _own_card(desk: Desk) -> bytes:
    with desk.read(Right.OWN_CARD) as look:
        return own_card(look).file_bytes


def _card_of(desk: Desk, contact: str) -> Card:
    with desk.read(Right.OWN_CARD) as look:
        known = contact_on_file(look, contact)
    if known is None:
        raise MissingRecordError(what="contact_card", key=contact)
    if not known.may_receive:
        raise GuardError("contact-revoked" if known.revoked else "contact-unchecked")
    return known.card


def _take_away_in(desk: Desk, path: Path, progress: Progress | None) -> tuple[TakeAway, bytes]:
    whole = contents_of(desk, path, most_text=MAX_BYTES, progress=progress)
    found = _of_kinds(whole, RULES.keys())
    if found.texts.keys() - {CARD_FILE} != {FILE, ROSTER_FILE}:
        raise found.refused()
    scope = _scope(found)
    if found.changes.keys() != {PANEL_FILE, *scope.files}:
        raise found.refused()
    people = {person: found.changes[name] for name, person in scope.files.items()}
    card = found.texts.get(CARD_FILE, b"")
    pack = TakeAway(found.envelope, scope, found.changes[PANEL_FILE], people, card)
    return pack, found.texts[ROSTER_FILE]


def _hand_back_in(desk: Desk, path: Path, progress: Progress | None) -> HandBack:
    whole = contents_of(desk, path, most_text=MOST_OF_A_CARD, progress=progress)
    found = _of_kinds(whole, {PackKind.HAND_BACK})
    if found.texts.keys() - {CARD_FILE} or found.changes.keys() != {OWN_FILE}:
        raise found.refused()
    return HandBack(found.envelope, found.changes[OWN_FILE], found.texts.get(CARD_FILE, b""))


def _of_kinds(found: Contents, kinds: Collection[PackKind]) -> Contents:
    if found.opened.manifest.kind not in kinds:
        raise GuardError("other-kind")
    return found


def _scope(found: Contents) -> TakeAwayScope:
    try:
        return parse_scope(found.texts[FILE])
    except OddShapeError:
        raise found.refused() from None
