"""What a panel decided for itself: shipped, changed, put in order, taken away and put back."""

from dataclasses import replace

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import change_panel, read_directory
from coordinator.casework.panel.settings import (
    add_line,
    change_line,
    put_back_lines,
    read_features,
    read_settings,
    read_text,
    read_topic,
    remove_line,
    reorder_lines,
    restore_shipped,
    shipped_line,
    start_as,
)
from coordinator.casework.people.entering import register_person
from coordinator.casework.records.history import read_history
from coordinator.db.models import PanelLine as Row
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    MissingRecordError,
    NotPermittedError,
    StaleRecordError,
)
from coordinator.domain.lists.panel import Feature, TextKey, Topic
from coordinator.domain.panel.settings import LISTS, phrases_of
from coordinator.domain.roles import Role
from coordinator.reference.kinds import PanelKind, panel_kind
from tests.stores import HEALTH, NURSE, OFFICER, POLICE, sitting


def said(desk: Desk, topic: Topic) -> list[str]:
    return [line.text for line in read_topic(desk, topic)]


def test_a_panel_that_wrote_nothing_reads_what_a_complex_needs_panel_has(desk: Desk) -> None:
    settings = read_settings(desk)

    shipped = panel_kind("complex_needs")
    assert settings.kind == "complex_needs"
    assert settings.changed == frozenset()
    for topic, lines in settings.lines.items():
        assert [(line.text, dict(line.details)) for line in lines] == [
            (one.text, dict(one.details)) for one in shipped.of(topic)
        ]
        assert all(line.is_shipped for line in lines)


def test_reading_writes_nothing(desk: Desk) -> None:
    read_settings(desk)
    with desk.read() as look:
        assert look.session.query(Row).count() == 0


def test_the_first_change_in_a_list_writes_down_the_whole_list(desk: Desk) -> None:
    first = read_topic(desk, Topic.PHRASES)[0]

    change_line(desk, Topic.PHRASES, first.id, seen=first.revision, text="Knock twice a week")

    lines = read_topic(desk, Topic.PHRASES)
    assert lines[0].text == "Knock twice a week"
    assert lines[0].id == first.id
    assert len(lines) == 40
    assert not any(line.is_shipped for line in lines)
    assert all(line.is_shipped for line in read_topic(desk, Topic.LADDER))
    assert read_settings(desk).changed == {"phrases"}


def test_a_line_keeps_its_facts_when_only_its_words_change(desk: Desk) -> None:
    first = read_topic(desk, Topic.LADDER)[0]
    change_line(desk, Topic.LADDER, first.id, seen=1, text="Between workers")
    changed = read_topic(desk, Topic.LADDER)[0]
    assert dict(changed.details) == dict(first.details)


def test_a_new_line_goes_to_the_end_and_can_be_moved_up(desk: Desk) -> None:
    made = add_line(desk, Topic.RETENTION, text="Letters", months=12, start="sent", end="destroy")
    lines = read_topic(desk, Topic.RETENTION)
    assert lines[-1].id == made.result

    reorder_lines(desk, Topic.RETENTION, [made.result, *(one.id for one in lines[:-1])])

    assert said(desk, Topic.RETENTION)[0] == "Letters"


def test_an_order_that_forgets_a_line_is_refused(desk: Desk) -> None:
    lines = read_topic(desk, Topic.LADDER)
    with pytest.raises(InvalidFieldsError):
        reorder_lines(desk, Topic.LADDER, [line.id for line in lines[1:]])
    assert len(read_topic(desk, Topic.LADDER)) == len(lines)


def test_a_line_taken_away_comes_back_where_it_stood(desk: Desk) -> None:
    before = said(desk, Topic.CRITERIA)
    second = read_topic(desk, Topic.CRITERIA)[1]

    order = remove_line(desk, Topic.CRITERIA, second.id).result
    assert said(desk, Topic.CRITERIA) == [before[0], *before[2:]]
    put_back_lines(desk, Topic.CRITERIA, order)

    assert said(desk, Topic.CRITERIA) == before


def test_what_came_meanwhile_stays_when_a_line_is_put_back(desk: Desk) -> None:
    line = read_topic(desk, Topic.PHRASES)[0]
    order = remove_line(desk, Topic.PHRASES, line.id).result
    add_line(desk, Topic.PHRASES, text="Ring on Monday", agency_kind=None, action_kind=None)

    put_back_lines(desk, Topic.PHRASES, order)

    assert said(desk, Topic.PHRASES)[0] == line.text
    assert said(desk, Topic.PHRASES)[-1] == "Ring on Monday"


def test_a_list_taken_away_to_the_last_line_stays_empty(desk: Desk) -> None:
    for line in read_topic(desk, Topic.CRITERIA):
        remove_line(desk, Topic.CRITERIA, line.id)
    assert read_topic(desk, Topic.CRITERIA) == ()


def test_a_list_is_taken_as_shipped_and_that_is_undone(desk: Desk) -> None:
    shipped = said(desk, Topic.LADDER)
    first = read_topic(desk, Topic.LADDER)[0]
    change_line(desk, Topic.LADDER, first.id, seen=1, text="Between ourselves")
    own = said(desk, Topic.LADDER)

    before, instead = restore_shipped(desk, Topic.LADDER).result
    assert said(desk, Topic.LADDER) == shipped
    assert read_settings(desk).changed == frozenset()
    put_back_lines(desk, Topic.LADDER, before, instead_of=instead)

    assert said(desk, Topic.LADDER) == own


def test_a_text_is_changed_and_taken_as_shipped(desk: Desk) -> None:
    settings = read_settings(desk)
    line = next(one for one in settings.lines[Topic.TEXTS] if one.key == TextKey.STATEMENT)

    revision = change_line(desk, Topic.TEXTS, line.id, seen=1, text="We meet in confidence.")
    assert read_text(desk, TextKey.STATEMENT) == "We meet in confidence."
    assert read_settings(desk).changed == {"statement"}
    back = shipped_line(settings, line)
    change_line(desk, Topic.TEXTS, line.id, seen=revision.result, **back)

    assert read_text(desk, TextKey.STATEMENT) == line.text
    assert read_settings(desk).changed == frozenset()


def test_somebody_elses_words_are_not_written_over(desk: Desk, chair: Desk) -> None:
    line = read_topic(desk, Topic.TEXTS)[0]
    change_line(desk, Topic.TEXTS, line.id, seen=1, text="First")
    with pytest.raises(StaleRecordError) as refused:
        change_line(chair, Topic.TEXTS, line.id, seen=1, text="Second")
    assert refused.value.theirs == {"text": "First"}


def test_every_change_is_in_the_history(desk: Desk) -> None:
    line = read_topic(desk, Topic.LADDER)[0]
    change_line(desk, Topic.LADDER, line.id, seen=1, text="Between ourselves")
    happened = read_history(desk, line.id).happenings
    assert happened[0].by == desk.sitter.professional
    assert len(happened) == 1  # what is shipped and the change are one act


@pytest.mark.parametrize(
    ("topic", "fields", "wrong"),
    [
        (Topic.PHRASES, {"text": " "}, {"text": "required"}),
        (Topic.PHRASES, {"text": "Ring", "agency_kind": "circus"}, {"agency_kind": "not-in-list"}),
        (Topic.PHRASES, {"text": "Ring", "colour": "red"}, {"colour": "unknown"}),
        (Topic.LADDER, {"text": "Mayor", "aim": "", "working_days": -1}, {"working_days": None}),
        (Topic.AGENDA, {"section": "own", "minutes": 5}, {"title": "required"}),
        (Topic.AGENDA, {"section": "reviews", "minutes": 5}, {"section": "taken"}),
        (Topic.CRITERIA, {"text": "Again", "criterion": "judgement"}, {"criterion": "taken"}),
        (Topic.RETENTION, {"text": "Notes", "months": 0, "start": "sent"}, {"end": "required"}),
    ],
)
def test_a_line_that_cannot_be_is_refused(
    desk: Desk, topic: Topic, fields: dict[str, object], wrong: dict[str, str | None]
) -> None:
    before = read_topic(desk, topic)
    with pytest.raises(InvalidFieldsError) as refused:
        add_line(desk, topic, **fields)  # type: ignore[arg-type]
    for name, rule in wrong.items():
        assert refused.value.fields[name] == (rule or "out-of-range")
    assert read_topic(desk, topic) == before


@pytest.mark.parametrize("topic", [Topic.TEXTS, Topic.TIMES, Topic.FEATURES])
def test_what_stands_once_can_neither_be_added_nor_taken_away(desk: Desk, topic: Topic) -> None:
    line = read_topic(desk, topic)[0]
    with pytest.raises(GuardError, match="line-stays"):
        add_line(desk, topic, text="More", **line.details)
    with pytest.raises(GuardError, match="line-stays"):
        remove_line(desk, topic, line.id)


def test_a_line_that_is_gone_is_missed(desk: Desk) -> None:
    line = read_topic(desk, Topic.LADDER)[0]
    remove_line(desk, Topic.LADDER, line.id)
    with pytest.raises(MissingRecordError):
        change_line(desk, Topic.LADDER, line.id, seen=1, text="Back again")
    with pytest.raises(MissingRecordError):
        put_back_lines(desk, Topic.LADDER, [desk.new_id()])


def test_only_who_may_change_the_directory_may_change_this(desk: Desk) -> None:
    nurse = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    officer = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)
    line = read_topic(nurse, Topic.LADDER)[0]
    for other in (nurse, officer):
        with pytest.raises(NotPermittedError):
            change_line(other, Topic.LADDER, line.id, seen=1, text="Me")
        with pytest.raises(NotPermittedError):
            restore_shipped(other, Topic.LADDER)


@pytest.mark.parametrize("kind", ["complex_needs", "marac", "marm", "blank", "place"])
def test_a_panel_started_as_a_kind_has_all_of_it_as_its_own(desk: Desk, kind: str) -> None:
    start_as(desk, kind)
    settings = read_settings(desk)
    assert settings.kind == kind
    assert settings.changed == frozenset()
    assert not any(line.is_shipped for lines in settings.lines.values() for line in lines)
    for topic in LISTS:
        assert len(settings.lines[topic]) == len(panel_kind(kind).of(topic))


def test_a_panel_is_started_once_and_as_a_kind_there_is(desk: Desk) -> None:
    with pytest.raises(InvalidFieldsError):
        start_as(desk, "circus")
    start_as(desk, "marac")
    with pytest.raises(GuardError, match="panel-started"):
        start_as(desk, "marm")


def test_what_a_kind_leaves_out_is_switched_off(desk: Desk) -> None:
    assert read_features(desk) == {Feature.OFFERS, Feature.LONG_PLAN}
    start_as(desk, "marac")
    assert read_features(desk) == frozenset()
    line = read_topic(desk, Topic.FEATURES)[0]
    change_line(desk, Topic.FEATURES, line.id, seen=line.revision, on=True)
    assert read_features(desk) == {Feature(line.key)}


SINCE = (Feature.ASSESSMENTS, Feature.MONEY, Feature.PLACES, Feature.THEMES)


def as_before(key: str) -> PanelKind:
    """Give a kind as it was shipped before these switches were known."""
    kind = panel_kind(key)
    return replace(kind, lines=tuple(one for one in kind.lines if one.name not in SINCE))


@pytest.mark.parametrize("kind", ["complex_needs", "marac", "place"])
def test_a_switch_that_came_later_is_there_and_off_until_switched(
    desk: Desk, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("coordinator.casework.panel.settings.panel_kind", as_before)
        start_as(desk, kind)
    usual = {Feature.PLACES} if kind == "place" else set()

    lines = {Feature(line.key): line for line in read_topic(desk, Topic.FEATURES)}
    assert list(lines) == list(Feature)
    assert [one for one in SINCE if lines[one].is_shipped] == list(SINCE)
    assert read_features(desk) & set(SINCE) == usual
    assert read_settings(desk).changed == frozenset()

    line = lines[Feature.ASSESSMENTS]
    change_line(desk, Topic.FEATURES, line.id, seen=line.revision, on=True)
    assert read_features(desk) & set(SINCE) == usual | {Feature.ASSESSMENTS}
    assert read_settings(desk).changed == {"assessments"}


def test_phrases_come_with_who_would_do_them(desk: Desk) -> None:
    phrases = phrases_of(read_topic(desk, Topic.PHRASES))
    assert sum(phrase.agency_kind is not None for phrase in phrases) > 30
    assert all(phrase.action_kind is not None for phrase in phrases)


def test_the_letters_of_references_change_only_while_nobody_has_them(desk: Desk) -> None:
    revision = change_panel(desk, seen=read_directory(desk).panel.revision, prefix="ks").result
    assert read_directory(desk).panel.prefix == "KS"
    register_person(desk, given_name="Tomos")
    with pytest.raises(GuardError, match="references-given"):
        change_panel(desk, seen=revision, prefix="KT")
    change_panel(desk, seen=revision, prefix="KS", area="Kerrow")
