internal import HubModel

/// Sentences of the report that a terminal prints too.
package enum RunWords {
    /// "7 of 10 places are firm; 3 are near-ties for residents to settle"; nil where nothing was chosen or looked for.
    package static func ties(_ record: RunRecord, service: Int) -> String? {
        TieWords.headline(ServiceView(record, position: service, groups: []))
    }

    /// Who gains and who loses beside the baseline; nil without one.
    package static func change(_ record: RunRecord, service: Int) -> String? {
        ServiceView(record, position: service, groups: []).change.map(BaselineSection.sentence)
    }
}
