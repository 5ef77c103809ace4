"""Whether two mentions measure one thing, agree, or are a slip apart."""
