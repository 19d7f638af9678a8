import Foundation
import HubModel
import Testing

@testable import Regions

/// Four areas in a row, each a square kilometre, with two candidates; tests change a line and look at what happens.
///
/// ```
/// y 301000 +------+------+------+------+
///          |  01  |  02  |  03  |  04  |     place A covers areas 01 and 02
/// y 300000 +------+------+------+------+
///       x 400000 401000 402000 403000 404000
/// ```
struct SmallStudy {
    var files: [String: String] = [
        "areas.csv": """
        code,name,x,y,kind,children,households,nocar,rank,decile,district
        E01000001,North,400500,300500,urban,10,100,50,1,1,Hill
        E01000002,South,401500,300500,urban,7,100,50,2,1,Hill
        E01000003,East,402500,300500,rural,5,100,50,3,2,Dale
        E01000004,West,403500,300500,rural,3,100,50,4,2,Dale

        """,
        "sites.csv": """
        id,name,x,y,area,kind
        a,School A,400100,300100,E01000001,school
        b,School B,403900,300900,E01000004,school

        """,
        "outlines.geojson": squares(
            [
                ("E01000001", 400_000, 401_000), ("E01000002", 401_000, 402_000), ("E01000003", 402_000, 403_000),
                ("E01000004", 403_000, 404_000),
            ]),
        "places.geojson": squares([("A", 400_000, 402_000)]),
    ]

    var yaml = """
        hubplan: 1
        name: Small
        crs: EPSG:27700
        areas:
          file: areas.csv
          key: code
          vintage: LSOA 2021
          name: name
          point: {x: x, y: y, crs: EPSG:27700}
          outlines: {file: outlines.geojson, key: code, vintage: LSOA 2021}
          settlement: {column: kind, urban: urban, rural: rural}
          attributes: {district: district}
        households: {total: households, withoutCar: nocar}
        services:
          youngFutures:
            children: children
            count: 1
            share: {rule: listed, atLeast: 50%}
            travel: {traveller: youngPersonAlone}
        sites:
          schools:
            file: sites.csv
            key: id
            name: name
            point: {x: x, y: y, crs: EPSG:27700}
            suits: youngFutures
        disadvantage:
          listed:
            title: place A
            date: 2026
            places: {polygons: {file: places.geojson, key: code, vintage: Ward 2017}}
        """

    /// Squares from y 300,000 to 301,000 in the national grid.
    static func squares(_ squares: [(code: String, left: Int, right: Int)]) -> String {
        let features = squares.map { code, left, right in
            """
            {"type": "Feature", "properties": {"code": "\(code)"}, "geometry": {"type": "Polygon", "coordinates":
            [[[\(left), 300000], [\(right), 300000], [\(right), 301000], [\(left), 301000], [\(left), 300000]]]}}
            """
        }
        return """
            {"type": "FeatureCollection",
            "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}},
            "features": [\(features.joined(separator: ",\n"))]}
            """
    }

    /// The study with some of its text replaced, in the YAML or in a file.
    func replacing(_ old: String, with new: String, in file: String? = nil) -> SmallStudy {
        var changed = self
        if let file {
            changed.files[file] = files[file]?.replacing(old, with: new)
        } else {
            changed.yaml = yaml.replacing(old, with: new)
        }
        #expect(changed.yaml != yaml || changed.files != files, "'\(old)' does not stand in the small study")
        return changed
    }

    func adding(_ text: String) -> SmallStudy {
        var changed = self
        changed.yaml += "\n" + text
        return changed
    }

    func with(_ file: String, _ text: String) -> SmallStudy {
        var changed = self
        changed.files[file] = text
        return changed
    }

    /// Writes everything into a folder of its own, loads it and takes the folder away.
    func load() throws -> PreparedStudy {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("regions-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        let path = folder.appendingPathComponent("study.yaml")
        try Data(yaml.utf8).write(to: path)
        return try StudyLoader(travellers: .plain).load(path: path.path)
    }

    /// Expects a `RegionError` whose sentence holds all the parts.
    func expectFailure(_ parts: String..., sourceLocation: SourceLocation = #_sourceLocation) {
        let error = #expect(throws: RegionError.self, sourceLocation: sourceLocation) { try load() }
        let sentence = error?.description ?? ""
        for part in parts {
            #expect(sentence.contains(part), "the sentence is: \(sentence)", sourceLocation: sourceLocation)
        }
        #expect(sentence.hasSuffix(".") || sentence.hasSuffix("?"), "\(sentence)", sourceLocation: sourceLocation)
    }

    /// Expects a finding that holds all the parts.
    @discardableResult
    func expectFinding(_ parts: String..., sourceLocation: SourceLocation = #_sourceLocation) throws -> PreparedStudy {
        let prepared = try load()
        let sentences = prepared.region.findings.map(\.sentence)
        #expect(
            sentences.contains { sentence in parts.allSatisfy { sentence.contains($0) } }, "\(sentences)",
            sourceLocation: sourceLocation)
        return prepared
    }
}
