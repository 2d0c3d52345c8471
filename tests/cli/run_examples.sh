#!/usr/bin/env bash
# usage: run_examples.sh NEWSGRAPH FOLDER-OF-ARTICLES
# Runs the examples of all help texts, one after another in one folder, as a reader would.
set -uo pipefail
newsgraph=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" && ln -s "$newsgraph" "$work/bin/newsgraph"
PATH=$work/bin:$PATH
cp -r "$2" "$work/news"
export BROWSER=true  # which does nothing, well
cd "$work" || exit 1
cat >table.csv <<'CSV'
source,relation,target,date,evidence
Microsoft,owns,GitHub,2018-10-26,Microsoft has completed its purchase of GitHub.
CSV
newsgraph claims --quiet news/tiktok-law.txt >claims.jsonl
id=$(head -n 1 claims.jsonl | sed 's/.*"document":{"id":"\([^"]*\)".*/\1/')
echo '{"id": "'"$id"'", "claims": [{"subject": ["United States"], "relation": "bans", "object": ["TikTok"], "status": "planned"}]}' >gold.jsonl
newsgraph claims --quiet news >reviewed.jsonl
echo '{"entities": [{"id": "example-corp", "name": "Example Corp", "type": "organization"}]}' >my-entities.json

status=0
count=0
while IFS= read -r example; do
  count=$((count + 1))
  bash -o pipefail -c "$example" >out 2>err
  code=$?
  if [ $code -ne 0 ]; then
    echo "exit code $code: $example"
    cat err
    status=1
  fi
done < <(newsgraph examples)
echo "$count examples"
[ "$count" -gt 20 ] || { echo "too few examples"; status=1; }
exit $status
