import Foundation
import HubPlanTestSupport
import OpenData
import Spatial
import Testing

/// The real files, where they stand beside the project, against a package of them made by other means.
@Suite("The whole of England")
struct WholeEnglandTests {
    private static let isThere =
        SharedData.has("england/lsoa21_pwc_bng.csv.gz") && SharedData.has("england-pack/areas.csv.gz")

    @Test("Counts and totals agree with the publishers' and with a package made by other means", .enabled(if: isThere))
    func package() throws {
        let scratch = try ScratchFolder()
        let path = scratch.file("england.gpkg")
        let report = try EnglandPackage.build(
            from: SharedData.folder.appendingPathComponent("england").path, to: path)
        #expect(report.checks.allSatisfy { $0.holds })
        #expect(report.checks.count >= 10)
        try compareAreas(VectorFile.read(path, layer: EnglandLayers.areas))
        try compareSites(VectorFile.read(path, layer: EnglandLayers.sites))
        // The coarse outlines would put 15 per cent of the schools into another small area.
        #expect(report.notes.contains { $0.contains("(15.2 %) stand outside the generalised outline") })
        let wards = try #require(report.layers.first { $0.name == EnglandLayers.leftBehindWards })
        #expect(wards.rows == 225)
    }

    private func compareAreas(_ areas: VectorLayer) throws {
        typealias Area = EnglandLayers.AreaColumn
        let other = try pack("areas.csv.gz")
        #expect(areas.count == 33_755)
        #expect(try texts(areas, Area.code) == texts(other, "lsoa21_code"))
        #expect(try texts(areas, Area.district) == texts(other, "district"))
        #expect(try texts(areas, Area.deprivationRank) == texts(other, "imd25_rank"))
        #expect(try texts(areas, Area.households) == texts(other, "households"))
        #expect(try texts(areas, Area.householdsWithoutCar) == texts(other, "no_car"))
        #expect(try texts(areas, Area.settlement) == texts(other, "ruc21"))
        #expect(try texts(areas, Area.leftBehindWard) == texts(other, "ward17_lba"))
        #expect(try texts(areas, Area.leftBehindWard).count { !$0.isEmpty } == 1485)

        let regions = try pack("districts.csv.gz")
        let regionOf = try Dictionary(
            uniqueKeysWithValues: zip(texts(regions, "district"), texts(regions, "region_name")))
        #expect(try texts(areas, Area.region) == texts(areas, Area.district).map { regionOf[$0] ?? "" })

        // Ages here are of mid-2020; the other package rakes them to the Census of 2021, hence some per cent apart.
        for (ages, column) in [(0...4, "age_0_4"), (10...18, "age_10_18")] {
            let ours = try ages.reduce(0) { try $0 + texts(areas, Area.aged($1)).reduce(0) { $0 + (Int($1) ?? 0) } }
            let theirs = try texts(other, column).reduce(0) { $0 + (Int($1) ?? 0) }
            let apart = Double(ours - theirs) / Double(theirs) * 100
            print("England, \(column): \(ours) here, \(theirs) in the package made by other means (\(apart) % apart)")
            #expect(abs(apart) < 6)
        }
    }

    private func compareSites(_ sites: VectorLayer) throws {
        let other = try pack("sites.csv.gz")
        let ours = Set(try texts(sites, EnglandLayers.SiteColumn.id))
        let theirs = try Set(texts(other, "id"))
        // One school has no small area in the register; it has coordinates, so it is kept here.
        #expect(ours.symmetricDifference(theirs).sorted() == ["gias-150777"])
        let kinds = Dictionary(grouping: try texts(sites, EnglandLayers.SiteColumn.kind), by: \.self)
            .mapValues(\.count)
        #expect(
            kinds == [
                "primary": 16_718, "secondary": 3243, "allThrough": 160, "nursery": 378, "college": 297,
                "library": 2986,
            ])
    }

    private func pack(_ name: String) throws -> VectorLayer {
        try VectorFile.read(SharedData.folder.appendingPathComponent("england-pack/\(name)").path)
    }

    private func texts(_ layer: VectorLayer, _ column: String) throws -> [String] {
        try #require(layer.column(column)).map { $0 ?? "" }
    }
}
