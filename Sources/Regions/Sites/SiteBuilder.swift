internal import HubModel
internal import Spatial

/// Turns the layers of sites into candidates and existing hubs, each with its area and neighbourhood.
struct SiteBuilder {
    let study: Study
    let files: DataFiles
    let projector: Projector
    let areas: SiteAreas
    let areaVintage: String
    let neighbourhoods: [Neighbourhood]

    struct Built {
        /// In the order of their ids.
        var sites: [CandidateSite] = []
        /// One value a site.
        var attributes: [String: [String]] = [:]
    }

    func build(log: inout BuildLog) throws -> Built {
        var drafts: [Draft] = []
        for layer in study.sites { drafts += try read(layer, log: &log) }
        try checkUnique(drafts)
        var sites = drafts.map(\.site)
        try SiteCorrections(study: study, projector: projector, areas: areas).apply(to: &sites, log: &log)
        for index in drafts.indices { drafts[index].site = sites[index] }
        drafts.sort { $0.site.id < $1.site.id }
        try placeInNeighbourhoods(&drafts, log: &log)
        noteSharedPlaces(drafts, log: &log)
        var built = Built(sites: drafts.map(\.site))
        for name in Set(study.sites.flatMap { $0.attributes.map(\.id) }) {
            built.attributes[name] = drafts.map { $0.attributes[name] ?? "" }
        }
        return built
    }

    private struct Draft {
        var site: CandidateSite
        var attributes: [String: String]
        var row: Int
    }

    // MARK: One layer

    private func read(_ layer: StudySiteLayer, log: inout BuildLog) throws -> [Draft] {
        let source = layer.source
        let data = try layer.points.map { Self.layer(of: $0, source) } ?? files.layer(source, role: "sites \(layer.id)")
        let rows = try data.rows(passing: layer.filters)
        guard !rows.isEmpty else {
            throw layer.place.failure(
                "the file '\(source.file)' gives no site: none of its "
                    + "\(Wording.count(data.count, "row")) passes `where`.")
        }
        let keys = try data.texts(layer.key, at: layer.place)
        try UniqueKeys.check(keys, rows: rows, column: layer.key, source: source)
        warnOfSpoiltIds(rows.map { keys[$0] }, layer: layer, log: &log)
        let names = try (layer.points == nil ? layer.name : "name").map { try data.texts($0, at: layer.place) } ?? keys
        let codes = try areaCodes(layer, data: data, rows: rows)
        let coordinates =
            try layer.points.map { try SiteCoordinates($0, projector: projector) }
            ?? SiteCoordinates(layer, layer: data, rows: rows, projector: projector)
        let services = SiteServices(study: study)
        let attributes = try layer.attributes.map { ($0.id, try data.texts($0.column, at: layer.place)) }

        var drafts: [Draft] = []
        var outside: [String] = []
        var swapped: [(id: String, point: Point)] = []
        var bad: [(id: String, fault: SiteCoordinates.Fault)] = []
        for (index, row) in rows.enumerated() {
            let id = layer.prefix + keys[row]
            if areas.isOutside(code: codes[index]) {
                outside.append(id)
                continue
            }
            let point: Point
            switch coordinates.places[index] {
            case .failure(let fault):
                bad.append((id, fault))
                continue
            case .success(let good): point = good
            }
            let fitsSwapped = { areas.isNear(Point(x: point.y, y: point.x)) }
            switch areas.standing(of: point, code: codes[index]) {
            case .outside:
                if fitsSwapped() { swapped.append((id, point)) } else { outside.append(id) }
            case .contradiction(let reason):
                let hint = fitsSwapped() ? ", which fits with x and y swapped" : ""
                bad.append((id, .init(reason: reason + hint, isWrong: true)))
            case .area(let area):
                let standing = try services.read(layer, data: data, row: row)
                drafts.append(
                    Draft(
                        site: CandidateSite(
                            id: id, name: names[row].isEmpty ? id : names[row], point: point, status: standing.status,
                            layer: layer.id, suits: standing.suits, gives: standing.gives, area: UInt32(area)),
                        attributes: Dictionary(uniqueKeysWithValues: attributes.map { ($0.0, $0.1[row]) }), row: row))
            }
        }
        // In a layer of a whole country some site elsewhere fits by chance: only in one of this region it tells a mistake.
        if drafts.count + swapped.count > outside.count {
            bad += swapped.map { id, point in
                let position = [point.x, point.y].map { ($0.rounded()).plain }.joined(separator: ", ")
                return (id, .init(reason: "at \(position), which fits with x and y swapped", isWrong: true))
            }
        } else {
            outside += swapped.map(\.id)
        }
        files.note(
            source, role: "sites \(layer.id)", vintage: layer.areaCode?.vintage, read: data.count,
            dropped: [
                (data.count - rows.count, Wording.failsWhere), (outside.count, "stand outside the study's areas"),
                (bad.count, "have coordinates that cannot be right"),
            ])
        try report(bad, of: rows.count, layer: layer, log: &log)
        try report(outside: outside, kept: drafts.count, layer: layer, log: &log)
        return drafts
    }

    /// Sites of the study itself as a layer like any other.
    private static func layer(of points: [StudySitePoint], _ source: StudySource) -> VectorLayer {
        VectorLayer(
            path: source.file, name: source.file, columns: ["id", "name"],
            values: [points.map(\.id), points.map(\.name)], shapes: points.map { _ in nil }, crs: nil)
    }

    private func areaCodes(_ layer: StudySiteLayer, data: VectorLayer, rows: [Int]) throws -> [String] {
        guard let code = layer.areaCode else { return rows.map { _ in "" } }
        guard code.vintage == areaVintage else {
            throw code.place.failure(
                "the sites' area codes are of '\(code.vintage)' but the areas of '\(areaVintage)'. "
                    + "Give codes of the areas' vintage, or take `areaCode` out so that outlines decide.")
        }
        let all = try data.texts(code.column, at: code.place)
        let codes = rows.map { all[$0] }
        guard codes.contains(where: { areas.codes[$0] != nil }) || codes.allSatisfy(\.isEmpty) else {
            throw code.place.failure(
                "the sites do not join to the areas: none of the codes in column '\(code.column)' "
                    + "(\(Wording.firstFive(codes))) is a code of the study's areas. Check the column and the vintage.")
        }
        return codes
    }

    // MARK: What is told

    private func report(
        _ bad: [(id: String, fault: SiteCoordinates.Fault)], of count: Int, layer: StudySiteLayer, log: inout BuildLog
    ) throws {
        guard !bad.isEmpty else { return }
        let list = Wording.firstFive(bad.map { "\($0.id) \($0.fault.reason)" })
        let what =
            "\(Wording.count(bad.count, "site")) of '\(layer.source.file)' "
            + "\(Wording.verb(bad.count, "has", "have")) coordinates that cannot be right (\(list))"
        let wrong = bad.count { $0.fault.isWrong }
        if wrong * 2 > count {
            throw layer.place.failure(
                "\(what). That is \(wrong.grouped) of \(count.grouped): check the columns of "
                    + "`point`, "
                    + "which of them is x, and `crs`, here and for the areas.")
        }
        guard study.checks.onBadCoordinates == .drop else {
            throw layer.place.failure("\(what). Correct them, or let them be dropped with `onBadCoordinates: drop`.")
        }
        log.warn("\(what); they were left out.")
    }

    private func report(outside: [String], kept: Int, layer: StudySiteLayer, log: inout BuildLog) throws {
        guard kept > 0 else {
            throw layer.place.failure(
                "no site of '\(layer.source.file)' stands in the study's areas (first five: "
                    + "\(Wording.firstFive(outside))). Check the columns of `point`, `crs` and the areas' `where`.")
        }
        guard !outside.isEmpty else { return }
        log.note(
            "\(Wording.count(outside.count, "site")) of layer '\(layer.id)' "
                + "\(Wording.verb(outside.count, "stands", "stand")) outside the study's areas and were left "
                + "out (first five: \(Wording.firstFive(outside))).")
    }

    private func warnOfSpoiltIds(_ keys: [String], layer: StudySiteLayer, log: inout BuildLog) {
        let spoilt = keys.filter { key in
            key.first?.isNumber == true && key.lowercased().contains("e+") && PlainNumber.read(key) != nil
        }
        guard !spoilt.isEmpty else { return }
        log.warn(
            "\(Wording.count(spoilt.count, "id")) of '\(layer.source.file)' "
                + "\(Wording.verb(spoilt.count, "looks", "look")) like numbers that a spreadsheet rewrote "
                + "(\(Wording.firstFive(spoilt))); they are kept as they stand.")
    }

    private func checkUnique(_ drafts: [Draft]) throws {
        var layerOfID: [String: String] = [:]
        var repeated: [String] = []
        for draft in drafts {
            if let other = layerOfID.updateValue(draft.site.layer, forKey: draft.site.id) {
                repeated.append("'\(draft.site.id)' in \(other) and \(draft.site.layer)")
            }
        }
        guard repeated.isEmpty else {
            throw RegionError(
                "\(study.place.file), sites: \(Wording.count(repeated.count, "id")) "
                    + "\(Wording.verb(repeated.count, "stands", "stand")) in more than one layer "
                    + "(\(Wording.firstFive(repeated))). Give the layers different `prefix`es, or filters that do not "
                    + "overlap.")
        }
    }

    private func placeInNeighbourhoods(_ drafts: inout [Draft], log: inout BuildLog) throws {
        guard !neighbourhoods.isEmpty else { return }
        let index = try PolygonIndex(neighbourhoods.map(\.outline))
        var without: [String] = []
        for draft in drafts.indices {
            if let place = index.containing(drafts[draft].site.point).first {
                drafts[draft].site.neighbourhood = UInt32(place)
            } else {
                without.append(drafts[draft].site.id)
            }
        }
        guard !without.isEmpty else { return }
        log.warn(
            "\(Wording.count(without.count, "site")) "
                + "\(Wording.verb(without.count, "stands", "stand")) in no neighbourhood (first five: "
                + "\(Wording.firstFive(without))); they stay candidates.")
    }

    private func noteSharedPlaces(_ drafts: [Draft], log: inout BuildLog) {
        var idsByPoint: [Point: [String]] = [:]
        for draft in drafts { idsByPoint[draft.site.point, default: []].append(draft.site.id) }
        let shared = idsByPoint.values.filter { $0.count > 1 }.flatMap { $0 }.sorted()
        guard !shared.isEmpty else { return }
        log.note(
            "\(Wording.count(shared.count, "site")) "
                + "\(Wording.verb(shared.count, "shares", "share")) their coordinates with another (first five: "
                + "\(Wording.firstFive(shared))).")
    }
}
