"""Pages for people: the reference and the help for problems. They load nothing from anywhere."""
