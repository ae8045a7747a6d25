#!/usr/bin/env bash
# The real Agents Playground and the real bot, driven in Chromium, in a network of their own that has nothing but loopback.
# usage: unshare -rn bash tests/clients/playground/run.sh COACHBOT.DLL FOLDER-FOR-SCREENSHOTS
set -euo pipefail
cd "$(dirname "$0")/../../.."
program="$(realpath "$1")" out="$(realpath -m "$2")"
rm -rf "$out" && mkdir -p "$out"
ip link set lo up

# The bot in its anonymous local mode: Development and the explicit setting, here and nowhere else. The experts are in a channel of the
# Playground's team; its tenant and its channels' ids are always these.
ASPNETCORE_ENVIRONMENT=Development Teams__AnonymousLocal=true \
  Experts__Channels__0__Channel=teams Experts__Channels__0__Tenant=00000000-0000-0000-0000-0000000000001 \
  Experts__Channels__0__Conversation=channel-announcements-id \
  dotnet "$program" serve --data "$out/data" --urls http://127.0.0.1:3978 > "$out/bot.log" 2>&1 & bot=$!
(cd "$out" && BROWSER=none exec node "$OLDPWD/tests/clients/node_modules/@microsoft/m365agentsplayground/cli.js" start \
  -e http://127.0.0.1:3978/api/messages -c msteams -p 56150 --disable-telemetry) > "$out/playground.log" 2>&1 & playground=$!
trap 'kill "$bot" "$playground" 2>/dev/null || true; wait "$bot" "$playground" 2>/dev/null || true; rm -rf "$out/data"' EXIT

wait_for() { for _ in $(seq 300); do curl -sf -m 1 "$1" > /dev/null && return 0; sleep 0.2; done; echo "nothing answers at $1"; return 1; }
wait_for http://127.0.0.1:3978/healthz
wait_for http://127.0.0.1:56150/_debug/ping
CHROMIUM="${CHROMIUM:-$(command -v chromium)}" timeout 300 node tests/clients/playground/drive.mjs "$out"
