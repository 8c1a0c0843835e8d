"""Money is part of a person's record: told in pounds, and gone when the record is erased."""

from coordinator.casework.desk import Desk
from coordinator.casework.money.spending import note_move
from coordinator.db.models import BudgetEntry, BudgetLine
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.roles import Right
from coordinator.wording.moves import value_words
from tests.casework.money.asked_for import agreed, somebody_with_a_goal, spent


def test_history_and_the_access_report_tell_amounts_in_pounds() -> None:
    for kind, field in (
        (RecordKind.BUDGET_LINE, "agreed_pence"),
        (RecordKind.BUDGET_ENTRY, "pence"),
        (RecordKind.BUDGET_ALLOCATION, "pence"),
    ):
        assert value_words(kind.value, field, 30_050, {}) == "£300.50"
    assert value_words("demand_count", "count", 30_050, {}) == "30050"


def test_whoever_is_erased_leaves_no_money_behind(desk: Desk, chair: Desk) -> None:
    person, goal = somebody_with_a_goal(desk)
    other, its_goal = somebody_with_a_goal(desk, "Tamsyn")
    for who, what in ((person, goal), (other, its_goal)):
        note_move(desk, agreed(desk, who, what), spent(100))
    with chair.act(Right.CONFIRM_ERASING) as tx:
        tx.erase(person)
        tx.journal("test.erased", scope=person)
    with desk.store.reading() as look:
        assert not look.people.about(BudgetLine, [person])
        assert not look.people.about(BudgetEntry, [person])
        (line,) = look.money.lines()
        assert line.person_id == other
        assert [one.line_id for one in look.money.ledger()[1]] == [line.id]
