"""The pages, one module each, with `build` as what makes it."""
