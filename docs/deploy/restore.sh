#!/bin/sh
# Puts back what backup.sh kept, into the store that the settings name: restore.sh BACKUP
# Conversations that are not in the backup stay. Restart the service afterwards: it reads the secret at start.
set -eu
umask 077
backup=${1:?usage: restore.sh FOLDER/wenkao-TIME}
here=$(cd "$(dirname "$0")" && pwd)

gzip -t "$backup/conversations.jsonl.gz"
gzip -dc "$backup/conversations.jsonl.gz" | node "$here/../../src/wenkao.mjs" restore
if [ -z "${SECRET:-}" ] && [ -f "$backup/secret" ]; then
  mkdir -p "${DATA_DIR:-.data}"
  cp "$backup/secret" "${DATA_DIR:-.data}/secret"
fi
