"""Who is meant by a few words: a person by name, or an agency, which means its person here.

Somebody in the room goes before somebody who is not, and somebody in post before somebody who has
left; beyond that nothing is weighed: two who fit are a question. An agency alone means its person
in the room, else its seat holder, else its contact point. A name with one letter wrong is offered.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from rapidfuzz import process
from rapidfuzz.distance import OSA

from coordinator.domain.directory.rules import is_in_post
from coordinator.domain.spoken.owner_words import (
    NOT_ALONE,
    PART_WORDS,
    can_be_initials,
    named,
    parts_of,
    untitled,
)
from coordinator.domain.spoken.values import OwnerState, Part, PossibleOwner, SpokenOwner

MOST_WORDS = 8
"""Of a name with job or agency; a line's first words beyond that name nobody."""
_LONG = 5
_MOST_ALIKE = 6

People = tuple[PossibleOwner, ...]


class Owners:
    """Everybody who can be meant, laid out so that a few words find them at once."""

    def __init__(self, possible: Iterable[PossibleOwner], today: date) -> None:
        self._today = today
        ordered = sorted(possible, key=lambda one: (one.name, one.id))
        self.by_id = {one.id: one for one in ordered}
        self._unheard = {one.agency_id for one in ordered if one.must_not_hear}
        self._of_agency: dict[UUID, list[PossibleOwner]] = defaultdict(list)
        self._by_whole: dict[str, list[PossibleOwner]] = defaultdict(list)
        self._by_name: dict[str, list[PossibleOwner]] = defaultdict(list)
        self._by_initials: dict[str, list[PossibleOwner]] = defaultdict(list)
        self._by_job: dict[str, list[PossibleOwner]] = defaultdict(list)
        self._whole: dict[UUID, tuple[str, ...]] = {}
        self._names: dict[UUID, frozenset[str]] = {}
        self._agency_called: dict[str, dict[UUID, None]] = defaultdict(dict)
        self._agency_words: dict[UUID, set[str]] = defaultdict(set)
        self._agencies_by_word: dict[str, dict[UUID, None]] = defaultdict(dict)
        for one in self.by_id.values():
            self._file_person(one)
        for people in self._of_agency.values():
            self._file_agency(people)
        known = {*self._by_name, *(w for words in self._agency_words.values() for w in words)}
        self._known = frozenset(known)
        self._long = sorted(word for word in known if len(word) >= _LONG)

    def find(self, words: str) -> SpokenOwner | None:
        """Tell who is meant; nothing when nobody on file goes by all of these words.

        Args:
            words: As typed: *Sam*, *Sam Orr*, *S.O.*, *Sam from police*, *Kerrow Police*.
        """
        found = self._find(words)
        return None if found is None else replace(found, words=words)

    def find_several(self, words: str) -> SpokenOwner | None:
        """Tell who is meant by *police and housing*; nothing unless each part is somebody."""
        parts = parts_of(words)
        known = [found for part in parts if (found := self._find(part))] if parts[1:] else []
        if not known or len(known) < len(parts):
            return None
        choices = {one.id: one for part in known for one in offered(part)}
        return SpokenOwner(OwnerState.SEVERAL, words, choices=tuple(choices.values()))

    def alike(self, words: str) -> SpokenOwner | None:
        """Offer who would be meant with one letter changed in a long word; nobody is taken."""
        said = named(words)
        ways: list[tuple[str, ...]] = [()]
        for word in said:
            near = [word] if self._is_known(word) else self._near(word)
            ways = [(*way, one) for way in ways for one in near][:_MOST_ALIKE]
        found = (self._find(" ".join(way)) for way in ways if way != said)
        choices = _in_order(one for part in found if part for one in offered(part))
        return SpokenOwner(OwnerState.ALIKE, words, choices=choices) if choices else None

    def agencies_here(self, words: str) -> tuple[UUID, ...]:
        """Tell which agencies in the room go by these words, by their own or a person's name.

        Words of actions count here too: whoever writes *council:* names somebody.
        """
        kept = untitled(named(words))
        if not kept:
            return ()
        own = self._agencies_named(kept) or self._with_all(kept)
        people = self._people(kept, words)
        found = dict.fromkeys([*own, *(one.agency_id for one in people if one.is_here)])
        here = (one for one in found if self._any(one, lambda it: it.is_here))
        return tuple(sorted(here, key=lambda one: (self.name_of(one), one)))

    def holding(self, part: Part) -> SpokenOwner:
        """Tell who the chair, the lead or whoever types is; told when nobody on file is."""
        people = tuple(one for one in self.by_id.values() if part in one.parts)
        return self._for_people(people) or SpokenOwner(OwnerState.NOT_HELD, part=part)

    def has_agency(self, agency: UUID) -> bool:
        """Whether an agency has anybody on file."""
        return agency in self._of_agency

    def name_of(self, agency: UUID) -> str:
        """Name an agency, as somebody of it on file has it."""
        return self._of_agency[agency][0].agency

    def is_in_post(self, one: PossibleOwner) -> bool:
        """Whether somebody can still be given something."""
        return is_in_post(one.left_on, self._today)

    def refused(self, one: PossibleOwner) -> SpokenOwner | None:
        """Tell why somebody cannot be given this; nothing when they can."""
        if self._must_not_hear(one):
            return SpokenOwner(OwnerState.MUST_NOT_HEAR, about=one, agency=one.agency)
        if self.is_in_post(one):
            return None
        choices = offered(self._for_agencies((one.agency_id,)))
        return SpokenOwner(OwnerState.HAS_LEFT, choices=choices, about=one, agency=one.agency)

    def _find(self, typed: str) -> SpokenOwner | None:
        said = named(typed)
        kept = untitled(said)
        if not 0 < len(kept) <= MOST_WORDS:
            return None
        part = PART_WORDS.get(" ".join(said))
        if part is not None and not self._are_initials(said, typed):
            return self.holding(part)
        if whole := self._wholly(said) or self._wholly(kept):
            return self._for_people(whole)
        if agencies := self._agencies_named(kept):
            people = tuple(one for one in self._people(kept, typed) if one.is_here)
            return self._for_either(agencies, people)
        if found := self._for_either(self._agencies_having(kept), self._people(kept, typed)):
            return found
        return self._for_people(self._by_job.get(" ".join(said), ()))

    def _are_initials(self, said: Sequence[str], typed: str) -> bool:
        return can_be_initials(said[0], typed) and said[0] in self._by_initials

    def _wholly(self, said: Sequence[str]) -> Sequence[PossibleOwner]:
        """Find who is called exactly this; one word alone is what others are called, too."""
        return self._by_whole.get(" ".join(said), ()) if len(said) > 1 else ()

    def _for_either(
        self, agencies: Sequence[UUID], people: Sequence[PossibleOwner]
    ) -> SpokenOwner | None:
        """Weigh a name that is an agency's and a person's: the room decides, or a question."""
        if not agencies:
            return self._for_people(people)
        if not people:
            return self._for_agencies(agencies)
        both = [*people, *(one for agency in agencies for one in self._who_answers(agency))]
        return self._for_people(list(dict.fromkeys(both)))

    def _for_people(self, people: Sequence[PossibleOwner]) -> SpokenOwner | None:
        for fits in (lambda one: one.is_here, self.is_in_post, lambda _one: True):
            if near := tuple(filter(fits, people)):
                return self._one_of(near, OwnerState.WHICH_PERSON)
        return None

    def _for_agencies(self, agencies: Sequence[UUID]) -> SpokenOwner:
        for fits in _ANSWERING:
            near = [one for one in agencies if self._any(one, fits)]
            if len(near) == 1:
                return self._of_one(near[0], fits)
            if near:
                people = tuple(p for one in near for p in self._in_post(one) if fits(p))
                return self._one_of(people, OwnerState.WHICH_AGENCY)
        return self._nobody_there(agencies)

    def _of_one(self, agency: UUID, fits: Callable[[PossibleOwner], bool]) -> SpokenOwner:
        people = tuple(filter(fits, self._in_post(agency)))
        return self._one_of(people, OwnerState.WHICH_OF_AGENCY)

    def _nobody_there(self, agencies: Sequence[UUID]) -> SpokenOwner:
        people = tuple(one for agency in agencies for one in self._in_post(agency))
        hearing = tuple(one for one in people if not self._must_not_hear(one))
        name = self.name_of(agencies[0]) if len(agencies) == 1 else ""
        if people and not hearing:
            return self._unheard_of(people)
        return SpokenOwner(OwnerState.NOBODY_THERE, choices=_in_order(hearing), agency=name)

    def _one_of(self, people: People, question: OwnerState) -> SpokenOwner:
        """Take the only one there is, if they can be given it; ask about more."""
        if len(people) == 1:
            only = people[0]
            return self.refused(only) or SpokenOwner(OwnerState.UNDERSTOOD, owner=only)
        hearing = _in_order(one for one in people if not self._must_not_hear(one))
        if not hearing:
            return self._unheard_of(people)
        if not any(map(self.is_in_post, hearing)):
            return self.refused(hearing[0]) or SpokenOwner(question, choices=hearing)
        return SpokenOwner(question, choices=hearing, agency=_common_agency(people))

    def _unheard_of(self, people: People) -> SpokenOwner:
        """Say from whom it is kept: a whole agency, or somebody of it."""
        alone = next((one for one in people if one.agency_id not in self._unheard), None)
        who = alone or people[0]
        return SpokenOwner(OwnerState.MUST_NOT_HEAR, about=alone, agency=who.agency)

    def _who_answers(self, agency: UUID) -> People:
        for fits in _ANSWERING:
            if near := tuple(filter(fits, self._in_post(agency))):
                return near
        return ()

    def _in_post(self, agency: UUID) -> Iterator[PossibleOwner]:
        return filter(self.is_in_post, self._of_agency[agency])

    def _any(self, agency: UUID, fits: Callable[[PossibleOwner], bool]) -> bool:
        return any(map(fits, self._in_post(agency)))

    def _agencies_named(self, kept: Sequence[str]) -> tuple[UUID, ...]:
        return tuple(self._agency_called.get(" ".join(kept), ()))

    def _agencies_having(self, kept: Sequence[str]) -> tuple[UUID, ...]:
        """Find the agencies whose names have all the words; a word of actions alone is none."""
        return () if NOT_ALONE.issuperset(kept) else self._with_all(kept)

    def _with_all(self, kept: Sequence[str]) -> tuple[UUID, ...]:
        near = {one: None for word in kept for one in self._agencies_by_word.get(word, ())}
        return tuple(one for one in near if self._agency_words[one].issuperset(kept))

    def _people(self, kept: Sequence[str], typed: str) -> People:
        """Find the people whose name, with their agency's at most, has all the words."""
        near = [one for word in kept for one in self._by_name.get(word, ())]
        if len(kept) == 1 and can_be_initials(kept[0], typed):
            near += self._by_initials.get(kept[0], ())
            return tuple(dict.fromkeys(near))
        return tuple(one for one in dict.fromkeys(near) if self._has(one, kept))

    def _has(self, one: PossibleOwner, kept: Sequence[str]) -> bool:
        names, agency = self._names[one.id], self._agency_words[one.agency_id]
        return all(
            word in names or word in agency or (len(word) == 1 and _begins(names, word))
            for word in kept
        )

    def _must_not_hear(self, one: PossibleOwner) -> bool:
        """Whether this is kept from somebody, or from all of their agency."""
        return one.alone_not_told or one.agency_id in self._unheard

    def _is_known(self, word: str) -> bool:
        return len(word) < _LONG - 1 or word in self._known

    def _near(self, word: str) -> list[str]:
        found = process.extract(word, self._long, scorer=OSA.distance, score_cutoff=1)
        return [one for one, _distance, _place in found]

    def _file_person(self, one: PossibleOwner) -> None:
        whole = self._whole[one.id] = named(one.name)
        words = untitled(whole)
        self._names[one.id] = frozenset(words)
        self._of_agency[one.agency_id].append(one)
        if job := " ".join(named(one.job)):
            self._by_job[job].append(one)
        self._by_whole[" ".join(whole)].append(one)
        for word in set(words):
            self._by_name[word].append(one)
        self._by_initials["".join(word[0] for word in words)].append(one)

    def _file_agency(self, people: Sequence[PossibleOwner]) -> None:
        one = people[0]
        own = {named(one.agency), named(one.short_name)} - {()}
        for words in own:
            for person in people:  # as a choice is written: Sam Orr (Police)
                self._by_whole[" ".join((*self._whole[person.id], *words))].append(person)
        for word in {word for words in own for word in words}:
            self._agencies_by_word[word][one.agency_id] = None
        for words in own.union(map(named, one.called)):
            if kept := untitled(words):
                self._agency_called[" ".join(kept)][one.agency_id] = None
            self._agency_words[one.agency_id].update(words)


_ANSWERING: tuple[Callable[[PossibleOwner], bool], ...] = (
    lambda one: one.is_here,
    lambda one: one.is_seat_holder,
    lambda one: one.is_contact_point,
)


def _begins(names: Iterable[str], letter: str) -> bool:
    return any(name.startswith(letter) for name in names)


def offered(part: SpokenOwner) -> People:
    """List who can be chosen of a part."""
    return (part.owner,) if part.owner is not None else part.choices


def _in_order(people: Iterable[PossibleOwner]) -> People:
    """Put those in the room first, then by name."""
    once = dict.fromkeys(people)
    return tuple(sorted(once, key=lambda one: (not one.is_here, one.name.casefold(), one.id)))


def _common_agency(people: People) -> str:
    names = {one.agency for one in people}
    return names.pop() if len(names) == 1 else ""
