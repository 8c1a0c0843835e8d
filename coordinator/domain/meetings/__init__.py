"""Meetings: what may follow what, agendas, the room, the wall, what is asked before."""
