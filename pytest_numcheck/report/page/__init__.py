"""The page: articles as they read, every number lit by what happened to it. One file, no network."""
