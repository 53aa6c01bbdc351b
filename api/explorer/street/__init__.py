"""The parts of the page that says where the street stands on something."""
