"""Whether somebody who is entered in the directory is a worker from whom something is kept.

An exclusion is of a worker in a post. Who leaves and is entered anew has another post, and only
people can say whether that is the same worker.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from coordinator.domain.errors import InvalidFieldsError, SameWorkerError
from coordinator.domain.kept_posts import KeptPost
from coordinator.domain.need_to_know.typed_names import is_like_name, same_name
from coordinator.domain.texts import is_blank


@dataclass(frozen=True, slots=True)
class SameWorker:
    """What somebody says: which posts were the same worker's; none, and why it is another.

    `asked` are the posts it was asked about; with nothing, it was about whichever are found.
    """

    same_as: tuple[UUID, ...]
    because: str = ""
    asked: frozenset[UUID] | None = None

    def is_about(self, posts: Iterable[KeptPost]) -> bool:
        """Whether each of these posts was asked about, and it is not said of any other."""
        found = {one.id for one in posts}
        return found.issuperset(self.same_as) and (self.asked is None or found <= self.asked)


def alike(names: Collection[str], posts: Iterable[KeptPost]) -> tuple[KeptPost, ...]:
    """Give the posts whose holder may be who has one of these names."""
    return tuple(post for post in posts if any(is_like_name(name, post.name) for name in names))


def carried(
    names: Collection[str],
    found: Collection[KeptPost],
    said: SameWorker | None,
    sitter: str,
) -> tuple[UUID, ...]:
    """Decide from which posts what is kept goes along; refuse as long as nobody has said it.

    Whoever enters it is not asked about themselves, for they would learn that something is kept
    from them: with their very name it goes along, else it is somebody else.

    Args:
        names: Of who is entered, as they are and as they were typed.
        found: Posts whose holder they may be.
        said: What whoever enters it says; about other posts than these it says nothing.
        sitter: What whoever enters it is called: their own posts are those of that very name.

    Raises:
        SameWorkerError: Nobody has said whether it is the same worker.
        InvalidFieldsError: `not_same` is `required`: why it is somebody else.
    """
    theirs = [one for one in found if same_name(one.name, sitter)]
    asked = tuple(one for one in found if one not in theirs)
    own = [one.id for one in theirs if any(same_name(name, one.name) for name in names)]
    if not asked:
        return tuple(own)
    if said is None or not said.is_about(asked):
        raise SameWorkerError(name=next(iter(names), ""), posts=asked)
    if not said.same_as and is_blank(said.because):
        raise InvalidFieldsError({"not_same": "required"})
    return (*own, *said.same_as)
