"""What is read for papers, before a page is laid out: nothing withheld, and nothing else lost.

Who asks, how sensitive each entry is, who must not be told and how the basis stands are drawn
anew; the facts of every kind of paper are held against what the rule lets them have.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from coordinator.casework.desk import Desk
from coordinator.casework.people.around_reads import read_around
from coordinator.db.models import Person
from coordinator.domain.errors import WithheldError
from coordinator.domain.need_to_know.restrictions import Part as GuardedPart
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.roles import Role
from coordinator.domain.states import BasisStatus, Sensitivity
from coordinator.exports.composing import PaperKind
from tests.casework.test_nothing_leaks import words_in
from tests.papers.entries import STANDARD, Entries, Untold, leaks, levels_of
from tests.papers.leaving import ask_for_all, facts_of, pack_facts
from tests.papers.test_restrictions import STANDS_ALONE
from tests.stores import HEALTH, NURSE, OFFICER, POLICE, sitting

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
        PaperKind.ASSESSMENTS,
        PaperKind.HAND_OVER,
        PaperKind.CLOSURE,
    }
)
"""What is made about somebody for who works with them, however much of it is withheld."""
ON_THE_TABLE = frozenset({PaperKind.MINUTES, PaperKind.AGENDA})
"""Where nothing that is restricted has a line, whoever may have it: these lie on the table."""
WITH_THE_TABLE = ON_THE_TABLE | {PaperKind.PACK, "pack of one"}
"""And what has an agenda in it."""
LEVELS = st.sampled_from([*Sensitivity, STANDARD, STANDARD, Sensitivity.PRIVILEGED])
TELLS = ("petroc", "heronwater", "kp-0001")
PACK, TIES = "pack of one", "ties"
TO_ONE = {PACK, TIES, PaperKind.HAND_OVER, PaperKind.CLOSURE}
"""What is for one worker: nobody else's when they must not be told."""
FOR_AGENCIES = (
    *sorted(ALWAYS),
    PaperKind.COVER,
    PaperKind.GAPS,
    PaperKind.PLACES,
    PaperKind.TONIGHT,
    PaperKind.REFERRAL_FORM,
    PaperKind.ACCOUNTABILITY,
    PaperKind.DEMAND,
    PaperKind.JOURNEY_LEARNING,
    PaperKind.ACCEPTED,
    PaperKind.NOT_FOR_US,
    *sorted(ELSEWHERE),
    PACK,
    TIES,
)


@dataclass(frozen=True)
class Stands:
    """How everything stands that decides what a copy may hold.

    Attributes:
        drawn: How sensitive entries are, and the parts held back alone.
        kept: The agency that must not be told.
        untold: The worker who must not be told.
        near: Whether the agency may be told of whom they are tied to.
        given: Whether the agency may have what is restricted.
    """

    drawn: tuple[Sensitivity, ...]
    agency: UUID
    kept: UUID | None
    untold: UUID | None
    near: bool
    given: bool
    basis: BasisStatus

    @property
    def may_have(self) -> frozenset[Sensitivity]:
        """How sensitive what the agency gets may be."""
        return frozenset({*Sensitivity} - {Sensitivity.PRIVILEGED} if self.given else {STANDARD})

    @property
    def may_know(self) -> bool:
        """Whether the agency may know of them at all."""
        return self.agency in THEIRS and self.agency != self.kept

    @contextmanager
    def around(self, entries: Entries) -> Iterator[None]:
        """Let it all stand like this, as long as the block lasts."""
        entries.set(self.levels(entries))
        with ExitStack() as stack:
            stack.enter_context(entries.with_parts(self.parts(entries)))
            if self.kept is not None:
                stack.enter_context(entries.not_told(self.kept))
            if self.untold is not None:
                stack.enter_context(entries.untold(self.untold))
            if not self.near:
                stack.enter_context(entries.not_told(self.agency, entries.near))
            if self.given:
                stack.enter_context(entries.may_have_restricted(self.agency))
            stack.enter_context(entries.with_basis(self.basis))
            yield

    def levels(self, entries: Entries) -> dict[UUID, Sensitivity]:
        """How sensitive each entry is."""
        return levels_of(entries, [*self.drawn])

    def parts(self, entries: Entries) -> dict[GuardedPart, Sensitivity]:
        """How sensitive each part is that is held back alone."""
        turned = [*self.drawn[::-1], STANDARD]
        return {part: turned[at % len(turned)] for at, part in enumerate(entries.parts)}


STANDS = st.builds(
    Stands,
    drawn=st.lists(LEVELS, min_size=23, max_size=23).map(tuple),
    agency=st.sampled_from([*4 * [HEALTH], POLICE]),
    kept=st.sampled_from([*4 * [None], HEALTH]),
    untold=st.sampled_from([None, None, None, NURSE]),
    near=st.sampled_from([True, False]),
    given=st.booleans(),
    basis=st.sampled_from([*4 * [BasisStatus.RECORDED], *BasisStatus]),
)
SOME_KINDS = st.permutations(FOR_AGENCIES).map(lambda kinds: kinds[:5])


@dataclass(frozen=True, repr=False)
class Whole(Untold):
    """The panel's own papers: who may have everything finds the same in them each time."""

    papers: Mapping[str, str]
    near: tuple[str, str]


@pytest.fixture(scope="module")
def whole(entries: Entries) -> Whole:
    entries.all_standard()
    ties = {TIES: ties_seen(entries, entries.desk)}
    with entries.desk.read() as look:
        near = look.get(Person, entries.near or entries.told.person)
    return Whole(
        facts_of(ask_for_all(entries, "")) | ties,
        (near.given_name.casefold(), near.reference.casefold()),
    )


def ties_seen(entries: Entries, desk: Desk) -> str:
    """Give what somebody reads of what stands around either of the two who are tied."""
    said: list[str] = []
    for person in filter(None, (entries.told.person, entries.near)):
        with suppress(WithheldError):
            said += words_in(read_around(desk, person))
    return " ".join(said).casefold()


@settings(
    max_examples=25,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(stands=STANDS, kinds=SOME_KINDS)
def test_facts_for_an_agency_are_what_it_may_have_and_all_of_it(
    entries: Entries, whole: Whole, stands: Stands, kinds: Sequence[str]
) -> None:
    name, worker = AGENCIES[stands.agency]
    with stands.around(entries):
        asked = [kind for kind in PaperKind if kind in kinds]
        copy = facts_of(ask_for_all(entries, name, kinds=asked))
        if PACK in kinds:
            copy[PACK] = pack_facts(entries, worker)
        if TIES in kinds:
            seat = sitting(entries.desk, worker, Role.REPRESENTATIVE, stands.agency)
            copy[TIES] = ties_seen(entries, seat)
    withheld = entries.withheld(stands.levels(entries), stands.may_have)
    if not stands.near:
        withheld |= entries.ties
        assert [where for where, text in copy.items() if any(map(text.count, whole.near))] == []
    if not stands.may_know:
        withheld = frozenset(entries.words)
    free = {
        part
        for part, level in stands.parts(entries).items()
        if (stands.may_know or part.kind is RecordKind.MEETING) and level in stands.may_have
    }
    assert leaks(entries, withheld, copy) == []
    assert leaks_of_parts(entries, free, copy) == []
    assert told_who_they_are(stands, copy) == []
    if stands.basis is BasisStatus.RECORDED and stands.may_know:
        wanted = {*ALWAYS, PACK, TIES} & {*kinds} - (TO_ONE if stands.untold else set())
        told = {kind: text for kind, text in copy.items() if kind in wanted | {*kinds} - TO_ONE}
        assert told.keys() >= wanted
        assert lost_of(entries, stands, withheld, whole.papers, told) == []
        table = {kind: text for kind, text in told.items() if kind in WITH_THE_TABLE}
        others = {kind: text for kind, text in told.items() if kind not in WITH_THE_TABLE}
        open_to_all = {one for one in free if stands.parts(entries)[one] is STANDARD}
        assert lost_parts(entries, open_to_all, whole.papers, table) == []
        assert lost_parts(entries, free, whole.papers, others) == []


def lost_of(
    entries: Entries,
    stands: Stands,
    withheld: frozenset[UUID],
    panel: Mapping[str, str],
    told: Mapping[str, str],
) -> list[str]:
    """Name the entries that are lost; what is restricted has no line on the table."""
    table = {kind: text for kind, text in told.items() if kind in ON_THE_TABLE}
    others = {kind: text for kind, text in told.items() if kind not in ON_THE_TABLE}
    never = withheld | entries.withheld(stands.levels(entries))
    return [*lost(entries, withheld, panel, others), *lost(entries, never, panel, table)]


def told_who_they_are(stands: Stands, copy: Mapping[str, str]) -> list[tuple[str, str]]:
    """Name where it stands who they are, for whom that is not."""
    found = []
    for where, text in copy.items():
        nowhere: Collection[str] = ()
        if stands.agency == stands.kept or (stands.untold and where in {PACK, TIES}):
            nowhere = TELLS
        elif stands.basis is not BasisStatus.RECORDED and where != TIES:
            nowhere = TELLS[:1]
        found += [(where, one) for one in nowhere if one in text]
    return found


def leaks_of_parts(
    entries: Entries, free: Collection[GuardedPart], copy: Mapping[str, str]
) -> list[str]:
    """Name the parts that are held back, and where their word stands."""
    return [
        f"{part.kind.value}.{part.field} in {where}"
        for where, text in copy.items()
        for part, word in entries.parts.items()
        if part not in free and word in text
    ]


def lost_parts(
    entries: Entries,
    free: Collection[GuardedPart],
    panel: Mapping[str, str],
    copy: Mapping[str, str],
) -> list[str]:
    """Name the parts that are for everybody and stand in the panel's own paper only."""
    return [
        f"{part.kind.value}.{part.field} in {paper}"
        for paper, text in copy.items()
        for part in free
        if paper not in ELSEWHERE
        and entries.parts[part] in panel.get(paper, "")
        and entries.parts[part] not in text
    ]


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
