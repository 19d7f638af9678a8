/// The nation that a statistical code belongs to. Each nation of the United Kingdom makes its own index.
enum Nation: String, CaseIterable, Comparable {
    case england = "England"
    case wales = "Wales"
    case scotland = "Scotland"
    case northernIreland = "Northern Ireland"

    /// Reads the first letter of a nine-character GSS code; nil for any other text.
    init?(code: String) {
        let bytes = code.utf8
        guard bytes.count == 9, bytes.dropFirst().allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        switch bytes.first {
        case UInt8(ascii: "E"): self = .england
        case UInt8(ascii: "W"): self = .wales
        case UInt8(ascii: "S"): self = .scotland
        case UInt8(ascii: "N"): self = .northernIreland
        default: return nil
        }
    }

    static func < (left: Nation, right: Nation) -> Bool { left.rawValue < right.rawValue }

    /// The nations in a list of codes, in the order of their names.
    static func among(_ codes: some Sequence<String>) -> [Nation] {
        Set(codes.compactMap { Nation(code: $0) }).sorted()
    }

    static func names(_ nations: [Nation]) -> String {
        guard let last = nations.last else { return "no nation" }
        let others = nations.dropLast().map(\.rawValue)
        return others.isEmpty ? last.rawValue : others.joined(separator: ", ") + " and " + last.rawValue
    }
}
