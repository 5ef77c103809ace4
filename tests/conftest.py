"""What all tests share."""

import contextlib

# pytester's in-process runs forget the modules that they imported. Two do not survive a second import: yaml's C loader, and and
# the backport of importlib.metadata, which some libraries load where it is there and which switches the standard finder off.
import yaml  # noqa: F401

with contextlib.suppress(ImportError):
    import importlib_metadata  # noqa: F401

pytest_plugins = ["pytester"]
