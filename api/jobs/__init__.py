"""Documents that were posted: noted at once, read one after another, and never lost without a word."""
