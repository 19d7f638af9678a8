import Foundation
import HubModel
import Testing

@testable import Regions

struct DataFilesTests {
    /// A study beside some files and a data folder with others; paths of the latter go first.
    @Test func dataFolderGoesBeforeTheStudysOwn() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("files-\(UUID().uuidString)")
        let data = folder.appendingPathComponent("data")
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var study = SmallStudy()
        study.yaml = study.yaml.replacing("file: places.geojson", with: "file: ../places.geojson")
        for (name, text) in study.files where name != "places.geojson" {
            try Data(text.utf8).write(to: data.appendingPathComponent(name))
        }
        try Data((study.files["places.geojson"] ?? "").utf8).write(to: folder.appendingPathComponent("places.geojson"))
        try Data("code,title\nWRONG,file\n".utf8).write(to: folder.appendingPathComponent("areas.csv"))
        let path = folder.appendingPathComponent("study.yaml").path
        try Data(study.yaml.utf8).write(to: URL(fileURLWithPath: path))

        let loader = StudyLoader(travellers: .plain)
        let region = try loader.load(path: path, dataFolder: data.path).region
        #expect(region.areas.count == 4)
        #expect(region.inputs.map(\.path).contains("../places.geojson"))
        #expect(region.inputs.allSatisfy { !$0.path.hasPrefix("/") })

        let beside = #expect(throws: RegionError.self) { try loader.load(path: path) }
        #expect(beside?.description.contains("'areas.csv' has no column 'name'") == true)
        let missing = #expect(throws: RegionError.self) { try loader.load(path: path, dataFolder: "/nowhere") }
        #expect(missing?.description.contains("The data folder '/nowhere' is missing") == true)
    }

    /// Two layers of one file are read once and told once.
    @Test func aFileUsedTwiceIsOneInput() throws {
        let prepared = try SmallStudy().adding("neighbourhoods: {file: places.geojson, key: code}").load()
        let places = prepared.region.inputs.filter { $0.path == "places.geojson" }
        #expect(places.map(\.role) == ["neighbourhoods; places of listed"])
        #expect(places.map(\.records) == [1])
    }
}
