"""One spoken line of a meeting: who does what by when, and who says what. Pure rules.

`line.understand` reads an action, `said.understand_note` a note; `around.Around` is what they are
read against. `phrases.PhraseBook` completes the words. Sentences are in `wording.spoken`.
"""
