"""Escalations: asking somebody with more authority for one decision by one day.

`raising` makes drafts, `sending` lets them out and waits, `answering` takes what comes back and
closes them, `climbing` goes to the next level, `reading` shows them. What barriers and outcomes of
actions need of them as well stands below: `escalation_drafts`, `escalation_records`.
"""
