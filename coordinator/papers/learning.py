"""The quarterly report on learning and gaps, read as it may leave the panel and put into words.

There is one report, whoever reads it, so that no two copies of a day can be held side by side.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coordinator.casework.desk import Desk
from coordinator.casework.learning.figures import read_learning_figures
from coordinator.casework.learning.leaving import read_told_reviews
from coordinator.casework.learning.themes import read_theme_register
from coordinator.casework.packs.paper_reads import read_panel_face
from coordinator.casework.stuck.gap_reads import read_gap_register
from coordinator.domain.accountability import Period, check_period, quarter_to
from coordinator.domain.actions.rules import STILL_OPEN
from coordinator.domain.charts import Length, LengthChart
from coordinator.domain.learning.reviews import Recommended, count_acted_on
from coordinator.domain.learning.themes import ThemeRow
from coordinator.domain.learning.views import LearningFigures, ToldReview
from coordinator.domain.lists.escalations import GapTheme
from coordinator.domain.papers.imprint import Fact, Label, Tone
from coordinator.domain.papers.learning import (
    LearningPaper,
    LearntLine,
    RecommendationLine,
    ReviewLine,
    SolutionLine,
    ThemeLine,
)
from coordinator.domain.person.case_sheets import Audience
from coordinator.domain.reports.parts import Cell, PartTable
from coordinator.domain.states import GapStatus
from coordinator.domain.stuck.gaps import GapRow
from coordinator.papers import lines
from coordinator.wording.accountability import period_words
from coordinator.wording.labels import label
from coordinator.wording.learning import acted_on_words, overall_words
from coordinator.wording.learning_report import limits, method
from coordinator.wording.small_numbers import number_words
from coordinator.wording.translation import _, ngettext


def learning_model(desk: Desk, audience: Audience, period: Period | None = None) -> LearningPaper:
    """Read a period for the report: a rolling quarter unless another is asked for.

    Raises:
        NotPermittedError: The role may not see figures.
        InvalidFieldsError: `until_on`: see `check_period`.
    """
    period = period or quarter_to(desk.today())
    check_period(period, desk.today())
    name = _("Learning and gaps")
    imprint = replace(
        lines.imprint(read_panel_face(desk), audience, name, desk.today()),
        recipient=_("The board and commissioners"),
        handling=_("Small numbers are hidden"),
    )
    learnt, reviews = read_learning_figures(desk, period), read_told_reviews(desk, period)
    gaps, themes = read_gap_register(desk, period.from_on).rows, read_theme_register(desk)
    return LearningPaper(
        imprint=imprint,
        scope=period_words(period),
        facts=_facts(learnt, gaps, reviews),
        keeps_themes=themes.is_shown,
        themes=tuple(map(_theme, themes.rows)),
        learnt=tuple(
            LearntLine(one.noted_on, label(one.tag) if one.tag else "", one.telling)
            for one in learnt.shared
        ),
        solutions=tuple(
            SolutionLine(row.number, row.title, row.workaround)
            for row in gaps
            if row.reusable and row.workaround.strip()
        ),
        gaps=_gaps(gaps) if gaps else None,
        reviews=tuple(_review(one, desk.today()) for one in reviews),
        method=tuple(method(has_themes=themes.is_shown)),
        limits=tuple(limits()),
    )


def _facts(
    learnt: LearningFigures, gaps: Sequence[GapRow], reviews: Sequence[ToldReview]
) -> tuple[Fact, ...]:
    recommended = sum(len(one.recommended) for one in reviews)
    return (
        Fact(_("Told without names"), str(len(learnt.shared))),
        Fact(
            _("Gaps nobody closed"), str(sum(one.status is not GapStatus.CLOSED for one in gaps))
        ),
        Fact(_("Ageing"), str(sum(one.is_ageing for one in gaps))),
        Fact(_("Recommended by reviews"), str(recommended)),
        Fact(_("Acted on"), str(sum(count_acted_on(one.recommended) for one in reviews))),
    )


def _theme(row: ThemeRow) -> ThemeLine:
    bands = (
        (_("Risk to the public"), row.to_public),
        (_("Risk to the partnership"), row.to_partnership),
        (_("Ability to mitigate"), row.mitigation),
    )
    return ThemeLine(
        title=row.title,
        overall=overall_words(row),
        bands=tuple(Fact(name, label(band) if band else "") for name, band in bands),
        reason=row.overall_reason,
        description=row.description,
        unknowns=row.unknowns,
        entered_on=row.banded_on,
        people=row.people if isinstance(row.people, int) else number_words(row.people),
        gaps=row.gaps,
    )


def _gaps(rows: Sequence[GapRow]) -> PartTable:
    """Count the gaps by what they are about and how far they have come: gaps, not people."""
    found = Counter((row.theme, row.status) for row in rows)
    themes = [one for one in GapTheme if any((one, state) in found for state in GapStatus)]
    each = [(one, [found[one, state] for state in GapStatus]) for one in themes]
    whole = [sum(found[one, state] for one in themes) for state in GapStatus]
    bars = (
        Length(label(one), sum(counts), ngettext("{count} gap", "{count} gaps", sum(counts)))
        for one, counts in each
    )
    return PartTable(
        title=_("Gaps by what they are about"),
        heads=(_("About"), *map(label, GapStatus), _("Together")),
        rows=(
            *(_row(label(one), counts) for one, counts in each),
            _row(_("Together"), whole),
        ),
        chart=LengthChart(_("Gaps by what they are about"), tuple(bars)),
        explained=_("Gaps are counted, not people. Closed: since the first of these days."),
    )


def _row(words: str, counts: Sequence[int]) -> tuple[Cell, ...]:
    return words, *counts, sum(counts)


def _review(one: ToldReview, today: date) -> ReviewLine:
    return ReviewLine(
        number=one.number,
        status=label(one.status),
        done=acted_on_words(one.recommended),
        recommended=tuple(_recommended(each, today) for each in one.recommended),
    )


def _recommended(one: Recommended, today: date) -> RecommendationLine:
    if one.status in STILL_OPEN and one.due_on < today:
        status = Label(_("{status}, late", status=label(one.status)), Tone.WARN)
    else:
        status = Label(label(one.status), Tone.GOOD if one.acted_on else Tone.PLAIN)
    return RecommendationLine(
        number=one.number,
        text=one.recommendation,
        measure=one.measure,
        agency=one.agency,
        due=one.due_on,
        status=status,
    )
