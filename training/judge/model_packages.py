"""Where a package that brings a model's files along keeps them."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def folder(package: str, requirements: str) -> Path:
    """A package's folder. @throws ValueError where it is not installed; it names the file that installs it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ValueError(f"folder: package: expected {package} to be installed (training/{requirements}), got none")
    return Path(spec.submodule_search_locations[0])
