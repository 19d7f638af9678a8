internal import CZlib
internal import Foundation
internal import SwiftProtobuf

/// The blocks of an OpenStreetMap PBF file, one after the other, each unpacked and its bounds checked.
struct ProtobufBlocks {
    /// Sizes that the format's description allows: a header below 64 KiB, a block at most 32 MiB packed or unpacked.
    private static let mostHeader = 64 << 10
    private static let mostBlock = 32 << 20
    private static let features: Set<String> = [
        "OsmSchema-V0.6", "DenseNodes", "Has_Metadata", "Sort.Type_then_ID", "LocationsOnWays",
    ]

    let path: String
    private let bytes: Data

    /// - Throws: `TravelError` when there is no such file, or it cannot be read.
    init(_ path: String) throws {
        self.path = path
        do {
            bytes = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        } catch {
            throw TravelError(
                "The street file \(path) cannot be read (\(error.localizedDescription)). "
                    + "Give the path of an OpenStreetMap extract that ends in .osm.pbf.")
        }
    }

    /// Hands over every data block in the file's order.
    /// - Parameter body: takes the block and its number, counted from 1 with the header's.
    /// - Throws: `TravelError` with the file, the block and what is wrong with it; whatever `body` throws.
    func forEach(_ body: (OSMPrimitiveBlock, Int) throws -> Void) throws {
        var (offset, number) = (0, 0)
        while offset < bytes.count {
            number += 1
            let headerSize = try length(at: offset, number)
            offset += 4
            let header: OSMBlobHeader = try message(try part(offset, headerSize, number), "header", number)
            offset += headerSize
            guard header.datasize >= 0, Int(header.datasize) <= Self.mostBlock else {
                throw wrong(number, "says that it is \(header.datasize) bytes long, where 32 MiB is the most")
            }
            let blob: OSMBlob = try message(try part(offset, Int(header.datasize), number), "body", number)
            offset += Int(header.datasize)
            guard number > 1 || header.type == "OSMHeader" else {
                throw wrong(number, "is of the kind \"\(header.type.prefix(20))\" where \"OSMHeader\" must come first")
            }
            switch header.type {
            case "OSMHeader":
                try check(try message(try unpacked(blob, number), "contents", number), number)
            case "OSMData":
                try body(try message(try unpacked(blob, number), "contents", number), number)
            default: continue
            }
        }
        guard number > 0 else { throw wrong(1, "is missing: the file is empty") }
    }

    /// A sentence about one block of this file.
    func wrong(_ number: Int, _ what: String) -> TravelError {
        TravelError(
            "The street file \(path): block \(number) \(what). "
                + "The file is damaged or is not an OpenStreetMap PBF; download it again.")
    }

    private func length(at offset: Int, _ number: Int) throws -> Int {
        let size = try part(offset, 4, number).reduce(0) { $0 << 8 | Int($1) }
        guard size > 0, size < Self.mostHeader else {
            throw wrong(number, "does not begin as one: its header would be \(size) bytes long")
        }
        return size
    }

    private func part(_ offset: Int, _ count: Int, _ number: Int) throws -> Data {
        guard count <= bytes.count - offset else {
            throw wrong(number, "breaks off: \(count) bytes should follow byte \(offset), but the file ends first")
        }
        return bytes[(bytes.startIndex + offset)..<(bytes.startIndex + offset + count)]
    }

    private func message<Kind: Message>(_ data: Data, _ what: String, _ number: Int) throws -> Kind {
        do {
            return try Kind(serializedBytes: data)
        } catch {
            throw wrong(number, "has a \(what) that cannot be decoded")
        }
    }

    private func check(_ header: OSMHeaderBlock, _ number: Int) throws {
        guard let unknown = header.requiredFeatures.first(where: { !Self.features.contains($0) }) else { return }
        throw TravelError(
            "The street file \(path) needs a reader that knows \"\(unknown.prefix(40))\", which hubplan does not. "
                + "Give a plain extract, such as Geofabrik's.")
    }

    private func unpacked(_ blob: OSMBlob, _ number: Int) throws -> Data {
        switch blob.data {
        case .raw(let raw):
            guard raw.count <= Self.mostBlock else { throw wrong(number, "holds more than 32 MiB") }
            return raw
        case .zlibData(let packed):
            return try inflated(packed, count: Int(blob.rawSize), number)
        case .lzmaData, .bzip2Data, .lz4Data, .zstdData:
            throw TravelError(
                "The street file \(path): block \(number) is packed in a way that hubplan does not read. "
                    + "Convert it to zlib, which is the usual one (osmium cat -f pbf,pbf_compression=zlib).")
        case nil:
            throw wrong(number, "holds no data, or data packed in a way that is not in the format's description")
        }
    }

    private func inflated(_ packed: Data, count: Int, _ number: Int) throws -> Data {
        guard count >= 0, count <= Self.mostBlock else {
            throw wrong(number, "says that it unpacks to \(count) bytes, where 32 MiB is the most")
        }
        var room = Data(count: max(1, count))
        var size = uLongf(count)
        let status = packed.withUnsafeBytes { from in
            room.withUnsafeMutableBytes { to in
                uncompress(
                    to.baseAddress?.assumingMemoryBound(to: Bytef.self), &size,
                    from.baseAddress?.assumingMemoryBound(to: Bytef.self), uLong(packed.count))
            }
        }
        guard status == Z_OK, size == uLongf(count) else {
            throw wrong(number, "does not unpack to the \(count) bytes that it promises")
        }
        return room.prefix(count)
    }
}
