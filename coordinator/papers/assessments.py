"""What somebody was assessed with, read for one audience and put into words."""

from collections.abc import Iterator
from uuid import UUID

from coordinator.casework.assessments.reading import read_assessments
from coordinator.casework.desk import Desk
from coordinator.casework.packs.paper_reads import read_case_facts, read_panel_face
from coordinator.casework.panel.lines import OFF
from coordinator.domain.assessments.views import ItemRow, Scored, ToolHistory
from coordinator.domain.errors import GuardError
from coordinator.domain.lists.assessments import ToolKind
from coordinator.domain.lists.panel import Feature
from coordinator.domain.papers.assessments import (
    AssessmentPaper,
    ItemLine,
    OutsideLine,
    ScoringLine,
    ToolPart,
)
from coordinator.domain.people.assessments import AssessmentRow
from coordinator.domain.person.case_sheets import Audience
from coordinator.exports.composing import PaperKind
from coordinator.papers import lines
from coordinator.papers.bare import check_leaves
from coordinator.wording.scores import (
    band_words,
    came_to,
    edition_words,
    item_words,
    score_chart,
)
from coordinator.wording.translation import _


def assessment_model(desk: Desk, person: UUID, audience: Audience) -> AssessmentPaper:
    """Read the assessments of a person for an audience; what was taken back is left out.

    Raises:
        MissingRecordError: No such person.
        WithheldError: The audience may not see them.
        BasisLackingError: Without a complete basis they are told of by initials only.
        GuardError: `assessments-off`, with nothing on file that this audience may have.
    """
    page = read_assessments(desk, person, reader=audience.reader)
    check_leaves(desk, PaperKind.ASSESSMENTS, person)
    if page.is_empty and not page.is_on:
        raise GuardError(OFF[Feature.ASSESSMENTS])
    facts = read_case_facts(desk, [person], reader=audience.reader)[person]
    who = lines.in_a_list(facts.reference, facts.name)
    named = f"{facts.reference} {_('assessments')}"
    return AssessmentPaper(
        imprint=lines.imprint(read_panel_face(desk), audience, named, desk.today()),
        title=_("Assessments of {who}", who=who),
        person=facts.reference,
        tools=tuple(_tool(one) for one in page.histories if one.latest is not None),
        outside=tuple(_outside(one) for one in page.elsewhere if one.ended_on is None),
        method=tuple(_method()),
    )


def _tool(history: ToolHistory) -> ToolPart:
    latest = history.latest
    tool = (latest or history).tool
    return ToolPart(
        name=edition_words(tool),
        owned=tool.tool.acknowledgement,
        items=tuple(_item(row, tool.tool.kind, history) for row in history.items),
        scorings=tuple(map(_scoring, history.standing)),
        chart=score_chart(history),
    )


def _item(row: ItemRow, kind: ToolKind, history: ToolHistory) -> ItemLine:
    if row.now.is_kept:
        return ItemLine(row.item.words, _("Left out of this copy"))
    return ItemLine(row.item.words, item_words(row, kind, history), row.now.reason)


def _scoring(one: Scored) -> ScoringLine:
    return ScoringLine(
        on=one.done_on,
        total=came_to(one),
        band=band_words(one),
        by=", ".join(filter(None, (one.scorer, one.agency))),
        purpose=one.purpose,
        note=one.note,
    )


def _outside(one: AssessmentRow) -> OutsideLine:
    said = one.assessment
    return OutsideLine(
        tool=said.tool,
        on=said.done_on,
        result=said.result,
        by=", ".join(filter(None, (said.done_by, one.agency))),
        held=said.held_where,
    )


def _method() -> Iterator[str]:
    yield _(
        "A total is of the items that are known, and says of how many. What is not known is not"
        " nought; in a chart it is a gap."
    )
    yield _(
        "Each number is what one person saw on one day, with their reason. Scores of different"
        " tools, or of other editions of one, are not held against each other."
    )
    yield _(
        "Of an assessment made elsewhere only the tool, what came out, the day and where it is"
        " held are kept here."
    )
