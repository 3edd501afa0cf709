# Build: docker compose build. Two images: `rebuild` makes the index with torch and ends; `runtime` answers, without it.
FROM python:3.11-slim-bookworm AS source
WORKDIR /src
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY docker docker
COPY bot bot
COPY corpus corpus
COPY index index

FROM python:3.11-slim-bookworm AS base
RUN useradd --system --uid 10001 --home-dir /home/kratom --create-home kratom \
 && mkdir -p /var/lib/kratom/index /var/lib/kratom/state && chown -R kratom:kratom /var/lib/kratom
COPY --chown=root:root corpus /corpus
ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    KRATOM_CORPUS_DIR=/corpus \
    KRATOM_INDEX_DIR=/var/lib/kratom/index \
    KRATOM_STATE_DIR=/var/lib/kratom/state
WORKDIR /home/kratom

FROM source AS build-packages
# TORCH_INDEX: PyTorch's own wheel index has builds for the CPU only, which are much smaller.
ARG TORCH_INDEX=https://download.pytorch.org/whl/cpu
RUN python -m venv /opt/kratom \
 && /opt/kratom/bin/pip install --no-cache-dir --extra-index-url "$TORCH_INDEX" --constraint constraints.txt '.[build]'

FROM source AS runtime-packages
RUN sh docker/runtime-tree.sh python /opt/kratom

FROM base AS rebuild
COPY --from=build-packages /opt/kratom /opt/kratom
ENV PATH=/opt/kratom/bin:$PATH
USER kratom
CMD ["python", "-m", "index.rebuild", "--if-needed"]

FROM base AS runtime
COPY --from=runtime-packages /opt/kratom /opt/kratom
ENV PATH=/opt/kratom/bin:$PATH \
    PYTHONPATH=/opt/kratom
USER kratom
CMD ["kratom-bot", "run"]
