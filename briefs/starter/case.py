"""The commented case file that `new` writes: every key that matters, `unknown` where nothing is known yet."""

import json

_TEMPLATE = """\
# Case file of casebrief, format 1. Write 'unknown' where you do not know: it becomes a question, never a blank.
# Lines that begin with # are notes for you. Codes: casebrief list states | profiles | offences | stages | filings
format: 1
as_of: "{today}"            # the date on which the file is read: nothing later is used
reference: unknown           # your own file number; it must not name the person
language: en

persons_sought:
  - name:
      full: {name}
      native: unknown        # in native script, exactly as the person writes it
    born: unknown            # "1980-05-06"
    nationalities: [{nationality}]
    ethnicity: unknown
    religion: unknown
    occupation: unknown
    profile: []              # [uyghur, journalist, human-rights-defender, falun-gong, ...]
    # status: [{{kind: asylum-seeker, state: PL, since: "2024-01-31"}}]

request:
  requesting_state: {requesting_state}
  requested_state: {requested_state}
  kind: extradition          # extradition | deportation | surrender | transfer
  purpose: unknown           # prosecution | sentence | in-absentia
  received_on: unknown
  legal_basis: unknown       # treaty | reciprocity | none
  offences:
    - label: {charge}
      category: unknown      # fraud, corruption, terrorism, state-security, drugs, ...
      provision: unknown
      maximum_penalty: unknown   # death | life | "10 years"
      committed: unknown
  warrant: unknown           # {{issued_by: ..., dated: "2023-12-05", exhibit: ...}}: as its own paper shows it
  interpol: unknown          # {{kind: red notice, dated: "2024-01-31", warrant_dated: "2023-12-05"}}
  assurances: unknown        # [{{given_by: ..., dated: ..., covers: [...], text: ..., monitoring: ...}}]

proceedings:
  stage: unknown             # arrest, first-instance, appeal, minister, surrender, ...
  custody: unknown           # {{since: "2024-01-31", place: ...}}
  removal_scheduled: unknown # "2024-02-15 08:00"
  # removal_unannounced: yes # the authority was asked and has made no day known
  decisions: []              # [{{on: "2024-01-31", served_on: "2024-02-05", by: ..., outcome: ..., final: no,
                             #   suspensive_remedy: yes, exhibit: ...}}]. National terms often run from service
                             # reasons: [{{ground: art3-real-risk, says: ..., page: "4", error: ...}}] in each: what it
                             #   holds on a ground and why that is wrong; the appeal prints it under that ground
  other_procedures: []       # the same matter before another international body
  elected_body: unknown      # ecthr_rule39 or cat_art22: two bodies that exclude each other are never both written
  consent: unknown           # yes: the person agrees to be surrendered; no: does not

# What shows the risk for this person. Each fact with its source. Tags are grounds: casebrief list grounds
circumstances: []
#  - id: c1
#    says: In March 2019 two officers questioned the person for eleven hours without a record.
#    on: "2019-03"
#    source: {{exhibit: x1, page: "3"}}
#    tags: [art3-real-risk]
#    withhold_from: []        # requesting-state, requested-state, public

exhibits: []
#  - {{id: x1, title: Statement of the person sought, dated: "2024-02-01", pages: "11"}}

representation:
  counsel:
    - {{name: unknown, role: counsel, phone: unknown}}

confidentiality:
  anonymity_requested: unknown
  third_persons: []          # names that must not appear in what is filed

# What single filings need. Leave it out until you write them.
# papers:
#   expert: {{name: ..., address: ..., report_due: "2024-03-01"}}   # instruction of an expert
#   interpreter_language: Uyghur as spoken in Kashgar; reads Arabic script
#   release:                 # the court's file may reach the requesting state: then write
#     address: unknown       # "the address given to the court on a separate sheet"
#     surety: unknown        # amount, and who gives it; or "no surety is offered"
#   seized_items: unknown    # what was taken besides papers, telephone and money; or "no other items"

disclosure: {{}}               # adverse authorities: {{nz-sc/...: no}}
"""


def starter_case(answers: dict[str, str], today: str) -> str:
    """The text of a new case file. Answers are written as YAML texts, exactly as given; nationalities are codes."""
    plain = {key: _yaml_text(value) for key, value in answers.items()}
    plain["nationality"] = ", ".join(_yaml_text(code) for code in answers["nationality"].split(","))
    return _TEMPLATE.format(today=today, **plain)


def _yaml_text(value: str) -> str:
    plain = value.isidentifier() and value.lower() not in {"yes", "no", "null", "true", "false"}
    return value if plain else json.dumps(value, ensure_ascii=False)
