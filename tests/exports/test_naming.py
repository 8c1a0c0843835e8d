"""Files are named by reference, kind, day and marking."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from coordinator.exports.naming import file_name

DAY = date(2025, 3, 12)


def test_a_plan_is_named_as_the_design_asks() -> None:
    name = file_name("SC-0142", "plan_v7", DAY, "OFFICIAL-SENSITIVE")
    assert name == "SC-0142_plan_v7_2025-03-12_OFFICIAL-SENSITIVE.pdf"


def test_a_marking_with_a_descriptor_stays_one_part() -> None:
    name = file_name("M24-017", "minutes", DAY, "OFFICIAL-SENSITIVE: PERSONAL")
    assert name == "M24-017_minutes_2025-03-12_OFFICIAL-SENSITIVE-PERSONAL.pdf"


def test_the_persons_own_paper_carries_no_marking() -> None:
    assert file_name("SC-0142", "my-plan", DAY) == "SC-0142_my-plan_2025-03-12.pdf"


def test_a_spreadsheet_says_so() -> None:
    assert file_name("CNP", "actions", DAY, suffix="xlsx") == "CNP_actions_2025-03-12.xlsx"


@given(st.text(), st.text(), st.text())
def test_any_text_gives_a_name_that_every_disk_takes(ref: str, kind: str, marking: str) -> None:
    name = file_name(ref, kind, DAY, marking)
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")
    assert name.endswith(".pdf")
    assert len(name) < 255
    assert ".." not in name
    assert not name.startswith((".", "-"))
