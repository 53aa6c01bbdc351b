"""The explorer: pages over the graph at `/`, made with NiceGUI, which is imported nowhere else.

A page is a function in `pages/` under `@shown("/claim/{claim_id}")` (`showing.py`), which is given a `Visit` and builds
below the frame; `mounting.py` lists the pages. `visit.ask(explore.claim, claim_id)` asks the graph in a thread, once it
is checked anew who asks; `visit.do(Scope.WRITE, work, …)` writes. `visit.moment` is what the address says of it, and
`visit.parameters` the rest. Whatever a page raises becomes a page that says so, with the status that the API would
give.

`markup.py` makes elements, `sections.py` parts of a page that load by themselves, `states.py` what stands where there
is nothing yet; `addresses.py` has every link, `colours.py` the colours of kinds and stances, `style.css` the look.
`gate.py`, `sessions.py` and `sign_in.py` see to keys.
"""

from api.explorer.mounting import install

__all__ = ["install"]
