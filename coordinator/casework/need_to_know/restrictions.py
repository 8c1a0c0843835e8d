"""Changing later how far an entry may travel: any entry, by whoever may have restricted ones.

Whatever reads entries asks the one rule each time, so a change holds from then on everywhere: on
every screen, in every count and in every paper made after it. Papers that left stay as they are.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.said_again import parts_of, written_on
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.casework.need_to_know.withholding import without_kept
from coordinator.db.holding_back import guarded_models
from coordinator.db.models import (
    AssessmentScore,
    BudgetEntry,
    Person,
    Professional,
    Programme,
    ProgrammePlace,
    Record,
)
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.errors import MissingRecordError, WithheldError
from coordinator.domain.ids import made_at
from coordinator.domain.need_to_know import rule as rules
from coordinator.domain.need_to_know.restrictions import Restrictable, in_order
from coordinator.domain.need_to_know.rule import Entry, may_see
from coordinator.domain.outcomes import Done, RecordKind
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right
from coordinator.domain.states import Sensitivity

_DAYS = ("on", "at", "noted_on", "asked_on", "since", "applied_on", "set_on", "offered_on",
         "said_on", "raised_on", "status_on", "started_on", "done_on", "due_on", "from_on",
         "came_on", "agreed_on", "checked_on")  # fmt: skip
_TEXTS = ("text", "own_words", "panel_words", "what", "words", "description", "note",
          "details", "concern", "ask", "provider", "name", "own_forum", "reference",
          "called", "purpose", "value", "may_say", "not_say", "victim_effect",
          "engagement_effect", "why", "tool", "by", "place", "happened", "title")  # fmt: skip
PARTS = frozenset({AssessmentScore, BudgetEntry})
"""Kinds that are part of another entry and travel as far as it: that entry is chosen instead."""
_CHOSEN = ("strength", "category", "result", "constraint", "forum", "relation", "answer", "part",
           "move_kind", "status", "enquiry", "area", "measure")  # fmt: skip


def set_sensitivity(
    desk: Desk,
    kind: RecordKind,
    record_id: UUID,
    sensitivity: Sensitivity,
    *,
    seen: int,
    reason: str = "",
) -> Done[int]:
    """Say how far an entry may travel from now on; gives the new revision.

    What goes on saying the same goes no further.

    Args:
        desk: Where and by whom.
        kind: What sort of entry it is.
        record_id: Which.
        sensitivity: How sensitive it is.
        seen: The revision that was shown.
        reason: Needed where more people may see it than before.

    Raises:
        ReasonNeededError: `sensitivity-lowered`.
        StaleRecordError: Somebody else changed it meanwhile.
        MissingRecordError, WithheldError: No such entry, or not theirs to see.
        NotPermittedError: The role may not have restricted entries.
    """
    with desk.act(Right.SEE_RESTRICTED) as tx:
        entry = _entry(desk, tx, kind, record_id)
        if rules.is_lowered(entry.sensitivity, sensitivity):
            need_reason(reason, "sensitivity-lowered")
        put(tx, entry, seen=seen, fields={"sensitivity": sensitivity})
        for copy in written_on(tx, entry):
            copy.sensitivity = rules.strictest(copy.sensitivity, sensitivity)
        for part in parts_of(tx, entry):
            part.sensitivity = sensitivity
        why = reason.strip()
        act = "entry.sensitivity_changed"
        tx.journal(act, record=record_id, scope=entry.person_id, reason=why)
    return Done(entry.revision, tx.changes)


def find_restrictable(desk: Desk, person_id: UUID) -> tuple[Restrictable, ...]:
    """List every entry about somebody that says how far it may travel, kind by kind.

    Nobody is named in it who is kept from the sitter.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
        NotPermittedError: The role may not have restricted entries.
    """
    with desk.read(Right.SEE_RESTRICTED) as look:
        look.get(Person, person_id)
        shown_person(desk, look, person_id)
        found: list[Any] = []
        for model in (one for one in guarded_models() if one not in PARTS):
            found += look.people.about(model, [person_id])
        posts = look.get_many(Professional, [who for who in map(_whom, found) if who])
        named = _programmes(look, found)
        rows = in_order(restrictable(entry, posts, named) for entry in found)
    return without_kept(desk, rows)


def _entry(desk: Desk, tx: Transaction, kind: RecordKind, record_id: UUID) -> Any:
    entry: Any = tx.find(kind, record_id)
    if not isinstance(entry, guarded_models()):
        raise MissingRecordError(what=kind.value, key=str(record_id))
    if entry.person_id is not None:
        shown_person(desk, tx, entry.person_id, entry.sensitivity)
    elif not may_see(desk.reader(tx), Entry(None, entry.sensitivity)):
        raise WithheldError(record=record_id)
    return entry


def _whom(entry: Any) -> UUID | None:
    """Give who is asked, or has to do it."""
    who: UUID | None = getattr(entry, "receiver_id", None) or getattr(entry, "owner_id", None)
    return who


def _programmes(look: Reading, found: Collection[Any]) -> Mapping[UUID, str]:
    """Name the programmes somebody has a place in: such a place has no words of its own."""
    wanted = [one.programme_id for one in found if isinstance(one, ProgrammePlace)]
    return {key: one.name for key, one in look.get_many(Programme, wanted).items()}


def restrictable(
    one: Any, posts: Mapping[UUID, Professional], named: Mapping[UUID, str] | None = None
) -> Restrictable:
    """Tell one entry so far that somebody knows which is meant.

    Args:
        one: The entry.
        posts: Whoever is asked, or has to do it.
        named: What an entry is called that has no words of its own, by what it points to.
    """
    called = (named or {}).get(getattr(one, "programme_id", None) or one.id, "")
    said = next(filter(None, (getattr(one, name, "") for name in _TEXTS)), called)
    who = posts.get(_whom(one) or one.id)
    return Restrictable(
        kind=one.kind,
        id=one.id,
        revision=one.revision,
        sensitivity=one.sensitivity,
        on=next(_days(one), None) or made_at(one.id).astimezone(LONDON).date(),
        text=": ".join(filter(None, (getattr(one, "number", ""), said))),
        chosen=next(filter(None, (getattr(one, name, None) for name in _CHOSEN)), None),
        to=who.name if who else getattr(one, "receiver", ""),
    )


def _days(entry: Record) -> Iterator[date]:
    for name in _DAYS:
        found = getattr(entry, name, None)
        if isinstance(found, datetime):
            yield found.astimezone(LONDON).date()
        elif isinstance(found, date):
            yield found
