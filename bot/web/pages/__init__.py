"""The pages: signing in, asking, checking, reports, figures, people; each a router."""
