"""Files in the shape of the American homelessness data standard, as agencies deliver them."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from coordinator.domain.people.duplicates import KnownPeople, Likeness
from coordinator.sheets.problems import Rule
from coordinator.sheets.reading import read_people
from coordinator.sheets.repeats import SameBy

TODAY = date(2026, 11, 20)
LIKE = Path(__file__).parent / "data" / "hud_like.csv"
SAMPLE = Path(__file__).parents[2].parent / "shared" / "data" / "hud-sample" / "Client.csv"


def test_the_look_alike_arrives_with_its_codes_repeats_and_doubts_understood() -> None:
    read = read_people(LIKE, today=TODAY)
    assert (read.seen, len(read.rows), len(read.repeats), read.refused) == (31, 28, 2, 1)
    assert [one.same_by for one in read.repeats] == [SameBy.SOURCE_ID, SameBy.NAME_AND_BIRTH]
    told = Counter(problem.rule for problem in read.problems)
    assert told[Rule.DELETED] == 1
    assert told[Rule.BIRTH_TOO_OLD] == 1
    assert told[Rule.UNDER_16] == 1
    everybody = [*read.rows, *(one.row for one in read.repeats)]
    assert told[Rule.BIRTH_DOUBTFUL] == sum(row.is_birth_doubtful for row in everybody) > 0
    assert set(told) == {Rule.DELETED, Rule.BIRTH_TOO_OLD, Rule.UNDER_16, Rule.BIRTH_DOUBTFUL}
    assert {row.gender for row in read.rows} <= {
        "", "Female", "Male", "Trans female", "Trans male", "Gender non-conforming",
    }  # fmt: skip
    first = read.rows[0]
    assert (first.source_id, first.family_name, first.row) == ("70100", "Kettle", 2)
    assert {column.heading for column in read.columns if column.field is None} >= {
        "VeteranStatus",
        "SSN",
        "DateCreated",
    }


@pytest.mark.skipif(not SAMPLE.exists(), reason="the published sample is not beside the checkout")
def test_all_people_of_the_published_sample_arrive() -> None:
    read = read_people(SAMPLE, today=TODAY)
    assert (read.seen, len(read.rows), len(read.repeats), read.refused) == (4034, 4034, 0, 0)
    told = Counter(problem.rule for problem in read.problems)
    assert told[Rule.BIRTH_TOO_OLD] == 5  # the five of 1 January 1901
    assert sum(row.born_on is not None for row in read.rows) == 4029
    assert set(told) == {Rule.BIRTH_TOO_OLD, Rule.BIRTH_DOUBTFUL, Rule.UNDER_16}
    known = KnownPeople(
        Likeness(row.row, (f"{row.given_name} {row.family_name}",), row.born_on)
        for row in read.rows
    )
    somebody = read.rows[100]
    slip = Likeness(0, (f"{somebody.family_name} {somebody.given_name}",), somebody.born_on)
    assert [one.key for one in known.like(slip)] == [somebody.row]
