# Sourced by ./run and ./test: `need PACKAGE…` installs Debian packages where that is possible, and names them otherwise.

need() {
    [ "$(uname -s)" = Linux ] || return 0
    command -v dpkg >/dev/null 2>&1 || return 0
    local missing=() package
    for package in "$@"; do
        dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
        echo "Please install: ${missing[*]}" >&2
        return 0
    fi
    local try
    for try in 1 2 3; do
        # One update is enough for all packages of a run.
        [ -n "${PACKAGES_UPDATED:-}" ] || { apt-get update -qq && export PACKAGES_UPDATED=1; } || true
        if DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; then
            return 0
        fi
        sleep "$((try * 5))"
    done
    echo "Could not install: ${missing[*]}" >&2
}
