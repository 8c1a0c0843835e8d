"""What a panel of each kind arrives with is whole, valid and our own words."""

import pytest

from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.lists.panel import Feature, TextKey, TimeKey, Topic
from coordinator.domain.panel.settings import (
    PanelLine,
    check_line,
    days_of,
    ladder_of,
    phrases_of,
    questions_of,
    retention_of,
    rundown_of,
)
from coordinator.reference.kinds import PanelKind, panel_kind
from coordinator.reference.panels import PanelTemplate, panel_templates

OFFERED = ("complex_needs", "marac", "marm", "blank")
POINTS = (
    ("purpose", "We meet to"),
    ("legal basis", "public task"),
    ("a power, not a duty", "not"),
    ("confidential", "confidential"),
    ("only for the purpose", "only for the purpose agreed"),
    ("need to know", "need to know"),
    ("not copied", "not copied"),
    ("closed systems", "systems that others can open"),
    ("own record", "own record of its own actions"),
    ("the minutes are the panel's", "minutes stay the panel's"),
    ("court", "court"),
    ("subject access", "subject access"),
    ("complaint", "complaint"),
    ("ask first", "ask the coordinator before"),
    ("breach", "within 24 hours"),
    ("respect", "respect"),
    ("equality", "treat everybody fairly"),
    ("challenge", "Challenge is welcome"),
    ("conflicts", "conflict of interest"),
    ("observers", "Observers sign"),
    ("acknowledged", "agrees to this"),
    ("time", "time it was read"),
)


def lines(kind: PanelKind, topic: Topic) -> list[PanelLine]:
    from uuid import UUID

    return [
        PanelLine(UUID(int=at), 1, topic, one.text, one.details)
        for at, one in enumerate(kind.of(topic))
    ]


def template(key: str) -> PanelTemplate:
    return next(one for one in panel_templates() if one.key == key)


def test_the_four_kinds_are_offered_first() -> None:
    assert tuple(one.key for one in panel_templates())[:4] == OFFERED


@pytest.mark.parametrize("key", OFFERED)
def test_every_line_could_have_been_typed(key: str) -> None:
    for one in panel_kind(key).lines:
        check_line(one.topic, one.text, one.details)


@pytest.mark.parametrize("key", OFFERED)
@pytest.mark.parametrize(("point", "words"), POINTS)
def test_the_statement_makes_every_point(key: str, point: str, words: str) -> None:
    texts = {line.key: line.text for line in lines(panel_kind(key), Topic.TEXTS)}
    assert words in texts[TextKey.STATEMENT], point


@pytest.mark.parametrize("key", OFFERED)
def test_every_text_deadline_and_switch_is_there(key: str) -> None:
    kind = panel_kind(key)
    for topic, keys in ((Topic.TEXTS, TextKey), (Topic.TIMES, TimeKey), (Topic.FEATURES, Feature)):
        assert {line.key for line in lines(kind, topic)} == {one.value for one in keys}
    assert days_of(lines(kind, Topic.TIMES))[TimeKey.MINUTES_OUT] == 3
    texts = {line.key: line.text for line in lines(kind, Topic.TEXTS)}
    assert all("{actions}" in texts[name] for name in ("chase_due", "chase_late"))
    assert kind.brings.endswith(".")


@pytest.mark.parametrize("key", OFFERED[:3])
def test_there_are_forty_phrases_no_two_alike_that_can_be_said(key: str) -> None:
    phrases = phrases_of(lines(panel_kind(key), Topic.PHRASES))
    assert len(phrases) == 40
    assert len({phrase.text.casefold() for phrase in phrases}) == 40
    for phrase in phrases:
        assert 15 < len(phrase.text) < 110
        assert phrase.text[0].isupper()
        assert not phrase.text.endswith(".")
    held = {kind for seat in template(key).seats for kind in seat.kinds}
    known = {one.agency_kind for one in phrases if one.agency_kind}
    assert len(known & held) >= len(held) / 2
    assert known <= set(AgencyKind)


@pytest.mark.parametrize("key", OFFERED)
def test_the_agenda_leaves_room_for_people_and_ends_in_time(key: str) -> None:
    rundown = rundown_of(lines(panel_kind(key), Topic.AGENDA))
    there = template(key).minutes
    around = rundown.minutes_once + rundown.minutes_for(AgendaKind.ACTION_CHECK)
    assert around <= there / 2
    people = (there - around) // max(
        rundown.minutes_for(AgendaKind.REVIEW), rundown.minutes_for(AgendaKind.NEW_REFERRAL)
    )
    assert people >= 4
    kinds = [part.kind for part in rundown.parts if part.kind]
    assert kinds[0] is AgendaKind.ACTION_CHECK
    assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize("key", OFFERED)
def test_there_is_a_ladder_a_form_criteria_and_how_long_things_are_kept(key: str) -> None:
    kind = panel_kind(key)
    assert [step.level for step in ladder_of(lines(kind, Topic.LADDER))] == [0, 1, 2, 3, 4]
    months = {rule.what: rule.months for rule in retention_of(lines(kind, Topic.RETENTION))}
    assert sorted(months.values()) == [12, 24, 72, 72, 96]
    assert len(questions_of(lines(kind, Topic.REFERRAL_FORM))) >= 7
    criteria = [one.details["criterion"] for one in kind.of(Topic.CRITERIA)]
    assert len(criteria) == len(set(criteria)) >= 3
    assert "judgement" in criteria


def test_what_a_kind_leaves_out_is_what_a_blank_panel_has() -> None:
    place, blank = (
        set(map(str, panel_kind("place").lines)),
        set(map(str, panel_kind("blank").lines)),
    )
    (own,) = (one for one in panel_kind("place").lines if str(one) in place - blank)
    assert own.details == {"key": "places", "on": True}
    assert len(place) == len(blank)
    assert panel_kind("place").brings != panel_kind("blank").brings
    assert template("blank").seats == ()


def test_a_panel_of_high_risk_takes_new_referrals_before_reviews() -> None:
    kinds = rundown_of(lines(panel_kind("marac"), Topic.AGENDA)).kinds
    assert kinds.index(AgendaKind.NEW_REFERRAL) < kinds.index(AgendaKind.REVIEW)
    assert set(kinds) == set(AgendaKind)
