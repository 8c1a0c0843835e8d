"""Short histories of the exchange, each made so that one wrong rule shows in it.

They are played by the same machine as the random ones, and held to the same promises: a history
says what happens, never what is to be found out.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeAlias
from uuid import UUID

from coordinator.domain.merging.changes import Change
from coordinator.domain.states import Sensitivity
from tests.domain.merging import oracle
from tests.exchange.machine import Exchange, bring_all_home, clear_up
from tests.exchange.mail import LEADS
from tests.exchange.prepared import Templates

ONE, OTHER = LEADS[:2]
KEZIA, TAMSYN, JORY = range(3)  # she and he are led by the one, Tamsyn by the other
PETS, GP = ("person", "pets"), ("person", "gp")
TEXT, EVIDENCE = ("strength", "text"), ("strength", "evidence")

History: TypeAlias = Callable[[Exchange], None]


@contextmanager
def begun(templates: Templates) -> Iterator[Exchange]:
    """Lay out fresh stores; all is brought home at the end, and cleared up whatever happened."""
    Exchange.templates = templates
    machine = Exchange()
    machine.begin()
    try:
        yield machine
        bring_all_home(machine)
    finally:
        clear_up(machine)


def sends(machine: Exchange, who: UUID = ONE) -> None:
    """The panel sends somebody their work, and they take it."""
    machine.a_take_away_is_sent(who=who)
    machine.a_take_away_arrives(who=who, which=len(machine.leads[who].coming) - 1)


def comes_back(machine: Exchange, who: UUID = ONE) -> None:
    """Somebody hands their work back, and it arrives."""
    machine.work_is_handed_back(who=who)
    machine.a_hand_back_arrives(who=who, which=len(machine.leads[who].going) - 1)


def both_write(machine: Exchange) -> None:
    """Neither had seen what the other wrote."""
    sends(machine)
    machine.somebody_writes(who=None, person=KEZIA, place=PETS, value=1)
    machine.somebody_writes(who=ONE, person=KEZIA, place=PETS, value=2)
    comes_back(machine)


def one_removes_what_the_other_writes(machine: Exchange) -> None:
    """The panel removes what a lead writes about meanwhile."""
    sends(machine)
    machine.somebody_removes(who=None, person=KEZIA)
    machine.somebody_writes(who=ONE, person=KEZIA, place=TEXT, value=2)
    comes_back(machine)


def removed_and_home(machine: Exchange) -> None:
    """A lead removes what nobody else wrote about; then it is gone everywhere."""
    sends(machine)
    machine.somebody_removes(who=ONE, person=KEZIA)
    comes_back(machine)
    sends(machine)


def another_name_is_put_under_it(machine: Exchange) -> None:
    """An altered program writes as somebody else."""
    sends(machine)
    _forges(machine, lambda bad: replace(bad, author=OTHER))


def somebody_elses_person_is_written_about(machine: Exchange) -> None:
    """An altered program writes about somebody it was never given."""
    sends(machine)
    _forges(machine, lambda bad: bad, of=TAMSYN)


def a_field_of_the_panels_is_written(machine: Exchange) -> None:
    """An altered program gives somebody another reference."""
    sends(machine)
    _forges(machine, lambda bad: replace(bad, field="reference", value="KP-0999"))


def what_is_held_back_is_written(machine: Exchange) -> None:
    """Somebody writes to a part that was held back after they had taken it away."""
    sends(machine)
    machine.a_part_is_held_back(person=KEZIA, level=Sensitivity.RESTRICTED)
    machine.somebody_writes(who=ONE, person=KEZIA, place=GP, value=2)
    comes_back(machine)


def handed_over_meanwhile(machine: Exchange) -> None:
    """Their person is somebody else's by the time the work comes home."""
    sends(machine)
    machine.somebody_writes(who=ONE, person=KEZIA, place=PETS, value=2)
    machine.somebody_is_handed_over(person=KEZIA, who=OTHER)
    comes_back(machine)


def the_scope_ends_first(machine: Exchange) -> None:
    """Their person is gone from their store before their work was handed back."""
    sends(machine)
    machine.a_lead_notes(who=ONE, person=KEZIA)
    machine.somebody_is_handed_over(person=KEZIA, who=OTHER)
    sends(machine)


def a_part_is_held_back_before_it_goes(machine: Exchange) -> None:
    """What is held back was written down before."""
    machine.somebody_writes(who=None, person=KEZIA, place=GP, value=1)
    machine.a_part_is_held_back(person=KEZIA, level=Sensitivity.RESTRICTED)
    sends(machine)


def work_goes_out(machine: Exchange) -> None:
    """Nothing but a pack for each."""
    sends(machine)
    sends(machine, OTHER)


def an_old_pack_comes_after_a_new_one(machine: Exchange) -> None:
    """It still holds somebody who has been handed over since."""
    machine.a_take_away_is_sent(who=ONE)
    machine.somebody_is_handed_over(person=KEZIA, who=OTHER)
    sends(machine)
    machine.a_take_away_arrives(who=ONE, which=0)


def everything_comes_twice(machine: Exchange) -> None:
    """The same work in two packs, and one of them again."""
    sends(machine)
    machine.somebody_writes(who=ONE, person=KEZIA, place=PETS, value=2)
    comes_back(machine)
    comes_back(machine)
    machine.a_hand_back_arrives(who=ONE, which=0)


def everybody_writes_twice(machine: Exchange) -> None:
    """Somebody writes, and writes over it, having seen it."""
    for value in (1, 2):
        machine.somebody_writes(who=None, person=KEZIA, place=PETS, value=value)


def the_same_is_removed_at_home(machine: Exchange) -> None:
    """Whoever removes it had seen every part of it."""
    machine.somebody_writes(who=None, person=KEZIA, place=EVIDENCE, value=1)
    machine.somebody_removes(who=None, person=KEZIA)


def somebody_decides(machine: Exchange) -> None:
    """What both wrote is settled, and everybody is told."""
    both_write(machine)
    machine.somebody_settles(index=0, side=1)
    sends(machine)


def a_stolen_id_is_named_in_another_record(machine: Exchange) -> None:
    """It would hide what stands in the one by writing to the other."""
    sends(machine)
    second = machine.people[KEZIA].strengths[1]
    _forges(machine, lambda bad: replace(bad, record=second), place=TEXT)


def a_stolen_id_is_named_in_another_field(machine: Exchange) -> None:
    """It would hide what stands in the one by writing to the other."""
    sends(machine)
    _forges(machine, lambda bad: replace(bad, field="evidence"), place=TEXT)


def a_stolen_id_is_named_of_another_person(machine: Exchange) -> None:
    """As if the sorting had let it through: the join is a wall of its own."""
    sends(machine)
    elsewhere = machine.keys[TAMSYN]
    _forges(machine, lambda bad: replace(bad, scope=elsewhere), place=TEXT, slipped=True)


def a_clock_runs_ahead(machine: Exchange) -> None:
    """Their clock is four days ahead when they hand back."""
    machine.a_clock_is_wild(who=ONE, hours=100)
    comes_back(machine)


def a_pack_is_very_late(machine: Exchange) -> None:
    """It was a month on its way."""
    machine.work_is_handed_back(who=ONE)
    for _some in range(4):
        machine.days_go_by(days=10)
    machine.a_hand_back_arrives(who=ONE, which=0)


def somebody_is_lent_for_a_while(machine: Exchange) -> None:
    """Whoever stands in has her, and has her no longer."""
    for ends in (False, True):
        machine.somebody_is_lent(who=OTHER, index=0, ends=ends)
        machine.a_take_away_arrives(who=OTHER, which=len(machine.leads[OTHER].coming) - 1)


def moved_to_whom_they_stand_in_for(machine: Exchange) -> None:
    """She was theirs before; nobody lends her to them now."""
    sends(machine, OTHER)
    machine.somebody_is_handed_over(person=TAMSYN, who=ONE)
    sends(machine, OTHER)


def a_copy_hands_back_nothing_new(machine: Exchange) -> None:
    """Their store was copied; neither it nor the copy has anything new."""
    machine.a_copy_is_in_use(who=ONE, person=KEZIA, place=PETS, writes=False)
    machine.work_is_handed_back(who=ONE)
    for which in (0, 1, 0):
        machine.a_hand_back_arrives(who=ONE, which=which)


def both_copies_write(machine: Exchange) -> None:
    """Their store was copied, and something was written in both."""
    machine.a_copy_is_in_use(who=ONE, person=KEZIA, place=PETS, writes=True)
    machine.somebody_writes(who=ONE, person=KEZIA, place=GP, value=1)
    machine.work_is_handed_back(who=ONE)
    for which in (0, 1):
        machine.a_hand_back_arrives(who=ONE, which=which)


def a_hand_back_is_lost(machine: Exchange) -> None:
    """The first never arrives; the second does."""
    machine.somebody_writes(who=ONE, person=KEZIA, place=PETS, value=2)
    machine.work_is_handed_back(who=ONE)
    machine.a_lead_notes(who=ONE, person=KEZIA)
    comes_back(machine)


def home_before_the_scope_ends(machine: Exchange) -> None:
    """Their work came home; then she is somebody else's."""
    machine.a_lead_notes(who=ONE, person=KEZIA)
    comes_back(machine)
    machine.somebody_is_handed_over(person=KEZIA, who=OTHER)
    sends(machine)


def written_before_the_pack_comes(machine: Exchange) -> None:
    """A newer pack comes to what was written and not handed back."""
    machine.somebody_writes(who=ONE, person=KEZIA, place=PETS, value=2)
    sends(machine)


def _forges(
    machine: Exchange,
    altered: Callable[[Change], Change],
    *,
    of: int = KEZIA,
    place: tuple[str, str] = PETS,
    slipped: bool = False,
) -> None:
    """Hand back one altered change that names what stands there now as seen.

    Args:
        machine: It happens in.
        altered: What is altered of a change of somebody's own.
        of: Whose record is named.
        place: Of the record that is named.
        slipped: It is brought in without being sorted.
    """
    kind, name = place
    if kind == "person":
        machine.somebody_writes(who=None, person=of, place=place, value=1)
    record = machine.keys[of] if kind == "person" else machine.people[of].strengths[0]
    found = oracle.current(machine.views.of(machine.hub.desk).changes())
    (target,) = found[machine.keys[of], record, kind, name]
    bad = altered(machine.post.forged_from(ONE, target))
    if slipped:
        machine.post.slip_in(bad)
    else:
        machine.post.hand_in(ONE, bad)
        machine.post.remember(bad, target)
