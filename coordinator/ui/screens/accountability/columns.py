"""The columns of the three tables; what a narrow table leaves out is said below it."""

from collections.abc import Iterable, Sequence
from datetime import date

from coordinator.domain.accountability import AgencyFigures
from coordinator.ui.kit.tables import Column
from coordinator.wording.accountability import (
    Figure,
    action_figures,
    all_beside,
    beside_figures,
    meeting_figures,
    offer_figures,
)
from coordinator.wording.translation import _

Columns = tuple[Column[AgencyFigures], ...]
_LETTER, _SIDES = 8, 24


def action_columns(today: date) -> Columns:
    """Describe what became of actions."""
    return _columns((*action_figures(), *beside_figures()), today)


def meeting_columns(today: date) -> Columns:
    """Describe how seats were filled."""
    return _columns(meeting_figures(), today)


def offer_columns(today: date) -> Columns:
    """Describe what came of offers."""
    return _columns(offer_figures(), today)


def _columns(figures: Sequence[Figure], today: date) -> Columns:
    agency: Column[AgencyFigures] = Column(
        _("Agency"), text=lambda one: one.name, sort=lambda one: one.name, share=3, width=190
    )
    beside: Column[AgencyFigures] = Column(
        _("Beside these figures"),
        text=lambda one: all_beside(one, today),
        share=2,
        width=130,
        keep=1,
    )
    return (agency, *_counts(figures), beside)


def _counts(figures: Sequence[Figure]) -> Iterable[Column[AgencyFigures]]:
    for at, figure in enumerate(figures):
        yield Column(
            figure.title,
            text=lambda one, figure=figure: str(figure.value(one)),  # type: ignore[misc]
            tip=lambda one, figure=figure: f"{figure.value(one)} {figure.meaning}",  # type: ignore[misc]
            width=len(figure.title) * _LETTER + _SIDES,
            keep=len(figures) + 1 - at if at else 0,
        )
