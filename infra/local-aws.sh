#!/usr/bin/env bash
# What the function needs of AWS, on this machine: DynamoDB Local with template.yaml's tables, and a secret key.
# Refuses what the template's policies do not allow. Listens on all interfaces, for containers; ends with Ctrl+C.
# The maintenance has the port behind it.
# usage: infra/local-aws.sh [PORT]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ -f target/shapes/class-path ] || ./mvnw -B -ntp -q -Pshapes test-compile
exec java -cp "target/test-classes:target/classes:$(cat target/shapes/class-path)" dev.housecount.shape.LocalAws "${1:-8000}"
