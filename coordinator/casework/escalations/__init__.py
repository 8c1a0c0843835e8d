"""Escalations: asking somebody with more authority for one decision by one day.

`drafting` and `records` are what the acts share. `raising` makes drafts, `sending` lets them out
and waits, `answering` takes what comes back and closes them, `climbing` goes to the next level,
`reading` shows them.
"""
