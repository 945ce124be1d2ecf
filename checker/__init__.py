"""Is each figure right: rules, verdicts, arithmetic, and the annotation of drafts."""
