"""Every rule of the exchange, put wrong on purpose in the real program, breaks a promise.

A property test that cannot fail proves nothing: this one shows that ours can. Each wrong rule is
played in a short history made for it (`histories`) by the machine of the random ones, and held to
the same promises; the right rules come through each of them whole. Some are also met by the random
histories within a few examples.
"""

import pytest

from tests.domain.merging.running import run
from tests.exchange.histories import History, begun
from tests.exchange.machine import Exchange
from tests.exchange.prepared import Templates
from tests.exchange.wrong_rules import MUTANTS, Wrong

FOUND_WITHIN = 6
"""So many random histories are enough to meet any of these."""
MET_BY_CHANCE = (
    "last writer wins",
    "other people leak",
    "rows do not follow the log",
)
HISTORIES = {wrong.shows_in.__name__: wrong.shows_in for wrong in MUTANTS.values()}


def put_wrong(wrong: Wrong, monkeypatch: pytest.MonkeyPatch) -> None:
    for where, name, rule in wrong.asked_as:
        monkeypatch.setattr(where, name, rule)


@pytest.mark.parametrize("happens", HISTORIES.values(), ids=HISTORIES.keys())
def test_the_right_rules_come_through_every_history(
    templates: Templates, happens: History
) -> None:
    with begun(templates) as machine:
        happens(machine)


@pytest.mark.parametrize("wrong", MUTANTS.values(), ids=MUTANTS.keys())
def test_a_wrong_rule_shows_in_the_history_made_for_it(
    templates: Templates, wrong: Wrong, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_wrong(wrong, monkeypatch)
    with pytest.raises(AssertionError), begun(templates) as machine:
        wrong.shows_in(machine)


@pytest.mark.parametrize("name", MET_BY_CHANCE)
def test_random_histories_meet_a_wrong_rule_by_themselves(
    templates: Templates, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_wrong(MUTANTS[name], monkeypatch)
    Exchange.templates = templates
    with pytest.raises(AssertionError):
        run(Exchange, examples=FOUND_WITHIN, steps=40)
