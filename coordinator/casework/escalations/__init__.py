"""Escalations: asking somebody with more authority for one decision by one day.

`raising` drafts them, `sending` lets them out and chases, `answering` takes what comes back and
closes them, `climbing` goes to the next level, `reading` lists them; `parts` is what these share.
"""
