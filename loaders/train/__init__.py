"""Rebuild the models of `loaders/models` from annotated articles (`make train`); needs the extra `train`."""
