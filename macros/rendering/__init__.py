"""Markdown -> HTML: our Python-Markdown extensions, and fragments for exports."""
