"""Lists as tables: the formats that data frames, spreadsheets and pipes read, each written as a stream."""

from api.tables.formats import FORMATS, Format, chosen

__all__ = ["FORMATS", "Format", "chosen"]
