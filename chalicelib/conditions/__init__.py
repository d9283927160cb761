"""One language of conditions: which records a list shows, which branch a run takes, and whatever asks next.

A condition is a tree, `{"all": [...]}`, `{"any": [...]}`, `{"not": ...}` or `{"field", "op", "value"}`. What can be
compared is declared by the kinds (`kinds/`), how by the operators (`operators/`); each is one file, found by itself.
A reader (`reader.py`) makes tests of a tree, for the subjects that a context offers; the tests answer as a predicate
(`tree.py`), as bounds of an index (`ranges.py`), as SQL (`sql.py`), in words (`words.py`), and say what can never hold
(`coverage.py`).

Absent values have one rule: nothing was filled in meets only `empty`, `ne`, `not_in` and `has_none`.
"""
