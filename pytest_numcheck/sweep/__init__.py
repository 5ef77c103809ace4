"""Archives: every article of a source checked once, the findings in tables, and after a change only what it touches."""
