# syntax=docker/dockerfile:1
# Two stages: the first builds the environment and the print fonts, the second holds only what a render needs.

FROM debian:bookworm-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends \
      python3 python3-venv fonts-noto-cjk && rm -rf /var/lib/apt/lists/*
WORKDIR /build
RUN python3 -m venv /opt/tearsheet
COPY requirements.lock pyproject.toml README.md LICENSE ./
RUN /opt/tearsheet/bin/pip install --no-cache-dir --require-hashes --requirement requirements.lock
COPY service service
COPY print_templates print_templates
RUN /opt/tearsheet/bin/pip install --no-cache-dir --no-deps --no-build-isolation . \
 && /opt/tearsheet/bin/tearsheet fonts

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends \
      python3 libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin tearsheet \
 && install -d -o tearsheet -g tearsheet /data
COPY --from=build /opt/tearsheet /opt/tearsheet
ENV PATH=/opt/tearsheet/bin:$PATH PYTHONUNBUFFERED=1 \
    TEARSHEET_DATA=/data TEARSHEET_HOST=0.0.0.0 TEARSHEET_PORT=8080 TEARSHEET_LOG_FORMAT=json
USER tearsheet
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 \
  CMD ["python3", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8080/healthz', timeout=4)"]
ENTRYPOINT ["tearsheet"]
CMD ["serve"]
