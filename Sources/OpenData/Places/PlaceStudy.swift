internal import HubModel
internal import Spatial

/// A small study for a place of England: its areas and sites, what it asks for, and the rules as they bite there.
package struct PlaceStudy {
    /// "Hastings", "Hastings and Rother".
    package let title: String
    /// The study file.
    package let yaml: String
    /// "hastings.yaml".
    package var fileName: String { PlaceName.slug(title) + ".yaml" }
    /// For whoever asked: what the study takes in and what it asks for, a sentence each.
    package let sentences: [String]

    /// - Throws: `OpenDataError` or `SpatialError`: a place that is not known or not clear, a file that will not do, or
    ///   a place without any site.
    package init(_ request: PlaceRequest) throws {
        let areas = try PlaceAreas(package: request.package.path)
        let outlines = try PlaceOutlines(package: request.package.path)
        let chosen = try Self.chosen(request, areas: areas)
        let extent = try PlaceExtent(
            title: chosen.title, pick: chosen.pick, inside: chosen.inside, metres: request.buffer, areas: areas,
            outlines: outlines, package: request.package.path)
        typealias Column = EnglandLayers.OutlineColumn
        let wards = try PlaceLayers.outlines(
            request.package.path, EnglandLayers.leftBehindWards, code: Column.leftBehindWardCode,
            name: Column.leftBehindWardName)
        var rules = [try BitingRule(wards: wards, sites: extent.sites)]
        let needs = try request.needsIndex.map { try NeedsIndex(path: $0.path) }
        if let needs, let file = request.needsIndex {
            try Self.check(needs, file: file, areas: areas)
            rules.append(try BitingRule(needs: needs, areas: areas, outlines: outlines, sites: extent.sites))
        }
        let choices = HubKind.all.map { hub in
            HubChoice(
                hub, extent: extent, areas: areas, countsAcross: request.countsAcross, asked: request.count,
                rules: rules)
        }
        guard choices.contains(where: { $0 != nil }) else {
            throw OpenDataError(
                "No school, college, children's centre or library of the package stands in \(chosen.title)"
                    + (request.buffer > 0 ? " or within \(HubChoice.distance(request.buffer)) of it" : "")
                    + ". Ask for more around it with --buffer, or write a study with sites of your own: hubplan init FILE."
            )
        }
        let text = PlaceStudyText(
            request: request, extent: extent, described: chosen.described, choices: choices, needs: needs,
            wardCount: wards.count)
        title = chosen.title
        yaml = text.yaml
        sentences = text.sentences
    }

    private struct Chosen {
        var title: String
        /// "Rother, a district (E07000064)", one a place.
        var described: [String]
        var pick: PlaceExtent.Pick
        var inside: [Int]
    }

    private static func chosen(_ request: PlaceRequest, areas: PlaceAreas) throws -> Chosen {
        if let drawn = request.drawn {
            let zone = try BufferZone(DrawnOutline(path: drawn.path, layer: drawn.layer).outlines, metres: 0)
            let inside = areas.codes.indices.filter { zone.holds(areas.points[$0]) }
            guard !inside.isEmpty else {
                throw OpenDataError(
                    "No area of England has its centre of population inside the polygons of \(drawn.path). Draw them "
                        + "wider, or check their coordinate system.")
            }
            let title = drawn.layer ?? fileStem(drawn.path)
            return Chosen(
                title: title, described: ["\(title), as drawn in \(drawn.written)"], pick: .drawn, inside: inside)
        }
        let gazetteer = Gazetteer(areas)
        var places: [NamedPlace] = []
        for text in request.places {
            let place = try gazetteer.place(text)
            if !places.contains(place) { places.append(place) }
        }
        let kinds = places.map(\.kind)
        guard let narrowest = kinds.max() else {
            throw OpenDataError("Say which place the study is for: --place NAME, or --polygon FILE.")
        }
        let inside = areas.codes.indices.filter { area in
            places.contains { $0.codes.contains(areas.value(of: $0.kind, area)) }
        }
        let values = Set(inside.map { areas.value(of: narrowest, $0) }).sorted()
        return Chosen(
            title: joined(places.map(\.name)), described: places.map(\.description), pick: .values(narrowest, values),
            inside: inside)
    }

    /// "a", "a and b", "a, b and c", "a, b and 3 more".
    private static func joined(_ names: [String]) -> String {
        guard names.count > 3 else {
            return names.count < 2
                ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
        }
        return names.prefix(2).joined(separator: ", ") + " and \(names.count - 2) more"
    }

    /// "ore" of "maps/ore.geojson.gz".
    private static func fileStem(_ path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return name.split(separator: ".").first.map(String.init) ?? name
    }

    private static func check(_ needs: NeedsIndex, file: PlaceFile, areas: PlaceAreas) throws {
        let missing = areas.codes.filter { needs.ranks[$0] == nil }
        guard missing.isEmpty else {
            throw OpenDataError(
                "The file \(file.path) has no rank for \(Words.count(missing.count, "area")) of England "
                    + "(\(Words.firstFive(missing))). Give the Community Needs Index 2023 by LSOA 2021, whole.")
        }
    }
}
