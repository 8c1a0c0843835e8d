"""What must hold of any log, of any change, and of the panel's store when all has arrived."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from coordinator.domain.merging.changes import Change, ChangeId
from tests.domain.merging import oracle
from tests.domain.merging.model import Home, Shown


def check_replaces(change: Change, found: dict[oracle.Spot, set[Change]], *, settle: bool) -> None:
    """A change names what its author saw: that and nothing less."""
    here = oracle.ids(found.get(oracle.spot(change), set()))
    named = set(change.replaces)
    if change.field == "*" and change.value is True:
        fields = oracle.records(found).get((*change.key,), {})
        assert named == {one for changes in fields.values() for one in oracle.ids(changes)}
    elif settle or change.field == "*":
        assert named == here
    else:
        check_shown(named, found.get(oracle.spot(change), set()))


def check_shown(named: set[ChangeId], here: set[Change]) -> None:
    """An ordinary save replaces the one value its form showed, with everybody who wrote it."""
    replaced = {oracle.typed(change.value) for change in here if change.id in named}
    kept = {oracle.typed(change.value) for change in here if change.id not in named}
    assert named <= oracle.ids(here)
    assert len(replaced) == (1 if here else 0), "replaces nothing it was shown"
    assert not replaced & kept


def check_log(log: Shown) -> None:
    """A log shows exactly what the plain words of the oracle make of its changes."""
    changes = log.changes()
    assert len(changes) == len(oracle.ids(changes)), "twice"
    found = oracle.current(changes)
    assert {(*place,): set(heads) for place, heads in log.heads().items()} == found
    standing = {key: f for key, f in oracle.records(found).items() if oracle.stands(f)}
    assert {
        (*key,): {field: set(heads) for field, heads in fields.items()}
        for key, fields in log.state().items()
    } == standing
    asked = {(*one.place,): set(one.current) for one in log.disagreements()}
    assert asked == oracle.to_ask(changes), "hidden, or asked without need"


@dataclass
class Memory:
    """Every change ever made, and what its author had truly been shown."""

    written: dict[ChangeId, Change] = field(default_factory=dict)
    shown: dict[ChangeId, frozenset[ChangeId]] = field(default_factory=dict)

    def keep(self, change: Change, had: set[ChangeId]) -> None:
        """Remember a change; it cannot have seen what its author did not have."""
        self.written[change.id] = change
        self.shown[change.id] = frozenset(change.replaces) & had

    def check_nothing_lost(self, hub: Home) -> None:
        have = {change.id: change for change in hub.log.changes()}
        heads = {one.id for found in hub.log.heads().values() for one in found}
        standing = hub.log.state()
        for one, change in self.written.items():
            assert one in have or one in hub.held, "lost"
            if one in have and one not in heads:
                assert self._was_seen_by(change, have.values(), change.field), "replaced unseen"
            if one in heads and change.field != "*" and change.key not in standing:
                removals = [other for other in have.values() if other.value is True]
                assert self._was_seen_by(change, removals, "*"), "removed unseen"

    def _was_seen_by(self, change: Change, others: Iterable[Change], of_field: str) -> bool:
        """Whether the author of another change, of that field of the record, had seen it."""
        return any(
            change.id in self.shown.get(other.id, ())
            and (other.key, other.field) == (change.key, of_field)
            for other in others
        )

    def check_no_false_alarm(self, hub: Home) -> None:
        for asked in hub.log.disagreements():
            for one in asked.current:
                for other in asked.current:
                    assert one.id not in self.shown.get(other.id, ()), "false alarm"
