internal import CGDAL

/// Reads one column of features as text, as near to what the file holds as GDAL allows.
///
/// Text and whole numbers come as written. A real number comes as the shortest digits that give it back, without
/// a fraction where it has none (`1e5` in GeoJSON reads as `100000`). Dates come as ISO 8601.
struct FieldReader {
    let name: String
    private let index: Int32
    private let kind: Kind

    private enum Kind { case asWritten, real, date, boolean }

    init(_ definition: OGRFieldDefnH, index: Int32) {
        name = Self.text(OGR_Fld_GetNameRef(definition)) ?? ""
        self.index = index
        switch OGR_Fld_GetType(definition) {
        case OFTReal: kind = .real
        case OFTDate, OFTDateTime: kind = .date
        case OFTInteger where OGR_Fld_GetSubType(definition) == OFSTBoolean: kind = .boolean
        default: kind = .asWritten
        }
    }

    /// nil where the feature has a null, or nothing, in this column.
    func callAsFunction(_ feature: OGRFeatureH) -> String? {
        guard OGR_F_IsFieldSetAndNotNull(feature, index) != 0 else { return nil }
        switch kind {
        case .asWritten:
            return Self.text(OGR_F_GetFieldAsString(feature, index))
        case .real:
            return Self.text(OGR_F_GetFieldAsDouble(feature, index))
        case .boolean:
            return OGR_F_GetFieldAsInteger(feature, index) != 0 ? "true" : "false"
        case .date:
            let text = Self.text(OGR_F_GetFieldAsString(feature, index)) ?? ""
            return String(text.map { $0 == "/" ? "-" : $0 == " " ? "T" : $0 })
        }
    }

    static func text(_ number: Double) -> String {
        if let whole = Int64(exactly: number), abs(whole) < 1 << 53 { return String(whole) }
        return String(number)
    }

    /// C text as a string: UTF-8 where it is valid, otherwise Windows-1252, as older office files have it.
    static func text(_ bytes: UnsafePointer<CChar>?) -> String? {
        guard let bytes else { return nil }
        if let text = String(validatingCString: bytes) { return text }
        var scalars = String.UnicodeScalarView()
        var next = bytes
        while next.pointee != 0 {
            scalars.append(windows1252(UInt8(bitPattern: next.pointee)))
            next += 1
        }
        return String(scalars)
    }

    private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        (0x80..<0xa0).contains(byte) ? upperControls[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    /// Bytes 0x80 to 0x9f in Windows-1252; the five that it leaves open become the replacement character.
    private static let upperControls: [Unicode.Scalar] = Array(
        "€\u{fffd}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffd}Ž\u{fffd}\u{fffd}‘’“”•–—˜™š›œ\u{fffd}žŸ".unicodeScalars
    )
}
