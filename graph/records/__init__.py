"""What registers say of companies, institutions and others: reference data that the user has, with its source named."""

from graph.records.record import Record

__all__ = ["Record"]
