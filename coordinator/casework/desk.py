"""The desk: the unlocked store, who sits at it, and what time it is there."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from coordinator.db.journal import Stamp
from coordinator.db.store import Store
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.errors import GuardError
from coordinator.domain.exchange.lead_grants import refusal_away
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.rules_of_kinds import RULES
from coordinator.domain.ids import uuid7
from coordinator.domain.need_to_know.rule import Reader, allowed
from coordinator.domain.roles import Right, Role, check
from coordinator.domain.states import Sensitivity
from coordinator.wording.translation import _

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True)
class Sitter:
    """Who sits at the desk: a professional in a role, from an agency."""

    professional: UUID
    role: Role
    agency: UUID | None = None


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Desk:
    """What every act and read needs.

    Attributes:
        store: The open store.
        sitter: Who acts and reads.
        now: The moment, aware.
        random: So many random bytes; seeded for the demo, so that the same seed gives the same
            panel.
        opened: What this sitter has looked at since sitting down, by the act that journals it and
            whom it was about: a reading is journalled once.
        why_now: Why what is done at this moment cannot wait for a person's information basis, as
            `urgent_work.because` lends it to one act.
    """

    store: Store
    sitter: Sitter
    now: Callable[[], datetime] = _now
    random: Callable[[int], bytes] = secrets.token_bytes
    opened: set[tuple[str, UUID | None]] = field(default_factory=set)
    why_now: str = field(default="", repr=False)

    def today(self) -> date:
        """The day at the panel's place."""
        return self.now().astimezone(LONDON).date()

    def new_id(self) -> UUID:
        """Make the id of a record that does not exist yet."""
        milliseconds = int(self.now().timestamp() * 1000)
        return uuid7(milliseconds, int.from_bytes(self.random(10)))

    @contextmanager
    def act(self, right: Right) -> Iterator[Transaction]:
        """Do one thing: all of it is written when the block ends, or nothing.

        Raises:
            NotPermittedError: The sitter's role does not have the right; nothing was looked at.
            StoreError: The store refused the work.
            GuardError: `name-hidden`: a text would be written over with a name hidden in it;
                `begins-at-panel`, `changes-at-panel`, `not-about-yours`, `panel-decides`: away
                from the panel nobody writes what it would keep aside when it comes home.
        """
        check(self.sitter.role, right)
        with self.store.transaction(self.stamp()) as tx:
            tx.may_change, tx.today = self.may_have(tx), self.today()
            yield tx
            if (away := tx.away.info) is not None:
                _check_away(tx, PackKind(away.kind))
            if tx.writes_over(_("[name hidden]")) and tx.readers.kept_from(
                self.sitter.agency, self.sitter.professional
            ):
                raise GuardError("name-hidden")  # else whoever may read it would lose the name

    def stamp(self) -> Stamp:
        """Say who acts, and when: for what a store does by itself, such as being restored."""
        return Stamp(self.sitter.professional, self.now(), self.new_id(), self.random)

    @contextmanager
    def read(
        self, right: Right = Right.SEE_PEOPLE, *, reader: Reader | None = None
    ) -> Iterator[Reading]:
        """Look at the store as it is at this moment, as far as its readers may have it.

        Args:
            right: What the sitter must be allowed.
            reader: For whom a paper is made, besides the sitter: what they may not have is not
                seen by this look either.

        Raises:
            NotPermittedError: The sitter's role does not have the right.
        """
        check(self.sitter.role, right)
        with self.store.reading() as whole:
            may_have = self.may_have(whole)
            if reader is not None:
                may_have &= allowed(reader)
            everything = len(may_have) == len(Sensitivity)
            with self.store.reading(None if everything else may_have) as look:
                look.today = self.today()
                yield look

    @contextmanager
    def count(self, right: Right) -> Iterator[Reading]:
        """Look at everything there is, to count it: for figures of agencies that name nobody.

        What is held back counts like the rest, else a figure would be wrong for whoever may not
        have it; no words of any entry are given out of such a look.

        Raises:
            NotPermittedError: The sitter's role does not have the right.
        """
        check(self.sitter.role, right)
        with self.store.reading() as look:
            look.today = self.today()
            yield look

    def may_have(self, look: Reading) -> frozenset[Sensitivity]:
        """Say how sensitive an entry may be for the sitter to have it, whomever it is about."""
        return allowed(look.readers.seated(self.sitter.role, self.sitter.agency))

    def reader(self, look: Reading) -> Reader:
        """Describe the sitter to the rule of need to know."""
        return look.readers.of(
            role=self.sitter.role,
            agency=self.sitter.agency,
            professional=self.sitter.professional,
        )


def _check_away(tx: Transaction, kind: PackKind) -> None:
    """Refuse in a store away from the panel what the panel would keep aside when it comes home."""
    refused = (refusal_away(one, RULES[kind]) for one in tx.written_away())
    if guard := next(filter(None, refused), ""):
        raise GuardError(guard)
