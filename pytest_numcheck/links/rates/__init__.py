"""So much each, how many, and what that makes."""
