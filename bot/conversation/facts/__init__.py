"""What was answered: facts in a ledger, set side by side, confirmed, quoted again."""
