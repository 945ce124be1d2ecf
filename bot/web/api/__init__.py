"""The interface for programs under ``/api``: what people have on pages, as JSON with an OpenAPI description."""
