"""Reading numbers: the grammar of amounts, what they count or measure, which way they move, and whom they are about."""
