"""The reader on the page reads real packs of every kind, and finds in them what we find."""

import json
import random
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.away.contacts import contact_on_file
from coordinator.casework.people.contacts import log_contact
from coordinator.casework.people.entering import correct_person
from coordinator.casework.stores.opening import Office
from coordinator.db.models import AgendaItem, Meeting
from coordinator.domain.exchange.change_files import change_lines, read_changes
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.rules_of_kinds import RULES
from coordinator.domain.exchange.scopes import Terms, parse_scope
from coordinator.domain.lists.meetings import AgendaKind, MeetingType
from coordinator.domain.merging.changes import REMOVED, Change, Value, canonical, to_wire
from coordinator.domain.merging.heads import state
from coordinator.domain.roles import Right
from coordinator.exchange import away as packs
from coordinator.exchange.away import make_hand_back, make_take_away
from tests.casework.away.planted import a_contact_with
from tests.exchange.away_stores import Both, both_stores
from tests.exchange.on_page import names_on_page
from tests.exchange.opened import role_of
from tests.stores import TODAY, Clock

SENT = [PackKind.TAKE_AWAY, PackKind.WHOLE_PANEL, PackKind.MEETING_COPY, PackKind.AGENCY_ACTIONS]
PLACES = "Şişli café \U0001f3e0"


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path, clock)
    yield made
    made.close()


def files_in(pack: Path, receiver: Office, sender: str, own: str) -> dict[str, bytes]:
    """Read a pack as the page says, with the keys of the store it is for."""
    with receiver.desk.store.reading() as look:
        (key,) = (one.secret for one in look.cards.sealing_keys())
        known = contact_on_file(look, sender)
    assert known is not None
    checked = {sender: known.card.identity.signing}
    found: dict[str, bytes] = names_on_page()["read_pack"](pack.read_bytes(), key, own, checked)
    return found


def as_the_page_says(files: dict[str, bytes]) -> dict[Any, dict[str, list[str]]]:
    page = names_on_page()
    found = page["current"](page["read_changes"](files))
    return {key: {name: _written(some) for name, some in of.items()} for key, of in found.items()}


def as_we_say(changes: Iterable[Change]) -> dict[Any, dict[str, list[str]]]:
    return {
        (key.scope.hex, key.record.hex, key.kind): {
            name: _written(one.value for one in some) for name, some in of.items()
        }
        for key, of in state(changes).items()
    }


def _written(values: Iterable[Value]) -> list[str]:
    return sorted(canonical(one) for one in values)


def changes_in(files: dict[str, bytes]) -> list[Change]:
    lines = (data for name, data in files.items() if name.endswith(".jsonl"))
    return [one for data in lines for one in read_changes([data])]


def a_meeting(both: Both) -> UUID:
    desk = both.hub.desk
    meeting = desk.new_id()
    with desk.act(Right.RUN_MEETINGS) as tx:
        kind = MeetingType.TASKING
        tx.add(
            Meeting(
                id=meeting,
                reference="M26-001",
                meeting_type=kind,
                on=TODAY,
                starts_at=time(10),
            )
        )
        tx.session.flush()
        review = AgendaKind.REVIEW
        item = {"meeting_id": meeting, "person_id": both.kept.kezia, "item_kind": review}
        tx.add(AgendaItem(id=desk.new_id(), title="", **item))
        tx.journal("test.arranged")
    return meeting


def sent(both: Both, folder: Path, kind: PackKind) -> Path:
    role_of(both, RULES[kind].role)
    correct_person(both.hub.desk, both.kept.kezia, seen=4, usual_places=PLACES)
    meeting = a_meeting(both) if kind is PackKind.MEETING_COPY else None
    terms = Terms(kind=kind, meeting=meeting, due=TODAY)
    return make_take_away(both.hub.desk, both.lead, folder, terms=terms).result.path


@pytest.mark.parametrize("kind", SENT)
def test_what_a_panel_gives_is_read_and_rebuilt(
    both: Both, tmp_path: Path, kind: PackKind
) -> None:
    files = files_in(sent(both, tmp_path, kind), both.away, both.panel, both.lead)
    found = as_the_page_says(files)

    assert found == as_we_say(changes_in(files))
    told = json.loads(files["scope.json"])
    scope = parse_scope(files["scope.json"])
    assert [one[0] for one in told["people"]] == [one.person.hex for one in scope.people]
    assert {key[1] for key in found if key[2] == "person"} >= {both.kept.kezia.hex}
    if kind is PackKind.WHOLE_PANEL:
        person = (both.kept.kezia.hex, both.kept.kezia.hex, "person")
        assert found[person]["usual_places"] == [canonical(PLACES)]


def test_what_is_handed_back_is_read_and_rebuilt(both: Both, tmp_path: Path) -> None:
    both.away, _done = packs.open_take_away(both.away, sent(both, tmp_path, PackKind.TAKE_AWAY))
    away = both.away.desk
    log_contact(away, a_contact_with(away, both.kept.kezia, note=PLACES))
    pack = make_hand_back(away, tmp_path).result.path
    files = files_in(pack, both.hub, both.lead, both.panel)
    found = as_the_page_says(files)

    assert found == as_we_say(changes_in(files))
    assert any(
        canonical(PLACES)[1:-1] in row for of in found.values() for row in of.get("row", ())
    )


def test_removals_and_disagreements_are_as_the_page_says() -> None:
    chance = random.Random(7)
    kept, gone, both_hold = (UUID(int=one) for one in (1, 2, 3))
    changes = dict[str, Change]()

    def made(name: str, record: UUID, field: str, value: Value, *replaces: str) -> None:
        old = tuple(sorted(changes[one].id for one in replaces))
        changes[name] = Change(
            scope=UUID(int=9),
            record=record,
            kind="person",
            field=field,
            value=value,
            author=UUID(int=10),
            install=UUID(int=11),
            number=len(changes) + 1,
            made=datetime(2026, 11, 21, 9, 30, 0, 5, tzinfo=UTC),
            act=UUID(int=12),
            salt=chance.randbytes(16),
            replaces=old,
        )

    made("gone", gone, "job", "Nurse")
    made("gone-removed", gone, REMOVED, True, "gone")
    made("kept", kept, "job", "Nurse")
    made("kept-removed", kept, REMOVED, True, "kept")
    made("kept-edited", kept, "job", "Doctor", "kept")
    made("first", both_hold, "job", "Nurse")
    made("one", both_hold, "job", "Doctor", "first")
    made("other", both_hold, "job", "Porter", "first")
    made("elsewhere", both_hold, "name", "Wenna", "one")
    found = as_the_page_says({"own.jsonl": b"".join(change_lines(changes.values()))})

    assert found == as_we_say(changes.values())
    assert {key[1] for key in found} == {kept.hex, both_hold.hex}
    assert found[UUID(int=9).hex, both_hold.hex, "person"]["job"] == ['"Doctor"', '"Porter"']
    line = to_wire(changes["one"])
    assert line["made"] == "2026-11-21T09:30:00.000005Z"
