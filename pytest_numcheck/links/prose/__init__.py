"""An article as a string of typed holes, and the templates found in it."""
