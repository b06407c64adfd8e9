# remarks_of FILTER: what check remarks on the base call once jq has changed its
# policy: in both languages, then as JSON. The base call's own rules,
# priorities, ties and overrides are left out first; override_in=ID puts in a
# plan instead.
override_in=
remarks_of() {
  jq "del(.rules, .priority, .ties, .groups) | $1" call/policy.json >policy &&
    mv policy call/policy.json || return
  rm call/overrides.csv
  [ -z "$override_in" ] || printf '%s\n' \
    application_id,decision,reason,decided_by,decided_on "$override_in,in,agreed,agency,2025-07-02" \
    >call/overrides.csv
  for language in en ja; do
    saitaku check call --lang "$language" |
      sed '1,/^\(Remarks on the policy\|規則についての指摘\)$/d'
  done
  saitaku check call --json | jq -c '.remarks[]'
}
