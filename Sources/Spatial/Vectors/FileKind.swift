/// What a file's name says that it is, and how GDAL must then be asked to read it.
struct FileKind {
    /// For people: "a GeoPackage".
    let title: String
    /// GDAL drivers that may read it.
    let drivers: [String]
    /// Options that keep every value as it is written.
    let options: [String]
    let isText: Bool
    /// Whether it is a table in plain text, with its column names in the first line.
    var isTable: Bool { drivers == ["CSV"] }

    private init(_ title: String, _ drivers: [String], options: [String] = [], isText: Bool = false) {
        self.title = title
        self.drivers = drivers
        self.options = options
        self.isText = isText
    }

    /// - Parameter name: A file name, without `.gz`.
    /// - Returns: nil when the ending says nothing; GDAL then decides.
    init?(name: String) {
        let parts = name.split(separator: ".")
        guard parts.count > 1, let ending = parts.last, let kind = Self.byEnding[ending.lowercased()] else {
            return nil
        }
        self = kind
    }

    private static let csv = FileKind(
        "a CSV table", ["CSV"], options: ["AUTODETECT_TYPE=NO", "EMPTY_STRING_AS_NULL=NO", "HEADERS=YES"], isText: true
    )
    private static let json = FileKind(
        "GeoJSON", ["GeoJSON", "TopoJSON", "ESRIJSON", "GeoJSONSeq"],
        options: ["DATE_AS_STRING=YES", "ARRAY_AS_STRING=YES", "NATIVE_DATA=NO"], isText: true
    )

    private static let byEnding: [String: FileKind] = [
        "csv": csv, "tsv": csv, "txt": csv,
        "geojson": json, "json": json,
        "gpkg": FileKind("a GeoPackage", ["GPKG"], options: ["LIST_ALL_TABLES=AUTO"]),
        "shp": FileKind("a Shapefile", ["ESRI Shapefile"]),
        "fgb": FileKind("a FlatGeobuf file", ["FlatGeobuf"]),
        "ods": FileKind("an OpenDocument spreadsheet", ["ODS"]),
        "xlsx": FileKind("an Excel workbook", ["XLSX"]),
        "gml": FileKind("GML", ["GML"], isText: true),
        "kml": FileKind("KML", ["LIBKML", "KML"], isText: true),
        "gpx": FileKind("GPX", ["GPX"], isText: true),
    ]

    /// What the first bytes show, when that is not what the name says; nil when nothing speaks against it.
    func contradiction(_ start: [UInt8]) -> String? {
        if start.isEmpty { return "it is empty" }
        guard isText else { return nil }
        if start.starts(with: Array("SQLite format 3".utf8)) { return "it holds a database, such as a GeoPackage" }
        if start.starts(with: [0x1f, 0x8b]) { return "it is compressed; name it with .gz at its end" }
        if start.starts(with: Array("PK".utf8) + [3, 4]) { return "it is a zip archive or a spreadsheet" }
        if start.contains(0) { return "it holds bytes that no text has" }
        let text = String(decoding: start.prefix(200), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{feff}" }
        let opening = text.prefix(9).lowercased()
        if opening.hasPrefix("<!doctype") || opening.hasPrefix("<html") { return "it is a web page" }
        if isTable, opening.hasPrefix("{") { return "it holds JSON" }
        return nil
    }
}
