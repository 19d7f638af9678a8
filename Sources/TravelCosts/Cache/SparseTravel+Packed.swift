package import Foundation
package import HubModel

extension SparseTravel {
    /// Bytes from which the same table can be made again without its ways of travelling: minutes of every pair, and the
    /// trips where they were kept.
    /// - Parameter findings: told when the table was built.
    package func packed(findings: [Finding]) -> Data {
        var writer = PackedWriter()
        writer.put(findings.flatMap { [$0.kind.rawValue, $0.sentence] }.joined(separator: "\0"))
        pairs.pack(into: &writer)
        writer.put([UInt8(hasTimetable ? 1 : 0), UInt8(clamping: kept?.count ?? 0)])
        for way in kept ?? [] {
            writer.put([UInt8(way.needsCar ? 1 : 0)])
            way.trips.pack(into: &writer)
        }
        return writer.bytes
    }

    /// A table made again, and the findings of its making.
    package struct Unpacked {
        package var table: SparseTravel
        package var findings: [Finding]
        /// Whether its trips were kept; without them it needs its ways to tell any journey.
        package var hasTrips: Bool
    }

    /// - Parameters:
    ///   - bytes: made by ``packed(findings:)`` of the same traveller.
    ///   - settings: of the traveller.
    ///   - quality: of the minutes.
    ///   - ways: makes the ways of travelling, when somebody asks for what the bytes do not hold.
    /// - Returns: nil where the bytes hold no table.
    /// - Throws: `TravelError` when a setting is missing or outside its range.
    package static func unpacked(
        _ bytes: Data, settings: TravelSettings, quality: TravelQuality,
        ways: @escaping @Sendable () throws -> [TravelWay]
    ) throws -> Unpacked? {
        var reader = PackedReader(bytes)
        guard let findings = reader.text().flatMap(Self.findings), let pairs = SparsePairs(from: &reader),
            let flags = reader.list(of: UInt8.self),
            flags.count == 2
        else { return nil }
        var kept: [Kept] = []
        for _ in 0..<flags[1] {
            guard let needsCar = reader.list(of: UInt8.self)?.first,
                let trips = KeptTrips(areas: pairs.areaCount, sites: pairs.siteCount, from: &reader)
            else { return nil }
            kept.append(Kept(trips: trips, needsCar: needsCar == 1))
        }
        guard reader.isAtEnd else { return nil }
        let table = SparseTravel(
            pairs: pairs, kept: kept, hasTimetable: flags[0] == 1, cost: try GeneralisedCost(settings),
            settings: settings, quality: quality, makeWays: ways)
        return Unpacked(table: table, findings: findings, hasTrips: !kept.isEmpty)
    }

    private static func findings(_ text: String) -> [Finding]? {
        guard !text.isEmpty else { return [] }
        let parts = text.split(separator: "\0", omittingEmptySubsequences: false).map(String.init)
        guard parts.count.isMultiple(of: 2) else { return nil }
        var findings: [Finding] = []
        for place in stride(from: 0, to: parts.count, by: 2) {
            guard let kind = Finding.Kind(rawValue: parts[place]) else { return nil }
            findings.append(Finding(kind, parts[place + 1]))
        }
        return findings
    }
}
