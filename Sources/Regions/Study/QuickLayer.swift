internal import Foundation
internal import HubModel
internal import Spatial

/// A layer of which nothing is known but its name: finds its key, its names and where its rows stand.
struct QuickLayer {
    /// "--areas"
    let option: String
    /// "areas"
    let what: String
    let path: String
    let layer: String?
    let table: VectorLayer

    /// Where rows stand.
    enum Places {
        /// The layer's own shapes; the system where the file states none.
        case shapes(CoordinateSystem, stated: String?)
        case columns(x: String, y: String, system: String)

        /// "its points", "columns easting and northing"
        var words: String {
            switch self {
            case .shapes: "its own shapes"
            case .columns(let x, let y, _): "columns \(x) and \(y)"
            }
        }
    }

    /// - Parameter text: FILE or FILE:LAYER.
    init(_ text: String, option: String, what: String) throws {
        self.option = option
        self.what = what
        let asked = LayerPath(text)
        guard FileManager.default.fileExists(atPath: asked.file) else {
            throw RegionError("\(option): there is no file \(text); check its name, and the folder you are in.")
        }
        (path, layer) = (asked.file, asked.layer)
        do {
            if layer == nil {
                let names = try VectorFile.layerNames(path).filter { $0 != "layer_styles" }
                guard names.count <= 1 else {
                    throw RegionError(
                        "\(option): \(path) has \(names.count) layers (\(names.joined(separator: ", "))). "
                            + "Name one: \(option) \(path):\(names[0]).")
                }
            }
            table = try VectorFile.read(path, layer: layer)
        } catch let error as SpatialError {
            throw RegionError("\(option): \(error.description)")
        }
        guard table.count > 0 else { throw RegionError("\(option): \(path) holds no rows.") }
    }

    func texts(_ column: String) throws -> [String] {
        guard let values = table.column(column) else { throw missingColumn(column, option: option) }
        return values.map { $0 ?? "" }
    }

    func missingColumn(_ column: String, option: String) -> RegionError {
        RegionError(
            "\(option): \(path) has no column '\(column)'.\(NearestName.hint(column, among: table.columns)) "
                + "Columns there are: \(table.columns.joined(separator: ", ")).")
    }

    /// As the study names it.
    func source(from folder: String) -> (file: String, layer: String?) {
        (RelativePath.of(path, from: folder), layer)
    }

    // MARK: Key and name

    /// The column of codes: the stated one, or the first that is named like one and differs in every row.
    /// - Parameter other: a column that is the code of something else.
    func key(stated: String?, option: String, not other: String? = nil) throws -> String {
        if let stated {
            guard table.columns.contains(stated) else { throw missingColumn(stated, option: option) }
            return stated
        }
        let unique = table.columns.filter { $0 != other && isKey($0) }
        for isLikely in [Self.isNamedCode, Self.isNamedID] {
            if let found = unique.first(where: isLikely) { return found }
        }
        let texts = unique.filter { name in table.column(name)?.contains { PlainNumber.read($0 ?? "") == nil } ?? false
        }
        if texts.count == 1 { return texts[0] }
        throw RegionError(
            "\(self.option): no column of \(path) can be told to be the code of its \(what). Name one with \(option); "
                + (unique.isEmpty
                    ? "no column differs in every row."
                    : "those that differ in every row: \(unique.joined(separator: ", "))."))
    }

    private func isKey(_ column: String) -> Bool {
        guard let values = table.column(column), !values.contains(where: { ($0 ?? "").isEmpty }) else { return false }
        return Set(values).count == values.count
    }

    private static func isNamedCode(_ column: String) -> Bool {
        let words = words(column)
        // LSOA21CD as the statistical office writes it.
        return words.last == "code" || words.last == "cd"
            || (column.lowercased().hasSuffix("cd") && column.contains(where: \.isNumber))
    }

    private static func isNamedID(_ column: String) -> Bool {
        ["id", "key", "urn", "uprn", "number", "ref", "reference", "fid"].contains(words(column).last ?? "")
    }

    /// A column of names; nil when none is named so.
    func nameColumn(otherThan key: String) -> String? {
        let others = table.columns.filter { $0 != key }
        return others.first { ["name", "title"].contains($0.lowercased()) }
            ?? others.first { column in
                ["name", "title", "nm"].contains(Self.words(column).last ?? "")
                    || (column.lowercased().hasSuffix("nm") && column.contains(where: \.isNumber))
            }
    }

    /// The column that names an area in nine rows of ten or more; nil when none does.
    func column(holding codes: Set<String>) -> String? {
        table.columns.first { column in
            let values = table.column(column) ?? []
            return values.count { codes.contains($0 ?? "") } * 10 >= values.count * 9
        }
    }

    // MARK: Coordinates

    /// - Parameter crs: stated for coordinates that do not say.
    func coordinates(crs: String?) throws -> Places {
        if table.shapes.contains(where: { $0 != nil }) {
            if let own = table.crs { return .shapes(own, stated: nil) }
            guard let crs else { throw needsCRS("does not say which coordinate system it is in") }
            return .shapes(try system(crs), stated: crs)
        }
        let pairs: [(x: Set<String>, y: Set<String>)] = [
            (["easting", "eastings"], ["northing", "northings"]),
            (["longitude", "long", "lon", "lng"], ["latitude", "lat"]), (["x"], ["y"]),
        ]
        for (number, pair) in pairs.enumerated() {
            guard let x = column(named: pair.x), let y = column(named: pair.y) else { continue }
            let points = try points(x, y)
            let found: String?
            switch number {
            case 0:
                found = crs ?? (Self.areOnNationalGrid(points) ? "EPSG:27700" : nil)
            case 1: found = "EPSG:4326"
            default: found = crs ?? (Self.areDegrees(points) ? "EPSG:4326" : nil)
            }
            guard let found else {
                throw needsCRS("has columns \(x) and \(y) but does not say in which coordinate system")
            }
            return .columns(x: x, y: y, system: found)
        }
        throw RegionError(
            "\(option): \(path) has no shapes and no columns such as easting and northing, longitude and latitude, or x "
                + "and y; its columns are \(table.columns.joined(separator: ", ")). Rename the two that hold them.")
    }

    private func needsCRS(_ fault: String) -> RegionError {
        RegionError("\(option): \(path) \(fault). State it with --crs, such as --crs EPSG:27700.")
    }

    func system(_ text: String) throws -> CoordinateSystem {
        do { return try CoordinateSystem(text) } catch let error as SpatialError {
            throw RegionError("--crs: \(error.description)")
        }
    }

    private func column(named names: Set<String>) -> String? {
        table.columns.first { names.contains($0.lowercased()) }
            ?? table.columns.first { names.contains(Self.words($0).last ?? "") }
    }

    /// Points of the rows that have numbers in both columns.
    func points(_ x: String, _ y: String) throws -> [Point] {
        zip(try texts(x), try texts(y)).compactMap { x, y in
            guard let x = PlainNumber.read(x), let y = PlainNumber.read(y), x != 0 || y != 0 else { return nil }
            return Point(x: x, y: y)
        }
    }

    private static func areDegrees(_ points: [Point]) -> Bool {
        points.allSatisfy { abs($0.x) <= 180 && abs($0.y) <= 90 }
    }

    /// Whole Britain on its national grid, in metres.
    private static func areOnNationalGrid(_ points: [Point]) -> Bool {
        points.allSatisfy { (0...700_000).contains($0.x) && (0...1_300_000).contains($0.y) } && !areDegrees(points)
    }

    /// "Establishment Name" as establishment and name; "geographyCode" as geography and code.
    private static func words(_ column: String) -> [String] {
        var words: [String] = [""]
        var last: Character = " "
        for character in column {
            if !character.isLetter && !character.isNumber {
                words.append("")
            } else {
                if character.isUppercase, last.isLowercase { words.append("") }
                words[words.count - 1].append(character)
            }
            last = character
        }
        return words.filter { !$0.isEmpty }.map { $0.lowercased() }
    }
}
