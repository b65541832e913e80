# Shared by ./run, ./check and the scripts beside it. Source it; it runs nothing by itself.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export DEBIAN_FRONTEND=noninteractive

# What a build needs. Node comes separately, because its packages conflict between sources.
build_packages="g++ cmake ninja-build pkg-config ca-certificates libboost1.81-dev nlohmann-json3-dev
  libsqlitecpp-dev libsqlite3-dev libcli11-dev libstemmer-dev libsodium-dev libssl-dev
  libpugixml-dev libzip-dev wamerican"
# What the tests need on top: a real browser with a font to draw, and clang for the fuzzers and a
# second opinion on every receipt.
test_packages="libgtest-dev libgmock-dev chromium fonts-dejavu-core clang libclang-rt-14-dev"

say() { printf '%s\n' "$*"; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# Prints the packages among the arguments that are not installed.
missing_packages() {
  local package
  for package in "$@"; do
    dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || printf '%s ' "$package"
  done
}

# Prints the Node packages to install. Node from elsewhere brings its own npm, and Debian's npm
# package conflicts with it: so only what the command line really lacks is asked for.
missing_node() {
  command -v node >/dev/null || printf 'nodejs '
  command -v npm >/dev/null || printf 'npm '
}

# Installs what is missing of the packages given, or says the one line to run.
install_missing() {
  local packages
  packages=$(missing_packages "$@")$(missing_node)
  [ -z "${packages// /}" ] && return 0
  command -v apt-get >/dev/null || fail "this machine has no apt-get; install what stands for: $packages"
  local become=""
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
      become="sudo"
    else
      say "Some packages are missing and installing them needs rights that this user does not have. Run:"
      say "  sudo apt-get update && sudo apt-get install -y --no-install-recommends $packages"
      exit 1
    fi
  fi
  say "Installing (some minutes on a fresh machine): $packages"
  mkdir -p "$root/build"
  # shellcheck disable=SC2086  # A list of words on purpose.
  { $become apt-get update -q && $become apt-get install -y -q --no-install-recommends $packages; } \
    >"$root/build/install.log" 2>&1 || {
    tail -n 20 "$root/build/install.log" >&2
    fail "the packages could not be installed; the whole log is build/install.log"
  }
}

# Node 18 is the oldest that builds the web client.
require_node() {
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 18 ] || fail "Node $major is too old to build the web client; version 18 or newer is needed"
}

# configure NAME [cmake options]: configures the preset NAME of CMakePresets.json.
configure() {
  local preset=$1; shift
  (cd "$root" && cmake --preset "$preset" "$@" >"build/$preset.configure.log" 2>&1) || {
    tail -n 40 "$root/build/$preset.configure.log" >&2
    fail "cmake could not configure; the whole log is build/$preset.configure.log"
  }
}
