"""The machinery of the site: reads docs/, checks it, and makes everything that is computed from it."""
