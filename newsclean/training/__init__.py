"""Making `label/weights.json` from labelled pages: `python -m newsclean.training`.

A folder of pages holds `gold.jsonl.gz` (one object a page: id, url, headline, body) and `dumps/<kind>/<id>.txt`.
"""
