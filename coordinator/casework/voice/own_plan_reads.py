"""My plan as read: what it says, what the agreed plan offers for it, and whom it names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.hiding import hiding_for
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.db.models import (
    Action,
    Case,
    Goal,
    OwnPlan,
    Person,
    Plan,
    PlanVersion,
    Professional,
    Relationship,
    Strength,
)
from coordinator.db.transaction import Reading
from coordinator.domain.money.rules import GRANTED
from coordinator.domain.need_to_know.hiding import About
from coordinator.domain.plans.snapshots import Frozen, Snapshot, thaw, without_texts
from coordinator.domain.states import ActionStatus, Sensitivity
from coordinator.domain.voice.own_plan_whitelist import facts_of, is_told
from coordinator.domain.voice.own_plan_words import Kept, from_columns
from coordinator.domain.voice.own_plans import (
    MOST_LINES,
    Naming,
    OwnPlanRow,
    OwnPlanState,
    OwnPlanView,
    Part,
    Words,
    changed_parts,
    deed_of,
    fingerprint,
    state_of,
)
from coordinator.wording.dates import long_day
from coordinator.wording.ledger import own_words
from coordinator.wording.names import NameParts, first_name
from coordinator.wording.translation import _

_TELEPHONE = re.compile(r"[+()\d][\d\s()+.\-\u2011\u2013]{1,18}")
_LETTERS = re.compile(r"[^\W\d_]+")
_CLOSED = frozenset(ActionStatus) - {
    ActionStatus.OPEN,
    ActionStatus.IN_PROGRESS,
    ActionStatus.WAITING,
}


def read_own_plan(desk: Desk, person_id: UUID) -> OwnPlanView:
    """Give My plan of a person as it stands, or that there is none.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read() as look:
        person = shown_person(desk, look, person_id)
        rows = look.voice.own_plans_of(person_id)
        source = source_of(desk, look, person)
        view = _standing(person, source, rows[0] if rows else None)
        if rows:
            view = _told(desk, look, view, rows[0], source)
        return replace(view, earlier=tuple(_given_before(rows[1:])))


@dataclass(frozen=True, slots=True)
class Source:
    """What an agreed plan offers for My plan.

    Attributes:
        version: The one agreed last; nothing while none was.
        words: Without whatever names somebody else or says where somebody lives.
        lead: The professional who leads.
        workers: Names of those who do something, who may be named.
    """

    version: PlanVersion | None = None
    words: Words = field(default_factory=dict, repr=False)
    lead: Professional | None = None
    workers: frozenset[str] = frozenset()


def _money(look: Reading, person: UUID) -> tuple[str, ...]:
    """Tell what money is agreed and not settled; restricted requests are not for this paper."""
    return tuple(
        own_words(one.purpose, one.agreed_pence or 0)
        for one in reversed(look.money.lines_of([person]))
        if one.status in GRANTED and one.sensitivity is Sensitivity.STANDARD
    )[:MOST_LINES]


def source_of(desk: Desk, look: Reading, person: Person) -> Source:
    """Gather what the agreed plan of a person offers, and who leads."""
    plan = look.plans.live_of(person.id)
    lead = _lead(look, person.id)
    version = look.plans.last_version(plan.id) if plan else None
    if plan is None or version is None:
        return Source(None, {}, lead)
    frozen = Frozen(version.content, version.restricted_content, version.fingerprint)
    snapshot = _for_the_person(look, plan, thaw(frozen, with_restricted=False))
    workers = frozenset(filter(None, (one.owner for one in snapshot.actions)))
    words = dict(facts_of(snapshot, long_day))
    if talk := _next_talk(look, plan.case_id):
        words[Part.TALK] = (talk,)
    if money := _money(look, person.id):
        words[Part.MONEY] = money
    known = workers | ({lead.name} if lead else frozenset())
    kept_out = {(one.part, one.line) for one in namings_of(desk, look, person, words, known)}
    clean = {
        part: tuple(line for line in lines if (part, line) not in kept_out)
        for part, lines in words.items()
    }
    return Source(version, {part: lines for part, lines in clean.items() if lines}, lead, known)


def namings_of(
    desk: Desk, look: Reading, person: Person, words: Words, workers: frozenset[str]
) -> tuple[Naming, ...]:
    """Find what tells of somebody else, or says where somebody lives; telephones may stand.

    Everybody on file is looked for, and whoever the person is tied to. What is told is only that
    words of the sitter's own text are somebody's.
    """
    lines = [(part, line, _searched(part, line, workers)) for part, line in _lines_of(words)]
    hiding = hiding_for(
        look,
        [text for _part, _line, text in lines],
        today=(),
        about=About(person.id, by_name=True),
        heard=lambda _people: (),
        on=desk.today(),
    )
    tied = _tied_names(look, person)
    found = []
    for part, line, text in lines:
        told = [one.words for one in hiding.telling(text)]
        told += [name for name in _LETTERS.findall(text) if name.casefold() in tied]
        words_ = next((one for one in told if not _TELEPHONE.fullmatch(one.strip())), "")
        if words_:
            found.append(Naming(part, line, words_))
    return tuple(found)


def _lines_of(words: Words) -> Iterator[tuple[Part, str]]:
    for part, lines in words.items():
        if part is not Part.CALLED:
            yield from ((part, line) for line in lines)


def _searched(part: Part, line: str, workers: frozenset[str]) -> str:
    """Give what of a line is searched: who does something may be named, when they are a worker."""
    if part is not Part.DEEDS:
        return line
    deed = deed_of(line)
    return deed.what if deed.who in workers else f"{deed.who} {deed.what}"


def _tied_names(look: Reading, person: Person) -> frozenset[str]:
    ties = look.people.about(Relationship, [person.id])
    own = {*_LETTERS.findall(f"{person.given_name} {person.family_name} {person.preferred_name}")}
    names = {word for tie in ties for word in _LETTERS.findall(tie.name)}
    return frozenset(word.casefold() for word in names - own if word[:1].isupper())


def _for_the_person(look: Reading, plan: Plan, snapshot: Snapshot) -> Snapshot:
    """Leave out what is not the person's to read: by kind, and by how far an entry may travel.

    What was removed since, and actions that are closed, are left out as well.
    """
    goals = _open_to_all(look.get_many(Goal, [one.id for one in snapshot.goals]))
    strengths = _open_to_all(look.get_many(Strength, [one.id for one in snapshot.strengths]))
    actions = {
        key: one
        for key, one in look.get_many(Action, [one.id for one in snapshot.actions]).items()
        if one.sensitivity is Sensitivity.STANDARD
        and one.status not in _CLOSED
        and is_told(one.action_kind, one.text)
        and one.person_id == plan.person_id
    }
    return replace(
        without_texts(snapshot, look.guarded(plan.id)),
        goals=tuple(one for one in snapshot.goals if one.id in goals),
        strengths=tuple(one for one in snapshot.strengths if one.id in strengths),
        actions=tuple(one for one in snapshot.actions if one.id in actions),
    )


def _open_to_all(rows: Mapping[UUID, Goal] | Mapping[UUID, Strength]) -> frozenset[UUID]:
    return frozenset(key for key, one in rows.items() if one.sensitivity is Sensitivity.STANDARD)


def _lead(look: Reading, person: UUID) -> Professional | None:
    case = look.actions.open_case(person)
    role = look.cases.current_lead(case) if case else None
    return look.get(Professional, role.professional_id) if role else None


def _next_talk(look: Reading, case: UUID) -> str:
    review = look.get(Case, case).next_review_on
    return _("We talk about the plan again by {day}.", day=long_day(review)) if review else ""


def called(person: Person) -> str:
    """Give what the person is called in their own copy."""
    parts = NameParts(
        person.reference, person.given_name, person.family_name, person.preferred_name
    )
    return first_name(parts)


def _standing(person: Person, source: Source, row: OwnPlan | None) -> OwnPlanView:
    return OwnPlanView(
        person_id=person.id,
        reference=person.reference,
        called=called(person),
        version=source.version.number if source.version else 0,
        lead=source.lead.name if source.lead else "",
        lead_phone=source.lead.phone if source.lead else "",
        can_begin=source.version is not None,
        is_dead=person.died_on is not None,
        state=state_of(row.signed_on, row.given_on) if row else OwnPlanState.DRAFT,
    )


def _told(
    desk: Desk, look: Reading, view: OwnPlanView, row: OwnPlan, source: Source
) -> OwnPlanView:
    kept = from_columns(row.words, row.view_words)
    posts = look.get_many(
        Professional, [key for key in (row.signed_by_id, row.given_by_id) if key is not None]
    )
    person = look.get(Person, row.person_id)
    return replace(
        view,
        id=row.id,
        revision=row.revision,
        called=next(iter(kept.words.get(Part.CALLED, ())), view.called),
        words=kept.words,
        signed_on=row.signed_on,
        signed_by=_name(posts, row.signed_by_id),
        given_on=row.given_on,
        given_by=_name(posts, row.given_by_id),
        variant=row.variant,
        view=row.view,
        view_said=kept.said,
        changed=_changed(kept, source),
        namings=namings_of(desk, look, person, kept.words, source.workers),
    )


def _changed(kept: Kept, source: Source) -> tuple[Part, ...]:
    """Name the parts that the plan tells otherwise by now."""
    return changed_parts(kept.seen, source.words)


def _name(posts: Mapping[UUID, Professional], key: UUID | None) -> str:
    found = posts.get(key) if key else None
    return found.name if found else ""


def _given_before(rows: Iterable[OwnPlan]) -> Iterator[OwnPlanRow]:
    for one in rows:
        if one.given_on is not None:
            yield OwnPlanRow(one.id, one.given_on, one.variant, one.view)


def seen_marks(words: Words, parts: Iterable[Part]) -> dict[Part, str]:
    """Mark what the plan holds now, to be told when it changes."""
    return {part: fingerprint(words.get(part, ())) for part in parts}
