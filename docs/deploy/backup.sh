#!/bin/sh
# Backs up every conversation while the service runs: backup.sh FOLDER
# Takes the settings from the environment, as the service does. Keeps the newest KEEP (14) backups.
set -eu
umask 077
folder=${1:?usage: backup.sh FOLDER}
here=$(cd "$(dirname "$0")" && pwd)
target=$folder/wenkao-$(date -u +%Y%m%dT%H%M%SZ)

mkdir -p "$folder"
mkdir "$target.part"
trap 'rm -rf "$target.part"' EXIT
node "$here/../../src/wenkao.mjs" backup > "$target.part/conversations.jsonl"
gzip "$target.part/conversations.jsonl"
# without the secret that signed them, nobody's token leads to a conversation any more
if [ -z "${SECRET:-}" ] && [ -f "${DATA_DIR:-.data}/secret" ]; then
  cp "${DATA_DIR:-.data}/secret" "$target.part/secret"
fi
mv "$target.part" "$target" # whole or not at all
echo "$target"

ls -d "$folder"/wenkao-*Z | sort -r | tail -n "+$((${KEEP:-14} + 1))" | while read -r old; do
  rm -r "$old"
done
