"""pytest hooks; imports nothing heavy."""
