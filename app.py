"""The app object: Streamlit's pages behind the guard of DESIGN section 11, nothing else."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

import jtbd.ui
from jtbd.ui import direct, net, page
from jtbd.ui.ahead import ahead
from jtbd.ui.guard import Guard

app = st.App(
    Path(jtbd.ui.__file__).resolve().with_name("main.py"),
    lifespan=ahead,
    routes=[*page.ROUTES, direct.ROUTE],
    middleware=[Middleware(Guard)],
    on_script_error=net.caught,
)
