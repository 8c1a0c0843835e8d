"""Minutes say what was decided and who does what, in the words of the field."""

from dataclasses import replace

from coordinator.domain.papers.imprint import Label
from coordinator.domain.papers.minutes import Minutes, MinutesStage
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from tests.exports import examples, reading


def _read(minutes: Minutes) -> str:
    return reading.words(lay_out(PaperKind.MINUTES, minutes))


def test_the_sections_stand_in_their_order() -> None:
    titles = [
        title for level, title in reading.outline(lay_out(PaperKind.MINUTES, examples.minutes()))
    ]
    assert titles[:5] == [
        "Minutes",
        "1. Who took part",
        "2. Minutes of the last meeting",
        "3. Actions from earlier meetings",
        "4. People discussed",
    ]
    assert titles[-4:] == [
        "5. Escalations agreed",
        "6. Barriers and gaps noted",
        "7. Other points",
        "8. Sign-off",
    ]


def test_what_could_not_be_done_is_kept_apart_from_what_was_not_done() -> None:
    read = _read(examples.minutes())
    could_not = read.index("Could not be done: something stood in the way")
    not_done = read.index("Not done yet", could_not)
    finished = read.index("Finished since the last meeting")
    assert could_not < read.index("M26-046/7") < not_done < read.index("M26-046/9") < finished
    assert "Barrier: Substance use: no detox place" in read
    assert "Not done yet, new date 12 Dec" in read.replace("new date 12 Dec", "new date 12 Dec")
    assert "verdue" not in read


def test_a_persons_full_name_stands_in_their_own_section_only() -> None:
    read = _read(examples.minutes())
    assert read.count("Tomos Gwynedd") == 1
    assert read.count("Nia Penrose") == 1
    assert "NP (SC-0158)" in read


def test_a_missing_lead_is_said_not_left_empty() -> None:
    assert "Lead to agree" in _read(examples.minutes())


def test_drafts_issued_and_approved_minutes_say_so() -> None:
    assert "Draft. Not issued yet" in _read(examples.minutes(stage=MinutesStage.DRAFT))
    assert "Issued Fri 20 November 2026." in _read(examples.minutes())
    approved = _read(examples.approved_minutes())
    assert "Approved. By Morwenna Tregear, Thu 26 November 2026." in approved
    assert "Recorded from the chair's e-mail of that day." in approved


def test_corrections_are_printed_as_such_and_the_minutes_stay() -> None:
    read = _read(examples.approved_minutes())
    assert "Corrections since approval" in read
    assert "Tue 1 December 2026: Sasha Bolitho was present. (Aled Hâf)" in read
    assert _read(replace(examples.approved_minutes(), corrections=())).count("Corrections") == 0


def test_the_marking_stands_on_every_page_and_once_in_words() -> None:
    paper = lay_out(PaperKind.MINUTES, examples.minutes())
    counts = [page.count("OFFICIAL-SENSITIVE") for page in reading.pages(paper)]
    assert counts == [3] + [2] * (len(counts) - 1)


def test_every_page_says_which_it_is_and_of_how_many() -> None:
    pages = reading.pages(lay_out(PaperKind.MINUTES, examples.minutes()))
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page


def test_the_restricted_paragraph_stands_on_a_sheet_of_its_own() -> None:
    person = examples.discussed(restricted="Told in confidence by his sister.")
    pages = reading.pages(lay_out(PaperKind.MINUTES, examples.minutes(people=(person,))))
    with_it = [page for page in pages if "Told in confidence" in page]
    assert with_it == [pages[-1]]
    assert "Restricted: SC-0142" in pages[-1]
    assert "Decision" not in pages[-1]


def test_a_meeting_with_nobody_present_is_printed() -> None:
    read = _read(examples.minutes(attendance=(), people=(), could_not=(), not_done=(), done=()))
    assert "Nobody is recorded as present." in read
    assert "Nobody was discussed." in read
    part = _read(examples.minutes(people=(), is_part=True))
    assert "Discussed, in this copy 0" in part
    assert "Nobody this copy tells of." in part
    assert "Nobody was discussed" not in part


def test_an_action_without_date_or_owner_says_so() -> None:
    bare = examples.action(due=None, owner="", agency="", status=Label())
    read = _read(examples.minutes(people=(examples.discussed(actions=(bare,)),)))
    assert "Owner to agree Not recorded" in read
