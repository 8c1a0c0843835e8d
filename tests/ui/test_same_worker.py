"""The form asks whether somebody is a worker from whom something is kept."""

from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.directory.professionals import add_professional, record_leaving
from coordinator.casework.disclosing.exclusions import exclude_worker
from coordinator.casework.people.entering import register_person
from coordinator.db.models import Act
from coordinator.ui.screens.directory.presenter import Deed
from coordinator.ui.shared.same_worker import SAME_AS
from tests.stores import HEALTH, HOUSING, NURSE, POLICE
from tests.ui.test_directory import Page


@pytest.fixture
def page(desk: Desk) -> Page:
    person = register_person(desk, given_name="Tomos", family_name="Gray").result
    exclude_worker(desk, person, professional_id=NURSE, reason="a cousin")
    record_leaving(desk, NURSE)
    return Page(desk)


def asked(page: Page) -> dict[str, str]:
    """Open the form and send it with the name of who left; gives the answers it offers then."""
    page.presenter.do(Deed.ADD_PROFESSIONAL)
    page.forms.answer(name="Kasia Debska", agency_id=HOUSING, phone="01632 960200")
    assert page.forms.question is not None
    (whether,) = [one for one in page.forms.question.asks if one.name == SAME_AS]
    return {words: value for value, words in whether.choices}


def kept(page: Page, worker: UUID) -> int:
    with page.desk.store.reading() as look:
        return len(look.readers.exclusions_of([worker]))


def posts(page: Page) -> list[UUID]:
    assert page.shown is not None
    return [one.id for one in page.shown.professionals if one.name == "Kasia Debska"]


def last_act(page: Page) -> Act:
    with page.desk.store.reading() as look:
        return look.history.acts()[0]


YES = "Yes, it is Kasia Dębska, Kerrow Mental Health (left 19 November 2026)"
NO = "No, it is somebody else"


def test_the_form_asks_and_says_yes_with_everything_typed_before(page: Page) -> None:
    answers = asked(page)
    assert list(answers) == ["Choose", YES, NO]
    assert page.forms.question is not None
    assert page.forms.question.asks[0].name == SAME_AS  # the form is long
    assert page.forms.question.about == (
        "Kasia Debska may be Kasia Dębska, Kerrow Mental Health (left 19 November 2026), from"
        " whom something is kept: is it the same worker? If so, whatever is kept from that worker"
        " is kept from them here as well."
    )
    page.forms.answer()
    assert page.forms.faults == {SAME_AS: "required"}
    assert posts(page) == []
    page.forms.answer(**{SAME_AS: answers[YES]})

    (made,) = posts(page)
    assert kept(page, made) == 1
    assert page.shown is not None
    assert [one.phone for one in page.shown.professionals if one.id == made] == ["01632 960200"]


def test_no_wants_how_that_is_known(page: Page) -> None:
    answers = asked(page)
    page.forms.answer(**{SAME_AS: answers[NO]})
    assert page.forms.faults == {"not_same": "required"}
    page.forms.answer(**{SAME_AS: answers[NO], "not_same": "Her niece; I asked"})

    (made,) = posts(page)
    assert kept(page, made) == 0
    assert last_act(page).reason == "Her niece; I asked"


def test_another_name_typed_meanwhile_is_asked_about_anew_or_not_at_all(page: Page) -> None:
    answers = asked(page)
    person = register_person(page.desk, given_name="Ysolt", family_name="Rowe").result
    other = add_professional(page.desk, name="Rosa Penrose", agency_id=POLICE).result
    exclude_worker(page.desk, person, professional_id=other, reason="a cousin")
    page.forms.answer(name="Kasia Penrose", **{SAME_AS: answers[YES]})
    assert posts(page) == []
    assert page.forms.question is not None
    (whether,) = [one for one in page.forms.question.asks if one.name == SAME_AS]
    offered = [words for _value, words in whether.choices]
    assert len(offered) == 5  # each, both, neither, and not said
    page.forms.answer(**{SAME_AS: whether.choices[3][0]})

    assert page.shown is not None
    (made,) = [one.id for one in page.shown.professionals if one.name == "Kasia Penrose"]
    assert offered[3] == "Yes, it is all of these"
    assert kept(page, made) == 2


def test_a_professional_who_gets_a_like_name_is_asked_about(page: Page) -> None:
    made = add_professional(page.desk, name="The nurse", agency_id=HEALTH).result
    page.presenter.load()
    page.presenter.do(Deed.CHANGE_PROFESSIONAL, page.professional(made))
    page.forms.answer(name="Kasia Dębska")
    assert kept(page, made) == 0
    assert page.forms.question is not None
    page.forms.answer(**{SAME_AS: NURSE.hex})

    assert page.professional(made).name == "Kasia Dębska"
    assert kept(page, made) == 1
