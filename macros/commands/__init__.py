"""check, new, serve, export: arguments in, text and exit status out."""

from macros.catalogue.site import SiteAddressError
from macros.commands.new import CannotWriteError
from macros.commands.serve import CannotServeError
from macros.model.problem import ActiveContentError
from macros.reading.revision import UnknownRevisionError

# What a command raises where it was called wrongly, or must not go on: the message is for a person.
REFUSALS = (FileNotFoundError, UnknownRevisionError, CannotWriteError, CannotServeError, ActiveContentError, SiteAddressError)

__all__ = ["REFUSALS"]
