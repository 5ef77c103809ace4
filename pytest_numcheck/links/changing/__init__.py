"""Old, new and by: what changed from what to what, and numbers told as larger or so many times another."""
