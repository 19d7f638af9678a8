package import HubModel

/// Sentences of the report that a terminal prints too.
package enum RunWords {
    /// "7 of 10 places are firm; 3 are near-ties for residents to settle"; nil where nothing was chosen or looked for.
    package static func ties(_ record: RunRecord, service: Int) -> String? {
        TieWords.headline(ServiceView(record, position: service, groups: []))
    }

    /// ", 66 with no way there and home counted as 720", to follow a mean; empty where everybody has one.
    /// - Parameters:
    ///   - record: the run.
    ///   - service: position in its request.
    ///   - household: the kind of household counted; nil for both.
    package static func noWay(_ record: RunRecord, service: Int, household: Household? = nil) -> String {
        let view = ServiceView(record, position: service, groups: [])
        return NoWayWords.note(view.childrenWithoutWay(view.figures, household: household), of: view)
    }

    /// "in the place itself 0% (0 of 1,484), across its border 79% (367 of 466)."; nil where the study stays within a border.
    /// - Parameters:
    ///   - record: the run.
    ///   - service: position in its request.
    package static func border(_ record: RunRecord, service: Int) -> String? {
        BorderSplit(ServiceView(record, position: service, groups: []), in: record.region)
            .map { Words.midSentence($0.sentence) }
    }

    /// Who gains and who loses beside the baseline; nil without one.
    package static func change(_ record: RunRecord, service: Int) -> String? {
        ServiceView(record, position: service, groups: []).change.map(BaselineSection.sentence)
    }
}
