# syntax=docker/dockerfile:1
# The API with all that it needs, offline: docker build -t streetgraph .
FROM python:3.11-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /src
RUN python -m venv /opt/streetgraph
COPY requirements.lock ./
RUN /opt/streetgraph/bin/pip install --quiet --require-hashes --only-binary :all: -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY graph graph
COPY cypher cypher
COPY loaders loaders
COPY api api
RUN /opt/streetgraph/bin/pip install --quiet --no-deps --no-build-isolation .

FROM python:3.11-slim-bookworm
LABEL org.opencontainers.image.title="streetgraph" \
      org.opencontainers.image.description="Who said what about which company, when, with which numbers, and in which exact words." \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /opt/streetgraph /opt/streetgraph
# Numbers, so that an orchestrator can tell that it is not root; /data is for a store in one file.
RUN install --directory --owner=10001 --group=10001 /data
ENV PATH=/opt/streetgraph/bin:$PATH \
    HOME=/tmp \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    STREETGRAPH_HOST=0.0.0.0 \
    STREETGRAPH_PORT=8000 \
    STREETGRAPH_STORE=ladybug:/data/streetgraph.db \
    STREETGRAPH_KEYS=/data/keys.db
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=4 \
    CMD ["python", "-c", "import os, urllib.request as web; web.urlopen(f\"http://127.0.0.1:{os.environ['STREETGRAPH_PORT']}/health/ready\", timeout=4)"]
ENTRYPOINT ["streetgraph"]
CMD ["serve"]
