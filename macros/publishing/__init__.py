"""The build: MkDocs' hooks, background work, files, styles, search index, service worker."""
