internal import Foundation
internal import HubModel
internal import Spatial

/// England's open data in one GeoPackage, made from the files of a folder.
package enum EnglandPackage {
    /// Reads what it knows in a folder and writes the package. Nothing is fetched from anywhere.
    /// - Parameters:
    ///   - folder: holds the publishers' files, looked through with all folders in it.
    ///   - path: of the GeoPackage; a description, `NAME.datapackage.json`, is written beside it.
    ///   - progress: told what is being done, a line at a time.
    /// - Throws: `OpenDataError` or `SpatialError` when a needed file is missing or wrong; then nothing is written.
    package static func build(
        from folder: String, to path: String, progress: (String) -> Void = { _ in }
    ) throws -> BuildReport {
        // First, so that nobody waits only to hear that nothing can be written there.
        let writer = try PackageWriter(path: path)
        progress("Looking through \(folder)")
        let scan = try FolderScan(folder: folder, excluding: path)
        let selection = try Selection(scan.found)
        let grid = try GridPoints()

        progress("Reading the small areas and who lives there")
        var builder = AreaFactsBuilder(selection: selection, grid: grid)
        var (areas, changes) = try builder.build()
        var log = builder.log

        progress("Reading the outlines")
        let areaOutlines = try Outlines(
            .areaOutlines, code: .area2021, name: nil, selection: selection, grid: grid, log: &log)
        let wards = try Outlines(
            .wardOutlines, code: .ward2022, name: .wardName, selection: selection, grid: grid, log: &log)
        let districts = try Outlines(
            .districtOutlines, code: .district2024, name: .districtName, selection: selection, grid: grid, log: &log)
        let leftBehind = try LeftBehindWards(selection: selection, grid: grid, log: &log)
        areas.leftBehindWards = try leftBehind.membership(
            of: areas.index, selection: selection, changes: changes, log: &log)

        progress("Reading the sites")
        let placing = try SitePlacing(outlines: areaOutlines.outlines(of: areas.index, log: &log))
        let sites = try CandidateSites(
            selection: selection, grid: grid, areas: areas.index, placing: placing, log: &log)
        sites.describe(placing, areas: areas.index, log: &log)

        progress("Writing \(path)")
        let layers = [
            PackageLayers.areas(areas), PackageLayers.areaOutlines(areaOutlines), PackageLayers.wards(wards),
            PackageLayers.districts(districts), PackageLayers.sites(sites), PackageLayers.leftBehindWards(leftBehind),
        ]
        try writer.write(layers, grid: grid.grid, log: log)
        return BuildReport(
            package: path, description: writer.descriptionPath, layers: layers, log: log,
            missing: EnglandCatalogue.files.filter { $0.need == .optional && selection.files($0.id).isEmpty },
            notes: selection.notes + scan.notes)
    }
}
