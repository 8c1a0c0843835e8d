"""What My plan may be begun from, how it is kept, and what makes a sentence hard to read."""

from dataclasses import fields, make_dataclass, replace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.plans import snapshots
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
from coordinator.domain.voice.easy_read import HintKind, hard_words_in, hints_for, sentences_of
from coordinator.domain.voice.own_plan_whitelist import (
    FIELDS,
    KINDS,
    TEXTS,
    Listed,
    facts_of,
    is_told,
)
from coordinator.domain.voice.own_plan_words import Kept, from_columns, signed_words, to_columns
from coordinator.domain.voice.own_plans import MOST_DEEDS, Deed, Part, deed_of, tidy_lines
from coordinator.wording.easy_words import HARD_WORDS

ONE = UUID(int=1)
LINES = (GoalLine, ActionLine, StrengthLine, LeadLine, OfferLine, RiskLine)


def marked(kind: type[Any]) -> Any:
    """Make a line whose every text names its own field."""
    texts = {
        one.name: f"{kind.__name__}.{one.name}" for one in fields(kind) if one.type in {"str", str}
    }
    return kind(**({"id": ONE} | texts))


def whole() -> Snapshot:
    return Snapshot(
        text={name: f"section.{name}" for name in SECTIONS},
        lead=marked(LeadLine),
        goals=(marked(GoalLine),),
        offers=(marked(OfferLine),),
        actions=(marked(ActionLine),),
        risks=(marked(RiskLine),),
        strengths=(marked(StrengthLine),),
    )


def test_only_what_is_on_the_list_is_told_of_a_plan() -> None:
    said = str(facts_of(whole(), str))
    told = {name for name in SECTIONS if f"section.{name}" in said}
    assert told == set(TEXTS)
    of_lines = {
        f"{kind.__name__}.{one.name}"
        for kind in LINES
        for one in fields(kind)
        if f"{kind.__name__}.{one.name}" in said
    }
    assert of_lines == {
        "GoalLine.own_words",
        "ActionLine.text",
        "ActionLine.owner",
        "StrengthLine.text",
    }


def test_every_kind_of_line_and_every_section_was_thought_of() -> None:
    """A kind or a section made tomorrow stays out, and somebody has to say so here."""
    named = {name: one for name, one in vars(snapshots).items() if name.endswith("Line")}
    kinds = set(named.values())
    assert kinds | {Snapshot} == set(FIELDS)
    left_out = {"who_i_trust", "formulation", "direction", "unknowns"}
    assert set(SECTIONS) - set(TEXTS) == left_out | {"triggers", "preferred_words"}


def test_a_field_that_is_made_tomorrow_stays_out() -> None:
    grown = make_dataclass(
        "GoalLine", [("whispered", str, "zircon")], bases=(GoalLine,), frozen=True
    )
    line = grown(id=ONE, own_words="A home")
    with pytest.raises(KeyError):  # and until the list knows the kind, all of it does
        facts_of(replace(whole(), goals=(line,)), str)
    with pytest.raises(KeyError):
        Listed(GoalLine(id=ONE)).get("panel_words")


def test_what_is_done_against_somebody_is_of_no_kind_that_is_told() -> None:
    assert ActionKind.ENFORCEMENT not in KINDS
    assert ActionKind.SAFEGUARDING not in KINDS
    assert not is_told(ActionKind.SUPPORT, "Apply for a warrant")
    assert is_told(ActionKind.SUPPORT, "Go to the dentist")


_LINE = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=40
)


@given(
    st.dictionaries(
        st.sampled_from([one for one in Part if one is not Part.CALLED]),
        st.lists(_LINE, min_size=1, max_size=3),
    )
)
def test_what_was_written_reads_back_as_it_was(said: dict[Part, list[str]]) -> None:
    words = {part: lines for part, one in said.items() if (lines := tidy_lines(part, one))}
    kept = Kept(words, {Part.GOALS: "abc"}, "I like it\nMostly")
    assert from_columns(**to_columns(kept)) == kept


def test_a_record_made_with_one_column_for_both_says_what_it_said_and_is_signed_alike() -> None:
    older = "matters: My dog comes first.\nseen goals: abc\nsaid: I like it\nsaid: Mostly"
    kept = from_columns("", older)
    assert kept == Kept({Part.MATTERS: ("My dog comes first.",)}, {Part.GOALS: "abc"},
                        "I like it\nMostly")  # fmt: skip
    assert from_columns(**to_columns(kept)) == kept
    assert signed_words(kept) == "matters: My dog comes first."


def test_what_the_person_said_is_never_taken_for_a_part_of_the_plan() -> None:
    kept = Kept({Part.MATTERS: ("My dog.",)}, {}, "goals: none of these are mine")
    assert from_columns(**to_columns(kept)) == kept


def test_who_does_what_by_when_is_read_from_one_line() -> None:
    assert deed_of("Kasia | comes along | Thu 3 Dec") == Deed("Kasia", "comes along", "Thu 3 Dec")
    assert deed_of("Somebody comes") == Deed("", "Somebody comes")
    assert Deed("A|B", "c").line == "A/B | c"
    with pytest.raises(InvalidFieldsError):
        tidy_lines(Part.DEEDS, ["x | y"] * (MOST_DEEDS + 1))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("My dog. I eat.", ("My dog.", "I eat.")),
        ("- First\n2) Second", ("First", "Second")),
        ("Ring Dr. Lee now. Then wait!", ("Ring Dr. Lee now.", "Then wait!")),
        ("  ", ()),
    ],
)
def test_a_text_is_cut_where_a_sentence_ends(text: str, found: tuple[str, ...]) -> None:
    assert sentences_of(text) == found


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("My dog comes first.", []),
        ("I like tea and cake.", []),
        ("I ring and I wait.", [HintKind.TWO_IDEAS]),
        ("Eat. Sleep.", [HintKind.TWO_IDEAS]),
        ("My tenancy is safe.", [HintKind.HARD_WORD]),
        (" ".join(["word"] * 16), [HintKind.LONG]),
    ],
)
def test_a_sentence_gets_a_hint_for_what_makes_it_hard(
    sentence: str, kinds: list[HintKind]
) -> None:
    assert [one.kind for one in hints_for(sentence, HARD_WORDS)] == kinds


def test_a_hard_word_inside_a_longer_one_is_explained_once() -> None:
    assert hard_words_in(["Substance misuse, referrals"], HARD_WORDS) == (
        "referral",
        "substance misuse",
    )


def test_no_explanation_needs_another_one() -> None:
    """What explains is short, and of one idea."""
    hard = [
        word
        for word, meaning in HARD_WORDS.items()
        if any(one.kind is HintKind.LONG for one in hints_for(meaning, ()))
    ]
    assert hard == []
