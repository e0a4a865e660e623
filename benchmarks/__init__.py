"""How long the build takes, against plain Material with the same pages."""
