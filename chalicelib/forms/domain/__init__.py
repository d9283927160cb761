"""What a form may say and what its records must be: pure, without I/O.

`definition.py` a published version, `checks.py` what keeps a draft from becoming one, `fields/` the field types,
`formula/` their language, `plan.py` the order in which formulas are computed, `values.py` from what was typed to what
is stored, `records.py` a record and how it is found, `filters.py` the question of a list, `access.py` who may do what.
"""
