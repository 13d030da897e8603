#!/usr/bin/env bash
# How many of published lists' bots Housecount knows, and how many of their browsers it refuses. Takes the lists'
# newest versions: crawler-user-agents and user-agents (of people) as npm packages, isbot's from its repository.
#
#   infra/bots.sh [FOLDER]      FOLDER (target/bots) keeps what was fetched; an isbot/ that is there is taken as it is
set -euo pipefail
cd "$(dirname "$0")/.."
lists=$(mkdir -p "${1:-target/bots}" && cd "${1:-target/bots}" && pwd)

for package in crawler-user-agents user-agents; do
  rm -rf "${lists:?}/$package" && mkdir "$lists/$package"
  archive=$(cd "$lists/$package" && npm pack --silent "$package")
  tar -xzf "$lists/$package/$archive" -C "$lists/$package"
  rm "$lists/$package/$archive"
done
[ -d "$lists/isbot" ] || git clone --quiet --depth 1 https://github.com/omrilotan/isbot "$lists/isbot"

./mvnw -q test -Dtest=BotBenchmark -Dbots.lists="$lists"
