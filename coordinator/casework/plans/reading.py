"""A plan as read: the live one whole, with what changed since it was agreed, and its versions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from coordinator.casework.actions import barriers
from coordinator.casework.actions import lists as action_lists
from coordinator.casework.actions.enforcement import thoughts_of
from coordinator.casework.desk import Desk
from coordinator.casework.housing.reading import constraints_of
from coordinator.casework.need_to_know.comms import standing_about
from coordinator.casework.need_to_know.field_guards import parts_kept_back
from coordinator.casework.need_to_know.sight import Sight, sight_of, sight_of_one
from coordinator.casework.plans.state import (
    State,
    goal_line,
    lead_line,
    offer_line,
    risk_line,
    snapshot_of,
    state_of,
    strength_line,
)
from coordinator.casework.records.unsettled import those_of, unsettled_of
from coordinator.casework.voice.wishes import wishes_about
from coordinator.db import models
from coordinator.db.models import (
    Action,
    Agency,
    Goal,
    Meeting,
    Offer,
    Person,
    Plan,
    PlanVersion,
    Professional,
    Risk,
    Strength,
)
from coordinator.db.transaction import Reading
from coordinator.domain.actions.rules import STILL_OPEN
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.merging.unsettled import Unsettled
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.plans.differences import differences
from coordinator.domain.plans.rules import SECTIONS, WithPerson
from coordinator.domain.plans.snapshots import (
    LINES,
    Frozen,
    Snapshot,
    thaw,
    without,
    without_restricted,
    without_texts,
)
from coordinator.domain.plans.views import (
    GoalRow,
    Lead,
    OfferRow,
    PlanView,
    VersionRow,
    VersionView,
    WarningLine,
)
from coordinator.domain.states import RiskStatus, Sensitivity

E = TypeVar("E", Action, Goal, Offer, Risk, Strength)


def read_plan(desk: Desk, person_id: UUID, *, reader: Reader | None = None) -> PlanView:
    """Give the whole live plan of a person.

    Args:
        desk: Who asks.
        person_id: Whose.
        reader: For whom a paper is made, besides the sitter.

    Raises:
        MissingRecordError: No such person, or no live plan.
        WithheldError: Not theirs to see.
    """
    with desk.read(reader=reader) as look:
        look.get(Person, person_id)
        sight = sight_of_one(desk, look, person_id, reader)
        plan = look.plans.live_of(person_id)
        if plan is None:
            raise MissingRecordError(what="plan", key=str(person_id))
        return _view(desk, look, plan, sight, reader)


def find_people_with_plan(desk: Desk) -> tuple[UUID, ...]:
    """List everybody with a live plan whom the sitter may see, in the order plans were begun."""
    with desk.read() as look:
        found = look.plans.people_with_plan()
        sight = sight_of(desk, look, found)
        return tuple(person for person in found if sight.sees(person))


def read_versions(
    desk: Desk, person_id: UUID, *, reader: Reader | None = None
) -> tuple[VersionRow, ...]:
    """List every version agreed for a person, newest first, ended plans included.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read(reader=reader) as look:
        look.get(Person, person_id)
        sight_of_one(desk, look, person_id, reader)
        return _version_rows(look, look.plans.versions_of(person_id))


def read_version(desk: Desk, version_id: UUID, *, reader: Reader | None = None) -> VersionView:
    """Give what was agreed on one day, and what it changed.

    Raises:
        StoreDamagedError: It is no longer what was agreed: its fingerprint does not match.
        MissingRecordError, WithheldError: No such version, or not theirs to see.
    """
    with desk.read(reader=reader) as look:
        version = look.get(PlanVersion, version_id)
        sight = sight_of_one(desk, look, version.person_id, reader)
        before = look.plans.version(version.plan_id, version.number - 1)
        after = look.plans.version(version.plan_id, version.number + 1)
        rows = _version_rows(look, [one for one in (after, version) if one])
        snapshot = thawed(look, version, sight)
        changes = differences(thawed(look, before, sight), snapshot) if before else ()
        return VersionView(rows[-1], version.person_id, snapshot, changes)


def thawed(look: Reading, version: PlanVersion, sight: Sight) -> Snapshot:
    """Read a version back, as far as the reader may have it.

    What was made more sensitive since it was agreed is kept back in the version, too.
    """
    frozen = Frozen(version.content, version.restricted_content, version.fingerprint)
    if _may_have_all(version.person_id, sight):
        return thaw(frozen, with_restricted=True)
    kept = look.kept.get(version.plan_id, frozenset())
    snapshot = without_texts(thaw(frozen, with_restricted=False), kept)
    since = look.plans.held_back_since(
        [one.id for name in LINES for one in getattr(snapshot, name)]
    )
    return without(snapshot, lambda line: line.id in since) if since else snapshot


def _may_have_all(person: UUID, sight: Sight) -> bool:
    return sight.sees(person, Sensitivity.PRIVILEGED)


def _view(desk: Desk, look: Reading, plan: Plan, sight: Sight, reader: Reader | None) -> PlanView:
    version = look.plans.last_version(plan.id)
    agreed = thawed(look, version, sight) if version else None
    state = state_of(look, plan, [action.id for action in agreed.actions] if agreed else ())
    now = _as_seen(snapshot_of(state), plan.person_id, sight)
    open_actions = _open_actions(state, sight)
    view = PlanView(
        id=plan.id,
        revision=plan.revision,
        person_id=plan.person_id,
        case_id=plan.case_id,
        status=plan.status,
        version=version.number if version else 0,
        agreed_on=version.agreed_on if version else None,
        agreed_at=_agreed_at(look, version),
        fingerprint=version.fingerprint if version else "",
        text={name: getattr(plan, name) for name in SECTIONS},
        with_person=WithPerson(plan.agreed_with_person, plan.agreed_with_on, plan.copy_given_on),
        lead=_lead(state),
        goals=tuple(
            GoalRow(place, goal.revision, goal_line(goal))
            for place, goal in enumerate(_seen(state.goals, sight), 1)
        ),
        actions=action_lists.rows_of(look, open_actions, desk.today()),
        offers=offers_of(_seen(state.offers, sight), state.agencies),
        strengths=tuple(strength_line(one) for one in _seen(state.strengths, sight)),
        risks=tuple(risk_line(risk) for risk in _seen(state.risks, sight)),
        warnings=warnings_of(look, plan.person_id, sight),
        barriers=barriers.rows_of(desk, look, look.barriers.of_people([plan.person_id]), reader),
        since_agreed=differences(agreed, now) if agreed else (),
        constraints=constraints_of(look, sight, [plan.person_id]).get(plan.person_id, ()),
        thoughts=thoughts_of(look, open_actions),
        wishes=wishes_about(desk, look, plan.person_id, reader),
        comms=standing_about(desk, look, plan.person_id),
        parts=parts_kept_back(look, [plan.id]).get(plan.id, {}),
        held=look.kept.get(plan.id, frozenset()),
    )
    return replace(view, unsettled=_unsettled(look, view))


def _unsettled(look: Reading, view: PlanView) -> tuple[Unsettled, ...]:
    """Give what of a plan says two things, as far as the reader has it."""
    shown = [
        view.id,
        *(one.line.id for one in view.goals),
        *(one.id for one in view.actions),
        *(one.id for one in view.risks),
        *(one.id for one in view.strengths),
        *(one.line.id for one in view.offers),
        *(one.id for one in view.barriers),
        *(one.id for one in view.warnings),
    ]
    return those_of(unsettled_of(look, shown), shown)


def _as_seen(snapshot: Snapshot, person: UUID, sight: Sight) -> Snapshot:
    return snapshot if _may_have_all(person, sight) else without_restricted(snapshot)


def _lead(state: State) -> Lead | None:
    line = lead_line(state)
    if line is None or state.lead is None:
        return None
    post = state.posts.get(line.id)
    return Lead(
        line, post.phone if post else "", post.email if post else "", state.lead.accepted_on
    )


def _open_actions(state: State, sight: Sight) -> list[Action]:
    return [one for one in _seen(state.actions, sight) if one.status in STILL_OPEN]


def _seen(found: Iterable[E], sight: Sight) -> list[E]:
    return [one for one in found if sight.sees(one.person_id, one.sensitivity)]


def offers_of(offers: Iterable[Offer], agencies: Mapping[UUID, Agency]) -> tuple[OfferRow, ...]:
    """Give what agencies offer, as a plan shows it."""
    return tuple(
        OfferRow(one.revision, one.agency_id, offer_line(one, agencies), one.status_note)
        for one in offers
    )


def warnings_of(look: Reading, person: UUID, sight: Sight) -> tuple[WarningLine, ...]:
    """Give what a worker must know before they meet somebody, as a reader may have it."""
    return tuple(
        WarningLine(one.id, one.text, one.source, one.noted_on, one.review_on, one.sensitivity)
        for one in look.people.about(models.Warning, [person])
        if one.status is not RiskStatus.ENDED and sight.sees(person, one.sensitivity)
    )


def _version_rows(look: Reading, versions: Sequence[PlanVersion]) -> tuple[VersionRow, ...]:
    """Describe versions of one person, newest first as they come."""
    references = _references(look, versions)
    posts = look.get_many(Professional, [version.decided_by_id for version in versions])
    next_on = {(one.plan_id, one.number - 1): one.agreed_on for one in versions}
    return tuple(
        VersionRow(
            id=one.id,
            plan_id=one.plan_id,
            number=one.number,
            agreed_on=one.agreed_on,
            agreed_at=references.get(one.meeting_id, "") if one.meeting_id else "",
            decided_by=posts[one.decided_by_id].name if one.decided_by_id in posts else "",
            reason=one.reason,
            fingerprint=one.fingerprint,
            superseded_on=next_on.get((one.plan_id, one.number)),
        )
        for one in versions
    )


def _agreed_at(look: Reading, version: PlanVersion | None) -> str:
    if version is None or version.meeting_id is None:
        return ""
    return _references(look, [version]).get(version.meeting_id, "")


def _references(look: Reading, versions: Iterable[PlanVersion]) -> dict[UUID, str]:
    ids = [version.meeting_id for version in versions if version.meeting_id]
    return {key: meeting.reference for key, meeting in look.get_many(Meeting, ids).items()}
