internal import Foundation

/// Whole numbers as little-endian bytes, one after another.
enum PackedNumbers {
    static func data(_ numbers: [some FixedWidthInteger]) -> Data {
        numbers.map(\.littleEndian).withUnsafeBytes { Data($0) }
    }

    /// - Returns: nil when the bytes are not a whole number of numbers.
    static func numbers<Number: FixedWidthInteger>(_ data: Data, of type: Number.Type) -> [Number]? {
        let width = Number.bitWidth / 8
        guard data.count % width == 0 else { return nil }
        return data.withUnsafeBytes { bytes in
            stride(from: 0, to: data.count, by: width).map {
                Number(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: Number.self))
            }
        }
    }
}
