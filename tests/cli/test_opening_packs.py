"""`workpack open`: what would change, field by field; what is of no use says so and fails."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from coordinator.casework.directory.professionals import add_professional
from coordinator.casework.disclosing.exclusions import exclude_worker
from coordinator.casework.need_to_know.restrictions import set_sensitivity
from coordinator.casework.people.contacts import find_contacts, log_contact
from coordinator.casework.plans.goals import edit_goal
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.plans.writing import edit_plan
from coordinator.casework.stores.opening import Office, open_store
from coordinator.casework.stores.restoring import restore_backup
from coordinator.casework.stores.users import add_user
from coordinator.domain.errors import GuardError
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from coordinator.wording.refusals.notices import notice_for
from tests.casework.away.planted import a_contact_with
from tests.cli.conftest import Shell
from tests.exchange.away_stores import PASSPHRASE, Both
from tests.offices import WORDS

REST = "What came of it: Met briefly; Who may see it: Standard; Who tried: Rhys Roskilly"


def worked_in(folder: Path, words: str, work: Callable[[Office], object]) -> None:
    """Open a store, do something there, and close it again."""
    office = open_store(folder, words)
    work(office)
    office.close(back_up=False)


def a_hand_back(both: Both, shell: Shell, folder: Path, note: str) -> str:
    """Take away; let both write, one text twice and one entry that is restricted since."""
    path, *_more = shell("make", "panel", "--out", folder, "--to", "Rhys Roskilly")
    shell("open", "away", path)
    kept = both.kept

    def away(office: Office) -> None:
        desk = office.desk
        log_contact(desk, a_contact_with(desk, kept.kezia, note=note))
        plan = read_plan(desk, kept.kezia)
        edit_plan(desk, kept.plan, seen=plan.revision, how_to_work="Ring first\nThen knock")
        edit_goal(desk, kept.goal, seen=plan.goals[0].revision, own_words="Porridge with milk")

    def panel(office: Office) -> None:
        desk = office.desk
        edit_plan(desk, kept.plan, seen=1, how_to_work="Never ring")
        level = Sensitivity.RESTRICTED
        set_sensitivity(desk, RecordKind.GOAL, kept.goal, level, seen=1, reason="Asked to")

    worked_in(folder / "away", PASSPHRASE, away)
    worked_in(folder / "panel", WORDS, panel)
    return shell("make", "away", "--out", folder)[0]


def test_a_hand_back_is_said_field_by_field_and_nothing_changes(
    both: Both, shell: Shell, tmp_path: Path
) -> None:
    home = a_hand_back(both, shell, tmp_path, "By the quay\rat nine")
    told = shell("open", "panel", home)
    assert told[0] == "From Rhys Roskilly. Changes: 3; here already: 0."
    assert [re.sub(r"\w{3} \d+ \w+ 20\d\d at \d\d:\d\d", "WHEN", line) for line in told[1:]] == [
        "To settle afterwards: 1",
        "Kept aside, about something that is kept from them: 1",
        "KP-0001 Kezia Trelawny",
        "  Contact (new) | Rhys Roskilly, WHEN",
        "    When: WHEN; How: On the street; The line: By the quay",
        f"      at nine; {REST}",
        "  Plan | Rhys Roskilly, WHEN",
        "    How to work with me",
        "      Here now: Never ring",
        "      As it comes back: Ring first",
        "        Then knock",
        "      Will say two things",
        "Would be kept aside",
        "  KP-0001 Kezia Trelawny: Goal, A cup of porridge every day",
        "    Goal in the person's own words: Porridge with milk",
        "    About something that is kept from them",
    ]
    assert shell("open", "panel", home) == told

    def same(office: Office) -> None:
        notes = {one.note for one in find_contacts(office.desk, both.kept.kezia).rows}
        assert "By the quay\nat nine" not in notes
        texts = read_plan(office.desk, both.kept.kezia).text
        assert texts["how_to_work"] == "Never ring"

    worked_in(tmp_path / "panel", WORDS, same)


def test_nobody_is_named_who_is_kept_from_whoever_looks(
    both: Both, shell: Shell, tmp_path: Path
) -> None:
    def shut_out(office: Office) -> None:
        desk = office.desk
        assert desk.sitter.agency is not None
        chair = add_professional(desk, name="Kasia Nowak", agency_id=desk.sitter.agency).result
        add_user(office, chair, Role.CHAIR, "lantern quarry thistle mule")  # who can lift it
        me = desk.sitter.professional
        exclude_worker(desk, both.kept.tamsyn, professional_id=me, reason="They are related")

    home = a_hand_back(both, shell, tmp_path, "Sat beside Tamsyn\nPolglaze")
    assert "Tamsyn" in "".join(shell("open", "panel", home))
    worked_in(tmp_path / "panel", WORDS, shut_out)
    told = "\n".join(shell("open", "panel", home))
    assert "[name hidden]" in told
    assert "Tamsyn" not in told
    assert "Polglaze" not in told
    assert "Kezia" in told


def test_a_pack_of_a_panel_that_was_brought_back_fails_with_its_sentence(
    both: Both, shell: Shell, tmp_path: Path
) -> None:
    given = ("--out", tmp_path / "out", "--to", "Rhys Roskilly")
    worked_in(tmp_path / "panel", WORDS, lambda office: office.back_up("asked"))
    backup = max((tmp_path / "panel" / "backups").iterdir())
    shell("open", "away", shell("make", "panel", *given)[0])
    (tmp_path / "panel").rename(tmp_path / "lost")
    backup = tmp_path / "lost" / "backups" / backup.name
    restore_backup(backup, tmp_path / "panel", WORDS).close(back_up=False)
    again = shell("make", "panel", *given)[0]
    with pytest.raises(GuardError, match="panel-came-back") as refused:
        shell("open", "away", again)
    assert notice_for(refused.value).text == (
        "The panel's store seems to come from a backup. Nothing was changed."
        " Hand back first, then ask for another pack."
    )
