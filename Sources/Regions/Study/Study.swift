internal import HubModel

/// A study file as read: every field known, every value of its kind; nothing yet looked up in any data.
struct Study: Sendable {
    var name: String
    /// The projected coordinate system that all work is done in.
    var crs: String
    var crsPlace: StudyPlace
    var areas: StudyAreas
    var lookups: [String: StudyLookup]
    var tables: [String: StudyTable]
    var households: StudyHouseholds?
    /// In the file's order, which is the order of the results.
    var services: [StudyService]
    var totalShare: StudyShare?
    var sites: [StudySiteLayer]
    var existing: StudyExisting
    var neighbourhoods: StudyOutlines?
    var rules: [StudyRule]
    var deprived: StudyDeprived?
    var groups: [StudyGroup]
    /// Counts of groups below this one are told nowhere.
    var suppressBelow: Int
    var backdrop: StudyOutlines?
    /// Who wrote the study and answers for its numbers, as they wish to be named.
    var authors: [String]
    var checks: StudyChecks
    var ties: StudyTies?
    var voices: StudyVoices?
    var journeys: StudyJourneys?
    /// In the order in which they are applied.
    var corrections: [StudyCorrection]
    var place: StudyPlace

    /// The form of the study file that this version reads.
    static let formNumber = 1

    /// - Parameter file: the study's name for messages.
    /// - Throws: `RegionError` naming line and field.
    init(yaml: String, file: String) throws {
        let root = try StudyNode(yaml: yaml, file: file)
        let fields = try root.fields(.study)
        place = fields.place
        let form = try fields.required("hubplan")
        guard try form.text() == String(Self.formNumber) else {
            throw form.failure("this hubplan reads studies of form \(Self.formNumber). Write `hubplan: 1`.")
        }
        name = try fields.text("name")
        crs = try fields.text("crs")
        crsPlace = try fields.required("crs").place
        areas = try StudyAreas(fields.required("areas"))
        lookups = try Self.named(fields["lookups"], StudyLookup.init(id:_:))
        tables = try Self.named(fields["tables"], StudyTable.init(id:_:))
        households = try fields["households"].map { try StudyHouseholds($0) }
        services = try fields.required("services").entries().map { try StudyService(id: $0.name, $0.value) }
        totalShare = try fields["totalShare"].map { try StudyShare($0) }
        sites = try fields.required("sites").entries().map { try StudySiteLayer(id: $0.name, $0.value) }
        existing = try fields["existing"].map { try StudyExisting($0) } ?? StudyExisting()
        neighbourhoods = try fields["neighbourhoods"].map { try StudyOutlines($0, as: .neighbourhoods) }
        rules = try fields["disadvantage"]?.entries().map { try StudyRule(id: $0.name, $0.value) } ?? []
        deprived = try fields["deprived"].map { try StudyDeprived($0) }
        groups = try fields["groups"]?.entries().map { try StudyGroup(id: $0.name, $0.value) } ?? []
        suppressBelow = try fields["suppressBelow"]?.integer(in: 0...1_000_000) ?? PopulationGroup.suppressBelow
        backdrop = try fields["backdrop"].map { try StudyOutlines($0) }
        authors = try fields["authors"]?.texts() ?? []
        checks = try fields["checks"].map { try StudyChecks($0) } ?? StudyChecks()
        ties = try fields["ties"].map { try StudyTies($0) }
        voices = try fields["voices"].map { try StudyVoices($0) }
        journeys = try fields["travel"].map { try StudyJourneys($0) }
        corrections = try fields["corrections"]?.list().map { try StudyCorrection($0) } ?? []
        try checkNames(fields)
    }

    private static func named<Entry>(
        _ node: StudyNode?, _ read: (String, StudyNode) throws -> Entry
    ) throws -> [String: Entry] {
        var entries: [String: Entry] = [:]
        for (name, value) in try node?.entries() ?? [] {
            guard !name.contains("/") else { throw value.failure("a name must not hold a slash.") }
            entries[name] = try read(name, value)
        }
        return entries
    }

    /// Names that one part of the file uses and another declares.
    private func checkNames(_ fields: StudyFields) throws {
        guard !services.isEmpty, services.count <= 32 else {
            throw try fields.required("services").failure("a study has from 1 to 32 services.")
        }
        guard !sites.isEmpty else { throw try fields.required("sites").failure("a study needs a layer of sites.") }
        for name in ["services", "disadvantage"] { try Self.checkCapitals(fields[name]) }
        let serviceNames = services.map(\.id)
        for name in sites.flatMap(\.suits) + corrections.flatMap(\.services) {
            try Self.check(name.text, among: serviceNames, what: "service", at: name.place)
        }
        for layer in sites {
            guard case .services(let names) = layer.gives else { continue }
            for name in names { try Self.check(name.text, among: serviceNames, what: "service", at: name.place) }
        }
        for name in groups.flatMap(\.services) {
            try Self.check(name.text, among: serviceNames, what: "service", at: name.place)
        }
        let ruleNames = rules.map(\.id)
        for share in services.compactMap(\.share) + [totalShare].compactMap({ $0 }) {
            try Self.check(share.rule, among: ruleNames, what: "disadvantage rule", at: share.place)
        }
        if let district = neighbourhoods?.district {
            try Self.check(
                district.text, among: areas.attributes.map(\.id), what: "attribute of the areas", at: district.place)
        }
        for table in tables.values.sorted(by: { $0.id < $1.id }) {
            guard let name = table.through else { continue }
            try Self.check(name, among: lookups.keys.sorted(), what: "lookup", at: table.source.place)
        }
    }

    /// Layers and columns of a GeoPackage are called after services and rules, whatever their case.
    private static func checkCapitals(_ node: StudyNode?) throws {
        var names: [String: String] = [:]
        for (name, value) in try node?.entries() ?? [] {
            guard let other = names.updateValue(name, forKey: name.lowercased()) else { continue }
            throw value.failure(
                "'\(other)' and '\(name)' differ in capitals only, which mapping software does not tell apart. Rename one of "
                    + "them.")
        }
    }

    static func check(_ name: String, among names: [String], what: String, at place: StudyPlace) throws {
        guard !names.contains(name) else { return }
        let known = names.isEmpty ? "the study has none" : "there are \(names.joined(separator: ", "))"
        throw place.failure("there is no \(what) '\(name)'; \(known).\(NearestName.hint(name, among: names))")
    }
}
