import Foundation
import HubPlanTestSupport
import Testing

@testable import TravelCosts

/// A copy of the fixture's data in which one thing can be taken away.
struct ChangedSaltmouth {
    /// One thing that a family's way leads over.
    enum Removal: String {
        /// Way 1 of the streets: nothing else passes the river.
        case bridge = "Wendle Bridge"
        /// Way 4 of the streets: the railway's only crossing in the north that is neither steps nor an underpass.
        case levelCrossing = "Coldhythe Gates"
        /// The last departures of routes 1 and 2 from either end, at 20:20 and 20:15.
        case lastBus
    }

    private let scratch: ScratchFolder
    var folder: String { scratch.file("data") }

    init(without removal: Removal? = nil) throws {
        scratch = try ScratchFolder()
        try FileManager.default.copyItem(atPath: Saltmouth.folder.path, toPath: scratch.file("data"))
        try remove(removal)
    }

    /// Takes something away in this copy; nil puts everything back.
    func remove(_ removal: Removal?) throws {
        switch removal {
        case .bridge?: try writeStreets(without: 1)
        case .levelCrossing?: try writeStreets(without: 4)
        case .lastBus?:
            try keepRows(of: "buses/trips.txt", tripAt: 2)
            try keepRows(of: "buses/stop_times.txt", tripAt: 0)
        case nil:
            for name in ["streets.osm.pbf", "crossings.geojson", "buses/trips.txt", "buses/stop_times.txt"] {
                try original(name).write(to: file(name))
            }
        }
        if let removal, removal != .lastBus { try keepCrossings(without: removal.rawValue) }
    }

    /// The streets written anew by the test's own writer, all or all but one way.
    func writeStreets(without way: Int64?) throws {
        let extract = try StreetExtract(Saltmouth.folder.appendingPathComponent("streets.osm.pbf").path)
        func tags(_ tags: StreetTags?) -> [String: String] {
            var found: [String: String] = [:]
            for key in StreetTags.known { found[key] = tags?[key] }
            return found
        }
        let nodes = extract.nodeIDs.enumerated().map { place, id in
            StreetFileMaker.Node(
                id, extract.coordinates[place].longitude, extract.coordinates[place].latitude,
                tags(extract.nodeTags[Int32(place)]))
        }
        let ways = extract.ways.map { way in
            StreetFileMaker.Way(way.id, way.nodes.map { extract.nodeIDs[Int($0)] }, tags(way.tags))
        }
        try #require(way == nil || ways.contains { $0.id == way })
        try StreetFileMaker(nodes: nodes, ways: ways.filter { $0.id != way }).data.write(to: file("streets.osm.pbf"))
    }

    private func file(_ name: String) -> URL { URL(fileURLWithPath: "\(folder)/\(name)") }

    private func original(_ name: String) throws -> Data {
        try Data(contentsOf: Saltmouth.folder.appendingPathComponent(name))
    }

    private func keepRows(of name: String, tripAt column: Int) throws {
        let rows = String(decoding: try original(name), as: UTF8.self).split(separator: "\n")
        let kept = rows.filter { row in
            let trip = row.split(separator: ",", omittingEmptySubsequences: false)[column]
            return !trip.hasSuffix("-2020") && !trip.hasSuffix("-2015")
        }
        try #require(kept.count < rows.count)
        try Data((kept.joined(separator: "\n") + "\n").utf8).write(to: file(name))
    }

    private func keepCrossings(without crossing: String) throws {
        var layer = try #require(
            try JSONSerialization.jsonObject(with: original("crossings.geojson")) as? [String: Any])
        let all = try #require(layer["features"] as? [[String: Any]])
        let kept = all.filter { ($0["properties"] as? [String: Any])?["name"] as? String != crossing }
        try #require(kept.count == all.count - 1)
        layer["features"] = kept
        try JSONSerialization.data(withJSONObject: layer).write(to: file("crossings.geojson"))
    }
}
