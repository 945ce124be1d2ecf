"""The catalog of reports, passages and figures in a SQL database."""
