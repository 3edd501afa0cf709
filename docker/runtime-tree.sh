#!/bin/sh
# Put all that the running bot needs into one folder: sh docker/runtime-tree.sh PYTHON FOLDER, from the project's root.
# The Dockerfile and bench/image.py both use it, so that what is measured is what is shipped. No torch: see pyproject.toml.
set -eu
python=$1
folder=$2
"$python" -m pip install --quiet --disable-pip-version-check --no-cache-dir --no-compile \
    --constraint constraints.txt --target "$folder" '.[reload]'
# Libraries bring their own tests along.
find "$folder" -type d \( -name tests -o -name test \) -prune -exec rm -r {} +
# tokenizers brings a client of a model hub, for names of models; here it reads a file of the build.
rm -rf "$folder"/hf_xet* "$folder"/huggingface_hub*
# onnxruntime brings itself a second time, for programs in C; headers and sources of compiled code are for compilers.
rm -f "$folder"/onnxruntime/capi/libonnxruntime.so.*
find "$folder" -type f \( -name '*.pyi' -o -name '*.pyx' -o -name '*.pxd' -o -name '*.h' -o -name '*.a' \) -delete
# The list of English words is used; the other languages' are not.
find "$folder/spellchecker/resources" -name '*.json.gz' ! -name en.json.gz -delete
# Of scipy, fits and sparse matrices are used; statistics, signals, images, files and example data are not.
for part in stats signal ndimage io cluster odr datasets; do rm -rf "$folder/scipy/$part"; done
# Compiled code of what is imported, and of nothing else: it makes starting faster and would take 100 MB for all.
cd "$folder"
env -u PYTHONDONTWRITEBYTECODE PYTHONPATH="$folder" "$python" -S -c '
import bot.cli, bot.frontends.discord_client.client, bot.frontends.state_commands, bot.storage.store
import bm25s, corpus.checks, corpus.report.writing, index.onnx_encoder, index.rebuild, scipy.optimize, scipy.sparse
'
