/// Names as they are compared: "Bristol, City of" and "city of bristol" are one.
enum PlaceName {
    /// Small letters and digits, single spaces, "and" for "&", "st" for "saint".
    static func plain(_ name: String) -> String {
        let spaced = name.lowercased().replacing("&", with: " and ").replacing("'", with: "").replacing("’", with: "")
        let words = spaced.split { !$0.isLetter && !$0.isNumber }
        return words.map { $0 == "saint" ? "st" : String($0) }.joined(separator: " ")
    }

    /// Other ways in which people write an official name, plain: of "Bristol, City of" "bristol" and "city of bristol",
    /// of "County Durham" "durham".
    static func others(of name: String) -> [String] {
        let parts = name.split(separator: ",", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            let whole = plain(name)
            return whole.hasPrefix("county ") ? [String(whole.dropFirst("county ".count))] : []
        }
        // "Bournemouth, Christchurch and Poole" is a list and has no other name.
        guard parts[1].hasSuffix(" of") else { return [] }
        return [plain(parts[0]), plain(parts[1] + " " + parts[0])]
    }

    /// For a file: "hastings", "bristol-city-of".
    static func slug(_ name: String) -> String {
        let ascii = plain(name).split(separator: " ").map { $0.filter(\.isASCII) }.filter { !$0.isEmpty }
        return ascii.isEmpty ? "study" : ascii.joined(separator: "-")
    }
}
