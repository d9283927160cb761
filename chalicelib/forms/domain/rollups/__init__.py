"""Roll-ups: what of one record counts in another (`contributing`), what it comes to (`tally`), and which may be
declared (`graph`).

Words: a *child* is a record that links to another, its *parent*; a *contribution* (`Addend`) is what a child adds to
one roll-up of one parent; a *tally* is what all contributions to a roll-up of a record come to; the *figures* of a
record are its tallies with the values that follow from them. A tally has an *epoch*: contributions of another epoch are
not in it.
"""
