"""Every kind of text of a read model is printed somewhere: what a reader may have is not lost."""

from dataclasses import fields, is_dataclass, replace
from itertools import count
from typing import Any

import pytest

from coordinator.exports.composing import Model, PaperKind
from coordinator.exports.worker import lay_out
from tests.exports import examples, reading

# Fields that stand for something else when it is there: initials for a missing name, the marking
# and the reference of a part inside the imprint of the whole.
STANDS_IN = {"initials", "imprint"}


def _marked(model: Any, numbers: Any, found: dict[str, str]) -> Any:
    changes = {
        field.name: _mark(
            getattr(model, field.name), f"{type(model).__name__}.{field.name}", numbers, found
        )
        for field in fields(model)
        if field.name not in STANDS_IN
    }
    return replace(model, **changes)


def _mark(value: Any, name: str, numbers: Any, found: dict[str, str]) -> Any:
    if is_dataclass(value):
        return _marked(value, numbers, found)
    if isinstance(value, tuple):
        return tuple(_mark(one, name, numbers, found) for one in value)
    if type(value) is not str:
        return value
    token = f"q{next(numbers)}z"
    found[token] = name
    return token


# An agenda lists actions by number only; the tracker beside it holds the rest.
BY_NUMBER = {
    f"ActionLine.{name}"
    for name in ("text", "owner", "agency", "person", "note", "barrier", "goal")
}

# What limited packs print in place of lead and referrer.
ALONE = {"lead_alone", "referrer_alone"}
IN_LIMITED = {f"AgendaItem.{name}" for name in ALONE}

# One side holds the goals in the person's words; the plan holds the rest. Nobody came yet.
ONE_SIDE = {f"GoalLine.{name}" for name in ("panel_words", "domain", "measure", "baseline")}
ONE_SIDE |= {
    "LevelLine.details",
    "AttendanceLine.information",
    "CaseSheet.lead_alone",
    "ReferralSheet.referrer_alone",
}

# Said in the alternative text of a chart, whose figures stand in the table above it; how many
# needs there are alone is for the plan on a page.
IN_A_FIGURE = {"BarChart.title", "Bar.words", "NeedsLines.count"}

READ_OUT = {"Bar.words", "BarChart.title", "LengthChart.title"}  # stand for the drawn chart

PAPERS: list[tuple[PaperKind, Model, set[str]]] = [
    (PaperKind.AGENDA, examples.agenda(), BY_NUMBER | IN_LIMITED),
    (PaperKind.MINUTES, examples.approved_minutes(), {"ActionLine.goal"}),
    (PaperKind.TRACKER, examples.tracker(4), set()),
    (PaperKind.PLAN, examples.plan(), {"ActionLine.person"} | IN_A_FIGURE),
    (PaperKind.PACK, examples.pack(1), ONE_SIDE | IN_LIMITED),
    (PaperKind.REFERRAL_FORM, examples.referral_form(), set()),
    (PaperKind.GAPS, examples.gap_register(2), set()),
    (PaperKind.DEMAND, examples.demand(3), {"PairBars.words", "PairChart.title"}),  # read out
    (PaperKind.COVER, examples.cover(), {"AgencyLine.email"}),  # only without a telephone
    (PaperKind.ESCALATION, examples.answered_escalation(), set()),
    (PaperKind.OUTREACH, examples.outreach(40), set()),  # some of them in brief
    (PaperKind.TONIGHT, examples.tonight(), set()),
    (PaperKind.REPORT, examples.quarter(), READ_OUT),
    (PaperKind.LEARNING, examples.learning(), {"LengthChart.title", "PartTable.title"}),
    (PaperKind.CERTIFICATE, examples.certificate(), set()),
    (PaperKind.DISPOSALS, examples.disposal_list(), {"DisposalLine.reference"}),  # in initials
]


@pytest.mark.parametrize(("kind", "model", "left_out"), PAPERS, ids=[str(p[0]) for p in PAPERS])
def test_every_text_of_the_read_model_is_printed(
    kind: PaperKind, model: Model, left_out: set[str]
) -> None:
    found: dict[str, str] = {}
    read = reading.words(lay_out(kind, _marked(model, count(1000), found)))
    printed = {name for token, name in found.items() if token in read}
    assert set(found.values()) - printed == left_out
