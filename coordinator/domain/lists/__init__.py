"""The panel's pick lists: one module per family, every value stored for ever and never renamed.

The lists follow the field's own words (the panel's glossary and enumerations); what a person
reads for a value is in `coordinator.wording.labels`. Lifecycle statuses are in
`coordinator.domain.states`.
"""
