"""The build: what becomes of the pages once they are written."""
