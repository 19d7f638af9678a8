internal import HubModel
internal import Spatial

/// Reads the rows of an imported table into pairs of the study's own numbers, and keeps count of what does not fit.
struct MatrixReader {
    struct Pair {
        var area: UInt32
        var site: UInt32
        var value: Int32
    }

    let request: MatrixRequest
    private let areaCodes: [String]
    private let siteIDs: [String]
    private let areaNumber: [String: UInt32]
    private let siteNumber: [String: UInt32]
    private(set) var pairs: [Pair] = []
    private(set) var unit = MatrixRequest.Unit.minutes
    private var direction = MatrixRequest.Direction.oneWay
    private var row = 0
    private var unknownAreas = UnknownIDs()
    private var unknownSites = UnknownIDs()

    /// No journey of more minutes there and back is believed: four weeks.
    private static let mostSeconds = 28.0 * 86_400

    init(_ request: MatrixRequest, areaCodes: [String], siteIDs: [String]) {
        self.request = request
        self.areaCodes = areaCodes
        self.siteIDs = siteIDs
        areaNumber = Dictionary(
            zip(areaCodes, areaCodes.indices.map { UInt32($0) }), uniquingKeysWith: { first, _ in first })
        siteNumber = Dictionary(
            zip(siteIDs, siteIDs.indices.map { UInt32($0) }), uniquingKeysWith: { first, _ in first })
    }

    mutating func read() throws {
        do {
            if request.isWide { try readWide() } else { try readLong() }
        } catch let error as SpatialError {
            throw request.failure(
                error.description.replacing(request.file.path, with: request.file.title))
        }
        guard row > 0 else { throw request.failure("the file '\(request.file.title)' holds no rows.") }
    }

    private mutating func readLong() throws {
        let there = try VectorFile.columnNames(request.file.path, layer: request.file.layer)
        let columns = try MatrixColumns(request, among: there)
        (unit, direction) = (columns.unit, columns.direction)
        var places: [Int] = []
        var last = (code: "", number: UInt32?.none)
        try VectorFile.forEachRow(
            request.file.path, layer: request.file.layer, columns: [columns.from, columns.to, columns.cost],
            start: { names in
                places = [columns.from, columns.to, columns.cost].compactMap { names.firstIndex(of: $0) }
            },
            { values in
                row += 1
                let code = values[places[0]] ?? ""
                if last.code != code || row == 1 { last = (code, areaNumber[code]) }
                let site = values[places[1]] ?? ""
                let siteNumber = siteNumber[site]
                if last.number == nil { unknownAreas.note(code) }
                if siteNumber == nil { unknownSites.note(site) }
                guard let area = last.number, let siteNumber else { return }
                try take(values[places[2]], column: columns.cost, area: area, site: siteNumber)
            })
    }

    private mutating func readWide() throws {
        (unit, direction) = (try request.unit(of: nil), try request.direction(of: nil))
        var names: [String] = []
        var sites: [UInt32?] = []
        var fromPlace = 0
        try VectorFile.forEachRow(
            request.file.path, layer: request.file.layer,
            start: { columns in
                names = columns
                if let from = request.from {
                    guard let place = columns.firstIndex(of: from) else {
                        throw request.failure(
                            "the file '\(request.file.title)' has no column '\(from)'."
                                + NearestName.hint(from, among: columns))
                    }
                    fromPlace = place
                }
                sites = columns.map { siteNumber[$0] }
                for (place, name) in columns.enumerated() where place != fromPlace && sites[place] == nil {
                    unknownSites.note(name)
                }
            },
            { values in
                row += 1
                let code = values[fromPlace] ?? ""
                guard let area = areaNumber[code] else { return unknownAreas.note(code) }
                for (place, value) in values.enumerated() where place != fromPlace {
                    guard let site = sites[place] else { continue }
                    try take(value, column: names[place], area: area, site: site)
                }
            })
    }

    /// Words with which tables say that there is no journey.
    private static let noJourney: Set<String> = ["", "na", "nan", "inf", "infinity", "null", "none"]

    private mutating func take(_ text: String?, column: String, area: UInt32, site: UInt32) throws {
        let text = text ?? ""
        if Self.noJourney.contains(text.lowercased()) { return }
        guard let number = Double(text), number.isFinite, number >= 0, let value = scaled(number) else {
            throw request.failure(
                "the file '\(request.file.title)', row \(row), column '\(column)': '\(text)' is no number of "
                    + "\(unit.rawValue) from 0 to what four weeks hold. Correct it, or leave it blank where there is no journey."
            )
        }
        pairs.append(Pair(area: area, site: site, value: value))
    }

    /// There and back, in seconds or decimetres; nil where it is too long to be meant.
    private func scaled(_ number: Double) -> Int32? {
        let both = direction == .oneWay ? 2 * number : number
        let value: Double =
            switch unit {
            case .minutes: both * 60
            case .seconds: both
            case .metres: both * 10
            }
        return value <= (unit == .metres ? 1e9 : Self.mostSeconds) ? Int32(value.rounded()) : nil
    }

    // MARK: What does not fit

    /// What a pair that is not listed costs; nil where it cannot be travelled.
    func missing() throws -> Int32? {
        guard case .value(let number) = request.missing else { return nil }
        guard let value = scaled(number) else {
            throw request.failure("missing: \(number) is more \(unit.rawValue) than four weeks hold.")
        }
        return value
    }

    /// - Throws: when no pair is of the study, or pairs are missing that must not be.
    func findings(starts: [Int], areas: [UInt32]) throws -> [Finding] {
        let title = request.file.title
        guard !pairs.isEmpty else {
            let ids = [unknownAreas.examples.first, areaCodes.first, unknownSites.examples.first, siteIDs.first]
                .map { $0 ?? "none" }
            throw request.failure(
                "the file '\(title)' has no journey from an area of the study to one of its sites. It speaks of areas such "
                    + "as '\(ids[0])' where the study has '\(ids[1])', and of sites such as '\(ids[2])' where the study "
                    + "has '\(ids[3])'. Are 'from' and 'to' exchanged, or the codes of another year?")
        }
        if request.missing == .error, pairs.count < areaCodes.count * siteIDs.count {
            throw request.failure(missingPairs(starts: starts, areas: areas))
        }
        var findings: [Finding] = []
        func told(_ ids: UnknownIDs, _ what: String) {
            guard ids.count > 0 else { return }
            findings.append(
                Finding(
                    .note,
                    "The file '\(title)' speaks of \(ids.words) \(what) that the study does not have "
                        + "(\(ids.examples.joined(separator: ", "))); those rows were passed over."))
        }
        told(unknownAreas, "areas")
        told(unknownSites, "sites")
        var hasArea = [Bool](repeating: false, count: areaCodes.count)
        for area in areas { hasArea[Int(area)] = true }
        func lacks(_ ids: [String], _ what: String) {
            guard !ids.isEmpty else { return }
            findings.append(
                Finding(
                    .warning,
                    "The file '\(title)' has no journey for \(ids.count) \(what)\(ids.count == 1 ? "" : "s") of the study "
                        + "(\(ids.prefix(5).joined(separator: ", "))): \(consequence)."))
        }
        lacks(areaCodes.indices.filter { !hasArea[$0] }.map { areaCodes[$0] }, "area")
        lacks(siteIDs.indices.filter { starts[$0] == starts[$0 + 1] }.map { siteIDs[$0] }, "site")
        return findings
    }

    private var consequence: String {
        if case .value(let number) = request.missing { return "each counts \(number) \(unit.rawValue)" }
        return "they count as out of reach"
    }

    private func missingPairs(starts: [Int], areas: [UInt32]) -> String {
        var examples: [String] = []
        for site in siteIDs.indices where examples.count < 5 {
            let listed = Set(areas[starts[site]..<starts[site + 1]])
            for area in areaCodes.indices where examples.count < 5 && !listed.contains(UInt32(area)) {
                examples.append("\(areaCodes[area]) to \(siteIDs[site])")
            }
        }
        let count = areaCodes.count * siteIDs.count - pairs.count
        return
            "the file '\(request.file.title)' lacks \(count) of \(areaCodes.count * siteIDs.count) journeys "
            + "(\(examples.joined(separator: "; "))), and the study says `missing: error`. Complete the file, or state "
            + "`missing: unreachable`."
    }
}

/// Ids that the study does not know: their number, as far as it is counted, and the first few.
struct UnknownIDs {
    private var seen = Set<String>()
    private(set) var examples: [String] = []

    /// More are not told apart, so that memory stays bounded.
    private static let most = 1_000_000

    var count: Int { seen.count }
    var words: String { seen.count < Self.most ? String(seen.count) : "at least \(seen.count)" }

    mutating func note(_ id: String) {
        guard seen.count < Self.most, seen.insert(id).inserted else { return }
        if examples.count < 5 { examples.append(id) }
    }
}
