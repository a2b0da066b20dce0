# syntax=docker/dockerfile:1
# The product in one image: the single-page app is built in, the process runs as nobody in particular.

FROM node:20-bookworm-slim AS frontend
WORKDIR /src/frontend
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY openapi/openapi.json /src/openapi/openapi.json
COPY docs/ /src/docs/
COPY frontend/ ./
RUN npm run build

FROM python:3.13-slim-bookworm AS packages
WORKDIR /src
RUN python -m venv /opt/champions
COPY requirements.lock pyproject.toml README.md ./
RUN /opt/champions/bin/pip install --no-cache-dir --require-hashes -r requirements.lock

FROM python:3.13-slim-bookworm
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/champions champions
COPY --from=packages /opt/champions /opt/champions
WORKDIR /app
COPY pyproject.toml README.md alembic.ini ./
COPY api/ api/
COPY migrations/ migrations/
COPY --from=frontend /src/frontend/dist frontend/dist
RUN /opt/champions/bin/pip install --no-cache-dir --no-deps --no-build-isolation --editable . \
    && /opt/champions/bin/python -m compileall -q api
ENV PATH=/opt/champions/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    CHAMPIONS_DATA_DIR=/var/lib/champions/data
RUN install --directory --owner=champions --group=champions /var/lib/champions/data
USER champions
VOLUME /var/lib/champions/data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health/ready', timeout=4)"]
CMD ["champions", "serve", "--host", "0.0.0.0", "--port", "8000"]
