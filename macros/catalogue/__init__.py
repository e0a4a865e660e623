"""What a Bank knows when it is asked: catalogue, addresses, sources, standards; nothing for the eye."""
