"""Asking whether somebody is a worker from whom something is kept; never about whom it is."""

from collections.abc import Sequence

from coordinator.domain.kept_posts import KeptPost
from coordinator.wording import dates
from coordinator.wording.translation import _


def question(name: str, posts: Sequence[KeptPost]) -> str:
    """Ask it: *Kasia Nowak may be Kasia Dębska, Kerrow Mental Health, from whom ...*."""
    return _(
        "{name} may be {posts}, from whom something is kept: is it the same worker?",
        name=name,
        posts=_(" or ").join(post_words(one) for one in posts),
    )


def post_words(post: KeptPost) -> str:
    """Name a post: *Kasia Dębska, Kerrow Mental Health (left 3 March 2026)*."""
    named = _("{name}, {agency}", name=post.name, agency=post.agency)
    if post.left_on is None:
        return named
    return _("{post} (left {day})", post=named, day=dates.plain_day(post.left_on))


def answers(posts: Sequence[KeptPost]) -> tuple[str, ...]:
    """Word the answers: one for each post, then for all of them, then that it is somebody else."""
    yes = [_("Yes, it is {post}", post=post_words(one)) for one in posts]
    if len(posts) > 1:
        yes.append(_("Yes, it is all of these"))
    return (*yes, _("No, it is somebody else"))
