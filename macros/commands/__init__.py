"""check, new, export: arguments in, text and exit status out."""

from macros.commands.new import CannotWriteError
from macros.model.problem import ActiveContentError
from macros.reading.revision import UnknownRevisionError

# What a command raises where it was called wrongly, or must not go on: the message is for a person.
REFUSALS = (FileNotFoundError, UnknownRevisionError, CannotWriteError, ActiveContentError)

__all__ = ["REFUSALS"]
