"""What reviewers decide on a draft's findings, wherever they decide it."""
