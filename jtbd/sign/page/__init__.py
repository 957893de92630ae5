"""`verify.html`: one file that verifies a dropped sheet in a browser, from disk and without network.

Its verifier is written anew in JavaScript, so that it can be read beside the one in `jtbd.sign.check.sheet`; both give
the same verdict in the same words. Only what must not drift is taken from here: the schemas, the sentences of the
rules, and what a sheet's terms mean.
"""

from jtbd.sign.page.build import build_page, verify_page

__all__ = ["build_page", "verify_page"]
