"""How the documentation site is made: `python -m docs.building FOLDER` writes its pages, and the tool that sets them.

`make docs` runs both. What stands in `docs/` is taken as it is, with links to the rest of the repository followed; the
reference is made from query headers, settings, the command line and docstrings, and the notebooks are run.
"""
