"""The pipeline: small components, each `Doc` to `Doc`, in the order of `language.py`."""
