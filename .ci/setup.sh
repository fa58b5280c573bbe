# Sourced by run.sh and test.sh: installs what is missing on a Debian or Ubuntu machine, and says so.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DEBIAN_FRONTEND=noninteractive

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }

fail() { say "$*"; exit 1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else fail "This needs root: $*"
  fi
}

installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q "install ok installed"; }

# Installs packages without asking; reads the package lists again only when an install cannot do without.
install_packages() {
  command -v apt-get >/dev/null || fail "Please install $* by hand: this machine has no apt-get."
  say "Installing $*"
  as_root apt-get install -y -q --no-install-recommends "$@" </dev/null >/dev/null 2>&1 && return
  say "Reading the package lists first"
  as_root apt-get update -q </dev/null >/dev/null || true
  as_root apt-get install -y -q --no-install-recommends "$@" </dev/null >/dev/null || fail "Could not install $*."
}

need_packages() {
  local missing=() package
  for package in "$@"; do installed "$package" || missing+=("$package"); done
  [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
}

need_dotnet() {
  command -v dotnet >/dev/null || fail "The .NET 10 SDK is missing: https://learn.microsoft.com/dotnet/core/install/linux"
  dotnet --list-sdks | grep -q '^10\.' || fail "The .NET 10 SDK is missing; this machine has: $(dotnet --list-sdks | tr '\n' ' ')"
}

# Node builds the styles; 18 (Debian 12's) or later.
need_node() {
  local major=0
  if command -v node >/dev/null; then major=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0); fi
  if [ "$major" -lt 18 ]; then install_packages nodejs; fi
  command -v npm >/dev/null || install_packages npm
}

# WeasyPrint makes the PDF of letters and agreements; without it documents stay HTML.
need_pdf() { need_packages weasyprint fonts-noto-core; }

need_browser() {
  command -v chromium >/dev/null || need_packages chromium
}

need_mail_server() { need_packages python3-aiosmtpd; }

# Tests read a mailbox of this server on a port and in a folder of their own; the one that the package would start stays off.
need_imap_server() { need_packages dovecot-imapd; }
