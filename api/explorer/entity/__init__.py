"""The parts of an entity's page."""
