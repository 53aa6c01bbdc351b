"""The forms that documents come in: a module for each, told apart by what is in a file."""
