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

# A real backend of Backstage in $cache/catalog, for the tests that need one.
catalog_backend() {
  local installed=$cache/catalog locked=src/backstage/catalog/package-lock.json
  install python3 python3
  install g++ g++
  install make make
  if ! cmp -s "$locked" "$installed/installed.json"; then
    echo "== the backend of Backstage"
    rm -rf "$installed"
    mkdir -p "$installed"
    cp src/backstage/catalog/package.json "$locked" "$installed/"
    # Debian's Node brings its headers; elsewhere node-gyp fetches them.
    [ ! -e /usr/include/node/node.h ] || export npm_config_nodedir=/usr
    (cd "$installed" && npm ci --no-audit --no-fund --prefer-offline --loglevel=error)
    cp "$locked" "$installed/installed.json"
  fi
}

# The packed backend plugin, installed into that backend.
backend_plugin() {
  local packed=$cache/packed
  rm -rf "$packed"
  mkdir -p "$packed"
  (
    cd src/backstage
    [ -x node_modules/.bin/tsc ] || npm ci --no-audit --no-fund --prefer-offline --loglevel=error
    npm run --silent build -w common -w backend
    npm pack --silent --pack-destination "$packed" -w common -w backend > /dev/null
  )
  (cd "$cache/catalog" && npm install --no-save --no-audit --no-fund --prefer-offline --loglevel=error "$packed"/*.tgz > /dev/null)
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
