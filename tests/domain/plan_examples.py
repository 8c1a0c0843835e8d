"""Made-up plans for property tests."""

from datetime import date
from uuid import UUID

from hypothesis import strategies as st

from coordinator.domain.plans.rules import SECTIONS
from coordinator.domain.plans.snapshots import (
    ActionLine,
    GoalLine,
    LeadLine,
    OfferLine,
    RiskLine,
    Snapshot,
    StrengthLine,
)
from coordinator.domain.states import ActionStatus, GoalStatus, OfferStatus, Sensitivity

SOME_WORDS = st.sampled_from(("a", "Łódź", "{} %s", "ש\u202e", "two\nlines", "😀"))
WORDS = st.just("") | SOME_WORDS
IDS = st.integers(min_value=1, max_value=4).map(lambda number: UUID(int=number))
DAYS = st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))
SENSITIVITY = st.sampled_from(Sensitivity)


def lines(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, max_size=3, unique_by=lambda line: line.id).map(tuple)  # type: ignore[attr-defined]  # every line has one


GOALS = st.builds(GoalLine, IDS, WORDS, WORDS, target_on=DAYS, status=st.sampled_from(GoalStatus))
OFFERS = st.builds(OfferLine, IDS, SOME_WORDS, SOME_WORDS, status=st.sampled_from(OfferStatus))
ACTIONS = st.builds(
    ActionLine,
    IDS,
    IDS.map(lambda key: f"A26-{key.int:04d}"),
    SOME_WORDS,
    owner=WORDS,
    due_on=DAYS,
    status=st.sampled_from(ActionStatus),
    sensitivity=SENSITIVITY,
)
RISKS = st.builds(RiskLine, IDS, SOME_WORDS, sensitivity=SENSITIVITY)
STRENGTHS = st.builds(StrengthLine, IDS, text=WORDS)
LEADS = st.none() | st.builds(LeadLine, IDS, SOME_WORDS, since=DAYS)
TEXTS = st.dictionaries(st.sampled_from(SECTIONS), WORDS).map(
    lambda said: dict.fromkeys(SECTIONS, "") | said
)

SNAPSHOTS = st.builds(
    Snapshot,
    TEXTS,
    LEADS,
    lines(GOALS),
    lines(OFFERS),
    lines(ACTIONS),
    lines(RISKS),
    lines(STRENGTHS),
)
