#!/usr/bin/env bash
# The GitHub Action's work: check the articles that a pull request changes (all of them on any other event), annotate them,
# fill the step's summary and write a SARIF file. What the workflow says comes in NUMCHECK_*, never as part of a command.
set -euo pipefail

sarif=${NUMCHECK_SARIF:-numcheck.sarif}
options=(--format github --output "sarif=$sarif" --fail-on "${NUMCHECK_FAIL_ON:-error}")
[ -z "${GITHUB_STEP_SUMMARY:-}" ] || options+=(--output "github-summary=$GITHUB_STEP_SUMMARY")
[ -z "${NUMCHECK_RULES:-}" ] || options+=(--rules "$NUMCHECK_RULES")
[ -z "${NUMCHECK_BASELINE:-}" ] || options+=(--baseline "$NUMCHECK_BASELINE")
[ "${NUMCHECK_STRICT:-false}" != true ] || options+=(--strict)

if [ -n "${GITHUB_BASE_REF:-}" ] && [ "${NUMCHECK_CHANGED_ONLY:-true}" = true ]; then
  base=refs/remotes/origin/$GITHUB_BASE_REF
  # actions/checkout fetches one commit: where the branch left its base is told by the history
  shallow=()
  [ "$(git rev-parse --is-shallow-repository)" != true ] || shallow=(--unshallow)
  git fetch --quiet --no-tags ${shallow[@]+"${shallow[@]}"} origin "+refs/heads/$GITHUB_BASE_REF:$base"
  options+=(--changed-since "$base")
fi

paths=()
while IFS= read -r line; do
  [ -z "${line//[[:space:]]/}" ] || paths+=("$line")
done <<<"${NUMCHECK_PATHS:-.}"

[ -z "${GITHUB_OUTPUT:-}" ] || printf 'sarif=%s\n' "$sarif" >>"$GITHUB_OUTPUT"
exec numcheck check "${options[@]}" -- "${paths[@]}"
