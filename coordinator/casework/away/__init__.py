"""Work that leaves and comes back: who we are to others, whom we know, what was sent and taken.

`identity` is our own card, `contacts` those of others, `rosters` the signed list that travels.
"""
