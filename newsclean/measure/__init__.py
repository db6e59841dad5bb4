"""Measuring: records against gold, field by field. Standard library only.

gold.py     what is right          match.py    which record is of which case
fields.py   one case, one field    figures.py  sums over cases
report.py   figures, worst cases, what changed since another run; as text and as JSON
"""
