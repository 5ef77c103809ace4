"""What all tests share."""

# pytester's in-process runs forget the modules that they imported; yaml's C loader does not survive a second import.
import yaml  # noqa: F401

pytest_plugins = ["pytester"]
