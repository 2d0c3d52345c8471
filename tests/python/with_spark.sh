#!/usr/bin/env bash
# usage: with_spark.sh ENVIRONMENT VERSION TEST...
# Runs tests with the Spark that scripts/test unpacked.
set -euo pipefail
environment=$1 version=$2
shift 2
spark=$environment/spark-$version
[ -d "$spark/pyspark" ] || { echo "skipped: Spark $version is not there; NEWSGRAPH_SPARK=all scripts/test fetches it where PyPI can be reached"; exit 77; }
command -v java >/dev/null || { echo "skipped: Java is not installed (apt-get install openjdk-17-jre-headless)"; exit 77; }
export SPARK_HOME=$spark/deps SPARK_LOCAL_IP=127.0.0.1 PYTHONDONTWRITEBYTECODE=1
PYTHONPATH=$spark:$(echo "$spark"/lib/py4j-*-src.zip)
export PYTHONPATH PYSPARK_PYTHON=$environment/python/bin/python
# Short runs of small tables: compiling them well costs more than it gains.
export PYSPARK_SUBMIT_ARGS='--driver-java-options "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC" pyspark-shell'
exec "$PYSPARK_PYTHON" -m pytest -q -p no:cacheprovider "$@"
