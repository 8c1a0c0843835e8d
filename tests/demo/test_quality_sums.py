"""What is missing on file in each demo, against every record read one by one."""

from datetime import timedelta

from coordinator.casework.reports.quality import read_quality
from coordinator.db.models import Case, Contact, LeadRole, Person, Plan, Professional
from coordinator.domain.lists.reports import Lack
from coordinator.domain.states import CaseStatus, PlanStatus
from tests.demo.reading import Demo


def test_each_thing_is_missing_of_just_those_of_whom_no_record_has_it(demo: Demo) -> None:
    found = read_quality(demo.desk)
    cases = [one for one in demo.every(Case) if one.status is not CaseStatus.CLOSED]
    on_it = {one.person_id for one in cases}
    people = [one for one in demo.every(Person) if one.id in on_it]
    planned = {one.person_id for one in demo.every(Plan) if one.status is not PlanStatus.ENDED}
    since = demo.today - timedelta(days=28)
    tried = {
        one.person_id for one in demo.every(Contact, "person_id", "at") if one.at.date() >= since
    }
    here = {
        one.id
        for one in demo.every(Professional)
        if one.left_on is None or one.left_on > demo.today
    }
    led = {
        one.case_id
        for one in demo.every(LeadRole)
        if one.to_on is None and one.professional_id in here
    }
    assert found.people == len(cases)
    assert found.count(Lack.PLAN) == sum(one.id not in planned for one in people)
    assert found.count(Lack.LEAD) == sum(one.id not in led for one in cases)
    assert found.count(Lack.CONTACT) == sum(one.id not in tried for one in people)
    assert found.count(Lack.CHILDREN) == sum(one.children_affected is None for one in people)
    assert found.count(Lack.BIRTH) == sum(
        one.born_on is None and one.estimated_age is None for one in people
    )
    assert found.count(Lack.REVIEW) == sum(
        one.next_review_on is None or one.next_review_on < demo.today for one in cases
    )
    assert sum(row.people for row in found.rows) == len(cases)
