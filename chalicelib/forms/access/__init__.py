"""Who may do what with the records of a form, and the one entrance to reading them.

`groups.py` permission groups and how older definitions are read as groups, `giving.py` who may give which rights,
`checks.py` what is wrong with groups, `compiling.py` makes of them the `scope.py` of one member, `rights.py` what that
member may see and change of one record. All of it is pure; `service/entrance.py` reads through it.
"""
