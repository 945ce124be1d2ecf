"""The chat's core, which knows no platform: requests, replies, roles, limits, desk."""
