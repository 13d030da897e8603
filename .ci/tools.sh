# Sourced by the other scripts: where things are, and what installs them.
cache=${HOUSECOUNT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/housecount}
shared=${HOUSECOUNT_SHARED:-../shared}

# Debian packages, unless their commands or files are there: install PACKAGE WITNESS...
install() {
  local package=$1
  shift
  local witness
  for witness in "$@"; do
    command -v "$witness" > /dev/null || [ -e "$witness" ] || { apt-get -qq update && apt-get -qq install -y "$package" > /dev/null; return; }
  done
}

# The packages that a folder has locked. Of what would be compiled only better-sqlite3 is needed, once for all folders.
packages() {
  local folder=$1 module=$1/node_modules/better-sqlite3 compiled
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --prefer-offline --loglevel=error)
  compiled=$cache/better-sqlite3/$(cd "$module" && node -p 'require("./package.json").version + "-" + process.versions.modules')
  if [ ! -e "$compiled/better_sqlite3.node" ]; then
    install python3 python3
    install g++ g++
    install make make
    # Debian's Node brings its headers; elsewhere node-gyp fetches them.
    [ ! -e /usr/include/node/node.h ] || export npm_config_nodedir=/usr
    (cd "$folder" && npm rebuild better-sqlite3 --loglevel=error)
    mkdir -p "$compiled"
    cp "$module/build/Release/better_sqlite3.node" "$compiled/"
  fi
  mkdir -p "$module/build/Release"
  cp "$compiled/better_sqlite3.node" "$module/build/Release/"
}

# A real backend of Backstage in $cache/catalog, for the tests that need one.
catalog_backend() {
  local installed=$cache/catalog locked=src/backstage/catalog/package-lock.json
  if ! cmp -s "$locked" "$installed/installed.json"; then
    echo "== the backend of Backstage"
    rm -rf "$installed"
    mkdir -p "$installed"
    cp src/backstage/catalog/package.json "$locked" "$installed/"
    packages "$installed"
    cp "$locked" "$installed/installed.json"
  fi
}

# The packed backend plugin, installed into that backend, unless these very sources are.
backend_plugin() {
  local packed=$cache/packed sources
  sources=$(find src/backstage/common src/backstage/backend \( -name node_modules -o -name dist -o -name temp \) -prune \
    -o -type f -print | LC_ALL=C sort | xargs sha256sum)
  [ "$sources" != "$(cat "$cache/catalog/plugin.txt" 2> /dev/null)" ] || return 0
  rm -rf "$packed"
  mkdir -p "$packed"
  [ -x src/backstage/node_modules/.bin/tsc ] || packages src/backstage
  (
    cd src/backstage
    npm run --silent build -w common -w backend
    npm pack --silent --pack-destination "$packed" -w common -w backend > /dev/null
  )
  (cd "$cache/catalog" && npm install --no-save --ignore-scripts --no-audit --no-fund --prefer-offline --loglevel=error "$packed"/*.tgz > /dev/null)
  echo "$sources" > "$cache/catalog/plugin.txt"
}

# SAM, its linter and its translator, in an environment of their own.
aws_tools() {
  local venv=$cache/aws-tools/venv versions=.ci/aws-tools.txt
  if ! cmp -s "$versions" "$venv/installed.txt"; then
    rm -rf "$venv"
    python3 -m venv "$venv"
    "$venv/bin/pip" install -q --disable-pip-version-check -r "$versions"
    cp "$versions" "$venv/installed.txt"
  fi
  export PATH="$venv/bin:$PATH" SAM_CLI_TELEMETRY=0 AWS_DEFAULT_REGION=us-east-1 AWS_EC2_METADATA_DISABLED=true
}
