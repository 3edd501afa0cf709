# Build: docker compose build. The index is built by the `rebuild` service into the volume that the bot reads.
FROM python:3.11-slim-bookworm AS build
# TORCH_INDEX: PyTorch's own wheel index has builds for the CPU only, which are much smaller.
ARG TORCH_INDEX=https://download.pytorch.org/whl/cpu
WORKDIR /src
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY bot bot
COPY corpus corpus
COPY index index
RUN python -m venv /opt/kratom \
 && /opt/kratom/bin/pip install --no-cache-dir --extra-index-url "$TORCH_INDEX" --constraint constraints.txt .

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /home/kratom --create-home kratom \
 && mkdir -p /var/lib/kratom/index /var/lib/kratom/state && chown -R kratom:kratom /var/lib/kratom
COPY --from=build /opt/kratom /opt/kratom
COPY --chown=root:root corpus /corpus
ENV PATH=/opt/kratom/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    KRATOM_CORPUS_DIR=/corpus \
    KRATOM_INDEX_DIR=/var/lib/kratom/index \
    KRATOM_STATE_DIR=/var/lib/kratom/state
USER kratom
WORKDIR /home/kratom
CMD ["kratom-bot", "run"]
