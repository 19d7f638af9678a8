internal import Regions
internal import Yams

/// Sites that a change is about, and the services it is for: `hub-2`, a list of ids, or `{sites: …, for: …}`.
struct SiteNames {
    let sites: [StudyNode]
    let services: [String]
    /// Whether the change names services itself.
    let namesServices: Bool

    init(_ value: StudyNode, in study: StudyDocument) throws {
        if value.isMapping {
            let fields = try value.fields(named: ["sites", "for"])
            sites = try fields.required("sites").list()
            services = try ByService.named(fields["for"], in: study)
            namesServices = fields["for"] != nil
        } else {
            sites = try value.list()
            services = study.services
            namesServices = false
        }
        for site in sites { _ = try site.text() }
    }

    var ids: [String] { sites.compactMap { try? $0.text() } }
    var words: String { ids.joined(separator: ", ") }

    /// Adds the sites to a list of each service, or takes them out of it.
    /// - Parameters:
    ///   - field: `lockedIn` or `lockedOut`.
    ///   - study: whose services hold the list.
    ///   - isAdded: false takes them out.
    func change(_ field: String, of study: inout StudyDocument, isAdded: Bool) {
        for service in services {
            let path = ["services", service, field]
            let names = Set(ids)
            let kept = study.list(at: path).filter { !names.contains($0.scalar?.string ?? "") }
            study.setList(kept + (isAdded ? sites.map(\.node) : []), at: path)
        }
    }
}
