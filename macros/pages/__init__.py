"""What each page of the site shows: one module for each kind of page."""
