internal import HubModel
internal import Spatial

/// By a list of places and their polygons: a site counts when it stands inside one, boundary included.
extension RuleBuilder {
    func placeList(_ rule: StudyRule, _ places: StudyPlaces, log: inout BuildLog) throws -> Built {
        let listed = try places.list.map { try codes(in: $0, role: "rule \(rule.id)") }
        let outlines = try outlineReader.read(
            places.polygons, role: "places of \(rule.id)", only: listed.map { listed in { listed.contains($0) } },
            log: &log)
        guard !outlines.isEmpty else {
            throw places.polygons.source.place.failure(
                "none of the listed codes (\(Wording.firstFive((listed ?? []).sorted()))) has a polygon in "
                    + "'\(places.polygons.source.file)'. Check the key and the vintage.")
        }
        if let listed {
            let without = listed.subtracting(outlines.map(\.code)).sorted()
            if !without.isEmpty {
                log.warn(
                    "\(Wording.count(without.count, "listed place")) of the rule '\(rule.id)' "
                        + "\(Wording.verb(without.count, "has", "have")) no polygon in "
                        + "'\(places.polygons.source.file)' (first five: \(Wording.firstFive(without))): no site "
                        + "can stand "
                        + "in them.")
            }
        }
        let index = try PolygonIndex(outlines.map(\.outline))
        let boundary = try BoundaryStanding(outlines: outlines.map(\.outline), accuracy: rule.accuracy, edge: rule.edge)
        let vintage = places.polygons.vintage ?? places.polygons.source.file
        let names = Set((listed ?? Set(outlines.map(\.code))).map { PlaceName(vintage: vintage, code: $0) })
        let living = try livingInside(rule) ?? areas.map { !index.containing($0.point).isEmpty }
        let people =
            rule.areas.isEmpty
            ? "an area's people count as living inside when its population-weighted point does"
            : "an area's people count as living inside by the study's own test"
        let built = DisadvantageRule(
            id: rule.id, title: rule.title, date: rule.date, source: rule.source,
            explanation:
                "A site counts when it stands inside one of \(Wording.grouped(names.count)) \(places.kind), boundary "
                + "included; \(people).",
            placeCount: names.count, placeKind: places.kind,
            sites: sites.map { site in
                let place = index.containing(site.point).first
                return boundary.standing(
                    of: site.point, isInside: place != nil, place: place.map { outlines[$0].name })
            },
            areas: living, outlines: outlines.filter { extent.touches($0.outline) }, accuracy: rule.accuracy)
        let evidence = listed.map {
            ListedCodes(file: places.list?.file?.file ?? "", vintage: vintage, codes: $0, areaKeys: [])
        }
        return Built(
            rule: built, places: names,
            evidence: RuleEvidence(
                kind: .places(list: evidence, vintage: vintage), outlines: outlines, areas: [],
                people: try peopleTests(rule)))
    }

    /// The codes of a list in a file of its own.
    func codes(in list: StudyCodeList, role: String) throws -> Set<String> {
        guard let source = list.file, let key = list.key else {
            throw list.place.failure("the list names no file.")
        }
        let layer = try files.layer(source, role: role)
        let rows = try layer.rows(passing: list.filters)
        let keys = try layer.texts(key, at: list.place)
        files.note(
            source, role: role, vintage: list.vintage, read: layer.count,
            dropped: [(layer.count - rows.count, Wording.failsWhere)])
        try UniqueKeys.check(keys, rows: rows, column: key, source: source)
        guard !rows.isEmpty else {
            throw list.place.failure(
                "no row of '\(source.file)' passes `where`, so the list of places is empty. Check column and value.")
        }
        return Set(rows.map { keys[$0] })
    }
}
