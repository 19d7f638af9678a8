internal import Foundation
package import HubModel
internal import Spatial

/// Turns a question asked with options into the text of a study, which is then read like any other.
package struct QuickStudy: Sendable {
    private let question: QuickQuestion

    package init(_ question: QuickQuestion) {
        self.question = question
    }

    /// What areas are called where their file does not say what its codes are codes of.
    static let vintage = "areas of this study"

    /// The study, and what was found in the files and taken, one sentence each.
    /// - Parameter folder: that the study will stand in; its paths start there.
    /// - Throws: `RegionError` naming the option to give, where a file does not say enough.
    package func study(in folder: String) throws -> (text: StudyText, taken: [String]) {
        let areas = try QuickLayer(question.areas, option: "--areas", what: "areas")
        let sites = try QuickLayer(question.sites, option: "--sites", what: "sites")
        guard areas.table.columns.contains(question.weight) else {
            throw areas.missingColumn(question.weight, option: "--weight")
        }
        let areasKey = try areas.key(stated: question.areasKey, option: "--areas-key")
        let areaCode = try sites.column(holding: Set(areas.texts(areasKey)))
        let sitesKey = try sites.key(stated: question.sitesKey, option: "--sites-key", not: areaCode)
        if let sitesName = question.sitesName, !sites.table.columns.contains(sitesName) {
            throw sites.missingColumn(sitesName, option: "--sites-name")
        }
        let areaPlaces = try areas.coordinates(crs: question.crs)
        let sitePlaces = try sites.coordinates(crs: question.crs)
        let answer = QuickStudyText(
            question: question,
            areas: .init(
                source: areas.source(from: folder), key: areasKey, name: areas.nameColumn(otherThan: areasKey),
                places: areaPlaces),
            sites: .init(
                source: sites.source(from: folder), key: sitesKey,
                name: question.sitesName ?? sites.nameColumn(otherThan: sitesKey), places: sitePlaces),
            areaCode: areaCode,
            crs: try QuickCRS.forStudy(stated: question.crs, areaPlaces, sitePlaces, of: areas),
            share: try question.share.map { try QuickShare($0, areas: areas, sites: sites) })
        let folder = RelativePath.resolved(folder)
        return (StudyText(file: "study.yaml", folder: folder, yaml: answer.yaml), answer.taken)
    }
}
