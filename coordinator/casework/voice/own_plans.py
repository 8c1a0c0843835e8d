"""My plan: begun from the agreed plan, written in easy words, signed off by name, given."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time
from uuid import UUID

from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.disclosing.disclosed_people import name_people
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.sharing import living_person, shown_person
from coordinator.casework.need_to_know.urgent_work import check_work
from coordinator.casework.voice.own_plan_reads import called, namings_of, seen_marks, source_of
from coordinator.db.models import Disclosure, OwnPlan, Panel, Person
from coordinator.db.transaction import Transaction
from coordinator.domain.disclosing.log import NOT_MADE, DisclosureFilter
from coordinator.domain.errors import GuardError
from coordinator.domain.lists.plans import OwnPlanVariant, OwnView
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right
from coordinator.domain.voice import own_plans as rules
from coordinator.domain.voice.own_plan_whitelist import TEXTS
from coordinator.domain.voice.own_plan_words import Kept, from_columns, signed_words, to_columns
from coordinator.domain.voice.own_plans import Giving, Part
from coordinator.wording.translation import N_, _

PAPERS = {
    OwnPlanVariant.EASY_READ: "my-plan",
    OwnPlanVariant.LARGE_PRINT: "my-plan-large",
    OwnPlanVariant.PLAIN: "my-plan-plain",
}
"""What its forms are called in the log of disclosures, and on the command line."""

FROM_PLAN = (*TEXTS.values(), Part.GOOD_AT, Part.GOALS, Part.DEEDS, Part.TALK)
_MADE = 50  # disclosures of one person that are looked through for the copy that was made


def begin_own_plan(desk: Desk, person_id: UUID) -> Done[UUID]:
    """Begin My plan, or the next one after one that was given.

    What the plan still says as it did is taken over from the last one as it was worded there; the
    rest is taken from the plan.

    Raises:
        GuardError: `own-plan-not-agreed`, `own-plan-begun`, `person-died`.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        person = living_person(desk, tx, person_id)
        source = source_of(desk, tx, person)
        if source.version is None:
            raise GuardError("own-plan-not-agreed")
        before = tx.voice.own_plans_of(person_id)
        if before and before[0].given_on is None:
            raise GuardError("own-plan-begun")
        check_work(desk, tx, person_id)
        words = {Part.CALLED: (called(person),), **source.words}
        if before:
            last = _kept(before[0])
            stale = rules.changed_parts(last.seen, source.words)
            words |= {part: said for part, said in last.words.items() if part not in stale}
        kept = Kept(words, seen_marks(source.words, FROM_PLAN))
        row = tx.add(
            OwnPlan(
                id=desk.new_id(),
                person_id=person_id,
                plan_version_id=source.version.id,
                **to_columns(kept),
            )
        )
        tx.journal("own_plan.begun", record=row.id, scope=person_id)
    return Done(row.id, tx.changes)


def write_own_plan(
    desk: Desk, own_plan_id: UUID, *, seen: int, part: Part, lines: Sequence[str]
) -> Done[int]:
    """Write one part, a sentence to a line; whatever was signed off is to be signed again.

    Raises:
        InvalidFieldsError: Too many sentences, or one too long.
        GuardError: `own-plan-given`, `person-died`.
        StaleRecordError: Somebody else wrote in it meanwhile.
        MissingRecordError, WithheldError: No such plan, or not theirs to see.
    """
    said = rules.tidy_lines(part, lines)
    with desk.act(Right.EDIT_PLAN) as tx:
        row, _person = _to_write(desk, tx, own_plan_id)
        check_work(desk, tx, row.person_id)
        kept = _kept(row).with_part(part, said)
        _put(tx, row, seen, kept)
        tx.journal("own_plan.written", record=row.id, scope=row.person_id)
    return Done(row.revision, tx.changes)


def take_from_plan(desk: Desk, own_plan_id: UUID, *, seen: int, part: Part) -> Done[int]:
    """Take one part from the plan anew, in place of what is written there.

    Raises:
        GuardError: `own-plan-given`, `own-plan-not-agreed`, `person-died`.
        StaleRecordError: Somebody else wrote in it meanwhile.
        MissingRecordError, WithheldError: No such plan, or not theirs to see.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        row, person = _to_write(desk, tx, own_plan_id)
        source = source_of(desk, tx, person)
        if source.version is None:
            raise GuardError("own-plan-not-agreed")
        check_work(desk, tx, row.person_id)
        kept = _kept(row).with_part(part, source.words.get(part, ()))
        marks = {**kept.seen, **seen_marks(source.words, [part])}
        _put(tx, row, seen, Kept(kept.words, marks, kept.said))
        row.plan_version_id = source.version.id
        tx.journal("own_plan.taken_anew", record=row.id, scope=row.person_id)
    return Done(row.revision, tx.changes)


def sign_off_own_plan(
    desk: Desk, own_plan_id: UUID, *, seen: int, names_agreed: bool = False
) -> Done[int]:
    """Sign My plan off as it reads now: the lead professional, or somebody for them.

    Args:
        desk: Whose signature it is; the copy says so where that is not the lead.
        own_plan_id: Which.
        seen: The revision that was read through.
        names_agreed: Whoever else is named agreed to it, and no address is told that is secret.

    Raises:
        GuardError: `own-plan-empty`, `own-plan-names-others`, `own-plan-no-lead`,
            `own-plan-given`, `person-died`.
        StaleRecordError: It was changed after it was read through.
        MissingRecordError, WithheldError: No such plan, or not theirs to see.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        _row, person = _to_write(desk, tx, own_plan_id)
        row = tx.get(OwnPlan, own_plan_id, seen=seen)
        source = source_of(desk, tx, person)
        if source.lead is None:
            raise GuardError("own-plan-no-lead")
        kept = _kept(row)
        found = namings_of(desk, tx, person, kept.words, source.workers)
        rules.check_signing(kept.words, found, names_agreed=names_agreed)
        _write(row, Kept(kept.words, seen_marks(source.words, FROM_PLAN), kept.said))
        row.signed_on, row.signed_by_id = desk.today(), desk.sitter.professional
        row.sha256 = hashlib.sha256(signed_words(kept).encode()).hexdigest()
        if source.version is not None:
            row.plan_version_id = source.version.id
        tx.journal("own_plan.signed_off", record=row.id, scope=row.person_id)
    return Done(row.revision, tx.changes)


def give_own_plan(desk: Desk, own_plan_id: UUID, *, seen: int, giving: Giving) -> Done[UUID]:
    """Note that the person got their plan, or had it read to them; gives its disclosure.

    Raises:
        InvalidFieldsError: On a day that cannot be.
        GuardError: `own-plan-not-signed`, `own-plan-given`, `person-died`.
        StaleRecordError: It was changed meanwhile.
        MissingRecordError, WithheldError: No such plan, or not theirs to see.
    """
    with desk.act(Right.EXPORT) as tx:
        found = tx.get(OwnPlan, own_plan_id)
        living_person(desk, tx, found.person_id)
        rules.check_giving(found.signed_on, found.given_on, giving.on, desk.today())
        row = tx.get(OwnPlan, own_plan_id, seen=seen)
        row.given_on, row.given_by_id = giving.on, desk.sitter.professional
        row.variant = giving.variant
        disclosure = _disclose(desk, tx, row, giving)
        plan = tx.plans.live_of(row.person_id)
        if plan is not None and giving.channel not in _READ_OUT:  # they hold no copy of that
            plan.copy_given_on = giving.on
        tx.journal("own_plan.given", record=row.id, scope=row.person_id)
    return Done(disclosure, tx.changes)


def note_own_view(
    desk: Desk, own_plan_id: UUID, *, seen: int, view: OwnView | None, said: str = ""
) -> Done[int]:
    """Note what the person thinks of their plan, also after they were given it.

    Raises:
        GuardError: `person-died`.
        StaleRecordError: Somebody else noted something meanwhile.
        MissingRecordError, WithheldError: No such plan, or not theirs to see.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        row = tx.get(OwnPlan, own_plan_id)
        living_person(desk, tx, row.person_id)
        kept = replace(_kept(row), said=said.strip())
        put(tx, row, seen=seen, fields={"view": view, **to_columns(kept)})
        tx.journal("own_plan.view_noted", record=row.id, scope=row.person_id)
    return Done(row.revision, tx.changes)


def check_own_plan_leaves(desk: Desk, person_id: UUID) -> None:
    """Refuse to let a copy leave that is not signed off any more.

    Raises:
        GuardError: `own-plan-not-signed`.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read(Right.EXPORT) as look:
        shown_person(desk, look, person_id)
        rows = look.voice.own_plans_of(person_id)
        if not rows or rows[0].signed_on is None:
            raise GuardError("own-plan-not-signed")


def _kept(row: OwnPlan) -> Kept:
    return from_columns(row.words, row.view_words)


def _write(row: OwnPlan, kept: Kept) -> None:
    for name, text in to_columns(kept).items():
        setattr(row, name, text)


def _to_write(desk: Desk, tx: Transaction, own_plan_id: UUID) -> tuple[OwnPlan, Person]:
    row = tx.get(OwnPlan, own_plan_id)
    person = living_person(desk, tx, row.person_id)
    rules.check_may_write(row.given_on)
    return row, person


def _put(tx: Transaction, row: OwnPlan, seen: int, kept: Kept) -> None:
    """Give it other words; they are nobody's signature's any more."""
    put(tx, row, seen=seen, fields=to_columns(kept))
    row.signed_on, row.signed_by_id, row.sha256 = None, None, ""


_SENT = N_("Sent to them")
_GIVEN = {
    Channel.PRINTED: N_("Given into their hands"),
    Channel.SPOKEN: N_("Read to them"),
    Channel.READ_IN_MEETING: N_("Read to them"),
}
_READ_OUT = frozenset({Channel.SPOKEN, Channel.READ_IN_MEETING})


def _disclose(desk: Desk, tx: Transaction, row: OwnPlan, giving: Giving) -> UUID:
    """Record it as any other paper that left, with the hash of the copy that was made last."""
    made = tx.disclosures.find(DisclosureFilter(person=row.person_id, limit=_MADE))
    signed = datetime.combine(row.signed_on or giving.on, time(), tzinfo=LONDON)
    paper, ends = PAPERS[giving.variant], tx.disclosures.ends([one.id for one in made])
    gone = {key for key, end in ends.items() if end.note == NOT_MADE}
    there = (one for one in made if one.paper == paper and one.id not in gone)
    copy = next((one for one in there if one.made_at >= signed), None)
    disclosure = tx.add(
        Disclosure(
            id=desk.new_id(),
            number=tx.disclosures.next_of_year(desk.today().year),
            paper=paper,
            subject=copy.subject if copy else "",
            person_id=row.person_id,
            recipient=_("The person themselves"),
            channel=giving.channel,
            what=_(_GIVEN.get(giving.channel, _SENT)),
            marking=tx.get(Panel, tx.info.panel_id).marking,
            pages=copy.pages if copy else 0,
            sha256=copy.sha256 if copy else "",
            made_at=desk.now(),
            made_by_id=desk.sitter.professional,
        )
    )
    tx.session.flush()
    name_people(desk, tx, disclosure, {row.person_id})
    return disclosure.id
