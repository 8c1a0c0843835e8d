"""Which finding of a need stands, and how many needs there are: laws and examples."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.people import NeedDomain, NeedPart, NeedSeverity
from coordinator.domain.needs.rules import (
    Complexity,
    Finding,
    NeedsRound,
    check_round,
    complexity_of,
    first_seen,
    standing,
)
from coordinator.domain.needs.views import NeedChange, NeedRow, changes, needs_of
from coordinator.wording.needs import (
    changes_words,
    complexity_short,
    complexity_words,
    needs_chart,
    table_of,
)

TODAY = date(2026, 11, 19)
_D, _S = NeedDomain, NeedSeverity


@dataclass(frozen=True)
class Kept:
    id: UUID
    area: NeedDomain
    severity: NeedSeverity
    seen_on: date


KEPT = st.lists(
    st.builds(
        Kept,
        st.uuids(),
        st.sampled_from(NeedDomain),
        st.sampled_from(NeedSeverity),
        st.dates(TODAY - timedelta(days=40), TODAY),
    ),
    max_size=40,
)


def row(area: NeedDomain, severity: NeedSeverity, days_ago: int, number: int = 1) -> NeedRow:
    return NeedRow(UUID(int=number), area, severity, None, TODAY - timedelta(days=days_ago))


@given(KEPT, st.dates(TODAY - timedelta(days=41), TODAY), st.randoms())
def test_what_stands_is_the_latest_day_of_an_area_in_whatever_order_it_was_kept(
    kept: list[Kept], on: date, chance: object
) -> None:
    stood = standing(kept, on)
    for area in NeedDomain:
        days = [one.seen_on for one in kept if one.area is area and one.seen_on <= on]
        assert (area in stood) == bool(days)
        if days:
            assert stood[area].seen_on == max(days)
    shuffled = list(kept)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert standing(shuffled, on) == stood


@given(KEPT)
def test_every_area_is_counted_once_or_said_to_be_unasked(kept: list[Kept]) -> None:
    stood = standing(kept, TODAY)
    counted = complexity_of(one.severity for one in stood.values())
    if counted is None:
        assert not kept
        return
    none = sum(one.severity is NeedSeverity.NONE for one in stood.values())
    assert counted.present + counted.not_known + none + counted.not_asked == len(NeedDomain)
    assert counted.high <= counted.present


def test_of_two_findings_of_one_day_the_graver_stands_and_the_known_before_the_unknown() -> None:
    kept = [
        Kept(UUID(int=9), _D.ALCOHOL, _S.NOT_KNOWN, TODAY),
        Kept(UUID(int=1), _D.ALCOHOL, _S.SOME, TODAY),
        Kept(UUID(int=5), _D.ALCOHOL, _S.NONE, TODAY),
    ]
    assert standing(kept, TODAY)[_D.ALCOHOL].severity is _S.SOME


def test_an_area_is_first_seen_when_it_was_first_there_not_when_it_was_first_asked() -> None:
    found = [row(_D.DRUGS, _S.NONE, 90), row(_D.DRUGS, _S.SOME, 60), row(_D.DRUGS, _S.HIGH, 3)]
    assert first_seen([*found, row(_D.ALCOHOL, _S.NONE, 90)]) == {
        _D.DRUGS: TODAY - timedelta(days=60)
    }


@pytest.mark.parametrize(
    ("found", "words", "short"),
    [
        (None, "Nobody has asked about needs yet", "Not asked"),
        (Complexity(6, 3, 2, 14), "6 areas of need, 3 high; 2 areas not known", "6, 3 high"),
        (Complexity(1, 0, 0, 14), "1 area of need", "1, 0 high"),
        (
            Complexity(0, 0, 1, 5),
            "No area of need found; 1 area not known; 9 areas not asked",
            "0, 0 high",
        ),
    ],
)
def test_how_many_needs_is_said_with_what_is_not_known(
    found: Complexity | None, words: str, short: str
) -> None:
    assert complexity_words(found) == words
    assert complexity_short(found) == short


def test_rounds_tell_what_they_changed_and_a_day_gone_by_shows_what_stood_then() -> None:
    rows = [
        row(_D.ALCOHOL, _S.HIGH, 90, 1),
        row(_D.HOUSING, _S.HIGH, 90, 2),
        row(_D.ALCOHOL, _S.SOME, 10, 3),
        row(_D.MONEY, _S.NOT_KNOWN, 10, 4),
    ]
    now, then = needs_of(rows, TODAY), needs_of(rows, TODAY - timedelta(days=11))
    assert [one.on for one in now.days] == [TODAY - timedelta(days=10), TODAY - timedelta(days=90)]
    assert now.days[0].changes == (
        NeedChange(_D.ALCOHOL, _S.HIGH, _S.SOME),
        NeedChange(_D.MONEY, None, _S.NOT_KNOWN),
    )
    assert (
        changes_words(now.days[0].changes)
        == "Alcohol: high → some; Money, debt, benefits, ID: not asked → not known"
    )
    assert now.days[1].changes == ()
    assert now.complexity == Complexity(2, 1, 1, 3)
    assert then.complexity == Complexity(2, 2, 0, 2)
    assert changes_words(changes(now.days[0].stood, now.days[0].stood)) == "nothing changed"


def test_the_chart_holds_every_area_in_every_bar_and_the_table_says_what_was_not_asked() -> None:
    rows = [row(_D.ALCOHOL, _S.HIGH, 90, 1), row(_D.MONEY, _S.SOME, 10, 2)]
    needs = needs_of(rows, TODAY)
    chart = needs_chart(needs.days)
    assert [sum(bar.counts) for bar in chart.bars] == [14, 14]
    assert [bar.counts for bar in chart.bars] == [(1, 0, 0, 0, 13), (1, 1, 0, 0, 12)]
    assert "9 Nov 2026: 2 areas of need, 1 high; 12 areas not asked" in chart.words
    heads, table = table_of(needs)
    assert heads == ("Area", "21 Aug 2026", "9 Nov 2026")
    assert table == (
        ("Alcohol", "High", "High"),
        ("Money, debt, benefits, ID", "Not asked", "Some"),
    )


@pytest.mark.parametrize(
    ("made", "fields"),
    [
        (NeedsRound((), TODAY), {"findings": "required"}),
        (NeedsRound((Finding(_D.ASB, _S.SOME),)), {"seen_on": "required"}),
        (
            NeedsRound((Finding(_D.ASB, _S.SOME),), TODAY + timedelta(days=1)),
            {"seen_on": "in-the-future"},
        ),
        (
            NeedsRound((Finding(_D.ASB, _S.NONE, NeedPart.MAIN),), TODAY),
            {"need_asb": "no-need"},
        ),
        (
            NeedsRound((Finding(_D.ASB, _S.SOME), Finding(_D.ASB, _S.HIGH)), TODAY),
            {"need_asb": "found-already"},
        ),
        (NeedsRound((Finding(_D.DRUGS, _S.SOME),), TODAY), {"need_drugs": "found-already"}),
    ],
)
def test_a_round_that_cannot_be_is_told_at_its_field(
    made: NeedsRound, fields: dict[str, str]
) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        check_round(made, TODAY, [_D.DRUGS])
    assert refused.value.fields == fields
