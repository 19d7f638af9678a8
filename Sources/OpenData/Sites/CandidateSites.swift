internal import HubModel
internal import Spatial

/// Buildings that could hold a hub, from the registers of schools and libraries.
struct CandidateSites {
    struct Site {
        let id: String
        let name: String
        let kind: SiteKind
        let point: Point
        /// Code of the small area as the register gives it; "" where it gives none.
        let area: String
        let source: String
    }

    /// Ascending by id.
    private(set) var sites: [Site] = []

    init(selection: Selection, grid: GridPoints, areas: AreaIndex, placing: SitePlacing, log: inout BuildLog) throws {
        _ = try selection.needed(.schools)
        var owner: [String: String] = [:]
        for found in selection.files(.schools) {
            let table = try SourceTable(found)
            for site in try Self.establishments(table, grid, areas, placing, &log) {
                if let earlier = owner.updateValue(found.path, forKey: site.id) {
                    throw OpenDataError(
                        "URN \(site.id.dropFirst(5)) stands twice: in \(earlier) and in \(found.path). "
                            + "Keep one row an establishment, and one download a register.")
                }
                sites.append(site)
            }
        }
        if let found = selection.files(.libraries).first {
            sites += try Self.libraries(SourceTable(found), grid, placing, &log)
        }
        sites.sort { $0.id < $1.id }
    }

    // MARK: Schools

    private static func establishments(
        _ table: SourceTable, _ grid: GridPoints, _ areas: AreaIndex, _ placing: SitePlacing, _ log: inout BuildLog
    ) throws -> [Site] {
        let ids = table.needed(.id)
        let names = table.needed(.name)
        let types = table.needed(.establishmentType)
        let groups = table.needed(.establishmentGroup)
        let phases = table.needed(.phase)
        let statuses = table.texts(.status)
        let codes = table.texts(.area2021)
        let points = try grid.points(x: table.needed(.x), y: table.needed(.y))
        var sites: [Site] = []
        var mended: [String] = []
        var otherCodes: [String] = []
        for row in ids.indices {
            if let statuses, !HeadingRule.plain(statuses[row]).hasPrefix("open") {
                table.drop(1, "not open: \(statuses[row].lowercased())")
                continue
            }
            let kind: SiteKind
            switch SiteKind.of(type: types[row], group: groups[row], phase: phases[row]) {
            case .success(let found): kind = found
            case .failure(let why):
                table.drop(1, why.reason)
                continue
            }
            guard let urn = WholeNumber.read(ids[row]), urn > 0 else {
                throw table.failure(row: row, .id, ids[row], of: names[row], "a URN")
            }
            if ids[row] != String(urn) { mended.append("\(ids[row]) is \(urn)") }
            let code = codes?[row] ?? ""
            let isKnown = areas[code] != nil
            if !isKnown, code.hasPrefix("E") { otherCodes.append(String(urn)) }
            switch placing.place(points[row], area: areas[code]) {
            case .failure(let why): table.drop(1, why.reason)
            case .success(let point):
                sites.append(
                    Site(
                        id: "gias-\(urn)", name: names[row], kind: kind, point: point, area: isKnown ? code : "",
                        source: "Get Information about Schools"))
            }
        }
        if !mended.isEmpty { log.note("In \(table.found.path) the URN written \(Words.firstFive(mended)).") }
        if !otherCodes.isEmpty {
            log.note(
                "In \(table.found.path) \(Words.count(otherCodes.count, "site")) (\(Words.firstFive(otherCodes))) "
                    + "\(otherCodes.count == 1 ? "has" : "have") a code that is no small area of 2021: left blank.")
        }
        log.read(table.summary(used: sites.count))
        return sites
    }

    // MARK: Libraries

    private static func libraries(
        _ table: SourceTable, _ grid: GridPoints, _ placing: SitePlacing, _ log: inout BuildLog
    ) throws -> [Site] {
        let ids = table.needed(.id)
        let names = table.needed(.name)
        let closed = table.needed(.closed)
        let points = try grid.points(x: table.needed(.x), y: table.needed(.y))
        var sites: [Site] = []
        var rowOfID: [String: Int] = [:]
        for row in ids.indices {
            guard ["", "f", "false", "no", "n", "0", "open"].contains(closed[row].lowercased()) else {
                table.drop(1, "closed")
                continue
            }
            if ids[row].isEmpty { throw table.failure(row: row, .id, ids[row], of: names[row], "a library's number") }
            if let earlier = rowOfID.updateValue(row, forKey: ids[row]) {
                throw OpenDataError(
                    "The file \(table.found.path) has library \(ids[row]) in rows \((earlier + 1).grouped) and "
                        + "\((row + 1).grouped). Keep one row a library.")
            }
            switch placing.place(points[row], area: nil) {
            case .failure(let why): table.drop(1, why.reason)
            case .success(let point):
                sites.append(
                    Site(
                        id: "library-\(ids[row])", name: names[row], kind: .library, point: point, area: "",
                        source: "Public libraries in England, \(table.file.vintage)"))
            }
        }
        log.read(table.summary(used: sites.count))
        return sites
    }
}

extension CandidateSites {
    /// What the outlines and the register say of each other, and which sites share their coordinates.
    func describe(_ placing: SitePlacing, areas: AreaIndex, log: inout BuildLog) {
        var schools = 0
        var elsewhere = 0
        for site in sites {
            guard let area = areas[site.area], let isInside = placing.isInside(site.point, area: area) else { continue }
            schools += 1
            if !isInside { elsewhere += 1 }
        }
        if schools > 0 {
            log.note(
                "\(elsewhere.grouped) of \(schools.grouped) sites (\(Words.percent(elsewhere, of: schools))) stand "
                    + "outside the generalised outline of the small area that their register gives: the register's code "
                    + "counts.")
        }
        let shared = Dictionary(grouping: sites, by: \.point).values.filter { $0.count > 1 }.reduce(0) { $0 + $1.count }
        if shared > 0 { log.note("\(Words.count(shared, "site")) share their coordinates with another one.") }
    }
}
