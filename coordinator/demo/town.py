"""The agencies, professionals and seats of a large demo, as rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from coordinator.db.models import Agency, Professional, Seat
from coordinator.demo.dice import Dice
from coordinator.demo.sheaf import Sheaf
from coordinator.demo.words import agencies, names
from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.roles import Role
from coordinator.domain.states import AgencyStatus
from coordinator.reference.panels import panel_templates

_JOBS = ("Support Worker", "Case Worker", "Team Leader", "Nurse", "Officer", "Practitioner")


_VACANT = timedelta(days=45)  # for so long nobody has filled the seats that are free


@dataclass(frozen=True, slots=True)
class Post:
    """A professional as actions and leads name them."""

    id: UUID
    name: str
    job: str
    agency_id: UUID
    agency: str


@dataclass(frozen=True, slots=True)
class Town:
    """The directory of a demo."""

    agencies: Mapping[str, UUID]
    posts: Sequence[Post]
    seats: Sequence[tuple[UUID, Post | None]]

    @property
    def chair(self) -> Post:
        """Who chairs."""
        return self.posts[0]


def settle_town(sheaf: Sheaf, dice: Dice, panel: UUID, today: date, further: int) -> Town:
    """Write the directory; `further` professionals join each agency."""
    first = today - timedelta(days=7 * 366)
    ids = {one["key"]: dice.new_id(first) for one in agencies()}
    posts: list[Post] = []
    heads: dict[str, Post] = {}
    for one in sorted(agencies(), key=lambda one: "merged_into" in one):
        sheaf.add(Agency, **_agency(one, ids, today))
        own = [_post(sheaf, dice, one, ids, told, first) for told in one["posts"]]
        if own and "seat" in one:
            heads[one["seat"]] = own[0]
        posts += own
        if own:
            posts += [_post(sheaf, dice, one, ids, _anybody(dice), first) for _ in range(further)]
    heads["Chair"] = posts[0]
    seats = _seats(sheaf, dice, panel, heads, (first, today - _VACANT))
    return Town(ids, posts, seats)


def _agency(one: Mapping[str, Any], ids: Mapping[str, UUID], today: date) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": ids[one["key"]],
        "name": one["name"],
        "short_name": one["short"],
        "agency_kind": AgencyKind(one["kind"]),
        "phone": one["phone"],
        "secure_email": "signed" in one,
    }
    if "signed" in one:
        row["agreement_signed_on"] = today - timedelta(days=one["signed"])
        row["agreement_expires_on"] = today + timedelta(days=one["expires"])
    if "merged_into" in one:
        row["status"] = AgencyStatus.MERGED
        row["successor_id"] = ids[one["merged_into"]]
        row["ended_on"] = today - timedelta(days=200)
    return row


def _anybody(dice: Dice) -> dict[str, str]:
    name = f"{dice.pick(names('given'))} {dice.pick(names('family'))}"
    return {"name": name, "job": dice.pick(_JOBS), "role": Role.LEAD_PROFESSIONAL}


def _post(
    sheaf: Sheaf,
    dice: Dice,
    agency: Mapping[str, Any],
    ids: Mapping[str, UUID],
    told: Mapping[str, str],
    first: date,
) -> Post:
    post = Post(dice.new_id(first), told["name"], told["job"], ids[agency["key"]], agency["name"])
    sheaf.add(
        Professional,
        id=post.id,
        name=post.name,
        job=post.job,
        agency_id=post.agency_id,
        role=Role(told["role"]),
        phone=f"01632 960{dice.between(200, 999)}",
        confidentiality_signed_on=first,
        started_on=first,
    )
    return post


def _seats(
    sheaf: Sheaf,
    dice: Dice,
    panel: UUID,
    heads: Mapping[str, Post],
    since: tuple[date, date],
) -> list[tuple[UUID, Post | None]]:
    made: list[tuple[UUID, Post | None]] = []
    first, vacant = since
    for rank, seat in enumerate(panel_templates()[0].seats, 1):
        head = heads.get(seat.name)
        row = sheaf.add(
            Seat,
            id=dice.new_id(first),
            panel_id=panel,
            name=seat.name,
            agency_id=head.agency_id if head else None,
            holder_id=head.id if head else None,
            vacant_since=None if head else vacant,
            required=seat.is_required,
            rank=rank,
        )
        made.append((row, head))
    return made
