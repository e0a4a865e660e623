"""The build: MkDocs' hooks, background work, files, search index, service worker."""
