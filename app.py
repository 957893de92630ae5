"""The app object: Streamlit's pages behind the guard, under settings of their own; nothing else.

`streamlit run app.py` serves it as `jtbd` does, which runs this file.
"""

import sys
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

import jtbd.ui
from jtbd.ui import direct, net, page, settings
from jtbd.ui.ahead import ahead
from jtbd.ui.guard import Guard

settings.keep_ours_or_end(Path(__file__).resolve().parent, first=__name__ == "__main__")

app = st.App(
    Path(jtbd.ui.__file__).resolve().with_name("main.py"),
    lifespan=ahead,
    routes=[*page.ROUTES, direct.ROUTE],
    middleware=[Middleware(Guard)],
    on_script_error=net.caught,
)

if __name__ == "__main__":
    from jtbd.ui.serve import serve

    sys.exit(serve(app, sys.argv[1:]))
