# shellcheck shell=bash disable=SC2034
# Shared by the scripts beside it; source it, do not run it.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '%s\n' "$*"; }
fail() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null; }

# Where things that are not packages go, and how: /usr/local when we may, else a folder of the user's own.
if ((EUID == 0)); then
    prefix=/usr/local
    as_root() { "$@"; }
elif has sudo && { sudo -n true 2>/dev/null || [[ -t 0 ]]; }; then
    prefix=/usr/local
    as_root() { sudo "$@"; }
else
    prefix=$HOME/.local
    as_root() { "$@"; }
fi
can_be_root() { [[ $prefix == /usr/local ]]; }

# Flags every build needs: none where the system knows HiGHS, else the way to the user's own copy.
swift_flags=()
own_flags() {
    if ! pkg-config --exists highs 2>/dev/null && [[ -e $HOME/.local/lib/pkgconfig/highs.pc ]]; then
        swift_flags=(--pkg-config-path "$HOME/.local/lib/pkgconfig" -Xlinker -rpath -Xlinker "$HOME/.local/lib")
    fi
}
