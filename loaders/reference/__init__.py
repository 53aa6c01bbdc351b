"""Reference data: the reviewed lists that come along, and the files of registers that the user has."""

from loaders.reference.starter import COLUMNS, Reference, check, parsed, references

__all__ = ["COLUMNS", "Reference", "check", "parsed", "references"]
