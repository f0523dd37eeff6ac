"""The Flask application: wiring only."""

from __future__ import annotations

from flask import Flask, Response, redirect, request
from werkzeug.exceptions import NotFound

from service.config import Config
from service.logs import configure_logs, open_log
from service.sources import Source
from service.sources.library import Library
from service.web.about import about
from service.web.articles import articles
from service.web.home import home
from service.web.logs import log_requests
from service.web.nearest import without_trailing_slash
from service.web.ops import Readiness, ops
from service.web.problems import answer_errors
from service.web.schemas import schemas
from service.web.security import add_security_headers
from service.web.site import Press, Site, install_site
from service.web.words import FILTERS


def create_app(config: Config, *, source: Source | None = None, press: Press | None = None) -> Flask:
    """Return the application for this configuration; `source` and `press` stand in for the library and a direct press.

    Raises `SetupIncomplete` where fonts or libraries are missing.
    """
    app = Flask(__name__, static_folder="web/static", template_folder="web/templates")
    app.config["MAX_CONTENT_LENGTH"] = config.max_body_bytes
    app.url_map.merge_slashes = False
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(FILTERS)
    configure_logs(config)
    source = source or Library(config)
    press = press or _direct_press(config)
    log = open_log(config)
    install_site(app, Site(config, source, press, log, Readiness(source, press)))
    answer_errors(app, log)
    # Flask calls what is registered last first: the log line is written when the headers are complete.
    log_requests(app, log)
    add_security_headers(app)
    _forgive_trailing_slashes(app)
    for blueprint in (home, articles, schemas, about, ops):
        app.register_blueprint(blueprint)
    return app


def _forgive_trailing_slashes(app: Flask) -> None:
    @app.before_request
    def forgive() -> Response | None:
        if isinstance(request.routing_exception, NotFound) and (address := without_trailing_slash()):
            return redirect(address, 308)  # type: ignore[return-value]
        return None


def _direct_press(config: Config) -> Press:
    # Imported here, because the layout engine takes a while to load and not every press needs it in this process.
    from service.web.direct_press import DirectPress
    from service.workshop import open_workshop

    return DirectPress(open_workshop(config))
