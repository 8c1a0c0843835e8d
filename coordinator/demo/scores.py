"""Scores of a few people of the story, so that the pages of assessments have something to show."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import zip_longest

from coordinator.casework.assessments.reading import read_tools
from coordinator.casework.assessments.scoring import score_person
from coordinator.demo.story import Known, Stage, Told
from coordinator.demo.switching import switch_on
from coordinator.demo.words import bundled
from coordinator.domain.assessments.rules import NOT_THERE, THERE, Item, Score, Scoring
from coordinator.domain.assessments.views import ToolRow, is_checklist
from coordinator.domain.lists.panel import Feature

_SEEN = "Seen or told by them"


def score_people(stage: Stage, known: Sequence[Known]) -> None:
    """Switch assessments on, and score the first people who came onto the caseload."""
    switch_on(stage.desk, Feature.ASSESSMENTS)
    tools = read_tools(stage.desk).tools
    numbers = next(one for one in tools if not is_checklist(one))
    factors = next(one for one in tools if is_checklist(one))
    people = [one for one in known if one.case]
    for told in bundled("scores")["score"]:
        _score(stage, people[told["person"]], told, numbers, dict(_scores(told, numbers)))
    for told in bundled("scores")["list"]:
        _score(stage, people[told["person"]], told, factors, dict(_factors(told)))


def _score(
    stage: Stage, one: Known, told: Told, row: ToolRow, scores: Mapping[str, Score]
) -> None:
    day = stage.desk.today() - timedelta(weeks=told["weeks"])
    scorer = stage.posts[told["scorer"]]
    said = Scoring(row.id, day, scores, scorer, purpose=told.get("purpose", ""))
    score_person(stage.desk, one.person, said)


def _scores(told: Told, row: ToolRow) -> Iterator[tuple[str, Score]]:
    item: Item
    for item, value, why in zip_longest(row.tool.items, told["values"], told["reasons"]):
        yield item.key, Score() if value < 0 else Score(value, why)


def _factors(told: Told) -> Iterator[tuple[str, Score]]:
    for key in told["there"]:
        yield key, Score(THERE, _SEEN)
    for key in told["not_there"]:
        yield key, Score(NOT_THERE)
