"""Scoring somebody with a tool of the panel; a scoring is never written over, only ended."""

from uuid import UUID

from coordinator.casework.assessments.shelf import tool_row, written_down
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import living_person
from coordinator.casework.panel.lines import check_switched_on
from coordinator.db.models import Assessment, AssessmentScore, Professional
from coordinator.db.transaction import Transaction
from coordinator.domain.assessments import rules
from coordinator.domain.assessments.rules import Score, Scoring
from coordinator.domain.assessments.views import ToolRow
from coordinator.domain.errors import GuardError
from coordinator.domain.lists.panel import Feature
from coordinator.domain.outcomes import Done
from coordinator.domain.people.rules import check_since_birth
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right


def score_person(desk: Desk, person_id: UUID, scoring: Scoring) -> Done[UUID]:
    """Keep what somebody was scored on one day: each item with its reason, or not known.

    The agency is that of whoever scored.

    Raises:
        InvalidFieldsError: A value cannot be, a reason is missing; see `check_scoring` and
            `check_since_birth`.
        GuardError: `assessments-off`, `tool-followed`, `tool-ended`, `tool-empty`, `person-died`.
        MissingRecordError, WithheldError: No such person, tool or scorer, or not theirs to see.
    """
    with desk.act(Right.EDIT_PEOPLE) as tx:
        check_switched_on(tx, Feature.ASSESSMENTS)
        person = living_person(desk, tx, person_id, scoring.sensitivity)
        check_since_birth(person.born_on, done_on=scoring.done_on)
        row = tool_row(tx, scoring.tool_id)
        if not row.is_current:
            raise GuardError("tool-followed")
        rules.check_can_score(row.tool, row.ended_on)
        rules.check_scoring(row.tool, scoring, desk.today())
        written_down(tx, row)
        made = _kept(desk, tx, person_id, scoring)
        _keep_scores(desk, tx, made, row, scoring)
        tx.journal("assessment.scored", record=made.id, scope=person_id)
    return Done(made.id, tx.changes)


def end_scoring(desk: Desk, scoring_id: UUID, *, reason: str) -> Done[None]:
    """Say that a scoring counts no more, or was none: it stays readable and is no longer drawn.

    Raises:
        ReasonNeededError: `scoring-ended`.
        GuardError: `scoring-ended`, `person-died`.
        MissingRecordError, WithheldError: No such scoring, or not theirs to see.
    """
    need_reason(reason, "scoring-ended")
    with desk.act(Right.EDIT_PEOPLE) as tx:
        one = tx.get(Assessment, scoring_id)
        living_person(desk, tx, one.person_id, one.sensitivity)
        rules.check_counts(one.ended_on)
        one.ended_on, one.end_reason = desk.today(), reason.strip()
        tx.journal("assessment.score_ended", record=one.id, scope=one.person_id, reason=reason)
    return Done(None, tx.changes)


def _kept(desk: Desk, tx: Transaction, person_id: UUID, scoring: Scoring) -> Assessment:
    scorer = tx.get(Professional, scoring.scorer_id or desk.sitter.professional)
    made = tx.add(
        Assessment(
            id=desk.new_id(),
            person_id=person_id,
            tool_id=scoring.tool_id,
            done_on=scoring.done_on,
            scorer_id=scorer.id,
            agency_id=scoring.agency_id or scorer.agency_id,
            purpose=scoring.purpose.strip(),
            note=scoring.note.strip(),
            sensitivity=scoring.sensitivity,
        )
    )
    tx.session.flush()  # scores refer to it
    return made


def _keep_scores(
    desk: Desk, tx: Transaction, made: Assessment, row: ToolRow, scoring: Scoring
) -> None:
    """Keep a score for each item, those not known too: it was looked at."""
    for item in row.tool.items:
        score = scoring.scores.get(item.key, Score())
        tx.add(
            AssessmentScore(
                id=desk.new_id(),
                person_id=made.person_id,
                assessment_id=made.id,
                item=item.key,
                called=item.words,
                value=score.value,
                reason=score.reason.strip(),
                sensitivity=made.sensitivity,
            )
        )
