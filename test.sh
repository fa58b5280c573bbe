#!/usr/bin/env bash
# Builds everything and runs every test. The last line says how many passed and failed; the exit code is 0 when none failed.
set -uo pipefail
cd "$(dirname "$0")" || exit 1
. ./.ci/setup.sh

need_dotnet
need_node
need_pdf
need_browser
need_mail_server
need_imap_server

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
passed=0 failed=0 skipped=0

# Adds "Passed: N", "Failed: N", "Skipped: N" of one test program to the sums.
add_counts() {
  local count
  count() { grep -ioE "(^|[ ,])$1: *[0-9]+" "$2" | tail -1 | grep -oE '[0-9]+' || echo 0; }
  passed=$((passed + $(count '(passed|succeeded)' "$1")))
  failed=$((failed + $(count failed "$1")))
  skipped=$((skipped + $(count skipped "$1")))
}

finish() {
  if [ "$skipped" -gt 0 ]; then echo "$passed passed, $failed failed, $skipped skipped"
  else echo "$passed passed, $failed failed"; fi
  [ "$failed" = 0 ]
  exit
}

say "Building"
if ! dotnet build GrantsPortal.sln --verbosity quiet --nologo -clp:ErrorsOnly </dev/null; then
  say "The build failed."
  failed=1
  finish
fi

# One test program after the other; what each says and how it ended is kept for later.
run_programs() {
  local name program
  for name in "$@"; do
    program=tests/$name/bin/Debug/net10.0/$name
    if [ ! -x "$program" ]; then echo "$name was not built" >"$results/$name.log"; echo 1 >"$results/$name.code"; continue; fi
    say "$name"
    timeout 1500 "$program" </dev/null >"$results/$name.log" 2>&1
    echo $? >"$results/$name.code"
  done
}

check_format() {
  say "Format"
  dotnet format GrantsPortal.sln --verify-no-changes --no-restore </dev/null >"$results/format.log" 2>&1
  echo $? >"$results/format.code"
}

# Two rows side by side, since browsers and mail servers leave a core idle while they are waited for.
say "Checking the format and running the tests, two at a time"
(run_programs GrantsPortal.Rules.Tests GrantsPortal.Database.Tests; check_format) &
run_programs GrantsPortal.Web.Tests GrantsPortal.Browser.Tests GrantsPortal.Faults.Tests
wait

cat "$results/format.log"
if [ "$(cat "$results/format.code")" = 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
for project in tests/*.Tests; do
  name=$(basename "$project")
  [ -f "$results/$name.log" ] || { say "$name was not run"; failed=$((failed + 1)); continue; }
  say "$name"
  cat "$results/$name.log"
  code=$(cat "$results/$name.code")
  before=$failed
  add_counts "$results/$name.log"
  # 8 means that the program holds no test; any other code without a failed test is a failure of the program itself.
  if [ "$code" != 0 ] && [ "$code" != 8 ] && [ "$failed" = "$before" ]; then
    say "$name ended with $code"
    failed=$((failed + 1))
  fi
done

finish
