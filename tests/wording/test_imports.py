"""Everything an import can tell has its words."""

from coordinator.domain.people.duplicates import Reason
from coordinator.domain.returns.imports import (
    AlikeRow,
    Counts,
    MatchedBy,
    OnFileRow,
    Remark,
    RowRule,
)
from coordinator.wording.imports import (
    MATCHES,
    REASONS,
    REMARKS,
    alike_line,
    counts_line,
    on_file_line,
    remark_line,
)


def test_every_rule_reason_and_match_has_words() -> None:
    assert set(REMARKS) == set(RowRule)
    assert set(REASONS) == set(Reason)
    assert set(MATCHES) == set(MatchedBy)


def test_what_keeps_a_row_out_says_that_it_does_not_arrive() -> None:
    for rule in RowRule:
        assert ("does not arrive" in REMARKS[rule]) is Remark("", 1, rule).refuses


def test_lines_name_the_place_first() -> None:
    assert remark_line(Remark("People", 12, RowRule.DUE_MISSING)) == (
        "People, row 12: no due date; the row does not arrive"
    )
    found = OnFileRow("", 3, "KP-0001", MatchedBy.REFERENCE, ("born_on",), ("phone",))
    assert on_file_line(found) == (
        "row 3: on file already as KP-0001 (same reference); fills: Date of birth;"
        " differs, nothing changed: Phone"
    )
    alike = AlikeRow("", 4, 85, (Reason.SAME_NAME, Reason.BIRTH_ALIKE), other_row=2)
    assert alike_line(alike) == (
        "row 4: possibly the same person as row 2 (same name, dates of birth alike)"
    )


def test_the_counts_are_one_sentence() -> None:
    assert counts_line(Counts(1, 2, 0)) == "1 row arrived, 2 repeated, 0 refused."
    assert counts_line(Counts(4034, 1, 3, filled=1)) == (
        "4034 rows arrived, 1 repeated (1 of them filling gaps), 3 refused."
    )
