"""What servers said last of the feeds that are followed, kept so that a later run asks only for what is new."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.model import digest
from loaders.sources.visits import NO_MARK, Mark


@dataclass(frozen=True, slots=True)
class FeedMarks:
    """The marks of feeds in a file; what one store has is news to another. A file that is lost costs a download."""

    path: Path
    store: str

    def of(self, address: str) -> Mark:
        """What the server said last of this feed."""
        try:
            return Mark(**self._all()[self._name(address)])
        except (KeyError, TypeError):
            return NO_MARK

    def keep(self, address: str, mark: Mark) -> None:
        """Note what the server says of this feed now, if there is a place for it."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            written = self.path.with_suffix(".new")
            written.write_text(json.dumps(self._all() | {self._name(address): asdict(mark)}), encoding="utf-8")
            written.replace(self.path)
        except OSError:
            return

    def _all(self) -> dict[str, dict[str, str]]:
        try:
            return dict(json.loads(self.path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return {}

    def _name(self, address: str) -> str:
        return digest(self.store, address)
