"""What publishing a form has to know and write of other forms: one module for each such thing.

`Forms` asks every step at three places: `prepared` completes the definition with what other forms say, `problems`
judges it beside them, and `published` writes what others must find, in the work that makes the version.
"""

from .publish_step import PublishStep

__all__ = ["PublishStep"]
