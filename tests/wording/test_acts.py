"""What was done, in words."""

import re

from coordinator.wording.acts import ACTS, act_words
from tests.house.tree import PACKAGE

JOURNALLED = re.compile(r'journal\(\s*\n?\s*"([a-z_]+\.[a-z_]+)"')


def _journalled() -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in (PACKAGE / "casework").rglob("*.py"))
    return {name for text in texts for name in JOURNALLED.findall(text)}


def test_every_act_about_a_person_has_a_line_of_its_own() -> None:
    about: tuple[str, ...] = ("action.", "case.", "plan.", "lead.", "referral.", "person.")
    about += ("contact.", "goal.")
    about += ("offer.", "warning.", "risk.", "strength.", "barrier.", "alias.", "basis.")
    assert sorted(one for one in _journalled() if one.startswith(about) and one not in ACTS) == []


def test_an_act_without_a_line_is_told_by_what_it_changed() -> None:
    assert act_words("", ["goal", "plan"]) == "Changed: goal, plan"
    assert act_words("", ["nothing we know"]) == "Something was changed"
    assert act_words("", ["goal", "plan", "case", "risk", "contact"]).startswith("Changed several")
