"""What a form may say and what its records must be: pure, without I/O.

`definition.py` a published version, `form_state.py` what is true of a form now, `checks.py` what keeps a draft from
being published, `fields/` the field types, `formula/` their language, `evaluation_order.py` the order in which formulas
are computed, `normal_form.py` when two texts are the same, `values.py` from what was typed to what is stored,
`records.py` a record and how it is found, `filters.py` the query of a list, `access.py` who may do what.
"""
