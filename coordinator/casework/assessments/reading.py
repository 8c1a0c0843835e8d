"""What people were scored: one person's page, the latest for papers, factors over the caseload."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from uuid import UUID

from coordinator.casework.assessments.shelf import tools_of
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.casework.need_to_know.sight import Sight, sight_of, sight_of_one
from coordinator.casework.panel.lines import features
from coordinator.casework.people.assessments import assessments_about
from coordinator.casework.records.unsettled import those_of, unsettled_of
from coordinator.db.models import Agency, Assessment, Professional
from coordinator.db.transaction import Reading
from coordinator.domain.assessments.rules import Score
from coordinator.domain.assessments.views import (
    PersonAssessments,
    Scored,
    ToolHistory,
    ToolRow,
    ToolsPage,
    in_order,
    is_checklist,
    prevalence_of,
)
from coordinator.domain.directory.rules import is_in_post
from coordinator.domain.lists.panel import Feature
from coordinator.domain.merging.unsettled import Unsettled
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.people.assessments import AssessmentRow
from coordinator.domain.people.rules import PersonName
from coordinator.domain.roles import Right, may


def read_tools(desk: Desk) -> ToolsPage:
    """Show the panel's tools, all editions; factors are counted in those the sitter may see."""
    with desk.read() as look:
        rows = tools_of(look)
        caseload = look.assessments.on_caseload()
        sight = sight_of(desk, look, caseload)
        seen = [one for one in caseload if sight.sees(one)]
        found = histories_about(look, seen, sight, rows)
        counted = tuple(
            prevalence_of(row, len(seen), latest)
            for row in rows
            if row.is_current and is_checklist(row) and (latest := _latest(found, row))
        )
        is_on = Feature.ASSESSMENTS in features(look)
    return ToolsPage(rows, counted, is_on, may(desk.sitter.role, Right.EDIT_DIRECTORY))


def read_assessments(
    desk: Desk, person_id: UUID, *, reader: Reader | None = None
) -> PersonAssessments:
    """Show what somebody was scored here, and assessed with elsewhere, in one place.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read(reader=reader) as look:
        person = shown_person(desk, look, person_id)
        sight = sight_of_one(desk, look, person_id, reader)
        rows = tools_of(look)
        is_on = Feature.ASSESSMENTS in features(look)
        role = desk.sitter.role
        histories = histories_about(look, [person_id], sight, rows).get(person_id, ())
        elsewhere = assessments_about(look, [person_id], sight).get(person_id, ())
        return PersonAssessments(
            person_id,
            person.reference,
            PersonName(person.given_name, person.family_name, person.preferred_name),
            histories,
            elsewhere,
            tuple(row for row in rows if row.can_score),
            is_on,
            may_score=is_on and person.died_on is None and may(role, Right.EDIT_PEOPLE),
            may_restrict=may(role, Right.SEE_RESTRICTED),
            scorers=_scorers(desk, look),
            sitter=desk.sitter.professional,
            unsettled=_unsettled(look, histories, elsewhere),
        )


def _unsettled(
    look: Reading, histories: Iterable[ToolHistory], elsewhere: Iterable[AssessmentRow]
) -> tuple[Unsettled, ...]:
    shown = [one.id for history in histories for one in history.standing]
    shown += [one.id for one in elsewhere if one.ended_on is None]
    return those_of(unsettled_of(look, shown), shown)


def histories_about(
    look: Reading,
    people: Collection[UUID],
    sight: Sight,
    rows: Sequence[ToolRow] | None = None,
) -> Mapping[UUID, tuple[ToolHistory, ...]]:
    """Give what these people were scored by tool, those scored last first.

    Args:
        look: Where to look.
        people: Whose; who has none is not in it.
        sight: What its readers may see.
        rows: The tools, where they were read already.
    """
    found = [
        one for one in look.assessments.of(people) if sight.sees(one.person_id, one.sensitivity)
    ]
    if not found:
        return {}
    tools = {row.id: row for row in (rows or tools_of(look))}
    shown = _scored(look, found, tools)
    by_person: dict[UUID, dict[UUID, list[Scored]]] = {}
    for one, scored in zip(found, shown, strict=True):
        own = by_person.setdefault(one.person_id, {})
        own.setdefault(scored.tool.family, []).append(scored)
    newest = {row.family: row for row in tools.values() if row.is_current}
    return {
        person: in_order(ToolHistory(newest[key], tuple(one)) for key, one in own.items())
        for person, own in by_person.items()
    }


def _scored(
    look: Reading, found: Sequence[Assessment], tools: Mapping[UUID, ToolRow]
) -> list[Scored]:
    scores: dict[UUID, dict[str, Score]] = {}
    for one in look.assessments.scores([each.id for each in found]):
        scores.setdefault(one.assessment_id, {})[one.item] = Score(one.value, one.reason)
    scorers = look.get_many(Professional, [one.scorer_id for one in found])
    agencies = look.get_many(Agency, [one.agency_id for one in found if one.agency_id])
    return [
        Scored(
            one.id,
            one.revision,
            tools[one.tool_id],
            one.done_on,
            _name(scorers.get(one.scorer_id)),
            _name(agencies.get(one.agency_id) if one.agency_id else None),
            one.purpose,
            one.note,
            _whole(tools[one.tool_id], scores.get(one.id, {})),
            one.sensitivity,
            one.ended_on,
            one.end_reason,
        )
        for one in found
    ]


def _whole(row: ToolRow, scores: Mapping[str, Score]) -> Mapping[str, Score]:
    """Add what is kept from whoever reads: a scoring has a score for each item of its edition."""
    kept = {one.key: Score(is_kept=True) for one in row.tool.items if one.key not in scores}
    return {**scores, **kept}


def _name(one: Professional | Agency | None) -> str:
    return one.name if one is not None else ""


def _latest(found: Mapping[UUID, Iterable[ToolHistory]], row: ToolRow) -> list[Scored]:
    """Give each person's latest list of a tool, in whichever edition."""
    return [
        one.latest
        for histories in found.values()
        for one in histories
        if one.tool.family == row.family and one.latest is not None
    ]


def _scorers(desk: Desk, look: Reading) -> tuple[tuple[UUID, str], ...]:
    agencies = {one.id: one.name for one in look.directory.agencies()}
    return tuple(
        (one.id, ", ".join(filter(None, (one.name, agencies.get(one.agency_id, "")))))
        for one in look.directory.professionals()
        if is_in_post(one.left_on, desk.today())
    )
