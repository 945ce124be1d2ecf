"""Pages from the web: addresses that may be fetched, and their bytes within limits."""
