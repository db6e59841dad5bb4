"""Making `label/model.npz` from labelled pages: `python -m newsclean.training`.

A folder of pages holds `gold.jsonl.gz` (one object a page: id, url, headline, body; authors, captions and standfirst
where they are known), `dumps/<kind>/<id>.txt` and `html/<id>.html.gz`.
"""

MISSING = "newsclean: training needs what the extra brings: pip install 'newsclean[train]'"
"""Said in place of the trace of a failed import."""
