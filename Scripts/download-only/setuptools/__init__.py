"""Stands in for setuptools while pip downloads a source package, so that nothing of the package is run."""
