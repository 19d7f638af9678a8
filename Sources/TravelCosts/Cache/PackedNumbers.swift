internal import Foundation

/// Lists of whole numbers as bytes, each list with its length before it and each number with its least byte first.
struct PackedWriter {
    private(set) var bytes = Data()

    mutating func put<Number: FixedWidthInteger>(_ list: [Number]) {
        let numbers = [UInt64(list.count).littleEndian]
        numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
        list.map(\.littleEndian).withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    mutating func put(_ text: String) { put(Array(text.utf8)) }
}

/// Reads what a ``PackedWriter`` wrote, in the same order; nil where the bytes end too early.
struct PackedReader {
    private let bytes: Data
    private var next = 0

    init(_ bytes: Data) { self.bytes = bytes }

    var isAtEnd: Bool { next == bytes.count }

    mutating func list<Number: FixedWidthInteger>(of type: Number.Type) -> [Number]? {
        guard let count = number(), count <= UInt64(bytes.count) else { return nil }
        return numbers(Int(count))
    }

    mutating func text() -> String? { list(of: UInt8.self).map { String(decoding: $0, as: UTF8.self) } }

    private mutating func number() -> UInt64? {
        let one: [UInt64]? = numbers(1)
        return one?.first
    }

    private mutating func numbers<Number: FixedWidthInteger>(_ count: Int) -> [Number]? {
        let (size, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Number>.size)
        guard !overflow, size <= bytes.count - next else { return nil }
        var list = [Number](repeating: 0, count: count)
        let first = bytes.startIndex + next
        _ = list.withUnsafeMutableBytes { bytes.copyBytes(to: $0, from: first..<first + size) }
        next += size
        for place in list.indices { list[place] = Number(littleEndian: list[place]) }
        return list
    }
}
