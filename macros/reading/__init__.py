"""Files below docs/ -> Bank, each part with its line; the only room that reads docs/ or git."""
