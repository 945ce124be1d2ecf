"""The index opened and filled, and evidence brought from it or from files."""
