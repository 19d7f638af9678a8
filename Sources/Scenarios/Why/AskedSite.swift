internal import HubModel
internal import HubPlan

/// A site by what people call it.
struct AskedSite {
    private let region: Region

    init(_ run: StudyRun) {
        region = run.region
    }

    /// By its id, or the name of its building where no other has it; nil where no site is called so.
    /// - Throws: `HubPlanError` where several are.
    func site(_ name: String) throws -> UInt32? {
        let wanted = name.lowercased()
        if let exact = region.sites.firstIndex(where: { $0.id == name }) { return UInt32(exact) }
        let found = region.sites.indices.filter {
            region.sites[$0].id.lowercased() == wanted || region.sites[$0].name.lowercased() == wanted
        }
        guard found.count <= 1 else {
            throw HubPlanError(
                "\(found.count) sites are called '\(name)'. Give the id of one: "
                    + found.prefix(10).map { region.sites[$0].id }.joined(separator: ", ") + ".")
        }
        return found.first.map { UInt32($0) }
    }
}
