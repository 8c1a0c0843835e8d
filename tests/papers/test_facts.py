"""What is read for papers, before a page is laid out: nothing withheld, and nothing else lost.

Who asks, how sensitive each entry is, who must not be told and how the basis stands are drawn
anew; the facts of every kind of paper are held against what the rule lets them have.
"""

from collections.abc import Mapping
from contextlib import ExitStack
from uuid import UUID

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from coordinator.domain.states import BasisStatus, Sensitivity
from coordinator.exports.composing import PaperKind
from tests.papers.entries import STANDARD, Entries, leaks, levels_of
from tests.papers.leaving import ask_for_all, facts_of, pack_facts
from tests.papers.test_restrictions import STANDS_ALONE
from tests.stores import HEALTH, NURSE, OFFICER, POLICE

AGENCIES = {HEALTH: ("Kerrow Mental Health", NURSE), POLICE: ("Kerrow Police", OFFICER)}
THEIRS = frozenset({HEALTH})
"""Health leads; the police have no business with them."""
ELSEWHERE = frozenset({PaperKind.OUTREACH, PaperKind.ESCALATION})
"""Whose copy holds less on purpose: whom an agency's workers carry, and what asks that agency."""
ALWAYS = frozenset(
    {
        PaperKind.AGENDA,
        PaperKind.PACK,
        PaperKind.MINUTES,
        PaperKind.TRACKER,
        PaperKind.PLAN,
        PaperKind.PLAN_PAGE,
        PaperKind.JOURNEY,
        PaperKind.HAND_OVER,
        PaperKind.CLOSURE,
    }
)
"""What is made about somebody for who works with them, however much of it is withheld."""
LEVELS = st.sampled_from([*Sensitivity, STANDARD, STANDARD])
TELLS = ("petroc", "heronwater", "kp-0001")


@settings(
    max_examples=4,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    drawn=st.lists(LEVELS, min_size=23, max_size=23),
    agency=st.sampled_from([HEALTH, HEALTH, POLICE]),
    kept=st.sampled_from([None, None, HEALTH]),
    basis=st.sampled_from([BasisStatus.RECORDED, *BasisStatus]),
)
def test_facts_for_an_agency_are_what_it_may_have_and_all_of_it(
    entries: Entries,
    drawn: list[Sensitivity],
    agency: UUID,
    kept: UUID | None,
    basis: BasisStatus,
) -> None:
    levels, (name, worker) = levels_of(entries, drawn), AGENCIES[agency]
    entries.set(levels)
    with ExitStack() as stack:
        if kept is not None:
            stack.enter_context(entries.not_told(kept))
        stack.enter_context(entries.with_basis(basis))
        panel, copy = facts_of(ask_for_all(entries, "")), facts_of(ask_for_all(entries, name))
        copy["pack of one"] = pack_facts(entries, worker)
    may_know = agency in THEIRS and agency != kept
    withheld = entries.withheld(levels) if may_know else frozenset(entries.words)
    assert leaks(entries, withheld, copy) == []
    if agency == kept:
        assert [(where, one) for where, text in copy.items() for one in TELLS if one in text] == []
    if basis is not BasisStatus.RECORDED:
        assert [where for where, text in copy.items() if "petroc" in text] == []
    elif may_know:
        assert copy.keys() >= {*ALWAYS, "pack of one"}
        assert lost(entries, withheld, panel, copy) == []


def lost(
    entries: Entries, withheld: frozenset[UUID], panel: Mapping[str, str], copy: Mapping[str, str]
) -> list[str]:
    """Name what stands in the panel's own paper, is for everybody, and is not in the copy."""
    free = {
        word: entries.kinds[one].__name__
        for one in entries.words.keys() - withheld
        for word in entries.words[one]
    }
    return [
        f"{kind} {word} in {paper}"
        for paper, text in panel.items()
        for word, kind in free.items()
        if paper in copy and paper not in ELSEWHERE and word in text and word not in copy[paper]
    ]


def test_a_worker_who_must_not_be_told_gets_no_fact_though_their_agency_may(
    entries: Entries,
) -> None:
    entries.all_standard()
    assert TELLS[2] in pack_facts(entries, NURSE)
    with entries.led_by_another(), entries.untold():
        left, pack = ask_for_all(entries, "Kerrow Mental Health"), pack_facts(entries, NURSE)
    assert pack
    assert [one for one in TELLS if one in pack] == []
    refused = {kind: left.outcomes[kind] for kind in (PaperKind.ACCEPTED, PaperKind.ESCALATION)}
    assert refused == {
        PaperKind.ACCEPTED: "refused: worker-not-told",
        PaperKind.ESCALATION: "refused: no escalation",
    }


def test_a_withheld_entry_is_told_by_no_count_number_or_day_in_any_paper(entries: Entries) -> None:
    plain = dict.fromkeys(entries.words, STANDARD)
    alone = frozenset(one for one, kind in entries.kinds.items() if kind.kind in STANDS_ALONE)
    name, worker = AGENCIES[HEALTH]
    entries.set({**plain, **dict.fromkeys(alone, Sensitivity.RESTRICTED)})
    withheld = facts_of(ask_for_all(entries, name)) | {"pack of one": pack_facts(entries, worker)}
    entries.set(plain, gone=alone)
    never = facts_of(ask_for_all(entries, name)) | {"pack of one": pack_facts(entries, worker)}
    entries.set(plain)
    assert withheld.keys() == never.keys()
    assert [kind for kind, text in withheld.items() if text != never[kind]] == []
