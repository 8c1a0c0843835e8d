"""One all-or-nothing piece of work, and one consistent look at the store."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from coordinator.db import journal, search
from coordinator.db.appending import append
from coordinator.db.bulk import Rows, write_new
from coordinator.db.changelog import Authorship, Collector, make_changes
from coordinator.db.erasing import Erased, erase_person
from coordinator.db.hidden_parts import guarded_parts, kept_parts
from coordinator.db.holding_back import WHATEVER, is_held_back, may_have
from coordinator.db.journal import Stamp
from coordinator.db.logging_rules import scope_of
from coordinator.db.merging import Merged, bring_in, models_by_kind, review_disputes
from coordinator.db.models import FieldGuard, Record, StoreInfo
from coordinator.db.replacing import Replacement, hold_exactly
from coordinator.db.repositories import Repositories
from coordinator.db.settling import settling_change
from coordinator.db.types import tidy
from coordinator.domain.errors import MissingRecordError, StaleRecordError, WithheldError
from coordinator.domain.exchange.lead_grants import WrittenAway
from coordinator.domain.merging.changes import Change, Value
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.domain.states import Sensitivity

R = TypeVar("R", bound=Record)


class Reading(Repositories):
    """A look at the store as it was when the look began.

    `today` is the day at the desk that looks; nothing where nobody sits.
    """

    today: date | None = None

    def get(self, model: type[R], record_id: UUID, *, seen: int | None = None) -> R:
        """Give one record by its id.

        Args:
            model: Its kind.
            record_id: Which.
            seen: The revision the person at the desk was looking at, to refuse a stale edit.

        Raises:
            MissingRecordError: No such record, or it was removed.
            WithheldError: It is more sensitive than this look may see.
            StaleRecordError: It changed after it was shown.
        """
        record = self.session.get(model, record_id, execution_options=WHATEVER)
        if record is None or record.removed:
            raise MissingRecordError(what=model.kind.value, key=str(record_id))
        if is_held_back(self.session, record):
            raise WithheldError(record=record_id)
        if seen is not None and record.revision != seen:
            raise StaleRecordError(record=record_id, seen=seen, found=record.revision)
        return record

    def removed(self, kind: str, record_id: UUID) -> Record | None:
        """Give a record that was removed; nothing when it stands, or never was."""
        model = models_by_kind().get(kind)
        options = {"with_removed": True}
        record = self.session.get(model, record_id, execution_options=options) if model else None
        return record if record is not None and record.removed else None

    def find(self, kind: str, record_id: UUID, *, seen: int | None = None) -> Record:
        """Give one record by the name of its kind and its id.

        Raises:
            MissingRecordError, StaleRecordError: As for `get`; or no such kind.
        """
        model = models_by_kind().get(kind)
        if model is None:
            raise MissingRecordError(what="record", key=str(record_id))
        return self.get(model, record_id, seen=seen)

    def get_many(self, model: type[R], ids: Sequence[UUID]) -> dict[UUID, R]:
        """Give records by their ids; those missing, removed or held back are left out."""
        return self._by_id(model, ids, {})

    def get_to_judge(self, model: type[R], ids: Sequence[UUID]) -> dict[UUID, R]:
        """Give records by their ids, held back or not: to judge how far what hangs on them may go.

        Never to show them.
        """
        return self._by_id(model, ids, WHATEVER)

    def may_have(self, sensitivity: Sensitivity) -> bool:
        """Whether the readers of this look may have what is as sensitive as this."""
        return may_have(self.session, sensitivity)

    @property
    def kept(self) -> Mapping[UUID, frozenset[str]]:
        """The parts of entries that are blank in this look, by the entry."""
        return kept_parts(self.session)

    def guarded(self, entry: UUID) -> Mapping[str, Sensitivity]:
        """Give how sensitive the parts of an entry are that do not go to everybody.

        To judge how far something else may travel; to whoever may have the parts, to show.
        """
        return guarded_parts(self.session).get(entry, {})

    def _by_id(
        self, model: type[R], ids: Sequence[UUID], options: Mapping[str, bool]
    ) -> dict[UUID, R]:
        found: dict[UUID, R] = {}
        wanted = list(dict.fromkeys(ids))
        for start in range(0, len(wanted), 500):
            some = select(model).where(model.id.in_(wanted[start : start + 500]))
            rows = self.session.scalars(some, execution_options=options)
            found |= {record.id: record for record in rows}
        return found

    def revisions(self, kinds: Mapping[UUID, str]) -> dict[UUID, int]:
        """Give the revisions of records by their ids and the names of their kinds."""
        models, found = models_by_kind(), dict[UUID, int]()
        for kind in sorted(set(kinds.values())):
            some = self.get_many(models[kind], [one for one in kinds if kinds[one] == kind])
            found |= {key: record.revision for key, record in some.items()}
        return found

    @property
    def info(self) -> StoreInfo:
        """What this store is."""
        return self.session.scalars(select(StoreInfo)).one()


class Transaction(Reading):
    """What an act writes: all of it or nothing, journalled exactly once.

    `may_change` is how sensitive a part of an entry may be for whoever acts to write over it.
    """

    def __init__(
        self,
        session: Session,
        stamp: Stamp,
        was_erased: Callable[[UUID], bool] = lambda _person: False,
    ) -> None:
        super().__init__(session)
        self._was_erased = was_erased
        self.stamp = stamp
        self.may_change = frozenset(Sensitivity)
        self.changes = Changes()
        self._collector = Collector(session)
        self._collector.watch()
        self._entry: journal.Entry | None = None
        self._is_local = False
        self._merged: list[Merged] = []
        self._written_at_once: list[Change] = []
        self._erases: tuple[int, ...] = ()

    def add(self, record: R) -> R:
        """Keep a new record; it is written when the transaction ends."""
        self.session.add(record)
        return record

    def journal(
        self, act: str, *, record: UUID | None = None, scope: UUID | None = None, reason: str = ""
    ) -> None:
        """Say what was done; every act calls this once.

        Args:
            act: A permanent name such as `case.opened`; never personal.
            record: What it was done to.
            scope: The person it concerns; nothing for the panel.
            reason: In the words of whoever did it; can be erased without breaking the chain.
        """
        if self._entry is not None:
            raise RuntimeError("an act is journalled once")
        self._entry = journal.Entry(act=act, record=record, scope=scope, reason=tidy(reason))

    def add_many(self, batches: Iterable[Rows]) -> None:
        """Write many new records at once; they are journalled with this act.

        Args:
            batches: Parents before those that refer to them. Nothing is handed back: a record
                written like this is read again before it is changed.
        """
        self.session.flush()
        self._written_at_once += write_new(self.session, batches, self._authorship())

    def bring_in(self, changes: Iterable[Change]) -> Merged:
        """Merge changes from elsewhere: they are journalled with this act and not logged again.

        Those about somebody who was erased here are left out: nobody comes back by a merge.
        """
        scopes: dict[UUID, bool] = {}
        welcome = []
        for change in changes:
            if change.scope not in scopes:
                scopes[change.scope] = self._was_erased(change.scope)
            if not scopes[change.scope]:
                welcome.append(change)
        merged = bring_in(self.session, welcome)
        self._merged.append(merged)
        return merged

    def settle(self, record: Record, field: str, value: Value) -> None:
        """Put one value in the place of all that people disagree about; the question is gone.

        Args:
            record: Whose field it is; it is read again before it is changed further.
            field: As the log names it; `*` takes yes (removed) or no.
            value: As the log keeps it; may be the one the row has already.
        """
        self.session.flush()
        change = settling_change(self.session, record, field, value, self._authorship())
        self.bring_in([change])

    def erase(self, person: UUID) -> Erased:
        """Take everything about one person out, first of all; the act's entry says what lost it.

        Raises:
            GuardError: `erasing-tangled`, `erasing-incomplete`.
        """
        done = erase_person(self.session, person, self._authorship())
        self._merged.append(done.merged)
        self._erases = done.entries
        return done

    def hold_exactly(self, wanted: Sequence[Change]) -> Replacement:
        """Let this store hold these changes and no others; the act's entry says what lost some.

        Raises:
            ChangeDamagedError: A kind or a field this program does not know.
        """
        done = hold_exactly(self.session, wanted)
        self._merged.append(done.merged)
        self._erases = done.entries
        return done

    def is_local(self) -> None:
        """Say that this writes only what belongs to this desk (drafts, settings): no journal."""
        self._is_local = True

    def writes_over(self, words: str) -> bool:
        """Whether words that stand for something hidden are written over what said it."""
        self.session.flush()
        return any(
            one.before and words in str(one.value) and words not in str(one.before)
            for one in self._collector.changed()
        )

    def written_away(self) -> Iterator[WrittenAway]:
        """Give every field written here, not what was brought in, to be held against a grant."""
        self.session.flush()
        panel = self.info.panel_id
        for one in self._collector.written():
            yield WrittenAway(
                kind=one.record.kind.value,
                field=one.field,
                is_new=one.record.id in self._collector.made,
                of_panel=scope_of(one.record, panel) == panel,
                before=one.before,
                value=one.value,
            )

    def finish(self) -> None:
        """Write the log and the journal; called once by the store, before the commit."""
        self.session.flush()
        written = self._collector.written()
        if self._entry is None:
            if written or self._written_at_once or not self._is_local:
                raise RuntimeError("an act that writes says what it did")
            return
        by = self._authorship()
        made = make_changes(self.session, written, by, self._collector.made)
        append(self.session, made, {w.record.id: w.record.revision for w in written})
        review_disputes(self.session, made)
        search.keep_words(self.session, self._collector.touched())
        brought = [change for merged in self._merged for change in merged.new]
        new = [*self._written_at_once, *made]
        journal.write(self.session, self._entry, self.stamp, [*new, *brought], self._erases)
        guards = [one for one in self._collector.touched() if isinstance(one, FieldGuard)]
        self.changes = _summary(new, self._merged, guards, self.stamp.act)

    def _authorship(self) -> Authorship:
        info = self.info
        return Authorship(
            author=self.stamp.actor,
            install=info.install_id,
            panel=info.panel_id,
            act=self.stamp.act,
            at=self.stamp.at,
            salts=self.stamp.random,
        )


def _summary(
    new: Sequence[Change], merged: Sequence[Merged], guards: Sequence[FieldGuard], act: UUID
) -> Changes:
    """Say what was written, and of which entries a part was held back.

    The rows of these were not written; but what they say to whom is another matter now.
    """
    kinds = {RecordKind(change.kind) for change in new} | {one.entry_kind for one in guards}
    kinds |= {RecordKind(kind) for one in merged for kind in one.kinds}
    records = {change.record for change in new} | {one.entry_id for one in guards}
    records = records.union(*(one.records for one in merged))
    return Changes(frozenset(kinds), frozenset(records), act)
