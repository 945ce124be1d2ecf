"""The chat's side of the catalog: people, talks, inbox and audit."""
