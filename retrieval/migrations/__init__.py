"""The catalog's migrations: each takes the tables one step further; the catalog runs them when it opens."""
