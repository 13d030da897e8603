#!/usr/bin/env bash
# The native function's figures beside the JVM function's, from one run, then what an answer of each report costs both.
# Needs target/shapes/{native,jvm}.zip: .ci/native builds them. Fails where a figure passes its limit.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
./mvnw -B -ntp -q verify -Pshapes -Dit.test=BenchmarkIT,ReportsBenchmarkIT -Dfailsafe.failIfNoSpecifiedTests=true
