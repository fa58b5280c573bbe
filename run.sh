#!/usr/bin/env bash
# Starts the portal with demo data on http://localhost:5080. Installs and builds only what is missing.
# Anything after the command goes to the program: ./run.sh --Portal:City=Lindau
set -euo pipefail
cd "$(dirname "$0")"
. ./.ci/setup.sh

need_dotnet
need_node
need_pdf

project=src/GrantsPortal.Web
program=$project/bin/Release/net10.0/GrantsPortal.Web.dll
stamp=.local/.run-built
mkdir -p .local

# Built again when anything that goes into it is newer than the last build.
if [ ! -f "$program" ] || [ ! -f "$stamp" ] || [ -n "$(find src db Directory.Build.props Directory.Packages.props global.json \
    \( -name bin -o -name obj -o -name node_modules -o -name built \) -prune -o -type f -newer "$stamp" -print -quit)" ]; then
  say "Building the portal (the first time takes a minute or two)"
  touch .local/.run-building
  dotnet build "$project" --configuration Release --verbosity quiet --nologo -clp:ErrorsOnly
  mv .local/.run-building "$stamp"
else
  say "Already built"
fi

say "Starting on http://localhost:5080 with demo data; what it keeps lies in .local. Stop it with Ctrl+C."
storage=$PWD/.local
cd "$project"
exec dotnet "bin/Release/net10.0/GrantsPortal.Web.dll" --urls "http://localhost:5080" --Demo:Enabled=true --Storage:Path="$storage" "$@"
