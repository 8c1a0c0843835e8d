"""Invented people with keys of their own, who send each other packs."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from coordinator.domain.exchange.cards import Card
from coordinator.domain.exchange.manifests import Manifest, PackKind
from coordinator.exchange.packing import Content, Label, make_pack
from coordinator.exchange.unpacking import Receiver, Sender
from coordinator.vault.cards import make_card
from coordinator.vault.sealing import new_sealing_key
from coordinator.vault.signing import new_signing_key

PANEL = UUID(int=7)
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
LABEL = Label("ab" * 16, PANEL, PackKind.TAKE_AWAY, 1, 0, NOW, NOW + timedelta(days=30))
FILES = {"people.jsonl": b'{"a":1}\n' * 500, "photo.bin": bytes(range(256)) * 3_000}


@dataclass
class Keyholder:
    """Somebody with keys, the contacts they checked and the packs they took."""

    name: str
    agency: str
    signing: bytes = field(default_factory=new_signing_key)
    sealing: str = field(default_factory=new_sealing_key)
    contacts: dict[str, Sender] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    @property
    def card(self) -> Card:
        """Their card."""
        return make_card(
            self.name,
            self.agency,
            signing_key=self.signing,
            sealing_key=self.sealing,
            number=1,
            since=NOW,
        )

    def trust(self, *others: "Keyholder") -> None:
        """Have the words of these checked."""
        for other in others:
            identity = other.card.identity
            self.contacts[identity.id] = Sender(identity.id, identity.signing)

    def receiver(self, now: datetime = NOW) -> Receiver:
        """What they hold a pack against."""
        return Receiver(
            self.card.identity.id,
            [self.sealing],
            self.contacts.get,
            frozenset({PANEL}),
            self.taken.__contains__,
            now,
        )


def contents(files: Mapping[str, bytes]) -> list[Content]:
    """Give files in blocks, the text ones to be made small."""
    return [
        Content(name, lambda data=data: _blocks(data), is_text=name.endswith(".jsonl"))  # type: ignore[misc]
        for name, data in files.items()
    ]


def packed(
    sender: Keyholder,
    to: Sequence[Keyholder],
    label: Label = LABEL,
    files: Mapping[str, bytes] = FILES,
) -> bytes:
    """Make a pack."""
    out = io.BytesIO()
    make_pack(
        out,
        label,
        contents(files),
        sender=sender.card.identity.id,
        signing_key=sender.signing,
        to=[one.card for one in to],
    )
    return out.getvalue()


def numbered(seq: int) -> Label:
    """Label another pack."""
    return replace(LABEL, seq=seq, pack=f"{seq:032x}")


def listed(**changed: object) -> Manifest:
    """A manifest without files, for packs made by hand."""
    bare = Manifest(LABEL.pack, PANEL, LABEL.kind, 1, 0, (), LABEL.made, LABEL.expires, files=())
    return replace(bare, **changed)  # type: ignore[arg-type]


def _blocks(data: bytes) -> list[bytes]:
    return [data[at : at + 40_000] for at in range(0, len(data), 40_000)]
