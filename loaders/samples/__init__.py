"""Three market notes in our own words, from the facts of February 2025."""
